// Of the claims of some sources, those that make whole records without what other sources tell. By the rules of
// karabakh_data/resolve/partial.py.
import { SCHEMAS, type TableName } from "../schema/schema.ts";
import { SEPARATOR } from "../tables/table.ts";
import type { ClaimRow } from "./told.ts";

/** The tables whose records are made of claims, in the order in which they are made. */
export const RESOLVED = [
    "places",
    "actors",
    "sources",
    "events",
    "agreements",
    "clauses",
    "casualties",
    "event_actors",
    "event_topics",
    "clause_actors",
    "clause_events",
] as const satisfies readonly TableName[];

export type Resolved = (typeof RESOLVED)[number];

/** Of these every record that is known comes, because it is enough that something names it. */
export const BY_NAME: ReadonlySet<string> = new Set(["actors", "places", "sources", "agreements"]);

export function isResolved(table: string): table is Resolved {
    return (RESOLVED as readonly string[]).includes(table);
}

/** The key columns of the record with that id, as texts. Only the last of them may hold the separator. */
export function keyOf(table: TableName, id: string): Record<string, string> {
    const { key } = SCHEMAS[table];
    const parts = id.split(SEPARATOR);
    const values = [...parts.slice(0, key.length - 1), parts.slice(key.length - 1).join(SEPARATOR)];
    return Object.fromEntries(key.map((name, at) => [name, values[at] as string]));
}

/** The claims without those on, or naming, a record that these sources do not tell enough of. */
export function ofWholeRecords(all: readonly ClaimRow[], sources: ReadonlySet<string>): ClaimRow[] {
    let claims = all.filter((claim) => claim.record_table !== "sources" || sources.has(claim.record_id));
    const needs = new Map(claims.map((claim) => [claim, needed(claim)]));
    for (;;) {
        const made = madeRecords(claims);
        const standing = claims.filter((claim) => needs.get(claim)?.every((record) => made.has(record)));
        if (standing.length === claims.length) return claims;
        claims = standing;
    }
}

/** Whether a claim gives its field a value: it asserts it, or it denies a status, because what is only denied is denied. */
function gives({ stance, record_table, field, value }: ClaimRow): boolean {
    return (
        stance === "asserts" ||
        (record_table === "events" && field === "status" && stance === "denies" && value !== "denied")
    );
}

/** The records of which enough is told, each as its table and id. */
function madeRecords(claims: readonly ClaimRow[]): ReadonlySet<string> {
    const given = new Map<string, Set<string>>();
    for (const claim of claims) {
        if (!gives(claim)) continue;
        const record = claim.record_table + SEPARATOR + claim.record_id;
        const fields = given.get(record);
        if (fields) fields.add(claim.field);
        else given.set(record, new Set([claim.field]));
    }
    const made = new Set<string>();
    for (const [record, fields] of given) {
        const table = record.slice(0, record.indexOf(SEPARATOR));
        if (isResolved(table) && !BY_NAME.has(table) && REQUIRED[table].every((name) => fields.has(name)))
            made.add(record);
    }
    return made;
}

const REQUIRED = Object.fromEntries(
    RESOLVED.map((table) => [
        table,
        SCHEMAS[table].columns.filter(({ origin, required }) => origin === "coded" && required).map(({ name }) => name),
    ]),
) as unknown as Readonly<Record<Resolved, readonly string[]>>;

/** The records that must be made of claims for this one to stand, each as its table and id. */
function needed(claim: ClaimRow): string[] {
    const { record_table: table, record_id: id, field, value } = claim;
    if (!isResolved(table)) return [];
    const found = BY_NAME.has(table) ? [] : [table + SEPARATOR + id];
    const key = keyOf(table, id);
    for (const { name, recordOf, references } of SCHEMAS[table].columns) {
        const target = recordOf ? key[recordOf] : references;
        if (!target || !isResolved(target) || BY_NAME.has(target)) continue;
        if (recordOf || name in key) found.push(target + SEPARATOR + key[name]);
        else if (name === field) found.push(target + SEPARATOR + value);
    }
    return found;
}
