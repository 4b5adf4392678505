// Which filters of an address can be asked of these tables, and what is wrong with the others, which are left out.
import { parse } from "../dates/edtf.ts";
import type { Tables } from "../tables/table.ts";
import { type Address, readAddress } from "./address.ts";
import { type Filters, inTime, LISTS, TIMES } from "./filters.ts";

/** A part of an address that is not heeded, and why, as a sentence without its end. */
export interface Unheeded {
    readonly why: string;
    readonly written: string;
}

type ListName = (typeof LISTS)[number];

const KINDS: Readonly<Record<ListName, string>> = {
    source: "article",
    actor: "actor",
    place: "place",
    type: "type of event",
    status: "status",
};
const NAMES: readonly string[] = [...LISTS, ...TIMES, "alone", "words"];

/** The address of which every filter can be asked, and what of it is not heeded. */
export function heeded(published: Tables, hash: string): [Address, readonly Unheeded[]] {
    const address = readAddress(hash);
    const found: Unheeded[] = unknownNames(hash);
    const kept: Partial<Record<keyof Filters, unknown>> = {};
    for (const name of LISTS) {
        const known = (value: string) => isThere(published, name, value);
        kept[name] = address.filters[name].filter(known);
        for (const value of address.filters[name]) {
            if (!known(value)) found.push({ why: `There is no such ${KINDS[name]}`, written: value });
        }
    }
    for (const name of TIMES) {
        const written = address.filters[name];
        kept[name] = inTime(written);
        if (written !== null && kept[name] === null) {
            found.push({ why: `“${name}” takes a day, month or year (2020-11-20, 2020-11 or 2020)`, written });
        }
    }
    const filters = { ...address.filters, ...kept } as Filters;
    const { since, until } = filters;
    if (since === null || until === null || first(since) <= last(until)) return [{ ...address, filters }, found];
    found.push({ why: "“since” is after “until”", written: `${since}, ${until}` });
    return [{ ...address, filters: { ...filters, since: null, until: null } }, found];
}

const first = (time: string) => parse(time).earliest as number;
const last = (time: string) => parse(time).latest as number;

function isThere(tables: Tables, name: ListName, value: string): boolean {
    if (name === "type" || name === "status") return tables.vocabulary.position(`event_${name}/${value}`) !== undefined;
    return tables[`${name}s`].position(value) !== undefined;
}

function unknownNames(hash: string): Unheeded[] {
    const at = hash.indexOf("?");
    const query = new URLSearchParams(at < 0 ? "" : hash.slice(at + 1));
    const found: Unheeded[] = [];
    for (const name of new Set(query.keys())) {
        if (!NAMES.includes(name)) found.push({ why: "There is no such filter", written: name });
        const all = query.getAll(name);
        if (all.length > 1 && NAMES.includes(name) && !(LISTS as readonly string[]).includes(name)) {
            found.push({ why: `“${name}” can be asked once, and the first is taken`, written: all.join(", ") });
        }
    }
    const alone = query.get("alone");
    if (alone !== null && alone !== "yes") found.push({ why: "“alone” takes “yes”", written: alone });
    return found;
}
