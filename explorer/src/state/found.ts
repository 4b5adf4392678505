// What the words in the address find, among the records that pass the filters.
import { type Hit, search } from "../model/search.ts";
import type { TableName } from "../schema/schema.ts";
import { usePage } from "./page_state.ts";
import { type Chosen, FILTERS, type Selection } from "./selection.ts";

const last = new WeakMap<Selection, { readonly words: string; readonly hits: readonly Hit[] }>();

/** The hits, the closest first. They are sought once, whoever asks. */
export function useFound(): readonly Hit[] {
    const { tables, selection, address } = usePage();
    const known = last.get(selection);
    if (known?.words === address.words) return known.hits;
    const shows = (table: TableName, id: string) => !(table in FILTERS) || selection.hasId(table as Chosen, id);
    const hits = search(tables, address.words, { shows, sources: selection.filters.source });
    last.set(selection, { words: address.words, hits });
    return hits;
}

/** How much is found, in words; what is said of it when nothing is asked for. */
export function useCount(): string {
    const hits = useFound();
    const { words } = usePage().address;
    if (!words.trim()) return "";
    if (!hits.length) return "Nothing is found.";
    const records = new Set(hits.map(({ table, id }) => `${table}/${id}`)).size;
    return `${records.toLocaleString("en")} ${records === 1 ? "record" : "records"} found, the closest first.`;
}
