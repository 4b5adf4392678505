// Claims: what a source says of a field of a record, whose words they are, and who says otherwise.
import { columnOf, isTable, type TableName } from "../schema/schema.ts";
import type { Row, Tables } from "../tables/table.ts";
import { type AnyRow, labelOf, nameOf } from "./names.ts";

export type Claim = Row<"claims">;

/** The claims on a record, in the order of articles and of their texts. */
export function claimsOn(tables: Tables, table: string, id: string): Claim[] {
    return inReadingOrder(tables.claims.rowsWhere(["record_table", "record_id"], table, id));
}

export function inReadingOrder(claims: Claim[]): Claim[] {
    return claims.sort((a, b) => compare(a.source_id, b.source_id) || a.char_start - b.char_start);
}

/** The order of code points, the same on every machine. */
export function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** The value of a claim in words. */
export function claimedValue(tables: Tables, claim: Claim): string {
    if (!isTable(claim.record_table)) return claim.value;
    const table: TableName = claim.record_table;
    const column = columnOf(table, claim.field);
    const number = column.type === "integer" || column.type === "number";
    const row: AnyRow = { [claim.field]: number ? Number(claim.value) : claim.value };
    if (column.recordOf) return nameOf(tables, claim.record_id.split("/")[1] ?? "", claim.value);
    return labelOf(tables, table, claim.field, row);
}

/** A source by a name short enough for a label: its publisher or outlet, and when it was published. */
export function sourceLabel(source: Row<"sources"> | undefined, id: string): string {
    const outlet = source?.publisher ?? source?.origin ?? source?.author;
    return outlet ? `${outlet} (${id})` : id;
}

/** Who says it: the speaker, or null for the article's own voice. */
export function speakerOf(tables: Tables, claim: Claim): string | null {
    return claim.attributed_to === null ? null : nameOf(tables, "actors", claim.attributed_to);
}
