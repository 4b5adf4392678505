// What records, terms and values are called, as karabakh_data/reader/rows.py has it.
import { isoDay } from "../dates/edtf.ts";
import { type Cell, columnOf, isTable, SCHEMAS, type TableName, type Vocabulary } from "../schema/schema.ts";
import type { Row, Tables } from "../tables/table.ts";
import { spokenDate } from "./dates.ts";

/** The column that names a record. Figures, claims, passages and links have no name of their own. */
const TITLES: Partial<Record<TableName, string>> = {
    events: "title",
    actors: "name",
    clauses: "summary",
    sources: "title",
    mentions: "surface",
    places: "name",
    agreements: "title",
    vocabulary: "label",
};

export type AnyRow = Readonly<Record<string, Cell>>;

/** The id of a row; of a table with several key columns, these joined by `/`. */
export function idOf(table: TableName, row: AnyRow): string {
    return SCHEMAS[table].key.map((name) => row[name]).join("/");
}

/** What a record is called: its own title, or, of a link, what it joins. */
export function titleOf(tables: Tables, table: TableName, row: AnyRow): string {
    if (table === "casualties") {
        const counted = row as unknown as Row<"casualties">;
        return `${figure(counted)} ${counted.measure ?? "victims"}, ${counted.victim_class ?? "of disputed class"}`;
    }
    if (table === "claims") return `${row.record_table}/${row.record_id}.${row.field} = ${row.value}`;
    const title = TITLES[table];
    if (title) return String(row[title] ?? idOf(table, row));
    const { key } = SCHEMAS[table];
    if (key.length === 1) return idOf(table, row);
    const ends = key.filter((name) => name !== "record_table");
    return ends.map((name) => unstopped(labelOf(tables, table, name, row))).join(": ");
}

/** The summary of a term is a sentence; within a line it ends without a full stop. */
export function unstopped(words: string): string {
    return words.replace(/\.$/, "");
}

/** What the record with that id is called; the id itself where there is none. */
export function nameOf(tables: Tables, table: string, id: string): string {
    const row = isTable(table) ? tables[table].find(id) : undefined;
    return row && isTable(table) ? titleOf(tables, table, row as unknown as AnyRow) : id;
}

/** A cell in words: what an id or term stands for, a date as people write it; a dash for null. */
export function labelOf(tables: Tables, table: TableName, name: string, row: AnyRow): string {
    const cell = row[name] ?? null;
    const target = targetOf(table, name, row);
    return target && typeof cell === "string" ? nameOf(tables, target, cell) : spoken(tables, table, name, cell);
}

/** The table of which a column holds an id; undefined where it holds none. */
export function targetOf(table: TableName, name: string, row: AnyRow): TableName | undefined {
    const column = columnOf(table, name);
    const target = column.recordOf ? String(row[column.recordOf]) : column.references;
    return target && isTable(target) ? target : undefined;
}

/** A value of a column that holds no id, in words. */
export function spoken(tables: Tables, table: TableName, name: string, cell: Cell): string {
    if (cell === null) return "–";
    const column = columnOf(table, name);
    if (typeof cell === "boolean") return cell ? "yes" : "no";
    // Days are bounds derived from a date: in words they would be more exact than what the article says.
    if (column.type === "date") return isoDay(Number(cell));
    if (column.edtf) return spokenDate(String(cell));
    if (column.vocabulary) return termLabel(tables, column.vocabulary, String(cell));
    const number = typeof cell === "number" && column.unit ? cell.toLocaleString("en") : String(cell);
    return column.unit && column.unit !== "persons" ? `${number} ${column.unit}` : number;
}

/** The label of a term, such as "troop entry". */
export function termLabel(tables: Tables, vocabulary: Vocabulary, term: string): string {
    return tables.vocabulary.find(`${vocabulary}/${term}`)?.label ?? term.replaceAll("_", " ");
}

export function termDefinition(tables: Tables, vocabulary: Vocabulary, term: string): string | undefined {
    return tables.vocabulary.find(`${vocabulary}/${term}`)?.definition;
}

/** The name of a column as people read it, such as "date end" or "place". */
export function columnLabel(name: string): string {
    return name.replace(/_(id|edtf)$/, "").replaceAll("_", " ");
}

/** A casualty figure in words: "7", "7 to 12", "at least 7", or the wording that stands for it. */
export function figure({ low, best, high, wording }: Pick<Row<"casualties">, "low" | "best" | "high" | "wording">) {
    const [least, single, most] = [low, best, high].map((number) => number?.toLocaleString("en"));
    if (single !== undefined) return single;
    if (least !== undefined && most !== undefined) return `${least} to ${most}`;
    if (least !== undefined) return `at least ${least}`;
    return most === undefined ? (wording ?? "some") : `at most ${most}`;
}
