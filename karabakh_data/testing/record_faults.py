"""The faults of the rules across columns and tables that are written by hand: by table, then by the rule's name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from typing import Any

from karabakh_data.model import TABLES, columns, id_of
from karabakh_data.testing.fault import NOTHING, Change, Record, Rows, beside, cells, copied, more, plus

DAY = timedelta(1)


def _dated(when: date) -> Record:
    return {"date_edtf": when.isoformat(), "date_start": when, "date_end": when, "date_prec": 1}


def _outcome(outcome: str, days: int) -> Change:
    """Move the event of an outcome to so many days after the clause is due."""

    def change(rows: Rows, table: str, before: int) -> Record:
        row = rows.first("clause_events")
        due = rows.named("clauses", row["clause_id"])["due_date"]
        rows.named("events", row["event_id"]).update(_dated(due + timedelta(days)))
        row |= {"outcome": outcome, "days_late": max(0, days)}
        return row

    return change


def _only_planned(rows: Rows, table: str, before: int) -> Record:
    row = rows.first("clause_events")
    event = rows.named("events", row["event_id"])
    event["status"] = "planned"
    for claim in rows.claims_on("events", event):
        if claim["field"] == "status":
            claim["value"] = "planned"
    return row


def _topic(to: Callable[[Record], Record]) -> Change:
    """Give a speech act another topic, and claim it."""

    def change(rows: Rows, table: str, before: int) -> Record:
        row = rows["event_topics"][-1]
        claim = rows.claims_on("event_topics", row)[0]
        row = row | to(row)
        rows["event_topics"].append(row)
        named = {"record_id": id_of(TABLES["event_topics"], row), "value": row["record_id"]}
        rows["claims"].append(claim | named | {"claim_id": f"{claim['claim_id']}-more", "in_conflict": False})
        return row

    return change


def _other_passage(rows: Rows, table: str, before: int) -> Record:
    claim, source = rows["claims"][-1], rows["claims"][-1]["source_id"]
    first = rows.first("passages", lambda row: row["source_id"] == source and row["char_end"] <= claim["char_start"])
    claim["passage_id"] = first["passage_id"]
    return claim


def _on(field: str, **given: Any) -> Callable[[Record], bool]:
    """Whether a claim is on a field, written with its table, and has these cells."""
    return lambda row: f"{row['record_table']}.{row['field']}" == field and given.items() <= row.items()


def _claimed(field: str, value: str = NOTHING) -> Change:
    return cells(_on(field), value=value)


def _second(field: str, **changed: Any) -> Change:
    """Change the second of two claims on a field that agree; to find is the first, or the record on which they are."""

    def change(rows: Rows, table: str, before: int) -> Record:
        met: dict[str, Record] = {}
        for claim in rows["claims"]:
            if not _on(field, in_conflict=False)(claim):
                continue
            if (first := met.setdefault(claim["record_id"], claim)) is not claim:
                claim |= changed
                return first if table == "claims" else rows.named(table, claim["record_id"])
        raise LookupError(field)

    return change


_UNSAID = dict.fromkeys(column.name for column in columns(TABLES["sources"], "coded"))

RECORD_FAULTS: Mapping[str, Mapping[str, Change]] = {
    "events": {
        "event_class is not the class of event_type": cells(
            lambda row: row["event_class"] == "act", event_class="speech"
        ),
        "date_start is after date_end": cells("date_end", date_start=plus("date_end", DAY)),
        "date_start, date_end and date_prec are not those of date_edtf": cells(
            "date_prec", date_prec=lambda row: row["date_prec"] % 5 + 1
        ),
        "where_prec is given, and place_id is not": cells("place_id", place_id=None),
        "the event has no day in common with the whole that it is part of": cells(
            "part_of", **_dated(date(1999, 1, 1))
        ),
        "claim_count is not the number of claims on it": cells(claim_count=plus("claim_count", 1)),
        "source_count is not the number of sources with claims on it": cells(source_count=plus("source_count", 1)),
        "status is not the furthest that a claim asserts": cells(
            lambda row: row["status"] == "alleged", status="planned"
        ),
        "disputed is not whether claims on it are in conflict": cells(disputed=lambda row: not row["disputed"]),
        "claims cannot all be true, and none is in conflict": _second("events.status", value="denied"),
    },
    "event_topics": {
        "the event is not a speech act, and has a topic": beside(
            "event_id", "events", event_class="act", event_type="war"
        ),
        "the speech act is its own topic": _topic(lambda row: {"record_table": "events", "record_id": row["event_id"]}),
        "record_id names no record of record_table": _topic(lambda row: {"record_id": NOTHING}),
    },
    "casualties": {
        "low is greater than best": cells("best", low=plus("best", 1)),
        "best is greater than high": cells("best", high=plus("best", -1)),
        "low is greater than high": cells("high", low=plus("high", 1)),
        "neither a figure nor a wording is given": cells("best", best=None),
        "the figure counts another measure than the total that it is part of": cells("subset_of", measure="missing"),
        "the figure counts other victims than the total that it is part of": beside(
            "subset_of", "casualties", victim_class="military"
        ),
        "the figure is greater than the total that it is part of": cells("subset_of", best=10**6),
    },
    "clauses": {
        "quantity and unit do not go together": cells("unit", unit=None),
        "due_date is not the latest day of due_edtf": cells("due_date", due_date=plus("due_date", DAY)),
    },
    "clause_events": {
        "days_late is not what due_date and the event's date give": cells(days_late=99),
        "the outcome is late, and the event is not after the due date": _outcome("late", -1),
        "the outcome is fulfilled, and the event is after the due date": _outcome("fulfilled", 3),
        "the clause was carried out by an event that has not happened": _only_planned,
    },
    "sources": {
        "raw_path is not raw/, source_id, /article.txt": cells(raw_path="raw/other"),
        "published_basis is not that of the claims on published_edtf": cells(published_basis="inferred"),
        "the source has no passages": copied(
            **{"source_id": more("source_id"), "raw_path": lambda row: f"raw/{row['source_id']}-more/article.txt"},
            **{"published_basis": None, **_UNSAID},
        ),
    },
    "passages": {
        "char_end is not after char_start": cells("reason", char_start=plus("char_end")),
        "the passage ends after its source": cells("reason", char_end=10**6),
        "the passage overlaps the one before it": cells(lambda row: row["seq"] == 2, char_start=plus("char_start", -3)),
        "seq is not the passage's place in its source": cells(seq=99),
        "the passage is coded, and no claim rests on it": cells("reason", disposition="coded"),
        "the passage states no fact, and claims rest on it": cells(
            lambda row: not row["reason"], disposition="no_fact", reason="It says nothing."
        ),
        "the passage states no fact, and no reason is given": cells("reason", reason=None),
    },
    "claims": {
        "char_end is not after char_start": cells(char_end=plus("char_start")),
        "quote is not as long as char_end less char_start": cells(quote=more("quote")),
        "the claim does not lie in its passage": _other_passage,
        "the value is not stated, and no note shows the step": cells(lambda row: row["basis"] != "stated", note=None),
        "field is no coded column of record_table": copied(
            _on("casualties.as_of_edtf"), claim_id=more("claim_id"), field="title"
        ),
        "value is no term of the field's vocabulary": _claimed("events.status"),
        "value is no whole number in the field's range": _claimed("casualties.best", "99999999999"),
        "value is no date of the EDTF subset": _claimed("events.date_edtf", "2020-02-30"),
        "value names no row of actors": _claimed("actors.part_of"),
        "value names no row of agreements": _claimed("clauses.agreement_id"),
        "value names no row of casualties": _claimed("casualties.subset_of"),
        "value names no row of events": _claimed("events.part_of"),
        "value names no row of places": _claimed("events.place_id"),
        "value is not the end of the record's id": _claimed("event_topics.record_id"),
        "in_conflict is false, and other claims on the field are in conflict": cells(
            _on("casualties.best", in_conflict=True), in_conflict=False
        ),
        "in_conflict is false, and one claim asserts what another denies": _second(
            "casualties.victim_class", stance="denies"
        ),
        "in_conflict is true, and no two claims on the field differ": cells(
            _on("agreements.concluded_by"), in_conflict=True
        ),
    },
    "mentions": {
        "char_end is not after char_start": cells("char_start", char_end=plus("char_start")),
        "surface is not as long as char_end less char_start": cells(surface=more("surface")),
        "the mention ends after its source": cells(
            char_start=plus("char_start", 10**6), char_end=plus("char_end", 10**6)
        ),
        "the same words name the same actor or place twice": copied(mention_id=more("mention_id")),
        "entity_id names no row of entity_table": cells(entity_id=NOTHING),
    },
    "actors": {"no claim, mention or other row names it": copied(actor_id=more("actor_id"), office=None, part_of=None)},
    "places": {
        "no claim, mention or other row names it": copied(place_id=more("place_id"), part_of=None, disputed=False),
        "disputed is not whether claims on it are in conflict": cells(disputed=lambda row: not row["disputed"]),
    },
    "agreements": {
        "no claim, mention or other row names it": copied(agreement_id=more("agreement_id"), concluded_by=None)
    },
    "vocabulary": {
        "the model has no such term": copied(term="nothing"),
        "label is not the model's": cells(label="another label"),
        "definition is not the model's": cells(definition="Anything."),
        "the term is missing": lambda rows, table, before: rows["vocabulary"].pop(0),
    },
    "crosswalk": {
        "vocabulary and term name no row of vocabulary": cells(term="nothing"),
        "code and match do not both say that nothing fits": cells(match="exact"),
    },
    "id_history": {
        "record_table is no table of records with ids": cells(record_table="passages", new_id=None),
        "old_id is the id of a record": cells(old_id=plus("new_id")),
        "new_id names no row of record_table": cells(new_id=NOTHING),
    },
}

# The rules that find the fault of another, too.
COMPANIONS: Mapping[str, Collection[str]] = {
    "events: date_start is after date_end": {"events: date_start, date_end and date_prec are not those of date_edtf"},
    "claims: char_end is not after char_start": {"claims: quote is not as long as char_end less char_start"},
    "mentions: char_end is not after char_start": {"mentions: surface is not as long as char_end less char_start"},
    "vocabulary: the term is missing": {"crosswalk: vocabulary and term name no row of vocabulary"},
}
