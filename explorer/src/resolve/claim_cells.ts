// Whether claims say what the column of their field can hold, so that no view meets anything else.

import { isEdtf } from "../dates/edtf.ts";
import { type Column, SCHEMAS, TABLE_NAMES } from "../schema/schema.ts";
import { UnreadableTable } from "../tables/read.ts";
import type { Tables } from "../tables/table.ts";

/** These tables. Throws UnreadableTable, which names the first claim of a field that is none, and of a value that is. */
export function withSoundClaims(tables: Tables): Tables {
    const { claims } = tables;
    const [records, fields, values] = [claims.column("record_table"), claims.column("field"), claims.column("value")];
    const columns = new Map<string, Column>();
    for (const table of TABLE_NAMES)
        for (const column of SCHEMAS[table].columns) columns.set(`${table} ${column.name}`, column);
    const known = new Set<string>();
    const wrong = new Map<string, string>();
    for (let at = 0; at < claims.length; at++) {
        const field = `${records[at]} ${fields[at]}`;
        const [column, value] = [columns.get(field), values[at] as string];
        if (!column) wrong.set("field", wrong.get("field") ?? `field names no column in row ${at + 1}: ${field}`);
        else if (!known.has(`${field} ${value}`)) {
            known.add(`${field} ${value}`);
            if (holds(column, value)) continue;
            const kind = column.edtf ? "date" : column.type;
            const said = `value holds no ${kind} for ${column.name} in row ${at + 1}: ${value.slice(0, 60)}`;
            wrong.set("value", wrong.get("value") ?? said);
        }
    }
    if (wrong.size) throw new UnreadableTable(`claims.parquet: ${[...wrong.values()].join("; ")}`);
    return tables;
}

function holds({ type, edtf }: Column, value: string): boolean {
    if (type === "integer") return /^-?\d+$/.test(value);
    if (type === "number") return /\S/.test(value) && Number.isFinite(Number(value));
    return !edtf || isEdtf(value);
}
