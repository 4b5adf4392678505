// The days on which dated events lie, in stretches that are close together; what lies far apart is cut in two.
import { group, max, min } from "d3-array";
import type { Day } from "../schema/schema.ts";
import type { Row } from "../tables/table.ts";

type Event = Row<"events">;

export interface DayTold {
    readonly day: Day;
    readonly events: readonly Event[];
}

/** A stretch of time without a long gap, with the days that have events. */
export interface Stretch {
    readonly first: Day;
    readonly last: Day;
    readonly days: readonly DayTold[];
    readonly count: number;
}

const GAP = 45; // days without an event that part two stretches
const EXACT = 2; // the precision of a date: one to six days

/** The stretches in which events are dated to the day or to a few days, which lie at the first of these. */
export function stretchesOfDays(events: readonly Event[]): Stretch[] {
    const dated = events.filter(({ date_prec, date_start }) => date_start !== null && Number(date_prec) <= EXACT);
    const byDay = group(dated, (event) => event.date_start as Day);
    const found: DayTold[][] = [];
    for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
        const told = { day, events: byDay.get(day) ?? [] };
        const before = found.at(-1);
        if (before && day - (before.at(-1) as DayTold).day <= GAP) before.push(told);
        else found.push([told]);
    }
    return found.map((days) => ({
        first: min(days, ({ day }) => day) as Day,
        last: max(days, ({ day }) => day) as Day,
        days,
        count: days.reduce((sum, { events: on }) => sum + on.length, 0),
    }));
}

/** The events that most articles tell of, at most so many, in the order of time; none of which only one tells. */
export function mostTold(events: readonly Event[], most: number): Event[] {
    return events
        .filter(
            ({ date_start, source_count, event_class }) =>
                date_start !== null && source_count > 1 && event_class === "act",
        )
        .sort((a, b) => b.source_count - a.source_count || b.claim_count - a.claim_count)
        .slice(0, most)
        .sort((a, b) => (a.date_start as Day) - (b.date_start as Day));
}
