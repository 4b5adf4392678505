"""Tables by what their rows are about: by actor, place, kind, day and article."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import corpus
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import karabakh_data as kd
from karabakh_data.errors import UnknownName
from karabakh_data.publish.filters import filters
from karabakh_data.reader import filters as answering
from karabakh_data.reader.each_filter import FILTERS


def ids(table: pa.Table) -> list[str]:
    """The first column."""
    return table.column(0).to_pylist()


def test_the_filters_are_those_that_follow_from_the_models() -> None:
    expected = {name: filters(model) for name, model in kd.model.TABLES.items()}
    assert expected == FILTERS


@pytest.mark.parametrize("name", kd.table_names())
def test_each_function_takes_the_filters_of_its_table_and_says_what_they_mean(name: str) -> None:
    function = getattr(kd, name)
    taken = set(inspect.signature(function).parameters) - {"sources", "as_"}
    assert taken == set(FILTERS[name])
    assert all(f"\n    {asked} " in inspect.getdoc(function) for asked in taken)


@pytest.mark.parametrize(
    ("function", "asked", "expected"),
    [
        (kd.events, {"actor": "northland"}, ["northland-denial", "zenda-handover"]),
        (kd.events, {"actor": "ruritania"}, ["ruritania-on-deaths", "zenda-handover"]),
        (
            kd.events,
            {"actor": ["ruritania", "northland"]},
            ["northland-denial", "ruritania-on-deaths", "zenda-handover"],
        ),
        (kd.events, {"actor": []}, []),
        (kd.events, {"place": "zenda"}, ["zenda-handover"]),
        (kd.events, {"type": ["denial", "ceasefire"]}, ["northland-denial", "truce"]),
        (kd.events, {"status": "planned"}, []),
        (kd.events, {"source": corpus.SECOND}, ["northland-denial", "zenda-handover"]),
        (kd.events, {"source": corpus.SECOND, "type": "handover"}, ["zenda-handover"]),
        (kd.events, {"actor": "ruritania", "type": "denial"}, []),
        (kd.events, {"since": "2020-11-25"}, ["zenda-handover"]),
        (kd.events, {"since": "2020-11-26"}, []),
        (kd.events, {"until": "2020-11-15"}, ["zenda-handover"]),
        (kd.events, {"until": "2020-11-14"}, []),
        (kd.actors, {"type": "state"}, ["northland", "ruritania"]),
        (kd.actors, {"source": corpus.FIRST}, ["northland", "ruritania"]),
        (kd.casualties, {"place": "zenda", "since": "2020"}, ["zenda-dead"]),
        (kd.casualties, {"until": "2019"}, []),
        (kd.clauses, {"actor": "northland", "place": "zenda", "until": "2020-11"}, ["zenda-handover"]),
        (kd.clauses, {"actor": "ruritania"}, []),
        (kd.clauses, {"since": "2020-12"}, []),
        (kd.clause_actors, {"place": "zenda"}, ["zenda-handover"]),
        (kd.clause_actors, {"source": corpus.SECOND}, []),
        (kd.event_actors, {"actor": "northland", "since": "2020-11-01"}, ["zenda-handover"]),
        (kd.places, {"place": "zenda"}, ["zenda"]),
        (kd.sources, {"source": corpus.SECOND}, [corpus.SECOND]),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_what_is_asked_for(function: Callable[..., pa.Table], asked: dict[str, Any], expected: list[str]) -> None:
    assert ids(function(**asked)) == expected


def test_mentions_are_of_actors_or_of_places() -> None:
    assert set(kd.mentions(actor="ruritania")["entity_id"].to_pylist()) == {"ruritania"}
    assert set(kd.mentions(place="zenda", source=corpus.SECOND)["surface"].to_pylist()) == {"Tsenda", "the town"}


def test_claims_are_those_of_who_speaks() -> None:
    assert set(kd.claims(actor="northland")["attributed_to"].to_pylist()) == {"northland"}


def test_filters_choose_among_what_some_articles_alone_say() -> None:
    assert ids(kd.events(sources=[corpus.SECOND], place="zenda")) == []
    assert ids(kd.events(sources=[corpus.SECOND], until="2020-11-24")) == []
    assert ids(kd.events(sources=[corpus.FIRST], until="2020-11-24")) == ["zenda-handover"]


def test_a_table_that_is_asked_keeps_its_schema() -> None:
    assert kd.events(actor="northland").schema.equals(kd.events().schema, check_metadata=True)


def chosen(rows: dict[str, pa.Table], table: str, **asked: Any) -> list[str]:
    """The ids of the rows that the filters choose."""
    return ids(answering.chosen(table, rows.__getitem__, rows.__getitem__, asked))


def test_a_place_has_all_that_lies_in_it() -> None:
    part_of = {"land": None, "district": "land", "town": "district", "street": "town", "sea": None, "loop": "loop"}
    rows = {"places": pa.table({"place_id": list(part_of), "part_of": list(part_of.values())})}
    assert chosen(rows, "places", place="land") == ["land", "district", "town", "street"]
    assert chosen(rows, "places", place=["town", "sea"]) == ["town", "street", "sea"]
    assert chosen(rows, "places", place="loop") == ["loop"]


DAYS = {
    "known": (date(2020, 11, 10), date(2020, 11, 20)),
    "since-then": (date(2020, 11, 10), None),
    "up-to-then": (None, date(2020, 11, 20)),
    "unknown": (None, None),
}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"since": "2020-11-20"}, ["known", "since-then", "up-to-then"]),
        ({"since": "2020-11-21"}, ["since-then"]),
        ({"until": "2020-11-10"}, ["known", "since-then", "up-to-then"]),
        ({"until": "2020-11-09"}, ["up-to-then"]),
        ({"since": "2020-11-12", "until": "2020-11-15"}, ["known", "since-then", "up-to-then"]),
    ],
    ids=str,
)
def test_an_open_end_is_not_over_and_an_unknown_date_is_in_no_time(asked: dict[str, str], expected: list[str]) -> None:
    starts, ends = ([pair[at] for pair in DAYS.values()] for at in (0, 1))
    days = {"date_start": pa.array(starts, pa.date32()), "date_end": pa.array(ends, pa.date32())}
    assert chosen({"events": pa.table({"event_id": list(DAYS), **days})}, "events", **asked) == expected


@pytest.mark.parametrize("function", [kd.events, kd.clauses, kd.casualties, kd.event_actors, kd.timeline])
def test_since_after_until_is_refused_and_both_are_named(function: Callable[..., pa.Table]) -> None:
    with pytest.raises(kd.WrongCall, match=r"^since=2021-01-01 is after until=2020-12-31: nothing was then; exchange"):
        function(since="2021", until="2020")
    assert function(since="2020-11-15", until="2020-11-15").num_rows >= 0
    with pytest.raises(UnknownName, match=r"there is no place 'zend'.*\nsince=2021-01-01 is after until=2020-12-31"):
        function(since="2021", until="2020", place="zend")


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2023-09-20", ["day", "month", "open", "unknown"]),
        ("2023-09-21", ["month", "open", "unknown"]),
        ("2023-10", ["open", "unknown"]),
    ],
)
def test_a_figure_is_not_of_what_came_after_the_day_up_to_which_it_counts(since: str, expected: list[str]) -> None:
    up_to = {"day": "2023-09-20", "month": "2023-09", "open": "2023-09-20/..", "unknown": None}
    events = {
        "event_id": ["war"],
        "date_start": pa.array([date(2023, 9, 19)]),
        "date_end": pa.array([None], pa.date32()),
    }
    figures = {"casualty_id": list(up_to), "event_id": ["war"] * 4, "as_of_edtf": list(up_to.values())}
    rows = {"events": pa.table(events), "casualties": pa.table(figures)}
    assert chosen(rows, "casualties", since=since) == expected
    assert chosen(rows, "casualties", until="2023-09-19") == list(up_to)


@pytest.mark.parametrize(
    "day",
    [
        *("2020-11-25", date(2020, 11, 25), datetime(2020, 11, 25, 23), pd.Timestamp("2020-11-25")),
        *(np.datetime64("2020-11-25"), pa.scalar(date(2020, 11, 25)), pa.scalar("2020-11-25"), np.str_("2020-11-25")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_day_may_be_given_as(day: Any) -> None:
    assert ids(kd.events(since=day)) == ["zenda-handover"]
    assert ids(kd.clauses(until=day)) == ["zenda-handover"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2020-12", None, False),
        ("2020-11", None, True),
        (None, "2020", True),
        (None, "2020-10", False),
        ("2021", None, False),
    ],
)
def test_a_month_and_a_year_begin_and_end(since: str | None, until: str | None, found: bool) -> None:
    assert (ids(kd.events(since=since, until=until)) == ["zenda-handover"]) == found


def test_everything_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownName) as failure:
        kd.events(actor=["northlend", "ruritania"], place="zend", type="handoverr", since="2020-13", source="herald")
    assert str(failure.value).splitlines() == [
        "there is no actor 'northlend'; did you mean northland? actors() lists them all.",
        "there is no place 'zend'; did you mean zenda? places() lists them all.",
        "there is no term of event_type 'handoverr'; did you mean handover? vocabulary() defines them all.",
        "since: there is no day, month or year '2020-13'; write 2020-11-20, 2020-11 or 2020",
        "there is no article 'herald'; did you mean herald-2020-12-02? sources() lists them all.",
    ]


@pytest.mark.parametrize(
    "day", ["", "20", "2020-1", "2020-02-30", "0000", "2020-11-20T10:00", "20201120", "..", "２０２０"]
)
def test_what_is_no_day_is_refused(day: str) -> None:
    for asked in ("since", "until"):
        with pytest.raises(UnknownName, match=f"{asked}: there is no day, month or year"):
            kd.events(**{asked: day})


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"since": 2020}, "since takes a day, as a text such as 2020-11-20 or as a date, and not 2020"),
        ({"actor": 7}, r"actor takes a list of ids or one column of them, and not 7 \(int\)"),
        ({"status": ["planned", None]}, r"status takes ids as texts, and holds None \(NoneType\) at 1"),
    ],
    ids=str,
)
def test_what_is_no_text_is_refused(asked: dict[str, Any], reason: str) -> None:
    with pytest.raises(TypeError, match=reason):
        kd.events(**asked)


def test_a_filter_that_a_table_does_not_have() -> None:
    from karabakh_data.reader.tables import load

    with pytest.raises(UnknownName, match="the table 'places' has no filter 'status'; it takes place, type, source"):
        load("places", status="planned")
    with pytest.raises(UnknownName, match="the table 'crosswalk' has no filter 'type'; it takes none"):
        load("crosswalk", type="x")


@pytest.mark.parametrize("asked", ["actor", "place", "type", "status", "source", "since"])
def test_half_a_letter_is_nothing_that_exists(asked: str) -> None:
    with pytest.raises(UnknownName):
        kd.events(**{asked: "\ud800"})


@pytest.mark.parametrize("short", ["y", "an", "/"])
def test_a_letter_or_two_resemble_nothing(short: str) -> None:
    with pytest.raises(UnknownName, match=f"there is no actor '{short}'. actors"):
        kd.events(actor=short)
    with pytest.raises(UnknownName, match="did you mean ruritania"):
        kd.events(actor="rur")
