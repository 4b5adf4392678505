// What each table and column is, as schemas/ say.
import { ABOUT, type Day, type Rows, SCHEMA_OF_TABLES, type Terms } from "./generated.ts";

export { ABOUT, type Day, type Rows, type Terms };

export type TableName = keyof Rows;
export type Vocabulary = keyof Terms;
/** A column's value as the tables hold it; a day is a number of days since 1970. */
export type Cell = string | number | boolean | null;

export type Resolution =
    | "agree"
    | "date"
    | "status"
    | "outcome"
    | "place"
    | "least"
    | "greatest"
    | "figure"
    | "wording"
    | "key";

export interface Column {
    readonly name: string;
    readonly type: "string" | "integer" | "number" | "boolean" | "date";
    readonly origin: "coded" | "authored" | "reference" | "derived";
    readonly description: string;
    readonly required?: true;
    readonly unit?: string;
    readonly vocabulary?: Vocabulary;
    /** The rule that makes one value of the claims. */
    readonly resolution?: Resolution;
    /** The column of the same row that names the table of which this one holds an id. */
    readonly recordOf?: string;
    /** The table whose key it holds. */
    readonly references?: TableName;
    readonly edtf?: true;
}

export interface TableSchema {
    readonly title: string;
    readonly description: string;
    readonly key: readonly string[];
    readonly columns: readonly Column[];
}

export const SCHEMAS = SCHEMA_OF_TABLES as unknown as Readonly<Record<TableName, TableSchema>>;
export const TABLE_NAMES = Object.keys(SCHEMAS) as readonly TableName[];

export function isTable(name: string): name is TableName {
    return Object.hasOwn(SCHEMAS, name);
}

/** The column of that name. Throws RangeError if the table has none. */
export function columnOf(table: TableName, name: string): Column {
    const found = SCHEMAS[table].columns.find((column) => column.name === name);
    if (!found) throw new RangeError(`the table ${table} has no column ${name}`);
    return found;
}
