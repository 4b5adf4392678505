// Whether the cells of a column are what the schemas say, so that no view meets anything else.
import { isEdtf } from "../dates/edtf.ts";
import type { Cell, Column } from "../schema/schema.ts";

const KINDS: Readonly<Record<Column["type"], string>> = {
    string: "string",
    integer: "number",
    number: "number",
    date: "number",
    boolean: "boolean",
};

/** What is wrong with the first cell that is none of this column, with its row counted from 1; undefined for none. */
export function wrongCell({ name, type, required, edtf }: Column, cells: ArrayLike<Cell>): string | undefined {
    const dates = new Set<Cell>();
    for (let at = 0; at < cells.length; at++) {
        const cell = cells[at] ?? null;
        if (cell === null) {
            if (required) return `${name} is empty in row ${at + 1}`;
        } else if (typeof cell !== KINDS[type]) return `${name} holds no ${type} in row ${at + 1}`;
        else if (edtf && !dates.has(cell)) {
            if (!isEdtf(String(cell))) return `${name} holds no date in row ${at + 1}: ${String(cell).slice(0, 60)}`;
            dates.add(cell);
        }
    }
    return undefined;
}
