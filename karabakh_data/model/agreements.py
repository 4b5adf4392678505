"""Row models of what was agreed: agreements, their clauses, who is bound, and what became of each."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from karabakh_data.model.column import SLUG, authored, coded, derived, reference
from karabakh_data.model.row import Row


class Agreement(Row):
    """An agreement, ceasefire or arrangement."""

    table: ClassVar[str] = "agreements"
    one_row_is: ClassVar[str] = "an agreement, ceasefire or arrangement"
    key: ClassVar[tuple[str, ...]] = ("agreement_id",)

    agreement_id: Annotated[str, authored("The agreement's id.", pattern=SLUG)]
    title: Annotated[str, authored("What the agreement is, in our own neutral words.", max_length=120)]
    agreement_type: Annotated[str, authored("The kind of agreement.", vocabulary="agreement_type")]
    concluded_by: Annotated[
        str | None,
        coded("The event by which it was concluded.", references="events.event_id", pattern=SLUG, resolution="agree"),
    ]
    ucdp_conflict_id: Annotated[
        int | None, reference("The conflict's number.", minimum=1, authority="UCDP/PRIO Armed Conflict Dataset")
    ]
    pax_process_id: Annotated[
        int | None, reference("The peace process's number.", minimum=1, authority="PA-X Peace Agreements Database")
    ]
    description: Annotated[str, authored("What it is, in our own neutral words.", max_length=300)]


class Clause(Row):
    """One obligation of one agreement, or one silence or ambiguity that a source points out."""

    table: ClassVar[str] = "clauses"
    one_row_is: ClassVar[str] = (
        "one term of one agreement: one obligation, or one silence or ambiguity that a source points out"
    )
    key: ClassVar[tuple[str, ...]] = ("clause_id",)

    clause_id: Annotated[str, authored("The clause's id.", pattern=SLUG)]
    agreement_id: Annotated[
        str | None,
        coded(
            "The agreement of which it is a term.",
            references="agreements.agreement_id",
            pattern=SLUG,
            resolution="agree",
            always_claimed=True,
        ),
    ]
    provision: Annotated[str, authored("What the clause is about.", vocabulary="provision")]
    summary: Annotated[str, authored("What the clause says, in our own neutral words.", max_length=200)]
    modality: Annotated[
        str | None,
        coded(
            "In which way it is part of the agreement.",
            vocabulary="modality",
            resolution="agree",
            always_claimed=True,
        ),
    ]
    place_id: Annotated[
        str | None,
        coded("The place that it concerns.", references="places.place_id", pattern=SLUG, resolution="place"),
    ]
    due_edtf: Annotated[
        str | None,
        coded("When it is first due, in EDTF; a moved date is an outcome.", form="edtf", resolution="date"),
    ]
    due_date: Annotated[
        date | None, derived("The last day on which it is kept in time.", rule="the latest day of due_edtf")
    ]
    quantity: Annotated[
        int | None, coded("How many it names.", unit="what `unit` says", minimum=0, resolution="figure")
    ]
    unit: Annotated[str | None, coded("What quantity counts.", vocabulary="unit", resolution="agree")]


class ClauseActor(Row):
    """What one actor has to do with one clause."""

    table: ClassVar[str] = "clause_actors"
    one_row_is: ClassVar[str] = "the part that one actor has in one clause"
    key: ClassVar[tuple[str, ...]] = ("clause_id", "actor_id", "role")

    clause_id: Annotated[str, authored("The clause.", references="clauses.clause_id", pattern=SLUG)]
    actor_id: Annotated[str, authored("The actor.", references="actors.actor_id", pattern=SLUG)]
    role: Annotated[str, coded("The actor's part in the clause.", vocabulary="clause_role", resolution="key")]


class ClauseEvent(Row):
    """What became of one clause, as one event shows."""

    table: ClassVar[str] = "clause_events"
    one_row_is: ClassVar[str] = "what one event shows of what became of one clause"
    key: ClassVar[tuple[str, ...]] = ("clause_id", "event_id")

    clause_id: Annotated[str, authored("The clause.", references="clauses.clause_id", pattern=SLUG)]
    event_id: Annotated[str, authored("The event that shows it.", references="events.event_id", pattern=SLUG)]
    outcome: Annotated[str, coded("What became of the clause.", vocabulary="outcome", resolution="outcome")]
    days_late: Annotated[
        int | None,
        derived(
            "How many days after the due date it was done; 0 if in time.",
            unit="days",
            minimum=0,
            rule="of fulfilled and late clauses, the event's date_start less the clause's due_date, at least 0; "
            "null where either is unknown or contested, or the event's date spans more than one day",
        ),
    ]
