// From claims to records: each coded field settled by its rule, then the columns that follow. By the rules of
// karabakh_data/resolve/records.py and derived.py.

import { parse, precision } from "../dates/edtf.ts";
import { type Cell, type Column, SCHEMAS, type TableName } from "../schema/schema.ts";
import { setLeastAndGreatest, settleBounds, settleParts, WHOLE } from "./contradictions.ts";
import { type Met, settleOutcomes } from "./outcomes.ts";
import { RESOLVED, type Resolved } from "./partial.ts";
import { type Cells, type ClaimRow, on, severalInOneVoice, type Told } from "./told.ts";
import { COME_ABOUT, type Settled, settle, type Wholes } from "./values.ts";

/** Gives the columns of a record that no claim gives, as an object of its own; undefined where it is in no table. */
export type Identity = (table: Resolved, id: string) => Cells | undefined;

/** Claims do not make whole records: one sentence for each that they leave incomplete. */
export class ResolutionFailure extends Error {
    override readonly name = "ResolutionFailure";
}

/** The whole records that claims of some sources make, and those that are `named`. What none of these tells is null. */
export function records(
    identity: Identity,
    named: ReadonlyMap<string, ReadonlySet<string>>,
    claims: readonly ClaimRow[],
): ReadonlyMap<Resolved, Told[]> {
    const failures: string[] = [];
    const wholes = around(claims);
    const byTable = groupBy(claims, (claim) => claim.record_table);
    const found = new Map<Resolved, Told[]>();
    for (const table of RESOLVED) {
        const on = groupBy(byTable.get(table) ?? [], (claim) => claim.record_id);
        const told = toldOf(table, identity, named.get(table) ?? new Set(), on, wholes, failures);
        if (WHOLE[table]) settleParts(table, related(table, told));
        found.set(table, told);
    }
    settleOutcomes(met(found));
    if (failures.length) throw new ResolutionFailure(failures.join("\n"));
    for (const told of found.values()) {
        for (const { record, inConflict } of told) if ("disputed" in record) record.disputed = inConflict.size > 0;
    }
    return found;
}

function toldOf(
    table: Resolved,
    identity: Identity,
    named: ReadonlySet<string>,
    on: ReadonlyMap<string, readonly ClaimRow[]>,
    wholes: Wholes,
    failures: string[],
): Told[] {
    const found: Told[] = [];
    for (const id of new Set([...named, ...on.keys()])) {
        const record = identity(table, id);
        if (!record) {
            if (on.has(id)) failures.push(`${table}/${id} has claims and no identity`);
            continue;
        }
        const told: Told = { id, record, claims: on.get(id) ?? [], inConflict: new Set() };
        fill(table, told, wholes);
        const missing = incomplete(table, told);
        if (missing.length) failures.push(...missing);
        else found.push(told);
    }
    return found;
}

/** Settles the coded fields of a record, and fills in what follows from them. */
function fill(table: TableName, told: Told, wholes: Wholes): void {
    const onFields = groupBy(told.claims, (claim) => claim.field);
    for (const column of SCHEMAS[table].columns) {
        if (column.origin !== "coded") continue;
        const claims = onFields.get(column.name);
        const settled = claims && settleField(column, claims, told.claims, wholes);
        told.record[column.name] = typed(column, settled?.value ?? null);
        if (settled?.conflict) told.inConflict.add(column.name);
    }
    DERIVE[table]?.(told);
}

function settleField(column: Column, claims: readonly ClaimRow[], all: readonly ClaimRow[], wholes: Wholes): Settled {
    if (!column.resolution) throw new TypeError(`the coded column ${column.name} names no rule of resolution`);
    const counting = column.resolution === "date" ? withoutPlans(claims, all) : claims;
    const asserted = new Set(counting.filter((claim) => claim.stance === "asserts").map((claim) => claim.value));
    const denied = new Set(claims.filter((claim) => claim.stance === "denies").map((claim) => claim.value));
    const settled = settle(column.resolution, asserted, wholes);
    if (column.resolution === "status") {
        // Who denies an allegation denies that the event occurred.
        if ([...denied].some((value) => COME_ABOUT.has(value))) for (const value of COME_ABOUT) denied.add(value);
        if (!asserted.size && [...denied].some((value) => value !== "denied"))
            return { value: "denied", conflict: false };
    }
    return { ...settled, conflict: settled.conflict || [...asserted].some((value) => denied.has(value)) };
}

