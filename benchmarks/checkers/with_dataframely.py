"""With dataframely: one column type each, and rules across columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import dataframely as dy
import polars as pl

from benchmarks.checkers import requirements
from benchmarks.checkers.expressions import across_columns, references
from benchmarks.checkers.requirements import COLUMNS, Found, constraints

TYPES: dict[str, Any] = {"str": dy.String, "int": dy.Int32, "bool": dy.Bool, "date": dy.Date}
ARGUMENTS = {"pattern": "regex", "length": "max_length", "minimum": "min", "maximum": "max"}
RULES = requirements.rule_of()


def find(folder: Path) -> Found:
    """All rules but those on EDTF, which no expression says, and those that follow a chain of events."""
    events, places = (pl.read_parquet(folder / f"{table}.parquet") for table in ("events", "places"))
    across = {**across_columns(), **references(events, places), **_terms()}
    schema, names = _schema(across)
    _, failures = schema.filter(events)
    found = requirements.none_found()
    if failures.counts():
        details = failures.details()
        for rule, name in names.items():
            if name in details.columns:
                found[rule] = set(details.filter(pl.col(name) == "invalid")["event_id"])
    return found


def _terms() -> dict[str, pl.Expr]:
    # Its type Enum would have the column cast before anything is checked.
    return {
        rule: pl.col(column.name).is_in(bound)
        for column in COLUMNS
        for kind, bound, rule in constraints(column)
        if kind == "terms"
    }


def _schema(across: dict[str, pl.Expr]) -> tuple[type[dy.Schema], dict[str, str]]:
    """The schema, and the name that it gives to each rule."""
    members: dict[str, Any] = {}
    names = {requirements.NOT_UNIQUE: "_unique"}
    for column in COLUMNS:
        arguments = {}
        for kind, bound, rule in constraints(column):
            if kind in ARGUMENTS:
                arguments[ARGUMENTS[kind]] = bound
                names[rule] = f"{column.name}|{ARGUMENTS[kind]}"
            if kind == "required":
                names[rule] = f"{column.name}|nullability"
        members[column.name] = TYPES[column.type.__name__](nullable=column.nullable, **arguments)
    kept = {"_unique": pl.col("event_id").is_unique() | pl.col("event_id").is_null()}
    for number, (rule, expression) in enumerate(across.items()):
        names[rule] = f"_across_{number}"
        kept[names[rule]] = expression
    members |= {name: dy.rule()(_says(expression)) for name, expression in kept.items()}
    return type("Events", (dy.Schema,), members), names


def _says(expression: pl.Expr) -> Callable[[Any], pl.Expr]:
    return lambda cls: expression
