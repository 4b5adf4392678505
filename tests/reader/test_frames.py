"""Tables as pandas, polars and DuckDB hold them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import corpus
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import karabakh_data as kd

KINDS = {"arrow": pa.Table, "pandas": pd.DataFrame, "polars": pl.DataFrame, "duckdb": duckdb.DuckDBPyRelation}


@pytest.mark.parametrize("as_", KINDS)
@pytest.mark.parametrize(
    "read", [*(getattr(kd, name) for name in kd.table_names()), kd.timeline], ids=lambda f: f.__name__
)
def test_each_table_is_given_as(as_: str, read: Callable[..., Any]) -> None:
    table = read(as_=as_)
    assert isinstance(table, KINDS[as_])
    assert list(table.columns if as_ != "arrow" else table.column_names) == read().column_names


@pytest.mark.parametrize("as_", KINDS)
def test_load_search_and_chosen_rows_are_given_as(as_: str) -> None:
    for table in (
        kd.load("events", as_=as_),  # type: ignore[call-overload]
        kd.load("events", [corpus.FIRST], as_=as_),
        kd.search("zenda", as_=as_),
        kd.events(place="zenda", as_=as_),
    ):
        assert isinstance(table, KINDS[as_])


def test_the_values_are_the_same() -> None:
    expected = kd.events().to_pylist()
    assert kd.events(as_="polars").to_dicts() == expected
    assert kd.events(as_="duckdb").order("event_id").fetchall() == [tuple(row.values()) for row in expected]


def test_days_in_pandas_compare_with_texts_and_have_dt() -> None:
    frame = kd.events(as_="pandas").set_index("event_id")
    assert frame.index[frame["date_start"] >= "2020-11-15"].tolist() == ["zenda-handover"]
    assert frame.index[frame["date_end"] == pd.Timestamp("2020-11-25")].tolist() == ["zenda-handover"]
    assert frame["date_start"].dt.year.dropna().tolist() == [2020]
    assert pd.isna(frame.loc["truce", "date_start"])


def test_whole_numbers_truth_values_and_texts_in_pandas_may_be_missing() -> None:
    frame = kd.events(as_="pandas").set_index("event_id")
    assert frame["date_prec"].dtype == pd.Int32Dtype()
    assert frame["disputed"].dtype == pd.BooleanDtype()
    assert frame["place_id"].dtype == pd.StringDtype()
    assert frame.loc["truce", "date_prec"] is pd.NA
    assert frame.loc["truce", "place_id"] is pd.NA
    assert frame.loc[frame["place_id"] == "zenda"].index.tolist() == ["zenda-handover"]
    assert frame["claim_count"].sum() == sum(row["claim_count"] for row in kd.events().to_pylist())


@pytest.mark.parametrize("library", ["pandas", "polars", "duckdb"])
def test_a_library_that_is_absent_names_its_extra(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(kd.MissingExtra, match=rf"as_=\"{library}\" needs .*'karabakh-data\[{library}\]'"):
        kd.events(as_=library)  # type: ignore[call-overload]


def test_another_name_is_refused() -> None:
    with pytest.raises(
        kd.UnknownName, match="there is no 'numpy' to give a table as; it takes arrow, pandas, polars, d"
    ):
        kd.events(as_="numpy")  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="as_ takes one text"):
        kd.load("events", as_=None)  # type: ignore[call-overload]
