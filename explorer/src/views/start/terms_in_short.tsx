// What the agreements ask for, by what became of it: each term a square.
import { useMemo } from "preact/hooks";
import { type Last, lastOutcomes, lateClauses } from "../../model/last_outcomes.ts";
import { nameOf } from "../../model/names.ts";
import { RecordLink } from "../../parts/record_link.tsx";
import { Term } from "../../parts/term.tsx";
import { clipped, Text } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";
import { InShort } from "./in_short.tsx";

/** From what was done to what was not, then what no source tells of. */
const OUTCOMES: readonly Last[] = [
    ...(["fulfilled", "late", "partly_fulfilled", "postponed", "disputed", "breached", "pending"] as const),
    ...(["untold", "open"] as const),
];
const SQUARES = 40; // terms of an outcome that are drawn
const LATE = 4; // terms that are named as late

export function TermsInShort() {
    const { tables } = usePage();
    const { clauses } = tables;
    const byOutcome = useMemo(() => lastOutcomes(tables), [tables]);
    return (
        <InShort
            view="terms"
            title={`${counted(clauses.length, "term")}, and what became of them`}
            lead={`Of ${counted(clauses.groups("agreement_id").size, "agreement")}. Each square is one term, under the last that an article tells of it.`}
            whole="Each term with its words and what became of it"
        >
            <dl class="outcomes">
                {OUTCOMES.map((outcome) => {
                    const having = byOutcome.get(outcome) ?? [];
                    if (!having.length) return null;
                    return (
                        <div key={outcome}>
                            <dt>
                                <OutcomeName outcome={outcome} />{" "}
                                <span class="count">{having.length.toLocaleString("en")}</span>
                            </dt>
                            <dd>
                                <Squares positions={having} />
                            </dd>
                        </div>
                    );
                })}
            </dl>
            {lateClauses(tables, LATE).map(({ clause_id, days_late }) => (
                <p key={clause_id}>
                    <strong>Late by {days_late} days:</strong> <RecordLink table="clauses" id={clause_id} />
                </p>
            ))}
        </InShort>
    );
}

function counted(count: number, noun: string): string {
    return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

function OutcomeName({ outcome }: { outcome: Last }) {
    if (outcome === "untold") return <>not told</>;
    if (outcome === "open") return <>left open</>;
    return <Term vocabulary="outcome" term={outcome} />;
}

function Squares({ positions }: { positions: readonly number[] }) {
    const { tables } = usePage();
    const links = useLinks();
    return (
        <span class="squares">
            {positions.slice(0, SQUARES).map((at) => {
                const id = tables.clauses.id(at);
                const name = clipped(nameOf(tables, "clauses", id), 160);
                return (
                    <a key={id} class="square" href={links.record("clauses", id)} title={name}>
                        <span class="hidden">
                            <Text>{name}</Text>
                        </span>
                    </a>
                );
            })}
            {positions.length > SQUARES && (
                <span class="count">and {(positions.length - SQUARES).toLocaleString("en")} more</span>
            )}
        </span>
    );
}
