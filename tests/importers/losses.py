"""The ways in which tools have a published cell otherwise than it was published: what each makes of it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pyarrow as pa
from cells import NOT_A_TIME

TYPES = {
    pa.string(): "texts",
    pa.int32(): "whole numbers",
    pa.float64(): "numbers",
    pa.bool_(): "truth values",
    pa.date32(): "days",
}
TEXTS, WHOLE, NUMBERS, TRUTH, DAYS = TYPES.values()


@dataclass(frozen=True, slots=True)
class Loss:
    """One way in which a tool has a cell.

    `words` say what it makes of the cells of columns of these `types`, named at `{}`. `makes` gives what it makes of a
    value in a column: the value itself where the loss does not concern it.
    """

    words: str
    types: tuple[str, ...]
    makes: Callable[[Any, pa.ChunkedArray], Any]

    def __str__(self) -> str:
        *others, last = self.types
        return self.words.format(f"{', '.join(others)} and {last}" if others else last)

    def of(self, *types: str) -> Loss:
        """The same loss in columns of these types alone."""
        return replace(self, types=types)


def _null(becomes: Any) -> Callable[[Any, pa.ChunkedArray], Any]:
    return lambda value, column: becomes if value is None else value


def _value(becomes: Callable[[Any], Any]) -> Callable[[Any, pa.ChunkedArray], Any]:
    return lambda value, column: value if value is None else becomes(value)


def _null_beside_values(becomes: Any) -> Callable[[Any, pa.ChunkedArray], Any]:
    return lambda value, column: becomes if value is None and column.null_count < len(column) else value


def _value_beside_nulls(becomes: Callable[[Any], Any]) -> Callable[[Any, pa.ChunkedArray], Any]:
    return lambda value, column: becomes(value) if value is not None and column.null_count else value


NULL_IS_NAN = Loss("nulls among {} are NaN", (TEXTS, WHOLE, NUMBERS), _null(math.nan))
NULL_BESIDE_VALUES_IS_NAN = Loss("nulls beside {} are NaN", (TEXTS, WHOLE, NUMBERS), _null_beside_values(math.nan))
NULL_IS_NOT_A_TIME = Loss("nulls among {} are NaT", (DAYS,), _null(NOT_A_TIME))
WHOLE_BESIDE_NULLS_IS_FLOAT = Loss("{} beside nulls are floats", (WHOLE,), _value_beside_nulls(float))
WHOLE_IS_FLOAT = Loss("{} are floats", (WHOLE,), _value(float))
FLOAT_IS_WHOLE = Loss(
    "5.0 among {} is 5", (NUMBERS,), _value(lambda value: int(value) if value.is_integer() else value)
)
NUMBER_IS_DECIMAL = Loss("{} are decimals", (NUMBERS,), _value(lambda value: Decimal(str(value))))
TEXT_IS_BYTES = Loss("{} are bytes", (TEXTS,), _value(str.encode))
DAY_IS_MOMENT = Loss(
    "{} are moments, at midnight", (DAYS,), _value(lambda day: dt.datetime(day.year, day.month, day.day))
)
DAY_IS_TEXT = Loss("{} are texts", (DAYS,), _value(dt.date.isoformat))
TRUTH_IS_WHOLE = Loss("{} are 0 and 1", (TRUTH,), _value(int))
TRUTH_IS_TEXT = Loss("{} are texts", (TRUTH,), _value(lambda value: str(value).lower()))

EVERY = (
    NULL_IS_NAN,
    NULL_BESIDE_VALUES_IS_NAN,
    NULL_IS_NOT_A_TIME,
    WHOLE_BESIDE_NULLS_IS_FLOAT,
    WHOLE_IS_FLOAT,
    FLOAT_IS_WHOLE,
    NUMBER_IS_DECIMAL,
    TEXT_IS_BYTES,
    DAY_IS_MOMENT,
    DAY_IS_TEXT,
    TRUTH_IS_WHOLE,
    TRUTH_IS_TEXT,
)
