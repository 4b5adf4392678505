"""The smallest invented story as a package: `build(root)` lays out root/raw and root/karabakh_data/data/*.parquet."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.testing.articles import COURIER as FIRST
from karabakh_data.testing.articles import HERALD as SECOND
from karabakh_data.testing.articles import zenda

__all__ = ["FIRST", "SECOND", "STORY", "build", "tables", "write_raw"]

STORY = zenda()


def write_raw(raw: Path) -> None:
    """The articles as folders of `raw/`."""
    STORY.write(raw)


def tables(raw: Path) -> dict[str, pa.Table]:
    """All tables, resolved from the articles in the folder."""
    return STORY.tables(raw)


def build(root: Path) -> Path:
    """The corpus below `root`; returns the folder of the Parquet files."""
    write_raw(root / "raw")
    data = root / "karabakh_data" / "data"
    data.mkdir(parents=True)
    for name, table in tables(root / "raw").items():
        pq.write_table(table, data / f"{name}.parquet")
    return data
