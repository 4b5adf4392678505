// A date as it is drawn: the days that it covers, and which of its ends are open or uncertain.
import { parse } from "../dates/edtf.ts";
import type { Day } from "../schema/schema.ts";

export type End = "sharp" | "vague" | "open";

export interface Span {
    /** The first day, and the day after the last; of an open end, the one that is known. */
    readonly first: Day;
    readonly last: Day;
    readonly start: End;
    readonly end: End;
    /** Whether it is one day and nothing else. */
    readonly isDay: boolean;
}

/** Throws EdtfError for what is no date. */
export function span(edtf: string): Span {
    const { earliest, latest } = parse(edtf);
    const [opening = "", closing = opening] = edtf.split("/");
    const first = earliest ?? latest ?? 0;
    const last = (latest ?? first) + 1;
    const start = earliest === null ? "open" : vague(opening);
    const end = latest === null ? "open" : vague(closing);
    return { first, last, start, end, isDay: last - first === 1 && start === "sharp" && end === "sharp" };
}

/** The first day and the day after the last, of those ends that are not open. */
export function knownDays({ first, last, start, end }: Span): Day[] {
    return [...(start === "open" ? [] : [first]), ...(end === "open" ? [] : [last])];
}

const vague = (point: string): End => (/[?~%X]/.test(point) ? "vague" : "sharp");
