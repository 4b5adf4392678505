// The terms of agreements: who is bound, by when, and what became of each.
import type { Row, Tables } from "../tables/table.ts";
import { compare } from "./claims.ts";

/** Of several outcomes of one term, the first of these is what became of it. */
const FOREMOST = ["disputed", "breached", "late", "partly_fulfilled", "fulfilled", "pending", "postponed"] as const;

/** What became of a term; or that nobody says so, or that a source points out that it is left open or unclear. */
export type State = Row<"clause_events">["outcome"] | "untold" | "silence" | "ambiguity";

/** In the order in which a reader wants to know. */
export const STATES: readonly State[] = [
    ...(["fulfilled", "late", "partly_fulfilled", "breached", "disputed", "postponed", "pending"] as const),
    ...(["untold", "silence", "ambiguity"] as const),
];

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
    /** What events show of it, a postponement before what came of it, else the earliest first; none where no source tells what became of it. */
    readonly outcomes: readonly Outcome[];
    readonly state: State;
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
            state: stateOf(clause, outcomes),
            disputed: outcomes.some((one) => one.disputed) || inConflict(tables, "clauses", clause.clause_id),
        };
    });
}

function stateOf({ modality }: Row<"clauses">, outcomes: readonly Outcome[]): State {
    const found = FOREMOST.find((one) => outcomes.some(({ outcome }) => outcome === one));
    return found ?? (modality === "silence" || modality === "ambiguity" ? modality : "untold");
}

function outcomesOf(tables: Tables, { clause_id }: Row<"clauses">): Outcome[] {
    return tables.clause_events
        .rowsWhere("clause_id", clause_id)
        .flatMap(({ event_id, outcome, days_late }) => {
            const event = tables.events.find(event_id);
            const disputed = outcome === "disputed" || inConflict(tables, "clause_events", `${clause_id}/${event_id}`);
            return event ? [{ event, outcome, daysLate: days_late, disputed }] : [];
        })
        .sort(
            (a, b) =>
                FOREMOST.indexOf(b.outcome) - FOREMOST.indexOf(a.outcome) ||
                compare(a.event.date_edtf ?? "", b.event.date_edtf ?? ""),
        );
}

function inConflict(tables: Tables, table: string, id: string): boolean {
    const marks = tables.claims.column("in_conflict");
    return tables.claims.where(["record_table", "record_id"], table, id).some((position) => marks[position]);
}
