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

/** The names of a record by article, the most frequent first. */
export function surfaceForms(tables: Tables, table: "actors" | "places", id: string): SurfaceForm[] {
    return formsOf(tables.mentions.rowsWhere(["entity_table", "entity_id"], table, id));
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

/** A place or actor with the names that articles give it. */
export interface Named {
    readonly table: "actors" | "places";
    readonly id: string;
    readonly forms: readonly SurfaceForm[];
    /** How many articles name it. */
    readonly articles: number;
    readonly count: number;
}

/** All that these mentions name, what most articles name first, then what they name most often. */
export function namedBy(mentions: readonly Mention[]): Named[] {
    const entities = group(mentions, ({ entity_table, entity_id }) => `${entity_table}/${entity_id}`);
    return [...entities.values()]
        .map((of): Named => {
            const [{ entity_table, entity_id }] = of as [Mention];
            const articles = new Set(of.map((mention) => mention.source_id)).size;
            return {
                table: entity_table as Named["table"],
                id: entity_id,
                forms: formsOf(of),
                articles,
                count: of.length,
            };
        })
        .sort((a, b) => b.articles - a.articles || b.count - a.count || compare(a.id, b.id));
}
