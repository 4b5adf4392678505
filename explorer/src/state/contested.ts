// Which disagreements pass the filters.
import type { Disagreement } from "../model/disagreements.ts";
import type { TableName } from "../schema/schema.ts";
import type { Tables } from "../tables/table.ts";
import { asked } from "./filters.ts";
import { type Chosen, FILTERS, Selection } from "./selection.ts";

/**
 * The disagreements of which a chosen article makes a claim, whose record passes the filters, and with a chosen actor in
 * the record or among the speakers. All claims of each are kept: one side alone is no disagreement.
 */
export function contested(
    tables: Tables,
    { filters }: Selection,
    all: readonly Disagreement[],
): readonly Disagreement[] {
    const names = asked(filters);
    if (!names.length) return all;
    const [sources, speakers] = [tables.claims.column("source_id"), tables.claims.column("attributed_to")];
    const [wanted, actors] = [new Set(filters.source), new Set(filters.actor)];
    const rest = new Selection(tables, { ...filters, source: [], actor: [] });
    const ofActor = new Selection(tables, { ...filters, source: [] });
    const needed = names.filter((name) => name !== "source" && name !== "actor");
    return all.filter(({ table, id, positions }) => {
        const record = about(table, id);
        const has = (selection: Selection, filter: readonly string[]) =>
            filter.every((name) => record && (FILTERS[record.table] as readonly string[]).includes(name)) &&
            (!record || selection.hasId(record.table, record.id));
        if (wanted.size && !positions.some((at) => wanted.has(sources[at] as string))) return false;
        if (!has(rest, needed)) return false;
        if (!filters.actor.length) return true;
        return positions.some((at) => actors.has(speakers[at] as string)) || has(ofActor, [...needed, "actor"]);
    });
}

/** The record of which filters can be asked: itself, or what a link hangs on. */
function about(table: TableName, id: string): { table: Chosen; id: string } | undefined {
    if (table in FILTERS) return { table: table as Chosen, id };
    const [first = "", second = ""] = id.split("/");
    if (table === "clause_events") return { table: "events", id: second };
    if (table === "event_actors" || table === "event_topics") return { table: "events", id: first };
    return table === "clause_actors" ? { table: "clauses", id: first } : undefined;
}
