// Dates in some sources that take their year from other sources, by the rules of karabakh_data/resolve/years.py.
import { isTable, SCHEMAS } from "../schema/schema.ts";
import type { Table } from "../tables/table.ts";
import type { ClaimRow } from "./told.ts";

/** A year, decade or century as EDTF writes it. */
const YEAR = /[0-9]{4}|[0-9]{3}(?=X)|[0-9]{2}(?=XX)/g;

/**
 * The claims of some sources, without the dates whose year only the quotations of others among `all` print: in a source
 * whose own year of publication none of theirs prints, and one of the others' does. A date whose years its own quotation
 * prints stands.
 */
export function withOwnYears(theirs: readonly ClaimRow[], all: Table<"claims">): readonly ClaimRow[] {
    const published = theirs.filter(
        ({ record_table, field }) => record_table === "sources" && field === "published_edtf",
    );
    const quotes = theirs.map(({ quote }) => quote);
    const leaning = new Set(
        published
            .filter(({ value }) => !print(quotes, years(value)) && print(all.column("quote"), years(value)))
            .map(({ record_id }) => record_id),
    );
    if (!leaning.size) return theirs;
    const lost = (claim: ClaimRow) =>
        leaning.has(claim.source_id) &&
        isDate(claim) &&
        !years(claim.value).every((year) => claim.quote.includes(year));
    return theirs.filter((claim) => !lost(claim));
}

function isDate({ record_table: table, field }: ClaimRow): boolean {
    return isTable(table) && SCHEMAS[table].columns.some((column) => column.name === field && column.edtf);
}

function print(quotes: ArrayLike<string>, printed: readonly string[]): boolean {
    return Array.from(quotes).some((quote) => printed.some((year) => quote.includes(year)));
}

function years(text: string): string[] {
    return text.match(YEAR) ?? [];
}
