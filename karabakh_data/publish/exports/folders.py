"""Exports of several files: a new folder of them, and the Parquet files that metadata beside them describe."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from karabakh_data.model import TABLES
from karabakh_data.publish.parquet import parquet_bytes


def write_folder(files: Mapping[str, bytes], target: Path) -> None:
    """Writes the files, by their paths below `target`, which is made. Raises OSError where it cannot be written."""
    target.mkdir()
    for path, content in files.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def parquet_files(tables: Mapping[str, pa.Table], folder: str = "") -> dict[str, bytes]:
    """Each table's Parquet file as it is published, by its path below `folder`."""
    return {parquet_path(name, folder): parquet_bytes(TABLES[name], table) for name, table in tables.items()}


def parquet_path(table: str, folder: str = "") -> str:
    """Where a table's Parquet file lies among the files of an export."""
    return f"{folder}/{table}.parquet" if folder else f"{table}.parquet"
