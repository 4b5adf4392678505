// Events in the order and the groups in which a reader meets them.
import { termLabel } from "../../model/names.ts";
import { capitalised } from "../../model/words.ts";
import { STATUSES } from "../../parts/status_glyph.tsx";
import type { Day } from "../../schema/schema.ts";
import type { Tables } from "../../tables/table.ts";

export const ORDERS = ["time", "type", "status"] as const;
export type Order = (typeof ORDERS)[number];

/** Positions in the table of events: those with a date, the earliest first, and those without, by status and title. */
export interface Group {
    readonly heading: string;
    readonly dated: readonly number[];
    readonly undated: readonly number[];
}

/** The first day that is known of each event, else its last; null without a date. */
export function firstDay(tables: Tables, position: number): Day | null {
    return tables.events.column("date_start")[position] ?? tables.events.column("date_end")[position] ?? null;
}

/** The days between which events are drawn: each first day, and the day after each last; an open end gives none. */
export function* daysOf(tables: Tables, positions: readonly number[]): Iterable<Day> {
    const [starts, ends] = [tables.events.column("date_start"), tables.events.column("date_end")];
    for (const position of positions) {
        const [start, end] = [starts[position] ?? null, ends[position] ?? null];
        if (start !== null) yield start;
        if (end !== null) yield end + 1;
    }
}

/** The events at these positions. In order of time, the undated stand behind all others, by status. */
export function grouped(tables: Tables, positions: readonly number[], order: Order): Group[] {
    const { events } = tables;
    const [ends, statuses] = [events.column("date_end"), events.column("status")];
    const rank = new Map(STATUSES.map((status, at) => [status as string, at]));
    const days = new Float64Array(events.length);
    for (const position of positions) days[position] = firstDay(tables, position) ?? Number.NaN;
    const dated = positions
        .filter((position) => !Number.isNaN(days[position]))
        .sort(
            (a, b) =>
                (days[a] as number) - (days[b] as number) || (ends[a] ?? Infinity) - (ends[b] ?? Infinity) || a - b,
        );
    const undated = positions
        .filter((position) => Number.isNaN(days[position]))
        .sort((a, b) => (rank.get(statuses[a] ?? "") ?? 9) - (rank.get(statuses[b] ?? "") ?? 9) || a - b);
    if (order === "time") {
        const classes = split(dated, events.column("event_class"));
        return [
            ...["act", "speech"].map((term) => ({
                heading: term === "act" ? "What is done" : "What is said",
                dated: classes.get(term) ?? [],
                undated: [],
            })),
            ...[...split(undated, statuses)].map(([term, some]) => ({
                heading: `Without a date: ${termLabel(tables, "event_status", term)}`,
                dated: [],
                undated: some,
            })),
        ].filter((group) => group.dated.length + group.undated.length);
    }
    const column = order === "type" ? "event_type" : "status";
    const values = events.column(column);
    const [withDate, without] = [split(dated, values), split(undated, values)];
    const terms = [...new Set([...withDate.keys(), ...without.keys()])];
    const label = (term: string) => termLabel(tables, order === "type" ? "event_type" : "event_status", term);
    const sorted =
        order === "status"
            ? STATUSES.filter((term) => terms.includes(term))
            : terms.sort((a, b) => label(a).localeCompare(label(b), "en"));
    return sorted.map((term) => ({
        heading: capitalised(label(term)),
        dated: withDate.get(term) ?? [],
        undated: without.get(term) ?? [],
    }));
}

function split(positions: readonly number[], values: ArrayLike<string>): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const position of positions) {
        const value = values[position] ?? "";
        const some = found.get(value);
        if (some) some.push(position);
        else found.set(value, [position]);
    }
    return found;
}
