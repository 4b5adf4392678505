// An article as its passages: where each lies, what it is, and what is quoted from it.
import type { Row, Tables } from "../tables/table.ts";
import { type Claim, inReadingOrder } from "./claims.ts";

export interface OutlinePassage {
    readonly passage: Row<"passages">;
    /** The claims that rest on it, in the order of the text. */
    readonly claims: readonly Claim[];
    /** The stretches of it that are quoted, without overlaps, in the order of the text. */
    readonly quoted: readonly Stretch[];
}

/** Offsets in the article, in Unicode code points, the end exclusive; its words, and the claims that quote of them. */
export interface Stretch {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly claims: readonly Claim[];
}

/** The passages of an article in the order of its text. */
export function outline(tables: Tables, source: string): OutlinePassage[] {
    return tables.passages
        .rowsWhere("source_id", source)
        .sort((a, b) => a.seq - b.seq)
        .map((passage) => outlined(tables, passage));
}

/** One passage with the claims and quotations that lie in it. */
export function outlined(tables: Tables, passage: Row<"passages">): OutlinePassage {
    const claims = inReadingOrder(tables.claims.rowsWhere("passage_id", passage.passage_id));
    return { passage, claims, quoted: stretches(claims) };
}

/** How many code points of these passages are quoted. */
export function quotedLength(passages: readonly OutlinePassage[]): number {
    return passages.flatMap(({ quoted }) => quoted).reduce((sum, { start, end }) => sum + end - start, 0);
}

function stretches(claims: readonly Claim[]): Stretch[] {
    const found: { start: number; end: number; text: string; claims: Claim[] }[] = [];
    for (const claim of claims) {
        const { char_start: start, char_end: end, quote } = claim;
        const before = found.at(-1);
        if (before && start <= before.end) {
            // Only what reaches further is new; offsets count code points, not code units.
            if (end > before.end)
                before.text += Array.from(quote)
                    .slice(before.end - start)
                    .join("");
            before.end = Math.max(before.end, end);
            before.claims.push(claim);
        } else found.push({ start, end, text: quote, claims: [claim] });
    }
    return found;
}
