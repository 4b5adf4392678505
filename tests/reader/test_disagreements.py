"""Names and disagreements: what the sources call things, and where they contradict each other."""

from __future__ import annotations

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
