"""Rules of clauses and of what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.derived_dates import is_latest_day
from karabakh_data.check.rules.relations import marked, not_marked
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES
from karabakh_data.model.sql import portable, record_id

_OUTCOME = (
    "clause_events JOIN clauses ON clauses.clause_id = clause_events.clause_id"
    " JOIN events ON events.event_id = clause_events.event_id"
)
_DAYS_AFTER = "cast(events.date_start - clauses.due_date AS int)"
# What other sources say of the deadline or of the event is a dispute about the outcome, and marked as such.
_UNDISPUTED = marked("clause_events", _OUTCOME)
_NOT_MARKED = not_marked("outcome")
_ONE_DAY = "events.date_start = events.date_end"


def clause_rules() -> Iterator[Rule]:
    """The rules across the columns of a clause, and between a clause, its deadline and its outcome."""
    yield Rule(
        name="quantity and unit do not go together",
        table="clauses",
        columns=("quantity", "unit"),
        relation=marked("clauses"),
        predicate=(
            f"(clauses.quantity IS NULL AND clauses.unit IS NOT NULL AND {not_marked('quantity')}"
            f" OR clauses.unit IS NULL AND clauses.quantity IS NOT NULL AND {not_marked('unit')})"
        ),
    )
    yield Rule(
        name="due_date is not the latest day of due_edtf",
        table="clauses",
        columns=("due_edtf", "due_date"),
        predicate="true",
        accepts=is_latest_day,
    )
    yield Rule(
        name="days_late is not what due_date and the event's date give",
        table="clause_events",
        columns=("outcome", "days_late"),
        relation=f"{_OUTCOME} {_contested('clauses', 'due_edtf')} {_contested('events', 'date_edtf')}",
        predicate=(
            "clause_events.days_late IS DISTINCT FROM CASE"
            " WHEN contested_due_edtf.record_id IS NOT NULL OR contested_date_edtf.record_id IS NOT NULL THEN NULL"
            f" WHEN clause_events.outcome IN ('fulfilled', 'late') AND {_ONE_DAY}"
            f" THEN CASE WHEN {_DAYS_AFTER} > 0 THEN {_DAYS_AFTER}"
            f" WHEN {_DAYS_AFTER} <= 0 THEN 0 END END"
        ),
        details=("clauses.due_date AS due_date", "events.date_start AS date_start"),
    )
    yield Rule(
        name="the outcome is late, and the event is not after the due date",
        table="clause_events",
        columns=("outcome",),
        relation=_UNDISPUTED,
        predicate=f"clause_events.outcome = 'late' AND events.date_end <= clauses.due_date AND {_NOT_MARKED}",
        details=("clauses.due_date AS due_date", "events.date_end AS date_end"),
    )
    yield Rule(
        name="the outcome is fulfilled, and the event is after the due date",
        table="clause_events",
        columns=("outcome",),
        relation=_UNDISPUTED,
        predicate=f"clause_events.outcome = 'fulfilled' AND events.date_start > clauses.due_date AND {_NOT_MARKED}",
        details=("clauses.due_date AS due_date", "events.date_start AS date_start"),
    )
    yield Rule(
        name="the clause was carried out by an event that has not happened",
        table="clause_events",
        columns=("outcome",),
        relation=_UNDISPUTED,
        predicate=(
            "clause_events.outcome IN ('fulfilled', 'partly_fulfilled', 'late')"
            f" AND events.status IN ('planned', 'conditional', 'denied') AND {_NOT_MARKED}"
        ),
        details=("events.status AS status",),
    )


def _contested(table: str, field: str) -> str:
    """A join with the records of a table on whose field claims are in conflict, as `contested_` and the field."""
    return (
        f"LEFT JOIN (SELECT record_id FROM claims WHERE in_conflict AND record_table = {portable(table)}"
        f" AND field = {portable(field)} GROUP BY record_id) AS contested_{field}"
        f" ON contested_{field}.record_id = {record_id(TABLES[table])}"
    )
