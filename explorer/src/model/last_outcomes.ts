// What was last told of each clause, in short.
import { group } from "d3-array";
import type { Terms } from "../schema/schema.ts";
import type { Row, Tables } from "../tables/table.ts";

/** An outcome; or that no source tells of one; or that the agreement leaves the matter open. */
export type Last = Terms["outcome"] | "untold" | "open";

/** The positions of clauses by the last outcome: by the day of its event, a mere change of date before all else. */
export function lastOutcomes(tables: Tables): ReadonlyMap<Last, readonly number[]> {
    const { clauses } = tables;
    const [ids, modalities] = [clauses.column("clause_id"), clauses.column("modality")];
    return group(clauses.all(), (at): Last => {
        const last = lastOf(tables, tables.clause_events.rowsWhere("clause_id", ids[at] ?? null));
        return last ?? (modalities[at] === "obligation" ? "untold" : "open");
    });
}

function lastOf({ events }: Tables, links: readonly Row<"clause_events">[]): Terms["outcome"] | undefined {
    const order = ({ outcome, event_id }: Row<"clause_events">) =>
        outcome === "postponed" ? -Infinity : (events.find(event_id)?.date_start ?? Infinity);
    let last: Row<"clause_events"> | undefined;
    for (const link of links) if (!last || order(link) >= order(last)) last = link;
    return last?.outcome ?? undefined;
}

/** The clauses that were kept late, at most so many, with the days. */
export function lateClauses({ clause_events }: Tables, most: number): Row<"clause_events">[] {
    const late = clause_events.column("days_late");
    const found: number[] = [];
    for (let at = 0; at < late.length && found.length < most; at++) if (late[at]) found.push(at);
    return clause_events.rows(found);
}
