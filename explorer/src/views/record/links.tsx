// What hangs on a record, each link with the words that make it.
import { useState } from "preact/hooks";
import type { LinkedRow, LinkGroup } from "../../model/link_groups.ts";
import { DateText } from "../../parts/date_text.tsx";
import { ClaimItem } from "../../parts/quotation.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { StatusText } from "../../parts/status_glyph.tsx";
import { Term } from "../../parts/term.tsx";
import { columnOf } from "../../schema/schema.ts";
import { usePage } from "../../state/page_state.ts";

const AT_ONCE = 20; // of a group, before the reader asks for more

export function Links({ groups }: { groups: readonly LinkGroup[] }) {
    return groups.map((group) => <Group key={group.heading} {...group} />);
}

function Group({ heading, rows }: LinkGroup) {
    const [most, setMost] = useState(AT_ONCE);
    return (
        <section class="links">
            <h2>{heading}</h2>
            <ul>
                {rows.slice(0, most).map((row) => (
                    <li key={`${row.table}/${row.id}`}>
                        <Linked row={row} />
                    </li>
                ))}
            </ul>
            {rows.length > most && (
                <button type="button" class="more" onClick={() => setMost(rows.length)}>
                    Show all {rows.length.toLocaleString("en")}
                </button>
            )}
        </section>
    );
}

function Linked({ row: { table, id, ends, as, claims } }: { row: LinkedRow }) {
    const { tables } = usePage();
    const vocabulary = as && columnOf(table, as.column).vocabulary;
    const late = table === "clause_events" ? tables.clause_events.find(id)?.days_late : null;
    return (
        <>
            {as && vocabulary && (
                <strong class="manner">
                    <Term vocabulary={vocabulary} term={as.term} />
                    {late ? ` by ${late} days` : ""}:{" "}
                </strong>
            )}
            {ends.map((end) => (
                <span key={`${end.table}/${end.id}`} class="end">
                    <RecordLink table={end.table} id={end.id} /> <Telling table={end.table} id={end.id} />
                </span>
            ))}
            {claims.length > 0 && (
                <details class={claims.some((claim) => claim.in_conflict) ? "words words-disputed" : "words"}>
                    <summary>
                        {claims.some((claim) => claim.in_conflict) && <span class="conflict">disputed, </span>}
                        {claims.length === 1 ? "the words" : `${claims.length} claims`}
                    </summary>
                    {claims.map((claim) => (
                        <ClaimItem key={claim.claim_id} claim={claim} value={claim.in_conflict} />
                    ))}
                </details>
            )}
        </>
    );
}

/** Of an event, how far it has come and when. */
function Telling({ table, id }: { table: string; id: string }) {
    const { tables } = usePage();
    const event = table === "events" ? tables.events.find(id) : undefined;
    if (!event) return null;
    return (
        <span class="telling">
            <StatusText status={event.status} /> {event.date_edtf && <DateText edtf={event.date_edtf} bare />}
        </span>
    );
}
