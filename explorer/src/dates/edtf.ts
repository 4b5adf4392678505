// Dates as EDTF texts, in the subset and by the rules of karabakh_data/model/edtf.py.
import type { Day } from "../schema/schema.ts";

/** A date as `parse` read it: its first and last day, null where open. */
export interface Edtf {
    readonly text: string;
    readonly earliest: Day | null;
    readonly latest: Day | null;
}

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$|^(\d{2})(?:\dX|XX)$/;
const MS = 86_400_000;

/** What was given is no date of the subset. */
export class EdtfError extends Error {
    override readonly name = "EdtfError";
}

/** The day's number; years below 100 are those, and none of the twentieth century. */
export function dayOf(year: number, month: number, day: number): Day {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return Math.round(date.getTime() / MS);
}

export function dateOf(day: Day): Date {
    return new Date(day * MS);
}

/** The day as YYYY-MM-DD. */
export function isoDay(day: Day): string {
    const date = dateOf(day);
    const parts = [String(date.getUTCFullYear()).padStart(4, "0"), date.getUTCMonth() + 1, date.getUTCDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** The date that an EDTF text writes. Throws EdtfError outside the subset. */
export function parse(text: string): Edtf {
    if (text.startsWith("[")) return set(text);
    return text.includes("/") ? interval(text) : point(text);
}

function point(text: string): Edtf {
    const match = POINT.exec(text);
    if (!match) throw new EdtfError(`${text}: expected YYYY, YYYY-MM, YYYY-MM-DD, a decade or a century`);
    const [first, last] = ["0", "9"].map((digit) => Number(text.slice(0, 4).replaceAll("X", digit))) as [
        number,
        number,
    ];
    const month = Number(match[2] ?? 0);
    const day = Number(match[3] ?? 0);
    if (first === 0 || month > 12 || (match[2] && month < 1)) throw new EdtfError(`${text}: no such year or month`);
    const days = new Date(Date.UTC(2000 + (last % 400), month || 12, 0)).getUTCDate();
    if (match[3] && (day < 1 || day > days)) throw new EdtfError(`${text}: no such day`);
    return { text, earliest: dayOf(first, month || 1, day || 1), latest: dayOf(last, month || 12, day || days) };
}

function interval(text: string): Edtf {
    const ends = text.split("/");
    const [start, end] = ends.map((part) => (part === ".." ? null : point(part)));
    if (ends.length !== 2 || (!start && !end) || (text.includes("..") && text.includes("X"))) {
        throw new EdtfError(`${text}: expected two dates, one of them perhaps open`);
    }
    if (start && end && (first(start) > first(end) || last(start) > last(end))) {
        throw new EdtfError(`${text}: the start is not before the end`);
    }
    return { text, earliest: start?.earliest ?? null, latest: end?.latest ?? null };
}

function set(text: string): Edtf {
    const members = text.slice(1, -1).split(",").map(point);
    const descends = members.some((member, at) => at > 0 && compareSpans(members[at - 1] as Edtf, member) >= 0);
    if (!text.endsWith("]") || members.length < 2 || descends) throw new EdtfError(`${text}: no ascending set`);
    return { text, earliest: (members[0] as Edtf).earliest, latest: Math.max(...members.map(last)) };
}

/** Whether this text is a date. */
export function isEdtf(text: string): boolean {
    try {
        parse(text);
        return true;
    } catch (error) {
        if (error instanceof EdtfError) return false;
        throw error;
    }
}

/** Its first day, before all others where it is open. */
export function first(edtf: Edtf): number {
    return edtf.earliest ?? Number.NEGATIVE_INFINITY;
}

/** Its last day, after all others where it is open. */
export function last(edtf: Edtf): number {
    return edtf.latest ?? Number.POSITIVE_INFINITY;
}

function compareSpans(a: Edtf, b: Edtf): number {
    return first(a) === first(b) ? last(a) - last(b) : first(a) - first(b);
}

export const isInterval = (edtf: Edtf) => edtf.text.includes("/");
export const isSet = (edtf: Edtf) => edtf.text.startsWith("[");
export const isUncertain = (edtf: Edtf) => /[?%]/.test(edtf.text);
export const isApproximate = (edtf: Edtf) => /[~%]/.test(edtf.text);

/** How precisely the date is known, 1 to 5, on UCDP's ladder. */
export function precision(edtf: Edtf): number {
    if (edtf.earliest === null || edtf.latest === null) return 5;
    const days = edtf.latest - edtf.earliest + 1;
    return ([1, 6, 7, 31] as const).findIndex((most) => days <= most) + 1 || 5;
}
