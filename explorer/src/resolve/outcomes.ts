// What became of clauses, held against the dates and the state of the events that show it. By the rules of
// karabakh_data/resolve/contradictions.py and derived.py.

import { parse } from "../dates/edtf.ts";
import type { Cell } from "../schema/schema.ts";
import { above, type ClaimRow, inOneVoice, mark, on, type Told } from "./told.ts";

const NOT_DONE: ReadonlySet<Cell | undefined> = new Set(["planned", "conditional", "denied"]);
const CARRIED_OUT: ReadonlySet<Cell | undefined> = new Set(["fulfilled", "partly_fulfilled", "late"]);

export interface Met {
    readonly outcome: Told;
    readonly clause: Told;
    readonly event: Told;
}

/** Marks what cannot be reconciled, then says by how many days each clause was kept late. */
export function settleOutcomes(met: readonly Met[]): void {
    for (const one of met) settleOutcome(one);
    for (const one of met) one.outcome.record.days_late = daysLate(one);
}

function settleOutcome({ outcome, clause, event }: Met): void {
    const became = outcome.record.outcome;
    const said = new Set(on(outcome, "outcome").flatMap((claim) => (claim.value === became ? [claim.source_id] : [])));
    if (untimely(became, clause.record.due_date, event.record.date_start, event.record.date_end)) {
        const dues = on(clause, "due_edtf").filter((claim) => said.has(claim.source_id));
        const contradicts = (due: ClaimRow, when: ClaimRow) => {
            const { earliest, latest } = parse(when.value);
            return untimely(became, parse(due.value).latest, earliest, latest);
        };
        if (!inOneVoice(dues, on(event, "date_edtf"), contradicts)) {
            mark(outcome, "outcome");
            mark(clause, "due_edtf");
            mark(event, "date_edtf");
        }
    }
    const sayNotDone = event.claims.some((claim) => saysNotDone(claim) && said.has(claim.source_id));
    if (CARRIED_OUT.has(became) && NOT_DONE.has(event.record.status) && !sayNotDone) {
        mark(outcome, "outcome");
        mark(event, "status");
    }
}

function saysNotDone({ field, stance, value }: ClaimRow): boolean {
    if (field !== "status") return false;
    return stance === "denies" ? value !== "denied" : stance === "asserts" && NOT_DONE.has(value);
}

/** Whether what was done late was in time, or what was kept was late. */
function untimely(outcome: Cell | undefined, due: Cell | undefined, start: Cell | undefined, end: Cell | undefined) {
    if (outcome === "late") return typeof end === "number" && typeof due === "number" && end <= due;
    return outcome === "fulfilled" && above(start, due);
}

function daysLate({ outcome, clause, event }: Met): number | null {
    const [due, done] = [clause.record.due_date, event.record.date_start];
    const contested = clause.inConflict.has("due_edtf") || event.inConflict.has("date_edtf");
    if (contested || typeof due !== "number" || typeof done !== "number" || event.record.date_prec !== 1) return null;
    return ["fulfilled", "late"].includes(String(outcome.record.outcome)) ? Math.max(0, done - due) : null;
}
