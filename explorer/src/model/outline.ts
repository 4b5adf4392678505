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

/** Offsets in the article, in Unicode code points, the end exclusive. */
export interface Stretch {
    readonly start: number;
    readonly end: number;
}

/** The passages of an article in the order of its text. */
export function outline(tables: Tables, source: string): OutlinePassage[] {
    return tables.passages
        .rowsWhere("source_id", source)
        .sort((a, b) => a.seq - b.seq)
        .map((passage) => {
            const claims = inReadingOrder(tables.claims.rowsWhere("passage_id", passage.passage_id));
            return { passage, claims, quoted: joined(claims) };
        });
}

function joined(claims: readonly Claim[]): Stretch[] {
    const found: { start: number; end: number }[] = [];
    for (const { char_start: start, char_end: end } of claims) {
        const before = found.at(-1);
        if (before && start <= before.end) before.end = Math.max(before.end, end);
        else found.push({ start, end });
    }
    return found;
}
