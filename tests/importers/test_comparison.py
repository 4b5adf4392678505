"""The comparison itself: it finds every cell that is otherwise, and every declaration that has come to nothing."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import Any

import losses
import pyarrow as pa
import pytest
from comparison import compare
from losses import Loss

DAY = dt.date(2020, 11, 25)
PUBLISHED = pa.table(
    {
        "text": ["Kalbajar", None],
        "whole": pa.array([5, None], pa.int32()),
        "number": [40.5, None],
        "truth": [True, False],
        "day": [DAY, None],
    }
)


def read(**otherwise: Any) -> list[dict[str, Any]]:
    """The published rows, with another value in some columns of the first."""
    first, *others = PUBLISHED.to_pylist()
    return [{**first, **otherwise}, *others]


def failures(rows: list[dict[str, Any]], declared: Sequence[Loss] = ()) -> list[str]:
    return compare({"events": PUBLISHED}, {"events": rows}, declared).failures


def test_what_is_read_as_published_loses_nothing() -> None:
    seen = compare({"events": PUBLISHED}, {"events": read()}, ())

    assert (seen.tables, seen.lost, seen.failures) == (["events"], [], [])


@pytest.mark.parametrize(
    ("otherwise", "words"),
    [
        ({"text": b"Kalbajar"}, "events.text: not declared: texts are bytes"),
        ({"text": "Kelbajar"}, "events.text: not declared, and of no kind that is known, among texts"),
        ({"text": ""}, "events.text: not declared, and of no kind that is known, among texts"),
        ({"text": None}, "events.text: not declared, and of no kind that is known, among texts"),
        ({"whole": 5.0}, "events.whole: not declared: whole numbers beside nulls are floats"),
        ({"whole": 6}, "events.whole: not declared, and of no kind that is known, among whole numbers"),
        ({"whole": True}, "events.whole: not declared, and of no kind that is known, among whole numbers"),
        ({"number": 40.500001}, "events.number: not declared, and of no kind that is known, among numbers"),
        ({"truth": 1}, "events.truth: not declared: truth values are 0 and 1"),
        ({"truth": "true"}, "events.truth: not declared: truth values are texts"),
        ({"day": dt.datetime(2020, 11, 25)}, "events.day: not declared: days are moments, at midnight"),
        ({"day": dt.datetime(2020, 11, 24, 23)}, "events.day: not declared, and of no kind that is known, among days"),
        ({"day": "2020-11-25"}, "events.day: not declared: days are texts"),
    ],
)
def test_a_cell_that_is_otherwise_is_found_and_named(otherwise: dict[str, Any], words: str) -> None:
    (failure,) = failures(read(**otherwise))

    assert failure.startswith(f"{words}: 1 cells, row 1, published ")


def test_a_declared_loss_is_expected_and_said() -> None:
    seen = compare({"events": PUBLISHED}, {"events": read(day="2020-11-25")}, (losses.DAY_IS_TEXT,))

    assert (seen.lost, seen.failures) == (["days are texts"], [])


def test_a_loss_is_declared_for_types_of_columns() -> None:
    rows = [*read()[:1], {**PUBLISHED.to_pylist()[1], "text": math.nan, "number": math.nan}]

    assert failures(rows, (losses.NULL_IS_NAN.of(losses.TEXTS, losses.NUMBERS),)) == []
    assert failures(rows, (losses.NULL_IS_NAN.of(losses.TEXTS),)) == [
        "events.number: not declared: nulls among numbers are NaN: 1 cells, row 2, published None, read nan"
    ]


def test_a_declared_loss_that_no_longer_occurs_is_found() -> None:
    assert failures(read(), (losses.DAY_IS_TEXT,)) == [
        f"events.day: declared and no longer seen: days are texts: 1 cells, row 1, published {DAY!r}, read {DAY!r}",
        "declared and no longer seen: days are texts",
    ]


def test_a_declared_loss_that_concerns_no_cell_is_found() -> None:
    assert failures(read(), (losses.FLOAT_IS_WHOLE,)) == ["declared and no longer seen: 5.0 among numbers is 5"]


def test_tables_rows_and_columns_that_are_not_there_are_found() -> None:
    published = {"events": PUBLISHED, "actors": PUBLISHED, "places": PUBLISHED}
    short = [{key: value for key, value in row.items() if key != "day"} for row in read()]

    assert compare(published, {"events": read()[:1], "actors": short, "files": []}, ()).failures == [
        "places: not read",
        "files: no such table is published",
        "events: 1 rows were read, 2 are published",
        "actors: the columns read are ['text', 'whole', 'number', 'truth'], those published "
        "['text', 'whole', 'number', 'truth', 'day']",
    ]
