# Written from the models by `karabakh-data build`, not by hand.

from collections.abc import Iterable
from datetime import date
from typing import Literal, overload

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

Ids = str | Iterable[str]
Day = str | date
As = Literal["arrow", "pandas", "polars", "duckdb"]

TABLE_NAMES: tuple[str, ...]

@overload
def events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def actors(
    sources: Iterable[str] | None = None,
    *,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def actors(
    sources: Iterable[str] | None = None,
    *,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def actors(
    sources: Iterable[str] | None = None,
    *,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def actors(
    sources: Iterable[str] | None = None,
    *,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def casualties(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def casualties(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def casualties(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def casualties(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def clauses(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def clauses(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def clauses(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def clauses(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def sources(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def sources(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def sources(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def sources(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def passages(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def passages(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def passages(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def passages(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def claims(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def claims(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def claims(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def claims(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def mentions(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def mentions(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def mentions(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def mentions(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def places(
    sources: Iterable[str] | None = None,
    *,
    place: Ids | None = None,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def places(
    sources: Iterable[str] | None = None,
    *,
    place: Ids | None = None,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def places(
    sources: Iterable[str] | None = None,
    *,
    place: Ids | None = None,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def places(
    sources: Iterable[str] | None = None,
    *,
    place: Ids | None = None,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def agreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def agreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def agreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def agreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def event_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def event_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def event_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def event_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def event_topics(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def event_topics(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def event_topics(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def event_topics(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def clause_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def clause_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def clause_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def clause_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def clause_events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def clause_events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def clause_events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def clause_events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def vocabulary(
    *,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def vocabulary(
    *,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def vocabulary(
    *,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def vocabulary(
    *,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def crosswalk(
    *,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def crosswalk(
    *,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def crosswalk(
    *,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def crosswalk(
    *,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def id_history(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def id_history(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def id_history(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def id_history(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def timeline(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def timeline(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def timeline(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def timeline(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def disagreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def disagreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def disagreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def disagreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
@overload
def surface_forms(
    table: str,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["arrow"] = "arrow",
) -> pa.Table: ...
@overload
def surface_forms(
    table: str,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["pandas"],
) -> pd.DataFrame: ...
@overload
def surface_forms(
    table: str,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def surface_forms(
    table: str,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: Literal["duckdb"],
) -> duckdb.DuckDBPyRelation: ...
