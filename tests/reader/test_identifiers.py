"""Ids as callers have them: texts, and what Arrow, numpy, pandas and polars make of texts; nothing else is taken."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import corpus
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import karabakh_data as kd
from karabakh_data.reader import tables

IDS = [corpus.SECOND, corpus.FIRST]


class Herald(StrEnum):
    """An id as a member of an enumeration."""

    ID = corpus.SECOND


LISTS: dict[str, Callable[[list[str]], Any]] = {
    "list": list,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "keys of a dict": lambda ids: dict.fromkeys(ids).keys(),
    "generator": iter,
    "list of Arrow scalars": lambda ids: [pa.scalar(each) for each in ids],
    "Arrow array": pa.array,
    "Arrow array of large strings": lambda ids: pa.array(ids, pa.large_string()),
    "Arrow array of string views": lambda ids: pa.array(ids, pa.string_view()),
    "Arrow dictionary array": lambda ids: pa.array(ids).dictionary_encode(),
    "Arrow chunked array": lambda ids: pa.chunked_array([ids[:1], ids[1:]]),
    "column of a table": lambda ids: pa.table({"source_id": ids})["source_id"],
    "Arrow list scalar": lambda ids: pa.scalar(ids),
    "numpy array": np.array,
    "numpy array of objects": lambda ids: np.array(ids, dtype=object),
    "pandas Series": pd.Series,
    "pandas Series of Arrow strings": lambda ids: pd.Series(ids, dtype="string[pyarrow]"),
    "pandas categories": lambda ids: pd.Series(ids, dtype="category"),
    "pandas Index": pd.Index,
    "polars Series": pl.Series,
}


@pytest.fixture(scope="module")
def expected(small_corpus: Path) -> list[pa.Table]:
    """The events of both articles, and of one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "DATA", small_corpus)
        return [kd.events(sources=ids) for ids in (IDS, IDS[:1])]


@pytest.mark.parametrize("made", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("read", [kd.events, lambda sources: kd.load("events", sources=sources)], ids=["own", "load"])
def test_a_list_of_ids_is(
    made: Callable[[list[str]], Any], read: Callable[..., pa.Table], expected: list[pa.Table]
) -> None:
    assert [read(sources=made(ids)) for ids in (IDS, IDS[:1])] == expected


@pytest.mark.parametrize(
    "empty",
    [[], (), set(), pa.array([], pa.string()), pd.Series([], dtype=object)],
    ids=lambda value: type(value).__name__,
)
def test_a_list_of_ids_may_be_empty(empty: Any) -> None:
    assert kd.events(sources=empty).num_rows == 0


def test_records_take_the_same_lists() -> None:
    assert len(kd.records(kd.model.Source, sources=pa.array([corpus.SECOND]))) == 1


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (corpus.SECOND, rf"sources takes a list of ids, such as sources=\['{corpus.SECOND}'\], and not one text"),
        (pa.scalar(corpus.SECOND), rf"such as sources=\['{corpus.SECOND}'\], and not one text"),
        (np.str_(corpus.SECOND), rf"such as sources=\['{corpus.SECOND}'\], and not one text"),
        (Herald.ID, rf"such as sources=\['{corpus.SECOND}'\], and not one text"),
        (b"herald", r"sources takes a list of ids or one column of them, and not b'herald' \(bytes\)"),
        (2020, r"sources takes a list of ids or one column of them, and not 2020 \(int\)"),
        (object(), "sources takes a list of ids or one column of them, and not a value of the type object"),
        ({corpus.SECOND: 1}, "sources takes a list of ids or one column of them, and not a value of the type dict"),
        (
            pa.table({"source_id": IDS}),
            "sources takes a list of ids or one column of them, and not a value of the type Table",
        ),
        (
            pd.DataFrame({corpus.SECOND: [1]}),
            "a list of ids or one column of them, and not a value of the type DataFrame",
        ),
        (
            pl.DataFrame({corpus.SECOND: [1]}),
            "a list of ids or one column of them, and not a value of the type DataFrame",
        ),
        (np.array([IDS]), "a list of ids or one column of them, and not a value of the type ndarray"),
        (np.array(corpus.SECOND), "a list of ids or one column of them, and not a value of the type ndarray"),
        ([corpus.SECOND, None, 7], r"ids as texts, and holds None \(NoneType\) at 1, 7 \(int\) at 2"),
        ([IDS], "sources takes ids as texts, and holds a value of the type list at 0"),
        (pa.array([corpus.SECOND, None]), r"holds <pyarrow.StringScalar: None> \(StringScalar\) at 1"),
        (pa.array([1, 2]), r"holds <pyarrow.Int64Scalar: 1> \(Int64Scalar\) at 0, .* at 1"),
        (pd.Series([corpus.SECOND, None], dtype=object), r"holds None \(NoneType\) at 1"),
        (pd.Series([2020]), r"holds 2020 \(int\) at 0"),
        (np.array([2020]), "holds a value of the type int64 at 0"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_list_of_ids_is_refused_with_the_reason(given: Any, reason: str) -> None:
    with pytest.raises(TypeError, match=reason):
        kd.events(sources=given)


ONE: dict[str, Callable[[str], Any]] = {
    "text": str,
    "Arrow scalar": pa.scalar,
    "cell of a table": lambda text: pa.table({"column": [text]})["column"][0],
    "Arrow dictionary scalar": lambda text: pa.array([text]).dictionary_encode()[0],
    "numpy text": np.str_,
    "cell of a numpy array": lambda text: np.array([text])[0],
    "cell of a pandas Series": lambda text: pd.Series([text])[0],
}
TAKERS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "load": (kd.load, "claims"),
    "path": (kd.path, "claims"),
    "explain": (lambda record_id: str(kd.explain(record_id)), "events/zenda-handover"),
    "surface_forms": (kd.surface_forms, "places"),
    "cite": (kd.cite, "bibtex"),
    "search": (kd.search, "zenda"),
}
TAKER = pytest.mark.parametrize(("take", "text"), TAKERS.values(), ids=TAKERS)


@TAKER
@pytest.mark.parametrize("made", ONE.values(), ids=ONE)
def test_an_id_is(made: Callable[[str], Any], take: Callable[[Any], Any], text: str) -> None:
    assert take(made(text)) == take(text)


@TAKER
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (None, r"takes one text or Arrow scalar of text, and not None \(NoneType\)"),
        (7, r"and not 7 \(int\)"),
        (b"claims", r"and not b'claims' \(bytes\)"),
        (["claims"], "and not a value of the type list"),
        (pa.array(["claims"]), "and not a value of the type StringArray"),
        (pa.scalar(7), r"and not <pyarrow.Int64Scalar: 7> \(Int64Scalar\)"),
        (pa.scalar(None, pa.string()), r"and not <pyarrow.StringScalar: None>"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_id_is_refused_with_the_reason(
    given: Any, reason: str, take: Callable[[Any], Any], text: str
) -> None:
    with pytest.raises(TypeError, match=reason):
        take(given)
