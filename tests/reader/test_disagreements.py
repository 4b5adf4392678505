"""Names and disagreements: what the sources call things, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import corpus
import pytest

import karabakh_data as kd
from karabakh_data.errors import UnknownName


def test_names_of_places() -> None:
    assert [tuple(row.values()) for row in kd.surface_forms("places").to_pylist()] == [
        ("zenda", "Zenda", corpus.FIRST, "Zenda", 3),
        ("zenda", "Zenda", corpus.SECOND, "Tsenda", 1),
        ("zenda", "Zenda", corpus.SECOND, "the town", 1),
    ]


def test_names_count_every_mention() -> None:
    counts = {name: sum(kd.surface_forms(name).column("count").to_pylist()) for name in ("actors", "places")}
    tables = kd.mentions().column("entity_table").to_pylist()
    assert counts == {name: tables.count(name) for name in counts}


def test_names_by_article_and_by_what_they_name() -> None:
    assert kd.surface_forms("places", source=corpus.FIRST)["surface"].to_pylist() == ["Zenda"]
    assert kd.surface_forms("places", place="zenda").equals(kd.surface_forms("places"))
    assert kd.surface_forms("places", place=[]).num_rows == 0
    assert set(kd.surface_forms("actors", actor="northland")["entity_id"].to_pylist()) == {"northland"}
    with pytest.raises(UnknownName, match="no article 'herald'; did you mean herald-2020-12-02"):
        kd.surface_forms("places", source="herald")


@pytest.mark.parametrize(("table", "other"), [("actors", "place"), ("places", "actor")])
def test_names_of_one_kind_are_not_asked_for_by_the_other(table: str, other: str) -> None:
    with pytest.raises(kd.WrongCall, match=f"names of {table} are not asked for by '{other}'; they take"):
        kd.surface_forms(table, **{other: []})


@pytest.mark.parametrize(
    "make", [kd.disagreements, partial(kd.surface_forms, "places")], ids=["disagreements", "names"]
)
def test_they_come_as_other_libraries_hold_tables(make: Callable[..., Any]) -> None:
    arrow = make()
    assert list(make(as_="pandas").columns) == make(as_="polars").columns == arrow.column_names
    assert make(as_="duckdb").fetchall() == [tuple(row.values()) for row in arrow.to_pylist()]
    with pytest.raises(UnknownName, match="there is no 'excel' to give a table as"):
        make(as_="excel")


FIELDS = ["zenda-dead.best", "zenda-dead.measure", "zenda-handover.date_edtf"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, FIELDS),
        ({"actor": "ruritania"}, FIELDS[2:]),
        ({"actor": "northland"}, FIELDS[2:]),
        ({"place": "zenda"}, FIELDS),
        ({"place": []}, []),
        ({"until": "2020-11-14"}, []),
        ({"since": "2020-11-25", "place": "zenda"}, FIELDS),
        ({"source": corpus.FIRST}, FIELDS),
        ({"source": []}, []),
        ({"sources": [corpus.FIRST]}, []),
        ({"sources": [corpus.SECOND]}, FIELDS[1:2]),
    ],
    ids=str,
)
def test_disagreements_are_asked_for_by_their_records_and_keep_every_voice(
    asked: dict[str, Any], expected: list[str]
) -> None:
    found = kd.disagreements(**asked)
    assert sorted({f"{row['record_id']}.{row['field']}" for row in found.to_pylist()}) == expected
    if "sources" not in asked:
        everything = [row for row in kd.disagreements().to_pylist() if f"{row['record_id']}.{row['field']}" in expected]
        assert found.to_pylist() == everything


def test_disagreements_take_iterators_and_refuse_what_does_not_exist() -> None:
    assert kd.disagreements(actor=iter(["northland"])).num_rows == 2
    with pytest.raises(UnknownName, match="there is no actor 'northlend'; did you mean northland"):
        kd.disagreements(actor="northlend")
    with pytest.raises(kd.WrongCall, match="is after"):
        kd.disagreements(since="2021", until="2020")


def test_names_of_nothing_else() -> None:
    with pytest.raises(UnknownName, match="no table of names 'actor'; did you mean actors"):
        kd.surface_forms("actor")


def test_disagreements() -> None:
    rows = kd.disagreements().to_pylist()
    assert [(row["record_id"], row["field"], row["source_id"], row["stance"], row["value"]) for row in rows] == [
        ("zenda-dead", "best", corpus.FIRST, "asserts", "7"),
        ("zenda-dead", "best", corpus.SECOND, "asserts", "8"),
        ("zenda-dead", "measure", corpus.FIRST, "asserts", "killed"),
        ("zenda-dead", "measure", corpus.SECOND, "denies", "killed"),
        ("zenda-dead", "measure", corpus.SECOND, "asserts", "killed"),
        ("zenda-handover", "date_edtf", corpus.FIRST, "asserts", "2020-11-15"),
        ("zenda-handover", "date_edtf", corpus.SECOND, "asserts", "2020-11-25"),
    ]


def test_each_disputed_event_is_among_the_disagreements() -> None:
    disputed = {row["event_id"] for row in kd.events().to_pylist() if row["disputed"]}
    assert disputed == {row["record_id"] for row in kd.disagreements().to_pylist() if row["record_table"] == "events"}
