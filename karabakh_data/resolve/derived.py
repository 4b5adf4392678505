"""The columns that follow from a record's others, from its claims, or from the records that it joins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from karabakh_data.model import ClauseEvent, edtf, key_of
from karabakh_data.model.vocabularies import event_class
from karabakh_data.resolve.contradictions import FIGURES, Told, least_and_greatest, settle_bounds, settle_outcome


def derive(table: str, told: Told) -> None:
    """Fill in what follows from the coded fields of one record of that table and from its claims."""
    if table in _DERIVE:
        _DERIVE[table](told)


def _derive_event(told: Told) -> None:
    record, claims = told.record, told.claims
    when = edtf.parse(record["date_edtf"]) if record["date_edtf"] else None
    record["event_class"] = event_class(record["event_type"])
    record["date_start"] = when.earliest if when else None
    record["date_end"] = when.latest if when else None
    record["date_prec"] = edtf.precision(when) if when else None
    record["claim_count"] = len(claims)
    record["source_count"] = len({claim["source_id"] for claim in claims})
    record["disputed"] = bool(told.in_conflict)
    if record["place_id"] is None:
        record["where_prec"] = None


def _derive_casualty(told: Told) -> None:
    if "best" in told.in_conflict:
        told.record["low"], told.record["high"] = least_and_greatest(told.on(*FIGURES))
    else:
        settle_bounds(told)


def _derive_clause(told: Told) -> None:
    record = told.record
    record["due_date"] = edtf.parse(record["due_edtf"]).latest if record["due_edtf"] else None


def _derive_source(told: Told) -> None:
    record = told.record
    record["raw_path"] = f"raw/{record['source_id']}/article.txt"
    bases = {claim["basis"] for claim in told.claims if claim["field"] == "published_edtf"}
    record["published_basis"] = ("stated" if "stated" in bases else "inferred") if bases else None


_DERIVE: Mapping[str, Callable[[Told], None]] = {
    "events": _derive_event,
    "casualties": _derive_casualty,
    "clauses": _derive_clause,
    "sources": _derive_source,
}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The clauses whose outcome some event shows, and these events; None until they are met."""

    clauses: dict[str, Told | None] = field(default_factory=dict)
    events: dict[str, Told | None] = field(default_factory=dict)

    @classmethod
    def of(cls, ids: Iterable[str]) -> Outcomes:
        """Those that are joined by the records of `clause_events` with these ids."""
        ends = [ends for record_id in ids if (ends := key_of(ClauseEvent, record_id))]
        return cls(*(dict.fromkeys(one[name] for one in ends) for name in ClauseEvent.key))

    def meet(self, table: str, told: Told) -> None:
        """Remember a clause or event, and hold an outcome against its two: by how many days it was late, and whether
        it can be so at all."""
        record = told.record
        if table == "clauses" and told.record_id in self.clauses:
            self.clauses[told.record_id] = told
        elif table == "events" and told.record_id in self.events:
            self.events[told.record_id] = told
        elif table == "clause_events":
            clause, event = self.clauses.get(record["clause_id"]), self.events.get(record["event_id"])
            if clause and event and record["outcome"] in ("fulfilled", "late") and event.record["date_prec"] == 1:
                due: date | None = clause.record["due_date"]
                record["days_late"] = None if due is None else max(0, (event.record["date_start"] - due).days)
            settle_outcome(told, clause, event)
