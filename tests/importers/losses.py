"""What tools lose of a published cell. Each loss is given a value and its column, and returns what the tool has."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import Any

import pyarrow as pa

Rows = list[dict[str, Any]]
Loss = Callable[[Any, pa.ChunkedArray], Any]


def expected(table: pa.Table, loss: Loss) -> Rows:
    """The rows of a table as a tool with this loss has them."""
    return [{name: loss(value, table[name]) for name, value in row.items()} for row in table.to_pylist()]


def nothing(value: Any, column: pa.ChunkedArray) -> Any:
    """The cell as it is."""
    return value


def nulls(value: Any, column: pa.ChunkedArray) -> Any:
    """A null that is no day is NaN, and the whole numbers beside it are floats."""
    if column.null_count == 0 or pa.types.is_date(column.type):
        return value
    if value is None:
        return math.nan
    return float(value) if pa.types.is_integer(column.type) else value


def days(value: Any, column: pa.ChunkedArray) -> Any:
    """A day is a moment, a null day is NaT, and a null float is NaN."""
    import pandas as pd

    if pa.types.is_date(column.type):
        return pd.Timestamp(value)
    return math.nan if value is None and pa.types.is_floating(column.type) else value


def javascript(value: Any, column: pa.ChunkedArray) -> Any:
    """A day is its midnight, here written as JSON writes it, and a whole float is no other than an integer."""
    if isinstance(value, dt.date):
        return f"{value}T00:00:00.000Z"
    return int(value) if isinstance(value, float) and value.is_integer() else value
