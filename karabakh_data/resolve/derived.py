"""The columns that follow from a record's others, from its claims, or from the records that it joins."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

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


def _derive_place(told: Told) -> None:
    told.record["disputed"] = bool(told.in_conflict)


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
    "places": _derive_place,
    "events": _derive_event,
    "casualties": _derive_casualty,
    "clauses": _derive_clause,
    "sources": _derive_source,
}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The clauses whose outcome some event shows, these events, and what became of the clauses; None until met."""

    clauses: dict[str, Told | None] = field(default_factory=dict)
    events: dict[str, Told | None] = field(default_factory=dict)
    clause_events: dict[str, Told | None] = field(default_factory=dict)

    @classmethod
    def of(cls, ids: Collection[str]) -> Outcomes:
        """Those that are joined by the records of `clause_events` with these ids."""
        ends = [ends for record_id in ids if (ends := key_of(ClauseEvent, record_id))]
        clauses, events = (dict.fromkeys(one[name] for one in ends) for name in ClauseEvent.key)
        return cls(clauses, events, dict.fromkeys(ids))

    def keep(self, table: str, told: Told) -> bool:
        """Whether it is one of these: then it is kept until `settled`, because the others may contradict it."""
        kept = getattr(self, table, {})
        if told.record_id not in kept:
            return False
        told.forget()
        kept[told.record_id] = told
        return True

    def settled(self) -> Iterator[tuple[str, Told]]:
        """All that was kept, with the table of each, when each outcome was held against its clause and event."""
        met = [(told, *self._ends(told)) for told in self.clause_events.values() if told]
        for outcome, clause, event in met:
            if clause and event:
                settle_outcome(outcome, clause, event)
        for outcome, clause, event in met:
            if clause and event:
                outcome.record["days_late"] = _days_late(outcome, clause, event)
        for table in ("events", "clauses", "clause_events"):
            yield from ((table, told) for told in getattr(self, table).values() if told)

    def _ends(self, told: Told) -> tuple[Told | None, Told | None]:
        return self.clauses.get(told.record["clause_id"]), self.events.get(told.record["event_id"])


def _days_late(outcome: Told, clause: Told, event: Told) -> int | None:
    """By how many days a clause was kept late; None where a date is not known to the day, or in conflict."""
    due, done = clause.record["due_date"], event.record["date_start"]
    contested = "due_edtf" in clause.in_conflict or "date_edtf" in event.in_conflict
    if contested or due is None or event.record["date_prec"] != 1:
        return None
    return max(0, (done - due).days) if outcome.record["outcome"] in ("fulfilled", "late") else None
