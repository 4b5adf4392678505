// Finds records by words, ranked as karabakh_data/reader/search.py ranks them.
import { TABLE_NAMES, type TableName } from "../schema/schema.ts";
import type { Tables } from "../tables/table.ts";
import { compare } from "./claims.ts";
import { folded } from "./folded.ts";
import { type AnyRow, idOf, nameOf } from "./names.ts";

/** What words are found in, the closest to the record itself first. */
export const FOUND_IN = ["title", "name in an article", "quotation"] as const;
const TITLED = {
    ...{ events: "title", actors: "name", clauses: "summary", sources: "title", places: "name" },
    agreements: "title",
} as const satisfies Partial<Record<TableName, string>>;

export interface Hit {
    readonly table: TableName;
    readonly id: string;
    readonly title: string;
    readonly foundIn: (typeof FOUND_IN)[number];
    /** The text that holds the words. */
    readonly words: string;
}

/** A text with the records to which it leads. `source` is the article it stands in, null for a title of our own. */
interface Searched {
    readonly table: number;
    readonly id: string;
    readonly foundIn: number;
    readonly text: string;
    /** Folded, with a space before and after. */
    readonly folded: string;
    readonly source: string | null;
}

interface Ranked extends Searched {
    readonly rank: number;
}

export interface Wanted {
    /** Whether records are shown, by table and id. */
    readonly shows: (table: TableName, id: string) => boolean;
    /** The articles to search in; all where none is named. */
    readonly sources: readonly string[];
}

/** The texts made so far, and what makes the others. */
interface Prepared {
    readonly made: Searched[];
    readonly rest: Generator<Searched, undefined>;
}

const SLICE = 500; // texts that are made before it is asked whether that is enough
const searched = new WeakMap<Tables, Prepared>();

/** Each record and kind of text that holds all of the words, the closest first. */
export function search(tables: Tables, words: string, { shows, sources }: Wanted): Hit[] {
    const wanted = folded(words);
    if (!wanted) return [];
    const best = new Map<string, Ranked>();
    const asked = wanted.split(" ");
    for (const each of textsOf(tables)) {
        if (each.source !== null && sources.length && !sources.includes(each.source)) continue;
        const rank = rankOf(wanted, asked, each);
        if (rank === undefined) continue;
        const ranked = { ...each, rank };
        const key = `${each.table}/${each.foundIn}/${each.id}`;
        const before = best.get(key);
        if (!before || inOrder(ranked, before) < 0) best.set(key, ranked);
    }
    return [...best.values()]
        .filter(({ table, id }) => shows(TABLE_NAMES[table] as TableName, id))
        .sort(inOrder)
        .map((hit) => shown(tables, hit));
}

function shown(tables: Tables, { table, id, foundIn, text }: Searched): Hit {
    const name = TABLE_NAMES[table] as TableName;
    return {
        table: name,
        id,
        // Of many hits, few are shown.
        get title() {
            return nameOf(tables, name, id);
        },
        foundIn: FOUND_IN[foundIn] ?? "title",
        words: text,
    };
}

/** How close a text comes: 0 these words alone, 1 these in a row, 2 somewhere, 3 begun; undefined if one is absent. */
function rankOf(wanted: string, asked: readonly string[], { folded: text, foundIn }: Searched): number | undefined {
    for (const word of asked) if (!text.includes(` ${word}`)) return undefined;
    // A quotation is no closer to its record for being short.
    if (text.length === wanted.length + 2 && text === ` ${wanted} `) return foundIn === 2 ? 1 : 0;
    if (text.includes(` ${wanted} `)) return 1;
    return asked.every((word) => text.includes(` ${word} `)) ? 2 : 3;
}

function inOrder(a: Ranked, b: Ranked): number {
    return (
        a.rank - b.rank ||
        a.foundIn - b.foundIn ||
        lengthOf(a.text) - lengthOf(b.text) ||
        a.table - b.table ||
        compare(a.id, b.id) ||
        compare(a.text, b.text)
    );
}

/** In code points. */
function lengthOf(text: string): number {
    let pairs = 0;
    for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) pairs++;
    return text.length - pairs;
}

/** Every text that is searched, as far as it is made. */
function textsOf(tables: Tables): readonly Searched[] {
    prepare(tables, () => false);
    return prepared(tables).made;
}

/** Makes the texts that are searched until it is enough for now; returns whether all are made. */
export function prepare(tables: Tables, enough: () => boolean): boolean {
    const { made, rest } = prepared(tables);
    for (let at = 1; ; at++) {
        const next = rest.next();
        if (next.done) return true;
        made.push(next.value);
        if (at % SLICE === 0 && enough()) return false;
    }
}

function prepared(tables: Tables): Prepared {
    const found = searched.get(tables) ?? { made: [], rest: texts(tables) };
    searched.set(tables, found);
    return found;
}

function* texts(tables: Tables): Generator<Searched, undefined> {
    yield* titles(tables);
    yield* named(tables);
    yield* quoted(tables);
    return undefined;
}

const spaced = (text: string) => ` ${folded(text)} `;
const tableAt = (name: string) => (TABLE_NAMES as readonly string[]).indexOf(name);

function* titles(tables: Tables): Iterable<Searched> {
    for (const [name, column] of Object.entries(TITLED)) {
        const table = name as keyof typeof TITLED;
        for (const position of tables[table].all()) {
            const row = tables[table].row(position) as unknown as AnyRow;
            const text = row[column];
            if (typeof text !== "string" || !text) continue;
            yield { table: tableAt(name), id: idOf(table, row), foundIn: 0, text, folded: spaced(text), source: null };
        }
    }
}

function* named({ mentions }: Tables): Iterable<Searched> {
    for (const position of mentions.all()) {
        const { entity_table, entity_id, surface, source_id } = mentions.row(position);
        yield {
            ...{ table: tableAt(entity_table), id: entity_id, foundIn: 1 },
            ...{ text: surface, folded: spaced(surface), source: source_id },
        };
    }
}

function* quoted({ claims }: Tables): Iterable<Searched> {
    const folds = new Map<string, string>(); // several claims rest on the same words
    for (const position of claims.all()) {
        const { record_table, record_id, quote, source_id } = claims.row(position);
        const known = folds.get(quote) ?? spaced(quote);
        folds.set(quote, known);
        yield {
            ...{ table: tableAt(record_table), id: record_id, foundIn: 2 },
            ...{ text: quote, folded: known, source: source_id },
        };
    }
}
