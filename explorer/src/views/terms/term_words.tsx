// A term of an agreement in words.
import { shortDate } from "../../model/dates.ts";
import { lateness } from "../../model/handovers.ts";
import { termLabel } from "../../model/names.ts";
import type { Outcome, TermOfAgreement } from "../../model/terms_of_agreements.ts";
import { OutcomeGlyph, stateWords } from "../../parts/outcome_shape.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";

/** What the term says, whom it binds, and what became of it. */
export function TermWords({ term }: { term: TermOfAgreement }) {
    const links = useLinks();
    const { clause, state, disputed } = term;
    return (
        <>
            <span class="strip-title" data-state={state}>
                <OutcomeGlyph state={state} />
                <a class="quiet-link" href={links.record("clauses", clause.clause_id)}>
                    <Text most={200}>{clause.summary}</Text>
                </a>
                {disputed && <span class="conflict"> disputed</span>}
            </span>
            <span class="strip-note">
                <Parties term={term} />
            </span>
            <span class="strip-note">
                <Course term={term} />
            </span>
        </>
    );
}

function Parties({ term: { clause, obligors, beneficiaries, others } }: { term: TermOfAgreement }) {
    const { tables } = usePage();
    const parts = [
        ...(obligors.length || beneficiaries.length
            ? [
                  <span key="parties">
                      {obligors.length > 0 && <>by {listed(obligors)}</>}
                      {beneficiaries.length > 0 && (
                          <>
                              {obligors.length > 0 && " "}for {listed(beneficiaries)}
                          </>
                      )}
                  </span>,
              ]
            : []),
        ...others.map(({ role, actor_id }) => (
            <span key={`${role} ${actor_id}`}>
                {termLabel(tables, "clause_role", role)}: {listed([actor_id])}
            </span>
        )),
        ...(clause.quantity === null
            ? []
            : [
                  <span key="quantity">
                      {clause.quantity.toLocaleString("en")} {clause.unit}
                  </span>,
              ]),
    ];
    return parts.map((part, at) => [at > 0 && "; ", part]);
}

function listed(ids: readonly string[]) {
    return ids.map((id, at) => (
        <span key={id}>
            {at > 0 && ", "}
            <RecordLink table="actors" id={id} />
        </span>
    ));
}

function Course({ term: { clause, outcomes, state } }: { term: TermOfAgreement }) {
    const left = clause.modality === "silence" || clause.modality === "ambiguity" ? clause.modality : undefined;
    const due = clause.due_edtf ? `due ${shortDate(clause.due_edtf)}` : "";
    const said = [left && left !== state ? stateWords(left) : "", due].filter(Boolean).join("; ");
    return (
        <>
            {said}
            {outcomes.length === 0 && `${said && "; "}${stateWords(state)}`}
            {outcomes.map((outcome, at) => (
                <span key={outcome.event.event_id} data-outcome={outcome.outcome}>
                    {(at > 0 || said) && "; "}
                    <Told outcome={outcome} />
                </span>
            ))}
        </>
    );
}

function Told({ outcome: { event, outcome, daysLate, disputed } }: { outcome: Outcome }) {
    const { tables } = usePage();
    const when = event.date_edtf ? `, ${shortDate(event.date_edtf)}` : "";
    const how = event.status === "occurred" ? "" : ` (${termLabel(tables, "event_status", event.status)})`;
    return (
        <>
            <RecordLink table="events" id={event.event_id}>
                {daysLate ? <strong>{lateness(daysLate)}</strong> : stateWords(outcome)}
                {when}
                {how}
            </RecordLink>
            {disputed && <span class="conflict"> disputed</span>}
        </>
    );
}
