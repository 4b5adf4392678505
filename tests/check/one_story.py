"""The rows of one invented story of two articles, to be broken at will, and their way to Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.model import TABLES
from karabakh_data.testing.articles import COURIER, HERALD, MARK
from karabakh_data.testing.corpus import Corpus, corpus_tables
from karabakh_data.testing.fault import Rows
from karabakh_data.testing.faults import nullable

SOURCES = (f"{MARK}-{COURIER}", f"{MARK}-{HERALD}")


@cache
def story() -> dict[str, pa.Table]:
    """The tables of the story, which break no rule."""
    return corpus_tables(Corpus(articles=2))


def rows() -> Rows:
    """A fresh copy of the story's rows, table by table as they are asked for."""
    return Rows(lambda table: story()[table].to_pylist())


def table_of(made: Rows, table: str) -> pa.Table:
    """The table, broken rows and all: not null is what rules are to find, so Arrow must not."""
    return pa.Table.from_pylist(made[table], schema=nullable(table))


def write(made: Rows, folder: Path, only: Iterable[str] = TABLES) -> dict[str, tuple[Path]]:
    """Write these tables as Parquet files. Returns the file of each."""
    files = {}
    for table in only:
        pq.write_table(table_of(made, table), folder / f"{table}.parquet")
        files[table] = (folder / f"{table}.parquet",)
    return files
