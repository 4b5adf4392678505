"""The rules across columns as polars expressions, true of a row that keeps them, for the peers that polars carries."""

from __future__ import annotations

import polars as pl

from benchmarks.checkers import requirements

POLARS_TYPES = {"str": pl.String, "int": pl.Int32, "bool": pl.Boolean, "date": pl.Date}


def across_columns() -> dict[str, pl.Expr]:
    """By rule id; a null result stands for a row that keeps the rule."""
    kind, title = pl.col("event_type"), pl.col("title")
    acts, speeches = (kind.is_in(kinds) for kinds in requirements.CLASSES.values())
    return {
        requirements.WHITE_SPACE: (title.str.strip_chars() == title) & (title != ""),
        requirements.CLASS: ~(
            (acts & (pl.col("event_class") != "act")) | (speeches & (pl.col("event_class") != "speech"))
        ),
        requirements.DATE_ORDER: pl.col("date_start") <= pl.col("date_end"),
        requirements.NO_PLACE: pl.col("where_prec").is_null() | pl.col("place_id").is_not_null(),
    }


def references(events: pl.DataFrame, places: pl.DataFrame) -> dict[str, pl.Expr]:
    """The references to these places and events, by rule id."""
    known = {"place_id": places["place_id"], "part_of": events["event_id"].drop_nulls()}
    return {rule: pl.col(name).is_in(known[name].implode()) for name, rule in requirements.REFERENCES.items()}
