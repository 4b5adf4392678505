"""The tables of a package as views of an embedded DuckDB, which reads their Parquet files where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow.parquet as pq

from karabakh_data.check.package.files import folder_columns
from karabakh_data.model.sql import literal

# Where DuckDB's dialect lacks a name of the common subset.
PRELUDE = "CREATE OR REPLACE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)"
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
MEMORY_LIMIT = "320MiB"

Files = Mapping[str, Sequence[Path]]


@contextmanager
def connection(files: Files, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with these tables as views; what does not fit into memory spills into a folder of its own."""
    with TemporaryDirectory(prefix="karabakh-data-") as spill, duckdb.connect(":memory:", config=SETTINGS) as con:
        con.execute(f"SET memory_limit = '{MEMORY_LIMIT}'; SET temp_directory = {literal(spill)}")
        con.execute("SET parquet_metadata_cache = true")  # each file's footer is read once, and not once a scan
        if threads is not None:
            con.execute(f"SET threads = {threads}")
        con.execute(PRELUDE)
        for table, paths in files.items():
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM {parquet(paths)}")
        yield con


def parquet(paths: Sequence[Path], numbered: bool = False) -> str:
    """The DuckDB relation of these files as one table, with a `file_row_number` if the rows are to be numbered."""
    listed = ", ".join(literal(path.as_posix()) for path in paths)
    # DuckDB would take a column from the names of folders even where the files have it.
    by_folders = any(folder_columns(path) - set(pq.read_schema(path).names) for path in paths[:1])
    options = {"hive_partitioning": by_folders, "hive_types_autocast": False, "file_row_number": numbered}
    return f"read_parquet([{listed}], {', '.join(f'{name} = {value}' for name, value in options.items())})"
