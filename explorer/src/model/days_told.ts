// The days on which dated events lie, in stretches that are close together; what lies far apart is cut in two.
import type { Day } from "../schema/schema.ts";
import type { Row, Tables } from "../tables/table.ts";

export interface DayTold {
    readonly day: Day;
    readonly count: number;
    /** Of these, how many happened or go on. */
    readonly came: number;
}

/** A stretch of time without a long gap, with the days that have events. */
export interface Stretch {
    readonly days: readonly DayTold[];
    readonly count: number;
}

const GAP = 45; // days without an event that part two stretches
const EXACT = 2; // the precision of a date: one to six days

/** The stretches in which events are dated to the day or to a few days, which count on the first of these. */
export function stretchesOfDays({ events }: Tables): Stretch[] {
    const [starts, precisions, statuses] = [
        events.column("date_start"),
        events.column("date_prec"),
        events.column("status"),
    ];
    const days = new Map<Day, { day: Day; count: number; came: number }>();
    for (let at = 0; at < events.length; at++) {
        const day = starts[at] ?? null;
        // Number("open") is NaN, which is no precision.
        if (day === null || !(Number(precisions[at]) <= EXACT)) continue;
        const told = days.get(day) ?? { day, count: 0, came: 0 };
        told.count++;
        if (statuses[at] === "occurred" || statuses[at] === "ongoing") told.came++;
        days.set(day, told);
    }
    return parted([...days.values()].sort((a, b) => a.day - b.day));
}

function parted(days: readonly DayTold[]): Stretch[] {
    const found: DayTold[][] = [];
    for (const told of days) {
        const before = found.at(-1)?.at(-1);
        if (before && told.day - before.day <= GAP) found.at(-1)?.push(told);
        else found.push([told]);
    }
    return found.map((of) => ({ days: of, count: of.reduce((sum, { count }) => sum + count, 0) }));
}

/** The events that most articles tell of, at most so many, in the order of time; none of which only one tells. */
export function mostTold({ events }: Tables, most: number): Row<"events">[] {
    const [starts, classes] = [events.column("date_start"), events.column("event_class")];
    const [sources, claims] = [events.column("source_count"), events.column("claim_count")];
    const weight = (at: number) => (sources[at] as number) * 1e6 + (claims[at] as number);
    const found: number[] = [];
    for (let at = 0; at < events.length; at++) {
        if ((starts[at] ?? null) === null || classes[at] !== "act" || (sources[at] as number) < 2) continue;
        if (found.length === most && weight(found.at(-1) as number) >= weight(at)) continue;
        found.push(at);
        found.sort((a, b) => weight(b) - weight(a)).splice(most);
    }
    return events.rows(found.sort((a, b) => (starts[a] as Day) - (starts[b] as Day)));
}
