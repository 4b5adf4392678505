"""How rows are spoiled so that one of the rules across columns and tables is broken, by the rule's id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from karabakh_data.testing.invented import Record
from karabakh_data.testing.spoiling import NOTHING, Breaker, Rows

Pick = Callable[[Record], Any]
Change = Callable[[Record], Record]


def change(table: str, how: Change, pick: Pick = lambda row: True) -> Breaker:
    """The breaker that changes some cells of the first row of the table that is picked."""

    def spoil(rows: Rows, before: int) -> Record:
        row = next(row for row in rows[table] if pick(row))
        row |= how(row)
        return row

    return spoil


def _more(table: str, how: Change, pick: Pick = lambda row: True) -> Breaker:
    """The breaker that adds a copy of the first row that is picked, with some cells changed."""

    def spoil(rows: Rows, before: int) -> Record:
        row = next(row for row in rows[table] if pick(row))
        rows[table].append(row | how(row))
        return rows[table][-1]

    return spoil


def _beside(table: str, name: str, other: str, key: str, how: Change, pick: Pick = lambda row: True) -> Breaker:
    """The breaker that changes the row of another table which the first picked row names in a column."""

    def spoil(rows: Rows, before: int) -> Record:
        row = next(row for row in rows[table] if pick(row))
        next(one for one in rows[other] if one[key] == row[name]).update(how(row))
        return row

    return spoil


def _outcome(outcome: str, days: int) -> Breaker:
    """The breaker that moves the event of an outcome to so many days after the clause is due."""

    def spoil(rows: Rows, before: int) -> Record:
        row = rows["clause_events"][0]
        due = next(one for one in rows["clauses"] if one["clause_id"] == row["clause_id"])["due_date"]
        event = next(one for one in rows["events"] if one["event_id"] == row["event_id"])
        event |= _dated(due + timedelta(days))
        row |= {"outcome": outcome, "days_late": max(0, days)}
        return row

    return spoil


def _dated(when: date) -> Record:
    return {"date_edtf": when.isoformat(), "date_start": when, "date_end": when, "date_prec": 1}


def _other_passage(rows: Rows, before: int) -> Record:
    claim = rows["claims"][-1]
    claim["passage_id"] = next(
        one["passage_id"]
        for one in rows["passages"]
        if one["source_id"] == claim["source_id"] and one["char_end"] <= claim["char_start"]
    )
    return claim


def _claimed(field: str, value: str) -> Breaker:
    """The breaker that changes the value of the first claim on that field."""
    return change("claims", lambda row: {"value": value}, lambda row: f"{row['record_table']}.{row['field']}" == field)


RECORD_BREAKERS: Mapping[str, Breaker] = {
    "events: event_class is not the class of event_type": change("events", lambda row: {"event_class": "speech"}),
    "events: date_start is after date_end": change(
        "events", lambda row: {"date_start": row["date_end"] + timedelta(1)}
    ),
    "events: date_start, date_end and date_prec are not those of date_edtf": change(
        "events", lambda row: {"date_prec": row["date_prec"] % 5 + 1}
    ),
    "events: where_prec is given, and place_id is not": change(
        "events", lambda row: {"place_id": None}, lambda row: row["place_id"]
    ),
    "events: the event has no day in common with the whole that it is part of": change(
        "events", lambda row: _dated(date(1999, 1, 1)), lambda row: row["part_of"]
    ),
    "event_topics: the event is not a speech act, and has a topic": _beside(
        *("event_topics", "event_id", "events", "event_id"), lambda row: {"event_class": "act", "event_type": "war"}
    ),
    "event_topics: the speech act is its own topic": change("event_topics", lambda row: {"record_id": row["event_id"]}),
    "event_topics: record_id names no record of record_table": change(
        "event_topics", lambda row: {"record_id": NOTHING}
    ),
    "casualties: low is greater than best": change(
        "casualties", lambda row: {"low": row["best"] + 1}, lambda row: row["best"]
    ),
    "casualties: best is greater than high": change(
        "casualties", lambda row: {"high": row["best"] - 1}, lambda row: row["best"]
    ),
    "casualties: low is greater than high": change("casualties", lambda row: {"low": 9, "best": None, "high": 8}),
    "casualties: neither a figure nor a wording is given": change(
        "casualties", lambda row: {"wording": None}, lambda row: row["wording"]
    ),
    "casualties: the figure counts another measure than the total that it is part of": change(
        "casualties", lambda row: {"measure": "missing"}, lambda row: row["subset_of"]
    ),
    "casualties: the figure counts other victims than the total that it is part of": _beside(
        *("casualties", "subset_of", "casualties", "casualty_id"),
        lambda row: {"victim_class": "military"},
        lambda row: row["subset_of"],
    ),
    "casualties: the figure is greater than the total that it is part of": change(
        "casualties", lambda row: {"best": 10**6}, lambda row: row["subset_of"]
    ),
    "clauses: quantity and unit do not go together": change(
        "clauses", lambda row: {"unit": None}, lambda row: row["unit"]
    ),
    "clauses: due_date is not the latest day of due_edtf": change(
        "clauses", lambda row: {"due_date": row["due_date"] + timedelta(1)}, lambda row: row["due_date"]
    ),
    "clause_events: days_late is not what due_date and the event's date give": change(
        "clause_events", lambda row: {"days_late": 99}
    ),
    "clause_events: the outcome is late, and the event is not after the due date": _outcome("late", -1),
    "clause_events: the outcome is fulfilled, and the event is after the due date": _outcome("fulfilled", 3),
    "clause_events: the clause was carried out by an event that has not happened": _beside(
        *("clause_events", "event_id", "events", "event_id"), lambda row: {"status": "planned"}
    ),
    "sources: raw_path is not raw/, source_id, /article.txt": change("sources", lambda row: {"raw_path": "raw/other"}),
    "sources: published_basis is not that of the claims on published_edtf": change(
        "sources", lambda row: {"published_basis": "inferred"}
    ),
    "sources: the source has no passages": _more("sources", lambda row: {"source_id": f"{row['source_id']}-more"}),
    "passages: char_end is not after char_start": change("passages", lambda row: {"char_start": row["char_end"]}),
    "passages: the passage ends after its source": change("passages", lambda row: {"char_end": 10**6}),
    "passages: the passage overlaps the one before it": change(
        "passages", lambda row: {"char_start": row["char_start"] - 3}, lambda row: row["seq"] == 2
    ),
    "passages: seq is not the passage's place in its source": change("passages", lambda row: {"seq": 99}),
    "passages: the passage is coded, and no claim rests on it": change(
        "passages", lambda row: {"disposition": "coded"}, lambda row: row["reason"]
    ),
    "passages: the passage states no fact, and claims rest on it": change(
        "passages", lambda row: {"disposition": "no_fact", "reason": "It says nothing."}, lambda row: not row["reason"]
    ),
    "passages: the passage states no fact, and no reason is given": change(
        "passages", lambda row: {"reason": None}, lambda row: row["reason"]
    ),
    "claims: char_end is not after char_start": change("claims", lambda row: {"char_end": row["char_start"]}),
    "claims: quote is not as long as char_end less char_start": change(
        "claims", lambda row: {"quote": row["quote"][:-1]}
    ),
    "claims: the claim does not lie in its passage": _other_passage,
    "claims: the value is not stated, and no note shows the step": change(
        "claims", lambda row: {"note": None}, lambda row: row["basis"] != "stated"
    ),
    "claims: field is no coded column of record_table": change(
        "claims", lambda row: {"field": "title"}, lambda row: row["record_table"] == "events"
    ),
    "claims: value is no term of the field's vocabulary": _claimed("events.status", NOTHING),
    "claims: value is no whole number in the field's range": _claimed("casualties.best", "99999999999"),
    "claims: value is no date of the EDTF subset": _claimed("events.date_edtf", "2020-02-30"),
    "claims: value names no row of actors": _claimed("actors.part_of", NOTHING),
    "claims: value names no row of agreements": _claimed("clauses.agreement_id", NOTHING),
    "claims: value names no row of casualties": _claimed("casualties.subset_of", NOTHING),
    "claims: value names no row of events": _claimed("events.part_of", NOTHING),
    "claims: value names no row of places": _claimed("events.place_id", NOTHING),
    "claims: value is not the end of the record's id": _claimed("event_topics.record_id", NOTHING),
    "mentions: char_end is not after char_start": change("mentions", lambda row: {"char_end": row["char_start"]}),
    "mentions: surface is not as long as char_end less char_start": change(
        "mentions", lambda row: {"surface": row["surface"][:-1]}
    ),
    "mentions: the mention ends after its source": change(
        "mentions", lambda row: {"char_start": row["char_start"] + 10**6, "char_end": row["char_end"] + 10**6}
    ),
    "mentions: the same words name the same actor or place twice": _more(
        "mentions", lambda row: {"mention_id": f"{row['mention_id']}-more"}
    ),
    "mentions: entity_id names no row of entity_table": change("mentions", lambda row: {"entity_id": NOTHING}),
    "actors: no claim, mention or other row names it": _more(
        "actors", lambda row: {"actor_id": row["actor_id"] + "-b"}
    ),
    "places: no claim, mention or other row names it": _more(
        "places", lambda row: {"place_id": row["place_id"] + "-b"}
    ),
    "agreements: no claim, mention or other row names it": _more(
        "agreements", lambda row: {"agreement_id": row["agreement_id"] + "-b", "concluded_by": None}
    ),
    "events: claim_count is not the number of claims on it": change(
        "events", lambda row: {"claim_count": row["claim_count"] + 1}
    ),
    "events: source_count is not the number of sources with claims on it": change(
        "events", lambda row: {"source_count": row["source_count"] + 1}
    ),
    "events: status is not the furthest that a claim asserts": change("events", lambda row: {"status": "planned"}),
    "vocabulary: the model has no such term": change("vocabulary", lambda row: {"term": "nothing"}),
    "vocabulary: label is not the model's": change("vocabulary", lambda row: {"label": "another label"}),
    "vocabulary: definition is not the model's": change("vocabulary", lambda row: {"definition": "Anything."}),
    "vocabulary: the term is missing": lambda rows, before: rows["vocabulary"].pop(0),
    "crosswalk: vocabulary and term name no row of vocabulary": change("crosswalk", lambda row: {"term": "nothing"}),
    "crosswalk: code and match do not both say that nothing fits": change("crosswalk", lambda row: {"match": "exact"}),
}
