// The terms as a table: a row for each outcome, and one for a term without.
import { nameOf } from "../../model/names.ts";
import type { Outcome, TermOfAgreement } from "../../model/terms_of_agreements.ts";
import type { TableColumn } from "../../parts/data_table.tsx";
import type { Tables } from "../../tables/table.ts";

export interface ToldTerm {
    readonly term: TermOfAgreement;
    readonly outcome: Outcome | undefined;
}

export function told(terms: readonly TermOfAgreement[]): ToldTerm[] {
    return terms.flatMap((term): ToldTerm[] =>
        term.outcomes.length ? term.outcomes.map((outcome) => ({ term, outcome })) : [{ term, outcome: undefined }],
    );
}

export function columns(tables: Tables): TableColumn<ToldTerm>[] {
    const names = (ids: readonly string[]) => ids.map((id) => nameOf(tables, "actors", id)).join("; ");
    return [
        { name: "clause_id", cell: ({ term }) => term.clause.clause_id },
        {
            name: "agreement",
            cell: ({ term }) => term.clause.agreement_id && nameOf(tables, "agreements", term.clause.agreement_id),
        },
        { name: "summary", cell: ({ term }) => term.clause.summary },
        { name: "modality", cell: ({ term }) => term.clause.modality },
        { name: "obligor", cell: ({ term }) => names(term.obligors) },
        { name: "beneficiary", cell: ({ term }) => names(term.beneficiaries) },
        {
            name: "other parts",
            cell: ({ term }) =>
                term.others.map(({ role, actor_id }) => `${role}: ${nameOf(tables, "actors", actor_id)}`).join("; "),
        },
        { name: "due_edtf", cell: ({ term }) => term.clause.due_edtf },
        { name: "outcome", cell: ({ outcome }) => outcome?.outcome },
        { name: "event_id", cell: ({ outcome }) => outcome?.event.event_id },
        { name: "date_edtf", cell: ({ outcome }) => outcome?.event.date_edtf },
        { name: "days_late", numeric: true, cell: ({ outcome }) => outcome?.daysLate },
        { name: "disputed", cell: ({ term }) => term.disputed },
    ];
}
