// Claims that belong to a record without being on it: by a speaker, in a passage, beside another claim.
import { useState } from "preact/hooks";
import { type Claim, claimsOn, inReadingOrder } from "../../model/claims.ts";
import type { RecordView } from "../../model/record.ts";
import { ClaimItem } from "../../parts/quotation.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { usePage } from "../../state/page_state.ts";
import type { Tables } from "../../tables/table.ts";

const AT_ONCE = 10; // claims, before the reader asks for more

export function Spoken({ record }: { record: RecordView }) {
    const { tables } = usePage();
    const [most, setMost] = useState(AT_ONCE);
    const found = spoken(tables, record);
    if (!found?.claims.length) return null;
    return (
        <section class="spoken" aria-labelledby="spoken-title">
            <h2 id="spoken-title">{found.heading}</h2>
            {found.claims.slice(0, most).map((claim) => (
                <div key={claim.claim_id} class="about">
                    <p class="of">
                        <RecordLink table={claim.record_table} id={claim.record_id} />
                    </p>
                    <ClaimItem claim={claim} field />
                </div>
            ))}
            {found.claims.length > most && (
                <button type="button" class="more" onClick={() => setMost(found.claims.length)}>
                    Show all {found.claims.length.toLocaleString("en")}
                </button>
            )}
        </section>
    );
}

function spoken(tables: Tables, { table, id, row }: RecordView): { heading: string; claims: Claim[] } | undefined {
    const { claims } = tables;
    if (table === "actors") {
        return {
            heading: "What it says, as the articles tell",
            claims: inReadingOrder(claims.rowsWhere("attributed_to", id)),
        };
    }
    if (table === "passages")
        return { heading: "What is coded from it", claims: inReadingOrder(claims.rowsWhere("passage_id", id)) };
    if (table !== "claims") return undefined;
    const others = claimsOn(tables, String(row.record_table), String(row.record_id)).filter(
        (claim) => claim.field === row.field && claim.claim_id !== id,
    );
    return { heading: "What others say of the same", claims: others };
}
