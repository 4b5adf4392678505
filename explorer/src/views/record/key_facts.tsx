// What a reader wants to know of a record before anything else, in one line.
import type { RecordView } from "../../model/record.ts";
import { DateText } from "../../parts/date_text.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { type Status, StatusText } from "../../parts/status_glyph.tsx";
import { Term } from "../../parts/term.tsx";

/** Status, kind, date and place, where the record has them. */
export function KeyFacts({ record: { fields, claims } }: { record: RecordView }) {
    const shown = ["status", "event_type", "provision", "actor_type", "place_type", "agreement_type"].concat([
        "measure",
        "outcome",
        "role",
        "date_edtf",
        "due_edtf",
        "published_edtf",
        "place_id",
        "side_id",
    ]);
    const facts = shown.flatMap((name) =>
        fields.filter(({ column, value, target }) => {
            const telling = target ?? column.vocabulary ?? column.edtf;
            return column.name === name && value !== null && telling;
        }),
    );
    const sources = new Set(claims.map((claim) => claim.source_id)).size;
    const disputed = fields.filter((field) => field.disputed).map((field) => field.column.name);
    return (
        <ul class="key-facts">
            {facts.map(({ column, value, target }) => (
                <li key={column.name}>
                    {column.name === "status" ? (
                        <StatusText status={value as Status} />
                    ) : column.vocabulary ? (
                        <Term vocabulary={column.vocabulary} term={String(value)} />
                    ) : column.edtf ? (
                        <DateText edtf={String(value)} />
                    ) : (
                        target && <RecordLink table={target.table} id={target.id} />
                    )}
                </li>
            ))}
            {claims.length > 0 && (
                <li>
                    {claims.length} {claims.length === 1 ? "claim" : "claims"} in {sources}{" "}
                    {sources === 1 ? "article" : "articles"}
                </li>
            )}
            {disputed.length > 0 && <li class="conflict">disputed</li>}
        </ul>
    );
}
