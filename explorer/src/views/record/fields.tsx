// The fields of a record: those that sources claim, each with its words; then our own words and what is derived.
import { columnLabel } from "../../model/names.ts";
import type { Field, RecordView } from "../../model/record.ts";
import { DateText, MachineForm } from "../../parts/date_text.tsx";
import { ClaimItem } from "../../parts/quotation.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Term } from "../../parts/term.tsx";
import { Text } from "../../parts/text.tsx";

export function ClaimedFields({ record: { fields } }: { record: RecordView }) {
    const claimed = fields.filter((field) => field.claims.length);
    if (!claimed.length) return null;
    return (
        <section class="claimed-fields" aria-labelledby="claimed-title">
            <h2 id="claimed-title">What is claimed, and in which words</h2>
            {claimed.map((field) => (
                <section key={field.column.name} class={field.disputed ? "field field-disputed" : "field"}>
                    <h3 title={field.column.description}>
                        {columnLabel(field.column.name)}: <Value field={field} />
                        {field.disputed && <span class="conflict"> disputed</span>}
                    </h3>
                    <div class={field.disputed ? "claims claims-beside" : "claims"}>
                        {field.claims.map((claim) => (
                            <ClaimItem
                                key={claim.claim_id}
                                claim={claim}
                                value={field.disputed || claim.value !== String(field.value)}
                            />
                        ))}
                    </div>
                </section>
            ))}
        </section>
    );
}

/** The fields on which nobody makes a claim: identity and our own words, outside identifiers, what is derived. */
export function GivenFields({ record: { fields } }: { record: RecordView }) {
    const given = fields.filter(({ claims, value }) => !claims.length && value !== null);
    return (
        <section class="given-fields" aria-labelledby="given-title">
            <h2 id="given-title">Further columns</h2>
            <dl>
                {given.map((field) => (
                    <div key={field.column.name}>
                        <dt title={field.column.description}>
                            {columnLabel(field.column.name)} <span class="origin">{field.column.origin}</span>
                        </dt>
                        <dd>
                            <Value field={field} />
                        </dd>
                    </div>
                ))}
            </dl>
        </section>
    );
}

/** A value as people read it, with the tables' own form beside where the two differ. */
function Value({ field: { column, value, label, target } }: { field: Field }) {
    if (value === null) return <span class="unknown">no single value</span>;
    if (target) return <RecordLink table={target.table} id={target.id} />;
    if (column.edtf) return <DateText edtf={String(value)} />;
    if (column.vocabulary) return <Term vocabulary={column.vocabulary} term={String(value)} />;
    return (
        <>
            <Text most={2000}>{label}</Text>
            {column.type === "integer" && label !== String(value) && <MachineForm>{String(value)}</MachineForm>}
        </>
    );
}
