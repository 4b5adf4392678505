"""Rules of events and their topics."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.derived_dates import follow_from_edtf
from karabakh_data.check.rules.relations import marked, not_marked, parts_and_wholes
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model.sql import listed
from karabakh_data.model.vocabularies import ACTS, SPEECHES

_APART = "(events.date_start > whole.date_end OR events.date_end < whole.date_start)"
_VAGUE = " OR ".join(
    f"instr({table}.date_edtf, '{mark}') > 0" for table in ("events", "whole") for mark in ("?", "~", "%")
)


def event_rules() -> Iterator[Rule]:
    """The rules across the columns of an event, and between a part and its whole."""
    yield Rule(
        name="event_class is not the class of event_type",
        table="events",
        columns=("event_class", "event_type"),
        predicate=(
            f"(events.event_type IN {listed(ACTS)} AND events.event_class <> 'act'"
            f" OR events.event_type IN {listed(SPEECHES)} AND events.event_class <> 'speech')"
        ),
    )
    yield Rule(
        name="date_start is after date_end",
        table="events",
        columns=("date_start", "date_end"),
        predicate="events.date_start > events.date_end",
    )
    yield Rule(
        name="date_start, date_end and date_prec are not those of date_edtf",
        table="events",
        columns=("date_edtf", "date_start", "date_end", "date_prec"),
        predicate="true",
        accepts=follow_from_edtf,
    )
    yield Rule(
        name="where_prec is given, and place_id is not",
        table="events",
        columns=("where_prec", "place_id"),
        predicate="events.where_prec IS NOT NULL AND events.place_id IS NULL",
    )
    yield Rule(
        # Only what is certain: dates that overlap, or that a source calls vague, may yet be in order. Dates of
        # different sources are a dispute, and marked as such.
        name="the event has no day in common with the whole that it is part of",
        table="events",
        columns=("date_edtf", "part_of"),
        relation=marked("events", parts_and_wholes("events", "part_of")),
        predicate=f"{_APART} AND NOT coalesce({_VAGUE}, false) AND {not_marked('part_of')}",
        details=("whole.date_edtf AS whole_date_edtf",),
    )
    yield Rule(
        name="the event is not a speech act, and has a topic",
        table="event_topics",
        columns=("event_id",),
        relation="event_topics JOIN events ON events.event_id = event_topics.event_id",
        predicate="events.event_class <> 'speech'",
        details=("events.event_type AS event_type",),
        severity="warning",
    )
    yield Rule(
        name="the speech act is its own topic",
        table="event_topics",
        columns=("event_id", "record_id"),
        predicate="event_topics.record_table = 'events' AND event_topics.record_id = event_topics.event_id",
    )
