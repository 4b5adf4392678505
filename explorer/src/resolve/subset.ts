// All tables as the claims of some sources alone would have them, by the rules of karabakh_data/resolve/resolution.py.
import { type Cell, columnOf, isTable, SCHEMAS, type TableName } from "../schema/schema.ts";
import { type Row, Table, type Tables } from "../tables/table.ts";
import { byKeys } from "./order.ts";
import { BY_NAME, keyOf, ofWholeRecords, RESOLVED, type Resolved } from "./partial.ts";
import { type Identity, records } from "./records.ts";
import type { Cells, ClaimRow, Told } from "./told.ts";
import { withOwnYears } from "./years.ts";

/**
 * What only other sources tell is null, and so is a date that has its year from them alone; a record that is then left
 * without any value, or without one that it cannot be without, is left out, and with it the links and claims that need
 * it. Throws ResolutionFailure where claims make no whole record.
 */
export function subset(tables: Tables, sources: Iterable<string>): Tables {
    const among = new Set(sources);
    const fromSources = (table: "claims" | "passages" | "mentions") => {
        const rows: Table<TableName> = tables[table];
        const ids = rows.column("source_id" as never) as ArrayLike<string>;
        return Array.from(rows.all()).filter((at) => among.has(ids[at] as string));
    };
    const theirs = tables.claims.rows(fromSources("claims"));
    const claims = ofWholeRecords(withOwnYears(theirs, tables.claims), among);
    const mentions = tables.mentions.rows(fromSources("mentions"));
    const named = namedRecords(claims, mentions, among);
    const found = records(identityIn(tables), named, claims);
    const resolved = RESOLVED.map((table) => [table, tableOf(table, sorted(table, found.get(table) ?? []))]);
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
function identityIn(tables: Tables): Identity {
    return (table, id) => {
        if (SCHEMAS[table].key.length > 1) return keyOf(table, id);
        const rows: Table<TableName> = tables[table];
        const position = rows.position(id);
        if (position === undefined) return undefined;
        const given = SCHEMAS[table].columns.filter(({ origin }) => origin !== "coded");
        const cell = (name: string) => (rows.column(name as never) as ArrayLike<Cell>)[position] ?? null;
        return Object.fromEntries(given.map(({ name }) => [name, cell(name)]));
    };
}

/**
 * By table, the records that are there because they are mentioned, or because claims are on or name them, as value,
 * link or speaker; and the sources.
 */
function namedRecords(
    claims: readonly ClaimRow[],
    mentions: readonly Row<"mentions">[],
    sources: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map([...BY_NAME].map((table) => [table, new Set<string>()]));
    const add = (table: string | undefined, id: string | null) => {
        if (table && id !== null) found.get(table)?.add(id);
    };
    for (const { entity_table, entity_id } of mentions) add(entity_table, entity_id);
    for (const { record_table: table, record_id: id, field, value, attributed_to } of claims) {
        if (table !== "sources") add(table, id);
        add("actors", attributed_to);
        if (!isTable(table)) continue;
        const key = keyOf(table, id);
        const further = SCHEMAS[table].key.slice(1);
        for (const name of further) {
            const { recordOf, references } = columnOf(table, name);
            add(recordOf ? key[recordOf] : references, key[name] ?? null);
        }
        if (!further.includes(field)) add(columnOf(table, field).references, value);
    }
    return found.set("sources", new Set(sources));
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
