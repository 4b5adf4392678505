// The terms of each agreement on one strip: due, moved, done, late, pending, silent, disputed.
import { group, min } from "d3-array";
import { useMemo } from "preact/hooks";
import { knownDays } from "../../charts/span.ts";
import { Strips } from "../../charts/strips.tsx";
import type { TimeScale } from "../../charts/time_scale.ts";
import { shortDate } from "../../model/dates.ts";
import { STATES, type State, type TermOfAgreement, termsOfAgreements } from "../../model/terms_of_agreements.ts";
import { counted } from "../../model/words.ts";
import { Empty } from "../../parts/empty.tsx";
import { Figure } from "../../parts/figure.tsx";
import { MoreOf } from "../../parts/more_of.tsx";
import { OutcomeGlyph, stateWords } from "../../parts/outcome_shape.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { asked } from "../../state/filters.ts";
import { usePage } from "../../state/page_state.ts";
import type { Tables } from "../../tables/table.ts";
import { columns, told } from "./columns.ts";
import { inWords, summary } from "./in_words.ts";
import { spansOf, TermStrip } from "./strip.tsx";
import { TermWords } from "./term_words.tsx";

const AGREEMENTS = 20; // before the reader asks for more
const AT_ONCE = 100; // terms of an agreement, before the reader asks for more
const NO_WINDOW = { since: null, until: null };

interface Agreement {
    readonly id: string | null;
    readonly terms: readonly TermOfAgreement[];
}

export function Terms() {
    const { tables, selection } = usePage();
    const terms = useMemo(() => termsOfAgreements(tables, selection.rows("clauses")), [tables, selection]);
    const agreements = useMemo(() => byAgreement(tables, terms), [tables, terms]);
    const days = useMemo(() => terms.flatMap(spansOf).flatMap(knownDays), [terms]);
    const rows = useMemo(() => told(terms), [terms]);
    const counts = useMemo(
        () => new Map(STATES.map((state) => [state, terms.filter((term) => term.state === state).length])),
        [terms],
    );
    return (
        <section class="terms">
            <p class="kicker">Terms</p>
            <h1 tabIndex={-1}>{summary(counts, terms.length, agreements.length)}</h1>
            {terms.length === 0 ? (
                <Empty what="term of an agreement" />
            ) : (
                <Figure
                    name="terms"
                    title="What each agreement asks for, and what became of it"
                    lead={<Text most={1500}>{inWords(terms)}</Text>}
                    columns={columns(tables)}
                    rows={rows}
                >
                    <Legend counts={counts} />
                    <Strips days={days} window={NO_WINDOW}>
                        {(scale) => (
                            <MoreOf rows={agreements} atOnce={AGREEMENTS}>
                                {(shown) => shown.map((one) => <Strip key={one.id} agreement={one} scale={scale} />)}
                            </MoreOf>
                        )}
                    </Strips>
                    <Untold />
                </Figure>
            )}
        </section>
    );
}

function Legend({ counts }: { counts: ReadonlyMap<State, number> }) {
    return (
        <ul class="legend" aria-label="Marks, with the number of terms">
            {STATES.filter((state) => counts.get(state)).map((state) => (
                <li key={state} data-state={state}>
                    <OutcomeGlyph state={state} /> {stateWords(state)} <span class="count">{counts.get(state)}</span>
                </li>
            ))}
            <li class="legend-key">
                <svg width="8" height="14" aria-hidden="true">
                    <path class="due" d="M4 -1V15" />
                </svg>{" "}
                due
            </li>
        </ul>
    );
}

function Strip({ agreement: { id, terms }, scale }: { agreement: Agreement; scale: TimeScale | undefined }) {
    const { tables } = usePage();
    const dated = terms.filter((term) => spansOf(term).length);
    const undated = terms.filter((term) => !spansOf(term).length);
    const concluded = tables.events.find(tables.agreements.find(id)?.concluded_by ?? null)?.date_edtf;
    return (
        <section>
            <h3>
                {id === null ? (
                    "Sources disagree on the agreement"
                ) : (
                    <>
                        <RecordLink table="agreements" id={id} />
                        {concluded && <span class="soft"> concluded {shortDate(concluded)} ·</span>}
                    </>
                )}{" "}
                <span class="count">{counted(terms.length, "term")}</span>
            </h3>
            {scale && dated.length > 0 && (
                <MoreOf rows={dated} atOnce={AT_ONCE}>
                    {(shown) => (
                        <ol>
                            {shown.map((term) => (
                                <TermStrip key={term.clause.clause_id} term={term} scale={scale} />
                            ))}
                        </ol>
                    )}
                </MoreOf>
            )}
            {undated.length > 0 && (
                <MoreOf rows={undated} atOnce={AT_ONCE}>
                    {(shown) => (
                        <ul class="undated">
                            {shown.map((term) => (
                                <li key={term.clause.clause_id} class="strip" data-id={term.clause.clause_id}>
                                    <TermWords term={term} />
                                </li>
                            ))}
                        </ul>
                    )}
                </MoreOf>
            )}
        </section>
    );
}

/** The agreements of which no article tells a term. */
function Untold() {
    const { tables, selection } = usePage();
    const bare = tables.agreements
        .rows()
        .filter(({ agreement_id }) => !tables.clauses.where("agreement_id", agreement_id).length);
    if (!bare.length || asked(selection.filters).length) return null;
    return (
        <p class="soft">
            No article tells a term of{" "}
            {bare.map(({ agreement_id }, at) => (
                <span key={agreement_id}>
                    {at > 0 && ", "}
                    <RecordLink table="agreements" id={agreement_id} />
                </span>
            ))}
            .
        </p>
    );
}

/** The agreements in the order in which they were concluded, their terms by first date and what became of them. */
function byAgreement(tables: Tables, terms: readonly TermOfAgreement[]): Agreement[] {
    const first = (term: TermOfAgreement) => min(spansOf(term), (when) => when.first) ?? Infinity;
    return Array.from(
        group(terms, (term) => term.clause.agreement_id),
        ([id, some]) => ({
            id,
            concluded: tables.events.find(tables.agreements.find(id)?.concluded_by ?? null)?.date_start ?? Infinity,
            terms: some.sort(
                (a, b) => ascending(first(a), first(b)) || STATES.indexOf(a.state) - STATES.indexOf(b.state),
            ),
        }),
    ).sort((a, b) => ascending(a.concluded, b.concluded));
}

/** Infinite numbers are equal. */
const ascending = (a: number, b: number) => (a === b ? 0 : a - b);
