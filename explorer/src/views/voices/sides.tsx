// One disagreement: who says what, side by side, in their words.
import { useId } from "preact/hooks";
import { shortName } from "../../model/articles.ts";
import type { Claim } from "../../model/claims.ts";
import { answer, claimsOf, type Disagreement, question, sidesOf } from "../../model/disagreements.ts";
import { nameOf, unstopped } from "../../model/names.ts";
import { MachineForm } from "../../parts/date_text.tsx";
import { InPassage, PassageLink } from "../../parts/in_passage.tsx";
import { Quotation } from "../../parts/quotation.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Term } from "../../parts/term.tsx";
import { Text } from "../../parts/text.tsx";
import { usePage } from "../../state/page_state.ts";

const AT_ONCE = 6; // voices of a side

/** `brief` leaves out the machine's forms and how the value follows from the words. */
export function Sides({ of, brief = false }: { of: Disagreement; brief?: boolean }) {
    const { tables } = usePage();
    const id = useId();
    return (
        <article class="sides" aria-labelledby={id}>
            <h3 id={id}>
                <RecordLink table={of.table} id={of.id}>
                    <Text>{unstopped(nameOf(tables, of.table, of.id))}</Text>
                </RecordLink>
                : <span class="question">{question(of.field)}</span>
            </h3>
            <div class="side-by-side">
                {sidesOf(claimsOf(tables, of)).map((claims) => (
                    <Side key={claims[0]?.claim_id} claims={claims} brief={brief} />
                ))}
            </div>
        </article>
    );
}

function Side({ claims, brief }: { claims: readonly Claim[]; brief: boolean }) {
    const { tables } = usePage();
    const [first] = claims as readonly [Claim];
    const said = answer(tables, first);
    const machine = first.stance === "asserts" ? first.value : `${first.value}, ${first.stance}`;
    return (
        <section class="side">
            <h4>
                <Text most={160}>{said}</Text>
                {!brief && machine !== said && <MachineForm>{machine}</MachineForm>}
            </h4>
            {claims.slice(0, AT_ONCE).map((claim) => (
                <Said key={claim.claim_id} claim={claim} brief={brief} />
            ))}
            {claims.length > AT_ONCE && (
                <p class="count">
                    and {(claims.length - AT_ONCE).toLocaleString("en")} more, on{" "}
                    <RecordLink table={first.record_table} id={first.record_id}>
                        the record
                    </RecordLink>
                </p>
            )}
        </section>
    );
}

/** One voice: who says it, the words, the article, and how the value follows from them. */
export function Said({ claim, brief = false }: { claim: Claim; brief?: boolean }) {
    const { published } = usePage();
    const source = published.sources.find(claim.source_id);
    return (
        <div class="said">
            <p class="speaker">
                {claim.attributed_to ? <RecordLink table="actors" id={claim.attributed_to} /> : "The article itself"}
            </p>
            {!brief && <Quotation claim={claim} />}
            <p class="where">
                {!brief && <PassageLink id={claim.passage_id} />}
                {!brief && ": "}
                <InPassage
                    id={claim.passage_id}
                    start={claim.char_start}
                    end={claim.char_end}
                    around={brief ? 2 : undefined}
                />
            </p>
            <p class="source">
                <RecordLink table="sources" id={claim.source_id}>
                    <Text>{shortName(source, claim.source_id)}</Text>
                </RecordLink>
                {!brief && (
                    <>
                        {" · "}
                        <RecordLink table="claims" id={claim.claim_id}>
                            the claim
                        </RecordLink>
                        {" · "}
                        <Term vocabulary="stance" term={claim.stance} />
                        {", "}
                        <Term vocabulary="basis" term={claim.basis} />
                    </>
                )}
            </p>
            {!brief && claim.note && (
                <p class="basis">
                    Note: <Text>{claim.note}</Text>
                </p>
            )}
        </div>
    );
}
