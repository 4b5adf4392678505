// What the articles name, counted: which places and actors, by which words, in which articles.
import type { Tables } from "../tables/table.ts";
import { compare } from "./claims.ts";

/** A place or actor, by how many articles name it and how often. */
export interface Named {
    readonly table: "actors" | "places";
    readonly id: string;
    readonly articles: number;
    readonly count: number;
}

/** One name of a place or actor in one article. */
export interface Naming {
    readonly table: string;
    readonly id: string;
    readonly source: string;
    readonly surface: string;
}

/** Each mention by numbers: of what it names, of that in its article, of that by its words. */
interface Index {
    readonly entities: readonly Pick<Named, "table" | "id">[];
    /** The number of its entity, for each pair of entity and article. */
    readonly pairs: readonly number[];
    readonly namings: readonly Naming[];
    readonly pairOf: Int32Array;
    readonly namingOf: Int32Array;
}

/** What is named in the mentions that the mask lets pass: what most articles name first, then what is named most. */
export function namedIn(tables: Tables, mask: Uint8Array): Named[] {
    const { entities, pairs, pairOf } = indexOf(tables);
    const counts = counted(pairOf, pairs.length, mask);
    const [articles, all] = [new Int32Array(entities.length), new Int32Array(entities.length)];
    pairs.forEach((entity, pair) => {
        const count = counts[pair] ?? 0;
        if (count) articles[entity] = (articles[entity] ?? 0) + 1;
        all[entity] = (all[entity] ?? 0) + count;
    });
    return entities
        .map((entity, at) => ({ ...entity, articles: articles[at] ?? 0, count: all[at] ?? 0 }))
        .filter(({ count }) => count)
        .sort((a, b) => b.articles - a.articles || b.count - a.count || compare(a.id, b.id));
}

/** Each name in them, with how often it stands there. */
export function namingsIn(tables: Tables, mask: Uint8Array): { readonly naming: Naming; readonly count: number }[] {
    const { namings, namingOf } = indexOf(tables);
    const counts = counted(namingOf, namings.length, mask);
    return namings.flatMap((naming, at) => (counts[at] ? [{ naming, count: counts[at] }] : []));
}

function counted(numbers: Int32Array, most: number, mask: Uint8Array): Int32Array {
    const counts = new Int32Array(most);
    for (let at = 0; at < numbers.length; at++) {
        const number = numbers[at] as number;
        if (mask[at]) counts[number] = (counts[number] ?? 0) + 1;
    }
    return counts;
}

const known = new WeakMap<Tables, Index>();

function indexOf(tables: Tables): Index {
    const found = known.get(tables) ?? indexed(tables);
    known.set(tables, found);
    return found;
}

function indexed({ mentions }: Tables): Index {
    const [on, ids] = [mentions.column("entity_table"), mentions.column("entity_id")];
    const [sources, surfaces] = [mentions.column("source_id"), mentions.column("surface")];
    const [entities, pairs, namings]: [Pick<Named, "table" | "id">[], number[], Naming[]] = [[], [], []];
    const [pairOf, namingOf] = [new Int32Array(mentions.length), new Int32Array(mentions.length)];
    const numbers = new Map<string, number>();
    const numberOf = (key: string, add: () => number): number => {
        let number = numbers.get(key);
        if (number === undefined) {
            number = add() - 1;
            numbers.set(key, number);
        }
        return number;
    };
    for (let at = 0; at < mentions.length; at++) {
        const [table, id, source, surface] = [on[at], ids[at], sources[at], surfaces[at]] as [
            string,
            string,
            string,
            string,
        ];
        const entity = numberOf(`${table}\n${id}`, () => entities.push({ table: table as Named["table"], id }));
        pairOf[at] = numberOf(`${entity}\n${source}\n`, () => pairs.push(entity));
        namingOf[at] = numberOf(`${entity}\n${source}\n${surface}\n`, () =>
            namings.push({ table, id, source, surface }),
        );
    }
    return { entities, pairs, namings, pairOf, namingOf };
}
