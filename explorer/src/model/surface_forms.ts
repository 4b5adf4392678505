// How each article names an actor or a place.
import type { Tables } from "../tables/table.ts";
import { compare } from "./claims.ts";

export interface SurfaceForm {
    readonly source: string;
    /** The words that the article uses. */
    readonly surface: string;
    readonly count: number;
}

/** The names of a record by article, the most frequent first. */
export function surfaceForms(tables: Tables, table: "actors" | "places", id: string): SurfaceForm[] {
    const counts = new Map<string, SurfaceForm>();
    for (const { source_id, surface } of tables.mentions.rowsWhere(["entity_table", "entity_id"], table, id)) {
        const key = JSON.stringify([source_id, surface]);
        counts.set(key, { source: source_id, surface, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return [...counts.values()].sort(
        (a, b) => compare(a.source, b.source) || b.count - a.count || compare(a.surface, b.surface),
    );
}
