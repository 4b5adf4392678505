// What the sources say where they cannot all be right.
import { group } from "d3-array";
import { isTable, type TableName } from "../schema/schema.ts";
import type { Tables } from "../tables/table.ts";
import { type Claim, compare, inReadingOrder } from "./claims.ts";

/** One field of one record with all claims on it. */
export interface Disagreement {
    readonly table: TableName;
    readonly id: string;
    readonly field: string;
    readonly claims: readonly Claim[];
}

/** Each field whose claims cannot all be true, by table, record and field. */
export function disagreements(tables: Tables): Disagreement[] {
    const marks = tables.claims.column("in_conflict");
    const claims = tables.claims.rows(Array.from(tables.claims.all()).filter((at) => marks[at]));
    const fields = group(claims, (claim) => JSON.stringify([claim.record_table, claim.record_id, claim.field]));
    return [...fields.values()]
        .flatMap((on): Disagreement[] => {
            const [{ record_table: table, record_id: id, field }] = on as [Claim];
            return isTable(table) ? [{ table, id, field, claims: inReadingOrder(on) }] : [];
        })
        .sort((a, b) => compare(a.table, b.table) || compare(a.id, b.id) || compare(a.field, b.field));
}

/** The claims of a disagreement by what they come down to: the same value and stance stand together. */
export function positions({ claims }: Disagreement): Claim[][] {
    return [...group(claims, ({ value, stance }) => JSON.stringify([value, stance])).values()];
}
