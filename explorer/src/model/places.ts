// Which place lies in which.
import type { Tables } from "../tables/table.ts";

/** These places and all that lies in them, however deep. */
export function withParts(tables: Tables, ids: Iterable<string>): ReadonlySet<string> {
    const found = new Set(ids);
    for (const id of found) {
        for (const part of tables.places.rowsWhere("part_of", id)) found.add(part.place_id);
    }
    return found;
}

/** The places around a place, the nearest first. */
export function around(tables: Tables, id: string): string[] {
    const found: string[] = [];
    let whole = tables.places.find(id)?.part_of ?? null;
    while (whole !== null && whole !== id && !found.includes(whole)) {
        found.push(whole);
        whole = tables.places.find(whole)?.part_of ?? null;
    }
    return found;
}
