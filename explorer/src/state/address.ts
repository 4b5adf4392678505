// Where the reader is: a view or a record, and the filters; all of it in the address, after `#`.
import { isTable, type TableName } from "../schema/schema.ts";
import { type Filters, fromQuery, NO_FILTERS, toQuery } from "./filters.ts";

export const VIEWS = ["start", "timeline", "terms", "losses", "map", "voices", "articles", "search"] as const;
export type ViewName = (typeof VIEWS)[number];

export type Place =
    | { readonly kind: "view"; readonly view: ViewName }
    /** A record, or with an empty id the list of a table's records. */
    | { readonly kind: "record"; readonly table: TableName; readonly id: string }
    | { readonly kind: "nowhere"; readonly path: string };

export interface Address {
    readonly place: Place;
    readonly filters: Filters;
    /** The words that are searched for. */
    readonly words: string;
}

/** The address that stands in `location.hash`; what it does not know is `nowhere`. */
export function readAddress(hash: string): Address {
    const [path = "", query = ""] = splitOnce(hash.replace(/^#?\/?/, ""), "?");
    const asked = new URLSearchParams(query);
    return { place: placeOf(path), filters: fromQuery(asked), words: asked.get("words") ?? "" };
}

function placeOf(path: string): Place {
    const [first = "", rest = ""] = splitOnce(path, "/");
    if (path === "") return { kind: "view", view: "start" };
    if (VIEWS.includes(path as ViewName)) return { kind: "view", view: path as ViewName };
    if (isTable(first)) return { kind: "record", table: first, id: decoded(rest) };
    return { kind: "nowhere", path: decoded(path) };
}

/** What goes after the page's own address to come here, beginning with `#`. */
export function writeAddress({ place, filters, words }: Address): string {
    const query = toQuery(filters);
    if (words) query.set("words", words);
    const asked = query.size ? `?${query}` : "";
    return `#/${pathOf(place)}${asked}`;
}

/** The address of a record without any filter, which stays the same for good. */
export function permanentAddress(table: TableName, id: string): string {
    return writeAddress({ place: { kind: "record", table, id }, filters: NO_FILTERS, words: "" });
}

function pathOf(place: Place): string {
    if (place.kind === "view") return place.view === "start" ? "" : place.view;
    if (place.kind === "nowhere") return encoded(place.path);
    return place.id ? `${place.table}/${encoded(place.id)}` : place.table;
}

function encoded(text: string): string {
    // Half a surrogate pair can be in no address.
    return text.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

function decoded(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

function splitOnce(text: string, separator: string): [string, string] {
    const at = text.indexOf(separator);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