/** The claims that count: where some sources say that an event came about, not the dates of mere plans. */
function withoutPlans(claims: readonly ClaimRow[], all: readonly ClaimRow[]): readonly ClaimRow[] {
    const statuses = all.filter((claim) => claim.field === "status" && claim.stance === "asserts");
    const said = groupBy(statuses, (claim) => claim.source_id);
    const plans = [...said].filter(([, on]) => !on.some((claim) => COME_ABOUT.has(claim.value))).map(([id]) => id);
    return plans.length === said.size ? claims : claims.filter((claim) => !plans.includes(claim.source_id));
}

function typed(column: Column, value: string | null): Cell {
    return value !== null && (column.type === "integer" || column.type === "number") ? Number(value) : value;
}

function incomplete(table: TableName, told: Told): string[] {
    return SCHEMAS[table].columns.flatMap(({ name, required }) => {
        if (!required || (told.record[name] ?? null) !== null) return [];
        const why =
            told.inConflict.has(name) && severalInOneVoice(on(told, name))
                ? "claims differ on it"
                : "no claim gives it";
        return [`${table}/${told.id}.${name} must have a value, and ${why}`];
    });
}

const DERIVE: Partial<Record<TableName, (told: Told) => void>> = {
    events: ({ record, claims }) => {
        const when = typeof record.date_edtf === "string" ? parse(record.date_edtf) : null;
        record.date_start = when?.earliest ?? null;
        record.date_end = when?.latest ?? null;
        record.date_prec = when ? precision(when) : null;
        record.claim_count = claims.length;
        record.source_count = new Set(claims.map((claim) => claim.source_id)).size;
        if (record.place_id === null) record.where_prec = null;
    },
    casualties: (told) => {
        if (told.inConflict.has("best")) setLeastAndGreatest(told);
        else settleBounds(told);
    },
    clauses: ({ record }) => {
        record.due_date = typeof record.due_edtf === "string" ? parse(record.due_edtf).latest : null;
    },
    sources: ({ record, claims }) => {
        const bases = new Set(claims.filter((claim) => claim.field === "published_edtf").map((claim) => claim.basis));
        const inferred = bases.size ? "inferred" : null;
        record.published_basis = bases.has("stated") ? "stated" : inferred;
    },
};

/** The records that are part of others of their table, and those of which others are part. */
function related(table: TableName, told: readonly Told[]): ReadonlyMap<string, Told> {
    const name = WHOLE[table] as string;
    const ids = new Set(told.flatMap((one) => on(one, name).flatMap((claim) => [one.id, claim.value])));
    return new Map(told.filter((one) => ids.has(one.id)).map((one) => [one.id, one]));
}

/** Each outcome with the clause and the event that it joins, where both are there. */
function met(found: ReadonlyMap<Resolved, readonly Told[]>): Met[] {
    const byId = (table: Resolved) => new Map(found.get(table)?.map((told) => [told.id, told]));
    const [clauses, events] = [byId("clauses"), byId("events")];
    return (found.get("clause_events") ?? []).flatMap((outcome) => {
        const clause = clauses.get(String(outcome.record.clause_id));
        const event = events.get(String(outcome.record.event_id));
        return clause && event ? [{ outcome, clause, event }] : [];
    });
}

/** What gives all places that any claim sets around a place, nearer and wider; of places beside their wholes. */
function around(claims: readonly ClaimRow[]): Wholes {
    const said = new Map<string, Set<string>>();
    for (const { record_table, field, stance, record_id, value } of claims) {
        if (record_table !== "places" || field !== "part_of" || stance !== "asserts") continue;
        said.set(record_id, (said.get(record_id) ?? new Set()).add(value));
    }
    return (place) => {
        const found = new Set(said.get(place));
        for (const wider of found) for (const one of said.get(wider) ?? []) found.add(one);
        return found;
    };
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
    const found = new Map<string, T[]>();
    for (const item of items) {
        const group = found.get(key(item));
        if (group) group.push(item);
        else found.set(key(item), [item]);
    }
    return found;
}
