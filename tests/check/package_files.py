"""The files of the tables in a folder."""

from __future__ import annotations

from pathlib import Path

from karabakh_data.model import TABLES


def table_files(folder: Path) -> dict[str, tuple[Path, ...]]:
    """The Parquet files of each table, which may be one file or a folder of them."""
    found = {table: tuple(sorted(folder.glob(f"{table}*/**/*.parquet"))) for table in TABLES}
    return {table: files or (folder / f"{table}.parquet",) for table, files in found.items()}
