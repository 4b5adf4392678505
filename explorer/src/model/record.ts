// A record as a reader meets it: each field with the claims behind it, and the records that hang on it.
import { type Cell, type Column, isTable, SCHEMAS, TABLE_NAMES, type TableName } from "../schema/schema.ts";
import type { ColumnName, Tables } from "../tables/table.ts";
import { type Claim, claimsOn } from "./claims.ts";
import { type AnyRow, idOf, labelOf, targetOf, titleOf } from "./names.ts";

export interface Field {
    readonly column: Column;
    readonly value: Cell;
    /** The value in words. */
    readonly label: string;
    /** The record to which an id leads. */
    readonly target: { readonly table: TableName; readonly id: string } | undefined;
    readonly claims: readonly Claim[];
    /** Whether what is claimed of the field cannot all be true. */
    readonly disputed: boolean;
}

/** A row of another table that names the record in one of its columns. */
export interface Link {
    readonly table: TableName;
    readonly id: string;
    readonly column: string;
    readonly row: AnyRow;
}

export interface RecordView {
    readonly table: TableName;
    readonly id: string;
    readonly title: string;
    readonly row: AnyRow;
    readonly fields: readonly Field[];
    readonly claims: readonly Claim[];
    readonly links: readonly Link[];
}

/** The record with that id; undefined where the tables have none. */
export function recordOf(tables: Tables, table: TableName, id: string): RecordView | undefined {
    const row = tables[table].find(id) as AnyRow | undefined;
    if (!row) return undefined;
    const claims = claimsOn(tables, table, id);
    const fields = SCHEMAS[table].columns.map((column) => fieldOf(tables, table, row, column, claims));
    return { table, id, title: titleOf(tables, table, row), row, fields, claims, links: linksTo(tables, table, id) };
}

function fieldOf(tables: Tables, table: TableName, row: AnyRow, column: Column, claims: readonly Claim[]): Field {
    const value = row[column.name] ?? null;
    const on = claims.filter((claim) => claim.field === column.name);
    const target = value === null ? undefined : targetOf(table, column.name, row);
    return {
        column,
        value,
        label: labelOf(tables, table, column.name, row),
        target: target && { table: target, id: String(value) },
        claims: on,
        disputed: on.some((claim) => claim.in_conflict),
    };
}

/** The rows of all tables but claims that name the record, in the order of tables and of their keys. */
export function linksTo(tables: Tables, target: TableName, id: string): Link[] {
    return TABLE_NAMES.filter((table) => table !== "claims").flatMap((table) =>
        SCHEMAS[table].columns.flatMap((column) => {
            const positions = naming(tables, table, column, target, id);
            return positions.map((position) => {
                const row = tables[table].row(position) as unknown as AnyRow;
                return { table, id: idOf(table, row), column: column.name, row };
            });
        }),
    );
}

function naming(tables: Tables, table: TableName, column: Column, target: TableName, id: string): readonly number[] {
    if (column.recordOf)
        return tables[table].where([column.recordOf, column.name] as ColumnName<TableName>[], target, id);
    if (column.references !== target) return [];
    return tables[table].where(column.name as ColumnName<TableName>, id);
}

/** The record that had this id in an earlier release, or null where that release was its last; undefined if none. */
export function formerId(tables: Tables, table: string, id: string): { table: string; id: string | null } | undefined {
    const [former] = tables.id_history.rowsWhere(["record_table", "old_id"], table, id);
    return former && isTable(former.record_table) ? { table: former.record_table, id: former.new_id } : undefined;
}
