// Dates as people read them.
import { dateOf, EdtfError, isInterval, isSet, parse } from "../dates/edtf.ts";
import type { Day } from "../schema/schema.ts";

export const MONTHS = [
    ...["January", "February", "March", "April", "May", "June"],
    ...["July", "August", "September", "October", "November", "December"],
] as const;

const QUALIFIERS: Readonly<Record<string, string>> = { "?": "perhaps ", "~": "about ", "%": "perhaps about " };

/** An EDTF text in words, such as "25–30 November 2020"; the text itself where it is no date. */
export function spokenDate(text: string): string {
    try {
        const edtf = parse(text);
        if (isSet(edtf)) return listed(edtf.text.slice(1, -1).split(",").map(spokenPoint));
        return isInterval(edtf) ? spokenInterval(text) : spokenPoint(text);
    } catch (error) {
        if (error instanceof EdtfError) return text;
        throw error;
    }
}

/** The first point that an EDTF text names, no more exact than there: "1988" of "1988/1994", "1994" of "../1994". */
export function spokenStart(text: string): string {
    const [start = "", end = ""] = text.replace(/^\[|\]$/g, "").split(/[/,]/);
    return spokenPoint(start === ".." ? end : start);
}

/** A day in few letters, such as "25 Nov 2020". */
export function shortDay(day: Day): string {
    const date = dateOf(day);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]?.slice(0, 3)} ${date.getUTCFullYear()}`;
}

function listed(parts: readonly string[]): string {
    return parts.length < 3 ? parts.join(" or ") : `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}

function spokenPoint(text: string): string {
    if (text.endsWith("XX")) return `the ${text.slice(0, 2)}00s`;
    if (text.endsWith("X")) return `the ${text.slice(0, 3)}0s`;
    const qualifier = QUALIFIERS[text.slice(-1)] ?? "";
    const [year, month, day] = (qualifier ? text.slice(0, -1) : text).split("-");
    const named = month ? `${MONTHS[Number(month) - 1]} ${Number(year)}` : `${Number(year)}`;
    return qualifier + (day ? `${Number(day)} ${named}` : named);
}

function spokenInterval(text: string): string {
    const [start = "", end = ""] = text.split("/");
    if (start === "..") return `until ${spokenPoint(end)}`;
    if (end === "..") return `from ${spokenPoint(start)} on`;
    const [opening, closing] = [spokenPoint(start), spokenPoint(end)];
    // What both ends share at the end, such as the month and the year, is said once.
    const [before, after] = [opening.split(" "), closing.split(" ")];
    while (before.length > 1 && after.length > 1 && before.length >= after.length && before.at(-1) === after.at(-1)) {
        if (before.length !== after.length) break;
        before.pop();
        after.pop();
    }
    const short = before.join(" ");
    return /^\d+$/.test(short) && /^\d/.test(closing) ? `${short}–${closing}` : `${short} – ${closing}`;
}

/** An EDTF text in few letters, such as "25–30 Nov 2020" or "about 18–25 Nov 2020". */
export function shortDate(text: string): string {
    const short = MONTHS.reduce((words, month) => words.replaceAll(month, month.slice(0, 3)), spokenDate(text));
    return short.replace(/^(about |perhaps )(\d+) (\w+ \d+) – (\d+) \3$/, "$1$2–$4 $3");
}
