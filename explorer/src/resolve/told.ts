// A record while it is made of claims.
import type { Cell } from "../schema/schema.ts";
import type { Row } from "../tables/table.ts";

export type ClaimRow = Row<"claims">;
export type Cells = Record<string, Cell>;

export interface Told {
    readonly id: string;
    readonly record: Cells;
    readonly claims: readonly ClaimRow[];
    /** The fields of which the claims cannot all be true. */
    readonly inConflict: Set<string>;
}

/** The claims that assert a value of one of these fields. */
export function on({ claims }: Told, ...fields: readonly string[]): ClaimRow[] {
    return claims.filter((claim) => claim.stance === "asserts" && fields.includes(claim.field));
}

/** Notes that the claims on these fields, where there are any, cannot all be true. */
export function mark(told: Told, ...fields: readonly string[]): void {
    // An event that is only denied has its status from the denials.
    const giving = told.claims.filter((claim) => claim.stance === "asserts" || claim.field === "status");
    const claimed = new Set(giving.map((claim) => claim.field));
    for (const field of fields) if (claimed.has(field)) told.inConflict.add(field);
}

/** Whether some voice, an article's own or a speaker's in it, says one of these and one of those that contradict. */
export function inOneVoice(
    these: readonly ClaimRow[],
    those: readonly ClaimRow[],
    contradicts: (a: ClaimRow, b: ClaimRow) => boolean,
): boolean {
    return these.some((a) =>
        those.some((b) => a.source_id === b.source_id && a.attributed_to === b.attributed_to && contradicts(a, b)),
    );
}

/** Whether some voice gives the field of these claims two values of its own. */
export function severalInOneVoice(claims: readonly ClaimRow[]): boolean {
    const known = claims.filter((claim) => claim.value !== "unknown");
    return inOneVoice(known, known, (a, b) => a.value !== b.value);
}

/** Whether the first is greater; not where either is unknown. */
export function above(a: Cell | undefined, b: Cell | undefined): boolean {
    return typeof a === "number" && typeof b === "number" && a > b;
}
