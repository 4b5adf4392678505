"""Writes what type checkers read of the reader's functions of tables: what each gives, by its argument `as_`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from karabakh_data.model import TABLES
from karabakh_data.publish.joined_functions import JOINED, asked_by, in_lines
from karabakh_data.publish.table_functions import parameters

PATH = "karabakh_data/reader/each_table.pyi"

HEAD = """# Written from the models by `karabakh-data build`, not by hand.

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
"""

# What a function gives, by the annotation of `as_`.
RETURNS = {
    'Literal["arrow"] = "arrow"': "pa.Table",
    'Literal["pandas"]': "pd.DataFrame",
    'Literal["polars"]': "pl.DataFrame",
    'Literal["duckdb"]': "duckdb.DuckDBPyRelation",
}


def text() -> str:
    """The whole module, as the formatter would write it."""
    written: dict[str, Callable[[str], list[str]]] = {
        **{name: partial(parameters, model) for name, model in TABLES.items()},
        **{name: partial(asked_by, first, names) for name, (first, _, names) in JOINED.items()},
    }
    functions = (
        f"@overload\ndef {name}(\n{in_lines(taken(as_))}) -> {gives}: ...\n"
        for name, taken in written.items()
        for as_, gives in RETURNS.items()
    )
    return HEAD + "\n" + "".join(functions)
