// What the agreements ask for, by what became of it: each term a square.
import { group } from "d3-array";
import { useMemo } from "preact/hooks";
import { nameOf } from "../../model/names.ts";
import { type TermOfAgreement, termsOfAgreements } from "../../model/terms_of_agreements.ts";
import { RecordLink } from "../../parts/record_link.tsx";
import { Term } from "../../parts/term.tsx";
import { Text } from "../../parts/text.tsx";
import type { Terms } from "../../schema/schema.ts";
import { useLinks, usePage } from "../../state/page_state.ts";
import { InShort } from "./in_short.tsx";

type Outcome = Terms["outcome"] | "silent" | "untold";

/** From what was done to what was not, then what no source tells of. */
const OUTCOMES: readonly Outcome[] = [
    ...(["fulfilled", "late", "partly_fulfilled", "postponed", "disputed", "breached", "pending"] as const),
    ...(["untold", "silent"] as const),
];
const SQUARES = 40; // terms of an outcome that are drawn
const LATE = 4; // terms that are named as late

export function TermsInShort() {
    const { tables } = usePage();
    const { clauses, agreements } = tables;
    const terms = useMemo(() => termsOfAgreements(tables, clauses.rows()), [tables, clauses]);
    const byOutcome = group(terms, outcomeOf);
    const late = terms.flatMap(({ clause, outcomes }) =>
        outcomes.flatMap(({ daysLate }) => (daysLate ? [{ clause, daysLate }] : [])),
    );
    return (
        <InShort
            view="terms"
            title={`${clauses.length.toLocaleString("en")} terms of ${agreements.length} agreements, and what became of them`}
            lead="Each square is one term, under the last that an article tells of it."
            whole="Each term with its words and what became of it"
        >
            <dl class="outcomes">
                {OUTCOMES.map((outcome) => {
                    const having = byOutcome.get(outcome) ?? [];
                    if (!having.length) return null;
                    return (
                        <div key={outcome}>
                            <dt>
                                <OutcomeName outcome={outcome} /> <span class="count">{having.length}</span>
                            </dt>
                            <dd>
                                <Squares terms={having} />
                            </dd>
                        </div>
                    );
                })}
            </dl>
            {late.slice(0, LATE).map(({ clause, daysLate }) => (
                <p key={clause.clause_id}>
                    <strong>Late by {daysLate} days:</strong> <RecordLink table="clauses" id={clause.clause_id} />
                </p>
            ))}
        </InShort>
    );
}

/** The last outcome by the day of its event, that a date was moved only if nothing else is told; else what it says. */
function outcomeOf({ clause, outcomes }: TermOfAgreement): Outcome {
    const last = outcomes.findLast(({ outcome }) => outcome !== "postponed") ?? outcomes.at(-1);
    return last?.outcome ?? (clause.modality === "obligation" ? "untold" : "silent");
}

function OutcomeName({ outcome }: { outcome: Outcome }) {
    if (outcome === "untold") return <>not told</>;
    if (outcome === "silent") return <>silent or unclear in the agreement</>;
    return <Term vocabulary="outcome" term={outcome} />;
}

function Squares({ terms }: { terms: readonly TermOfAgreement[] }) {
    const { tables } = usePage();
    const links = useLinks();
    return (
        <span class="squares">
            {terms.slice(0, SQUARES).map(({ clause: { clause_id }, disputed }) => {
                const name = nameOf(tables, "clauses", clause_id).slice(0, 160);
                return (
                    <a
                        key={clause_id}
                        class={disputed ? "square square-disputed" : "square"}
                        href={links.record("clauses", clause_id)}
                        title={name}
                    >
                        <span class="hidden">
                            <Text>{name}</Text>
                        </span>
                    </a>
                );
            })}
            {terms.length > SQUARES && (
                <span class="count">and {(terms.length - SQUARES).toLocaleString("en")} more</span>
            )}
        </span>
    );
}
