"""The published Parquet files in other tools: each reads every cell of every table, and its losses are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import installed
import losses
import pyarrow.parquet as pq
import pytest
from losses import Loss, Rows

from karabakh_data.model import TABLES

pytestmark = pytest.mark.importers

DATA = installed.ROOT / "karabakh_data" / "data"
HERE = Path(__file__).parent


def pandas(file: Path) -> Rows:
    return installed.module("pandas").read_parquet(file).to_dict("records")


def pandas_with_arrow_types(file: Path) -> Rows:
    return installed.module("pandas").read_parquet(file, dtype_backend="pyarrow").to_dict("records")


def pandas_with_nullable_types(file: Path) -> Rows:
    return installed.module("pandas").read_parquet(file, dtype_backend="numpy_nullable").to_dict("records")


def fastparquet(file: Path) -> Rows:
    with file.open("rb") as opened:  # by a path, it leaves the file open
        return installed.module("fastparquet").ParquetFile(opened).to_pandas().to_dict("records")


def polars(file: Path) -> Rows:
    return installed.module("polars").read_parquet(file).to_dicts()


def duckdb(file: Path) -> Rows:
    with installed.module("duckdb").connect() as database:
        relation = database.read_parquet(str(file))
        return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def arro3(file: Path) -> Rows:
    rows = installed.module("arro3.io").read_parquet(file).read_all().to_struct_array()
    return [row.as_py() for chunk in rows.chunks for row in chunk]


def hyparquet(file: Path) -> Rows:
    return installed.node(HERE / "hyparquet.mjs", "hyparquet", file)


READERS: dict[Callable[[Path], Rows], Loss] = {
    pandas: losses.nulls,
    pandas_with_arrow_types: losses.nothing,
    pandas_with_nullable_types: losses.nothing,
    fastparquet: losses.days,
    polars: losses.nothing,
    duckdb: losses.nothing,
    arro3: losses.nothing,
    hyparquet: losses.javascript,
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_a_tool_reads_what_is_published(read: Callable[[Path], Rows], name: str) -> None:
    file = DATA / f"{name}.parquet"
    rows = losses.expected(pq.read_table(file), READERS[read])

    # As text, which tells 1 from 1.0 and True, a day from a moment, and finds NaN equal to NaN.
    assert [repr(row) for row in read(file)] == [repr(row) for row in rows]
