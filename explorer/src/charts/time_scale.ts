// A scale of days that is broken where nothing begins or ends for long, so that years do not squeeze weeks.
// By the rules of karabakh_data/plot/scale.py: within a stretch days are evenly spaced, and a stretch that holds more
// dates is wider.
import { scaleLinear } from "d3-scale";
import { dateOf, dayOf } from "../dates/edtf.ts";
import type { Day } from "../schema/schema.ts";

/** Days that are evenly spaced, from `first` to before `last`, between `left` and `right` in pixels. */
export interface Stretch {
    readonly first: Day;
    readonly last: Day;
    readonly left: number;
    readonly right: number;
}

export interface TimeScale {
    readonly stretches: readonly Stretch[];
    readonly width: number;
    /** Where a day begins, in pixels; days outside stand at the ends. */
    readonly x: (day: Day) => number;
}

/** The days of a window; null where it is open. */
export interface Window {
    readonly since: Day | null;
    readonly until: Day | null;
}

const SHORTEST = 45; // days: a shorter gap is shown
const YEAR = 365; // days
const LONGEST_OF_YEARS = 10 * 366; // days: a gap that is no longer, between dates that name years alone, is shown
const WEEK = 7; // days: a single date has no length, and takes this one
const LEAST = 4; // natural logarithm of the likelihood ratio that makes a break worth it
const NARROWEST = 46; // pixels that a stretch needs for one label
export const BREAK = 6; // pixels
export const OUTER = 30; // pixels before the first and after the last day: fading ends need them
export const INNER = 8; // pixels between a stretch and a break

/** The scale for these days in that many pixels; undefined where there is no day. Only a window's days are counted. */
export function timeScale(days: readonly Day[], width: number, window: Window): TimeScale | undefined {
    const { since, until } = window;
    const within = new Set<Day>();
    for (const day of days)
        if ((since === null || day >= since) && (until === null || day <= until + 1)) within.add(day);
    if (!within.size) for (const day of [since, until]) if (day !== null) within.add(day);
    if (!within.size) return undefined;
    const stretches = spread(pieces(Float64Array.from(within).sort(), width < 420 ? 4 : 5), width);
    const scale = scaleLinear()
        .domain(stretches.flatMap(({ first, last }) => [first, last]))
        .range(stretches.flatMap(({ left, right }) => [left, right]))
        .clamp(true);
    return { stretches, width, x: scale };
}

function spread(runs: readonly Float64Array[], width: number): Stretch[] {
    const inside = width - 2 * OUTER - (runs.length - 1) * (BREAK + 2 * INNER);
    const narrowest = Math.min(NARROWEST, inside / runs.length);
    const all = runs.reduce((sum, run) => sum + run.length, 0);
    let left = OUTER;
    return runs.map((run) => {
        const right = left + narrowest + ((inside - narrowest * runs.length) * run.length) / all;
        const [first, last] = ends(run);
        // What names years alone is shown as a year, which begins on that day.
        const years = run.every((day) => day === newYear(day));
        const missing = Math.max((years ? YEAR : WEEK) - (last - first), 0);
        const before = years ? 0 : Math.floor(missing / 2);
        const stretch = { first: first - before, last: last + missing - before, left, right };
        left = right + 2 * INNER + BREAK;
        return stretch;
    });
}

/** The days in runs. Of all gaps that one is a break next that leaves the dates most evenly spread within runs. */
function pieces(days: Float64Array, most: number): Float64Array[] {
    const all = new Set(days);
    const isWhole = (before: Day, after: Day) => after - before < SHORTEST || isOfYears(before, after, all);
    const found = [days];
    while (found.length < most) {
        let best = { gain: 0, place: 0, at: 0 };
        found.forEach((run, place) => {
            for (let at = 1; at < run.length; at++) {
                if (isWhole(run[at - 1] as number, run[at] as number)) continue;
                const gain = gained(run, at);
                if (gain >= best.gain) best = { gain, place, at };
            }
        });
        if (best.gain < LEAST) break;
        const run = found[best.place] as Float64Array;
        found.splice(best.place, 1, run.subarray(0, best.at), run.subarray(best.at));
    }
    return found;
}

/** Whether all between two days is one date that names a year and no day, or a few years between two such dates. */
function isOfYears(before: Day, after: Day, all: ReadonlySet<Day>): boolean {
    const [opening, closing] = [newYear(before), newYear(before, 1)];
    if (after <= closing) return all.has(opening) && all.has(closing);
    return before === opening && after === newYear(after) && after - before <= LONGEST_OF_YEARS;
}

/** The first day of the day's year, or of one so many years later. */
function newYear(day: Day, later = 0): Day {
    return dayOf(dateOf(day).getUTCFullYear() + later, 1, 1);
}

/** How much likelier two even densities made these dates than one, as a logarithm (Scargle et al. 2013). */
function gained(run: Float64Array, at: number): number {
    return likelihood(run.subarray(0, at)) + likelihood(run.subarray(at)) - likelihood(run);
}

function likelihood(run: Float64Array): number {
    const [first, last] = ends(run);
    return run.length * Math.log(run.length / Math.max(last - first, WEEK));
}

function ends(run: Float64Array): [number, number] {
    return [run[0] as number, run[run.length - 1] as number];
}
