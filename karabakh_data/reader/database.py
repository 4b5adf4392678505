"""The published tables as views of an in-memory DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from karabakh_data.errors import DataFileError, MissingExtra
from karabakh_data.reader.each_table import TABLE_NAMES
from karabakh_data.reader.tables import REMEDY, table_path

if TYPE_CHECKING:
    import duckdb


def connect() -> duckdb.DuckDBPyConnection:
    """A connection that has every table as a view; see `karabakh_data.connect`."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtra("duckdb", "connect()") from error
    files = {name: table_path(name) for name in TABLE_NAMES}
    connection = duckdb.connect()
    for name, file in files.items():
        try:
            connection.read_parquet(file_pattern(file), hive_partitioning=False).create_view(name)
        except duckdb.Error as error:
            connection.close()
            reason = " ".join(str(error).split())
            raise DataFileError(f"{file} cannot be read as Parquet ({reason}); {REMEDY}") from error
    return connection


def file_pattern(file: Path) -> str:
    """The pattern by which DuckDB reads this file and no other; to it a path's `*`, `?` and `[` are wildcards."""
    return "".join(f"[{letter}]" if letter in "[*?" else letter for letter in file.as_posix())
