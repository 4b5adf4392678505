// Rows as CSV that a spreadsheet opens without harm, by the rules of karabakh_data/publish/exports/spreadsheet_text.py.
import { MONTHS } from "../model/dates.ts";

export type CsvCell = string | number | boolean | null | undefined;

/** The text of the file: UTF-8 with a mark, lines end with CR LF. */
export function csv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
    const lines = [header, ...rows].map((row) => row.map(field).join(","));
    return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function field(cell: CsvCell): string {
    if (cell === null || cell === undefined) return "";
    const text = typeof cell === "string" ? guarded(cell) : String(cell);
    return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would run, or turn into a number or a day, gets an apostrophe before it. */
export function guarded(text: string): string {
    return invitesAGuess(text) ? `'${text}` : text;
}

function invitesAGuess(text: string): boolean {
    const bare = text.trim();
    if (!bare || /^['=+\-@\t\r\n＝＋－＠]/.test(text) || /^['#=+\-@＝＋－＠]/.test(bare)) return true;
    return /^(true|false)$/i.test(bare) || looksLikeANumber(bare);
}

function looksLikeANumber(text: string): boolean {
    // Raised and lowered digits are digits, fractions such as ½ are not: as Python has it.
    if (!/\p{Nd}|[²³¹⁰⁴-⁹₀-₉]/u.test(text)) return false;
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    return words.every(isPartOfNumbers) || (words.length === 1 && text.includes(" "));
}

/** Of a number (1E5), of a time (10:30 pm), of a date and time (2020-11-25T10:30Z), of a day (25th Nov). */
function isPartOfNumbers(word: string): boolean {
    if (["e", "am", "pm", "a", "p", "m", "t", "z", "st", "nd", "rd", "th"].includes(word)) return true;
    return word.length >= 3 && MONTHS.some((month) => month.toLowerCase().startsWith(word));
}

/** Has the browser save a text as a file. */
export function save(name: string, text: string, type = "text/csv;charset=utf-8"): void {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
}
