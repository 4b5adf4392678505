"""Tables as other libraries hold them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa

from karabakh_data.errors import MissingExtra, UnknownName
from karabakh_data.reader.identifiers import one


def converter(as_: object) -> Callable[[pa.Table], Any]:
    """What makes a table into what `as_` names.

    Raises UnknownName for another name, TypeError for what is no text, MissingExtra where the library is absent.
    """
    name = one("as_", as_)
    if name not in _MAKERS:
        raise UnknownName(f"as_: there is no '{name}' to give a table as; it takes {', '.join(_MAKERS)}")
    try:
        return _MAKERS[name]()
    except ImportError as error:
        raise MissingExtra(name, f'as_="{name}"') from error


def _arrow() -> Callable[[pa.Table], Any]:
    return lambda table: table


def _pandas() -> Callable[[pa.Table], Any]:
    import pandas as pd

    # pandas' own types that know a missing value: numpy's would make fractions of whole numbers, and objects of truth
    # values. Days become its datetimes, and with Arrow's days a comparison with a text would raise.
    types = {
        pa.string(): pd.StringDtype(),
        pa.int32(): pd.Int32Dtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }
    return lambda table: table.to_pandas(types_mapper=types.get, date_as_object=False)


def _polars() -> Callable[[pa.Table], Any]:
    import polars as pl

    return pl.from_arrow


def _duckdb() -> Callable[[pa.Table], Any]:
    import duckdb

    return duckdb.from_arrow


_MAKERS = {"arrow": _arrow, "pandas": _pandas, "polars": _polars, "duckdb": _duckdb}
