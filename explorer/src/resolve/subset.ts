// All tables as the claims of some sources alone would have them, by the rules of karabakh_data/resolve/resolution.py.
import { type Cell, columnOf, isTable, SCHEMAS, type TableName } from "../schema/schema.ts";
import { SEPARATOR, Table, type Tables } from "../tables/table.ts";
import { byKeys } from "./order.ts";
import { BY_NAME, keyOf, ofWholeRecords, RESOLVED, type Resolved } from "./partial.ts";
import { type Identities, records } from "./records.ts";
import type { Cells, ClaimRow, Told } from "./told.ts";

/**
 * What only other sources tell is null; a record that is then left without any value, or without one that it cannot be
 * without, is left out, and with it the links and claims that need it. Throws ResolutionFailure where claims make no
 * whole record.
 */
export function subset(tables: Tables, sources: Iterable<string>): Tables {
    const among = new Set(sources);
    const fromSources = (table: "claims" | "passages" | "mentions") =>
        [...among].flatMap((id) => tables[table].where("source_id", id)).sort((a, b) => a - b);
    const claims = ofWholeRecords(tables.claims.rows(fromSources("claims")), among);
    const mentions = tables.mentions.rows(fromSources("mentions"));
    const found = records(identitiesOf(tables, among), claims);
    const named = namedRecords(claims, mentions);
    const resolved = RESOLVED.map((table) => {
        const told = found.get(table) ?? [];
        const kept =
            BY_NAME.has(table) && table !== "sources"
                ? told.filter(({ id }) => named.has(table + SEPARATOR + id))
                : told;
        return [table, tableOf(table, sorted(table, kept))];
    });
    const parts: Partial<Tables> = {
        ...Object.fromEntries(resolved),
        passages: tableOf("passages", tables.passages.rows(fromSources("passages"))),
        mentions: tableOf("mentions", mentions),
        claims: tableOf("claims", marked(claims, found)),
    };
    const all = { ...tables, ...parts };
    return { ...all, id_history: historyOf(all) };
}

/** The columns that no claim gives; those that are derived anew are overwritten. */
function identitiesOf(tables: Tables, sources: ReadonlySet<string>): Identities {
    return (table) => {
        const rows: Table<TableName> = tables[table];
        const given = SCHEMAS[table].columns.filter(({ origin }) => origin !== "coded").map(({ name }) => name);
        const columns = given.map((name) => rows.column(name as never) as ArrayLike<Cell>);
        const known = new Map<string, Cells>();
        if (SCHEMAS[table].key.length > 1) return known;
        for (const position of rows.all()) {
            const id = rows.id(position);
            if (table === "sources" && !sources.has(id)) continue;
            known.set(id, Object.fromEntries(given.map((name, at) => [name, columns[at]?.[position] ?? null])));
        }
        return known;
    };
}

/** The records that are mentioned, and that claims are on or name: as value, link or speaker; as table and id. */
function namedRecords(claims: readonly ClaimRow[], mentions: readonly { entity_table: string; entity_id: string }[]) {
    const found = new Set(mentions.map(({ entity_table, entity_id }) => entity_table + SEPARATOR + entity_id));
    for (const { record_table: table, record_id: id, field, value, attributed_to } of claims) {
        found.add(table + SEPARATOR + id);
        if (attributed_to !== null) found.add(`actors${SEPARATOR}${attributed_to}`);
        if (!isTable(table)) continue;
        const key = keyOf(table, id);
        for (const name of SCHEMAS[table].key.slice(1)) {
            const { recordOf, references } = columnOf(table, name);
            const target = recordOf ? key[recordOf] : references;
            if (target) found.add(target + SEPARATOR + key[name]);
        }
        const { references } = columnOf(table, field);
        if (references && !SCHEMAS[table].key.slice(1).includes(field)) found.add(references + SEPARATOR + value);
    }
    return found;
}

function sorted(table: TableName, told: readonly Told[]): Cells[] {
    return told
        .map(({ record }) => record)
        .sort(byKeys((record) => SCHEMAS[table].key.map((name) => String(record[name]))));
}

/** The claims with `in_conflict` true on the fields that cannot all be true, and false on all others. */
function marked(claims: readonly ClaimRow[], found: ReadonlyMap<Resolved, readonly Told[]>): ClaimRow[] {
    const marks = new Set<string>();
    for (const [table, told] of found) {
        for (const { id, inConflict } of told)
            for (const field of inConflict) marks.add(JSON.stringify([table, id, field]));
    }
    return claims.map((claim) => ({
        ...claim,
        in_conflict: marks.has(JSON.stringify([claim.record_table, claim.record_id, claim.field])),
    }));
}

/** The former ids of records that are found, or are no more. */
function historyOf(tables: Tables): Table<"id_history"> {
    const rows = tables.id_history.rows().filter(({ record_table: table, new_id }) => {
        if (new_id === null || !isTable(table)) return new_id === null;
        return tables[table].groups([SCHEMAS[table].key[0] as never]).has(new_id);
    });
    return tableOf("id_history", rows);
}

function tableOf<N extends TableName>(name: N, rows: readonly object[]): Table<N> {
    const columns = SCHEMAS[name].columns.map((column) => [
        column.name,
        rows.map((row) => (row as Cells)[column.name] ?? null),
    ]);
    return new Table(name, rows.length, Object.fromEntries(columns));
}
