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

const known = new WeakMap<Tables, Map<string, TermOfAgreement>>();
const conflicts = new WeakMap<Tables, ReadonlySet<string>>();

/** These clauses with what hangs on them; in the order that they are given. */
export function termsOfAgreements(tables: Tables, clauses: readonly Row<"clauses">[]): TermOfAgreement[] {
    const terms = known.get(tables) ?? new Map<string, TermOfAgreement>();
    known.set(tables, terms);
    return clauses.map((clause) => {
        const term = terms.get(clause.clause_id) ?? new TermOfAgreement(tables, clause);
        terms.set(clause.clause_id, term);
        return term;
    });
}

/** A clause with what hangs on it, which is found when it is first asked for: there may be many, and few are shown. */
export class TermOfAgreement {
    readonly clause: Row<"clauses">;
    /** What events show of it, a postponement before what came of it, else the earliest first; none if nobody tells. */
    readonly outcomes: readonly Outcome[];
    readonly state: State;
    /** Whether what is claimed of it, or of an outcome, cannot all be true. */
    readonly disputed: boolean;
    readonly #tables: Tables;

    constructor(tables: Tables, clause: Row<"clauses">) {
        this.#tables = tables;
        this.clause = clause;
        this.outcomes = outcomesOf(tables, clause);
        this.state = stateOf(clause, this.outcomes);
        this.disputed = this.outcomes.some((one) => one.disputed) || inConflict(tables, "clauses", clause.clause_id);
    }

    /** Ids of actors. */
    get obligors(): readonly string[] {
        return this.#having("obligor");
    }

    get beneficiaries(): readonly string[] {
        return this.#having("beneficiary");
    }

    get others(): readonly Row<"clause_actors">[] {
        return this.#actors().filter(({ role }) => role !== "obligor" && role !== "beneficiary");
    }

    #actors(): Row<"clause_actors">[] {
        return this.#tables.clause_actors.rowsWhere("clause_id", this.clause.clause_id);
    }

    #having(role: string): string[] {
        return this.#actors()
            .filter((one) => one.role === role)
            .map((one) => one.actor_id);
    }
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
    let found = conflicts.get(tables);
    if (!found) {
        const { claims } = tables;
        const marks = claims.column("in_conflict");
        const [on, ids] = [claims.column("record_table"), claims.column("record_id")];
        found = new Set(Array.from(claims.all()).flatMap((at) => (marks[at] ? [`${on[at]}/${ids[at]}`] : [])));
        conflicts.set(tables, found);
    }
    return found.has(`${table}/${id}`);
}
