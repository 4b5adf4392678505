"""Records by words."""

from __future__ import annotations

import doctest

import pytest

import karabakh_data as kd
from karabakh_data.reader import search
from karabakh_data.reader.search import folded


def found(words: str) -> list[tuple[str, str, str]]:
    """Where the words are found: table, id, and in what."""
    return [(row["table"], row["id"], row["found_in"]) for row in kd.search(words).to_pylist()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laçın", "lacin"),
        ("Kəlbəcər", "kelbecer"),
        ("Erdoğan’s", "erdogans"),
        ("Xan'kəndi", "xankendi"),
        ("İSTANBUL", "istanbul"),
        ("Straße", "strasse"),
        ("cease-fire\n of", "cease fire of"),
        ("«»…", ""),
    ],
)
def test_what_makes_no_difference(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_the_example_runs() -> None:
    assert doctest.testmod(search).failed == 0


def test_the_closest_comes_first() -> None:
    assert found("ZENDA")[:2] == [("places", "zenda", "title"), ("places", "zenda", "name in an article")]
    assert ("events", "zenda-handover", "title") in found("Zenda")
    assert ("clauses", "zenda-handover", "title") in found("Zenda")


def test_a_name_that_only_an_article_uses_leads_to_the_place() -> None:
    assert found("tsenda") == [("places", "zenda", "name in an article")]


def test_a_quotation_leads_to_the_record_that_rests_on_it() -> None:
    hits = [row for row in kd.search("eight dead").to_pylist() if row["id"] == "zenda-dead"]
    assert [(row["table"], row["found_in"], row["words"]) for row in hits] == [
        ("casualties", "quotation", "eight dead soldiers")
    ]


def test_all_words_must_be_there_in_any_order_and_may_be_begun() -> None:
    assert ("events", "northland-denial", "title") in found("deaths northl")
    assert found("northland nowhere") == []


def test_a_record_is_named_once_for_each_kind_of_text() -> None:
    hits = found("zenda")
    assert len(hits) == len(set(hits))


@pytest.mark.parametrize("nothing", ["", "  ", "«»", "qqq"])
def test_nothing_found_is_an_empty_table(nothing: str) -> None:
    table = kd.search(nothing)
    assert (table.num_rows, table.column_names) == (0, ["table", "id", "title", "found_in", "words"])


def test_each_hit_can_be_explained() -> None:
    assert all(kd.explain(f"{row['table']}/{row['id']}").id == row["id"] for row in kd.search("zenda").to_pylist())
