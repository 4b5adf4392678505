// The terms of agreements: who is bound, by when, and what became of each.
import type { Row, Tables } from "../tables/table.ts";
import { claimsOn } from "./claims.ts";

export interface Outcome {
    readonly event: Row<"events">;
    readonly outcome: Row<"clause_events">["outcome"];
    readonly daysLate: number | null;
    readonly disputed: boolean;
}

export interface TermOfAgreement {
    readonly clause: Row<"clauses">;
    /** Ids of actors. */
    readonly obligors: readonly string[];
    readonly beneficiaries: readonly string[];
    readonly others: readonly Row<"clause_actors">[];
    /** What events show of it, the earliest first; none where no source tells what became of it. */
    readonly outcomes: readonly Outcome[];
    /** Whether what is claimed of it, or of an outcome, cannot all be true. */
    readonly disputed: boolean;
}

/** These clauses with what hangs on them; in the order that they are given. */
export function termsOfAgreements(tables: Tables, clauses: readonly Row<"clauses">[]): TermOfAgreement[] {
    return clauses.map((clause) => {
        const actors = tables.clause_actors.rowsWhere("clause_id", clause.clause_id);
        const having = (role: string) => actors.filter((one) => one.role === role).map((one) => one.actor_id);
        const outcomes = outcomesOf(tables, clause);
        return {
            clause,
            obligors: having("obligor"),
            beneficiaries: having("beneficiary"),
            others: actors.filter(({ role }) => role !== "obligor" && role !== "beneficiary"),
            outcomes,
            disputed: outcomes.some((one) => one.disputed) || inConflict(tables, "clauses", clause.clause_id),
        };
    });
}

function outcomesOf(tables: Tables, { clause_id }: Row<"clauses">): Outcome[] {
    return tables.clause_events
        .rowsWhere("clause_id", clause_id)
        .flatMap(({ event_id, outcome, days_late }) => {
            const event = tables.events.find(event_id);
            const disputed = outcome === "disputed" || inConflict(tables, "clause_events", `${clause_id}/${event_id}`);
            return event ? [{ event, outcome, daysLate: days_late, disputed }] : [];
        })
        .sort((a, b) => (a.event.date_start ?? Infinity) - (b.event.date_start ?? Infinity) || 0);
}

function inConflict(tables: Tables, table: string, id: string): boolean {
    return claimsOn(tables, table, id).some((claim) => claim.in_conflict);
}
