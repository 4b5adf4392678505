// Which days of a stretch are marked, and how they are called: the finest of the usual units whose labels fit.
// By the rules of karabakh_data/plot/ticks.py.
import { utcDay, utcMonth, utcYear } from "d3-time";
import { dateOf } from "../dates/edtf.ts";
import { MONTHS } from "../model/dates.ts";
import type { Day } from "../schema/schema.ts";
import { measured } from "./measured.ts";
import { BREAK, INNER, type Stretch } from "./time_scale.ts";

/** A day that is marked, with two lines of words below it; the lower says what the upper leaves out, where it changes. */
export interface Tick {
    readonly day: Day;
    readonly upper: string;
    readonly lower: string;
    /** Where the lower line's middle is, in pixels; it may shift to stay within its stretch. */
    readonly lowerAt: number;
}

interface Named {
    readonly day: Day;
    readonly upper: string;
    readonly lower: string;
}

const APART = 6; // pixels between two labels
const ROOM = INNER + BREAK / 2 - 1; // by which labels may reach beyond a stretch
const DAYS_OF_MONTHS: readonly (readonly number[])[] = [
    Array.from({ length: 31 }, (_, day) => day + 1),
    Array.from({ length: 15 }, (_, day) => 2 * day + 1),
    [1, 5, 10, 15, 20, 25],
    [1, 10, 20],
    [1, 15],
];
const MONTHS_APART = [1, 2, 3, 6];
const YEARS_APART = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MS = 86_400_000;

/** The marks of a stretch; where no label of any unit fits, its first year in the middle. */
export function ticks(stretch: Stretch): Tick[] {
    const { first, last, left, right } = stretch;
    const pace = (right - left) / Math.max(last - first, 1);
    for (const named of candidates(first, last)) {
        const at = named.map(({ day }) => left + (day - first) * pace);
        const uppers = placed(
            named.map((each) => each.upper),
            at,
            stretch,
            false,
        );
        const lowers = placed(
            named.map((each) => each.lower),
            at,
            stretch,
            true,
        );
        if (named.length && uppers && lowers)
            return named.map((each, n) => ({ ...each, lowerAt: lowers[n] as number }));
    }
    const middle = (first + last) / 2;
    return [{ day: middle, upper: String(dateOf(first).getUTCFullYear()), lower: "", lowerAt: (left + right) / 2 }];
}

/** The middle of each label; undefined where they do not fit. Those that may `shift` do so to stay within. */
function placed(words: readonly string[], at: readonly number[], { left, right }: Stretch, shift: boolean) {
    let free = left - ROOM;
    const middles: number[] = [];
    for (const [n, label] of words.entries()) {
        const here = at[n] as number;
        const half = measured(label) / 2;
        const middle = shift && label ? Math.min(Math.max(here, free + half), right + ROOM - half) : here;
        if (label) {
            const shifted = Math.abs(middle - here);
            if (middle - half < free - 1e-6 || middle + half > right + ROOM + 1e-6 || shifted > half) return undefined;
            free = middle + half + APART;
        }
        middles.push(middle);
    }
    return middles;
}

function* candidates(first: Day, last: Day): Iterable<Named[]> {
    const [start, end] = [dateOf(first), dateOf(last)];
    if (last - first < 400) {
        const days = utcDay.range(start, end);
        for (const numbers of DAYS_OF_MONTHS) yield byMonth(days.filter((day) => numbers.includes(day.getUTCDate())));
    }
    if (last - first < 400 * 366) {
        const months = utcMonth.range(start, end);
        for (const apart of MONTHS_APART) yield byYear(months.filter((month) => month.getUTCMonth() % apart === 0));
    }
    const years = utcYear.range(start, end);
    for (const apart of YEARS_APART) {
        const marked = years.filter((year) => year.getUTCFullYear() % apart === 0);
        yield marked.map((year) => ({ day: numbered(year), upper: String(year.getUTCFullYear()), lower: "" }));
    }
}

function byMonth(days: readonly Date[]): Named[] {
    let before = "";
    return days.map((day) => {
        const month = `${MONTHS[day.getUTCMonth()]?.slice(0, 3)} ${day.getUTCFullYear()}`;
        const lower = month === before ? "" : month;
        before = month;
        return { day: numbered(day), upper: String(day.getUTCDate()), lower };
    });
}

function byYear(months: readonly Date[]): Named[] {
    return months.map((month, n) => ({
        day: numbered(month),
        upper: String(MONTHS[month.getUTCMonth()]?.slice(0, 3)),
        lower: n === 0 || month.getUTCMonth() === 0 ? String(month.getUTCFullYear()) : "",
    }));
}

const numbered = (date: Date) => Math.round(date.getTime() / MS);
