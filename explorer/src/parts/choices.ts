// What each filter can ask for.
import { fullName } from "../model/articles.ts";
import { compare } from "../model/claims.ts";
import { nameOf, termLabel } from "../model/names.ts";
import type { LISTS } from "../state/filters.ts";
import type { Tables } from "../tables/table.ts";
import { clipped } from "./text.tsx";

type ListName = (typeof LISTS)[number];

export interface Choice {
    /** What stands in the address: an id or a term. */
    readonly value: string;
    readonly label: string;
}

/** Each value that the filter can have, in the order of labels. */
export function choices(tables: Tables, name: ListName): Choice[] {
    return values(tables, name)
        .map((value) => ({ value, label: clipped(labelled(tables, name, value), 80) }))
        .sort((a, b) => compare(a.label, b.label));
}

export function labelled(tables: Tables, name: ListName, value: string): string {
    if (name === "type") return termLabel(tables, "event_type", value);
    if (name === "status") return termLabel(tables, "event_status", value);
    if (name === "source") return fullName(tables.sources.find(value), value);
    return nameOf(tables, `${name}s`, value);
}

function values(tables: Tables, name: ListName): string[] {
    if (name === "type") return [...tables.events.groups("event_type").keys()];
    if (name === "status") return [...tables.events.groups("status").keys()];
    const { sources, actors, places } = tables;
    const rows = { source: sources, actor: actors, place: places }[name];
    return Array.from(rows.all(), (position) => rows.id(position));
}
