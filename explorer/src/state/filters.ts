// What the page is asked for: the filters that all views share.
import { EdtfError, parse } from "../dates/edtf.ts";

export interface Filters {
    readonly source: readonly string[];
    readonly actor: readonly string[];
    /** Places, each with what lies in it. */
    readonly place: readonly string[];
    /** Terms of event_type. */
    readonly type: readonly string[];
    /** Terms of event_status. */
    readonly status: readonly string[];
    /** A year, month or day in ISO 8601; null asks for nothing. */
    readonly since: string | null;
    readonly until: string | null;
    /** Whether the tables are resolved again from the chosen sources alone. */
    readonly alone: boolean;
}

export type FilterName = Exclude<keyof Filters, "alone">;

export const LISTS = ["source", "actor", "place", "type", "status"] as const satisfies readonly FilterName[];
export const TIMES = ["since", "until"] as const satisfies readonly FilterName[];

export const NO_FILTERS: Filters = {
    source: [],
    actor: [],
    place: [],
    type: [],
    status: [],
    since: null,
    until: null,
    alone: false,
};

/** The filters that ask for something. */
export function asked(filters: Filters): FilterName[] {
    return [...LISTS.filter((name) => filters[name].length), ...TIMES.filter((name) => filters[name] !== null)];
}

/** The filters as an address writes them, whether or not there is such a thing: see `heeded`. */
export function fromQuery(query: URLSearchParams): Filters {
    const lists = Object.fromEntries(LISTS.map((name) => [name, [...new Set(query.getAll(name))].filter(Boolean)]));
    const times = Object.fromEntries(TIMES.map((name) => [name, query.get(name) || null]));
    return { ...NO_FILTERS, ...lists, ...times, alone: query.get("alone") === "yes" };
}

export function toQuery(filters: Filters): URLSearchParams {
    const query = new URLSearchParams();
    for (const name of LISTS) for (const value of filters[name]) query.append(name, value);
    for (const name of TIMES) if (filters[name] !== null) query.set(name, filters[name]);
    if (filters.alone && filters.source.length) query.set("alone", "yes");
    return query;
}

/** A year, month or day that the calendar has; null for anything else. */
export function inTime(text: string | null): string | null {
    if (text === null || !/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return null;
    try {
        return parse(text).text;
    } catch (error) {
        if (error instanceof EdtfError) return null;
        throw error;
    }
}
