"""With pandera on polars: one column each with pandera's own checks, and checks of the frame across columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from benchmarks.checkers import requirements
from benchmarks.checkers.expressions import POLARS_TYPES, across_columns, references
from benchmarks.checkers.requirements import COLUMNS, Found, constraints

CHECKS = {
    "terms": pa.Check.isin,
    "pattern": pa.Check.str_matches,
    "minimum": pa.Check.ge,
    "maximum": pa.Check.le,
}
RULES = requirements.rule_of()


def find(folder: Path) -> Found:
    """All rules but those on EDTF, which no expression says, and those that follow a chain of events."""
    found = requirements.none_found()
    events, places = (pl.read_parquet(folder / f"{table}.parquet") for table in ("events", "places"))
    try:
        _schema({**across_columns(), **references(events, places)}).validate(events, lazy=True)
    except SchemaErrors as errors:
        ids = events["event_id"]
        for case in errors.failure_cases.select("column", "check", "index").iter_rows(named=True):
            found[_rule(case)].add(ids[case["index"]])
    found[requirements.NOT_UNIQUE].discard(None)  # two nulls are alike to it; that they are null is found beside
    return found


def _schema(across: dict[str, pl.Expr]) -> pa.DataFrameSchema:
    columns = {}
    for column in COLUMNS:
        of_kind = {kind: (bound, rule) for kind, bound, rule in constraints(column)}
        checks = [make(of_kind[kind][0], error=of_kind[kind][1]) for kind, make in CHECKS.items() if kind in of_kind]
        if "length" in of_kind:
            checks.append(pa.Check.str_length(max_value=of_kind["length"][0], error=of_kind["length"][1]))
        columns[column.name] = pa.Column(
            POLARS_TYPES[column.type.__name__],
            nullable=column.nullable,
            unique=column.name == "event_id",
            checks=checks,
        )
    frame = [pa.Check(_keeps(kept), name=rule) for rule, kept in across.items()]
    return pa.DataFrameSchema(columns, checks=frame)


def _keeps(kept: pl.Expr) -> Any:
    return lambda data: data.lazyframe.select(kept.fill_null(True))


def _rule(case: dict[str, Any]) -> str:
    if case["check"] == "not_nullable":
        return RULES[case["column"], "required"]
    return requirements.NOT_UNIQUE if case["check"] == "field_uniqueness" else case["check"]
