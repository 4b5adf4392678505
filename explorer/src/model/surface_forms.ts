// How each article names an actor or a place.
import { group } from "d3-array";
import type { Row, Tables } from "../tables/table.ts";
import { compare } from "./claims.ts";

export type Mention = Row<"mentions">;

export interface SurfaceForm {
    readonly source: string;
    /** The words that the article uses. */
    readonly surface: string;
    readonly count: number;
    /** The places in the text, in its order. */
    readonly mentions: readonly Mention[];
}

/** No filter changes how articles name a record. */
const formsOfTables = new WeakMap<Tables, Map<string, SurfaceForm[]>>();

/** The names of a record by article, the most frequent first. */
export function surfaceForms(tables: Tables, table: "actors" | "places", id: string): readonly SurfaceForm[] {
    const known = formsOfTables.get(tables) ?? new Map<string, SurfaceForm[]>();
    formsOfTables.set(tables, known);
    const key = `${table}/${id}`;
    const forms = known.get(key) ?? formsOf(tables.mentions.rowsWhere(["entity_table", "entity_id"], table, id));
    known.set(key, forms);
    return forms;
}

/** The names in these mentions by article, the most frequent first. */
export function formsOf(mentions: readonly Mention[]): SurfaceForm[] {
    const forms = group(mentions, ({ source_id, surface }) => JSON.stringify([source_id, surface]));
    return [...forms.values()]
        .map((of): SurfaceForm => {
            const [{ source_id: source, surface }] = of as [Mention];
            const mentions = of.toSorted((a, b) => a.char_start - b.char_start);
            return { source, surface, count: of.length, mentions };
        })
        .sort((a, b) => compare(a.source, b.source) || b.count - a.count || compare(a.surface, b.surface));
}
