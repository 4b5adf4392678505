"""The tables of a package as views of an embedded DuckDB, which reads their Parquet files where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import duckdb
import pyarrow.parquet as pq

from karabakh_data.check.package.files import TableFile
from karabakh_data.model.sql import identifier, literal
from karabakh_data.reader.database import file_pattern

# Where DuckDB's dialect lacks a name of the common subset.
PRELUDE = "CREATE OR REPLACE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)"
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
MEMORY_LIMIT = "320MiB"

# What Hive, Spark and DuckDB write into a folder's name for a null.
NULL_FOLDER = "__HIVE_DEFAULT_PARTITION__"
# A column for the path of a row's file, under a name that no table has.
_FILE_NAME = "path of the file"
_FILE = identifier(_FILE_NAME)

Files = Mapping[str, Sequence[TableFile]]


@contextmanager
def connection(files: Files, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with these tables as views; what does not fit into memory spills into a folder of its own."""
    with TemporaryDirectory(prefix="karabakh-data-") as spill, duckdb.connect(":memory:", config=SETTINGS) as con:
        con.execute(f"SET memory_limit = '{MEMORY_LIMIT}'; SET temp_directory = {literal(spill)}")
        con.execute("SET parquet_metadata_cache = true")  # each file's footer is read once, and not once a scan
        if threads is not None:
            con.execute(f"SET threads = {threads}")
        con.execute(PRELUDE)
        for table, parts in files.items():
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM {parquet(parts)}")
        yield con


def parquet(files: Iterable[TableFile], *, numbered: bool = False, by_name: bool = False) -> str:
    """The DuckDB relation of these files as one table, with a `file_row_number` if the rows are to be numbered.

    Columns that a file lacks and folders of the package have in their names are columns, of text. All files have the
    columns of the first, or `by_name` each its own.
    """
    alike: dict[tuple[tuple[str, int], ...], list[TableFile]] = {}
    for file in files:
        own = set(pq.read_schema(file.path).names) if file.folder_columns else set()
        added = tuple((name, at) for name, at in file.folder_columns if unquote(name) not in own)
        alike.setdefault(added, []).append(file)
    if [*alike] == [()]:
        return _read(alike[()], numbered, by_name)
    parts = (_with_folders(group, added, numbered, by_name) for added, group in alike.items())
    return f"({' UNION ALL BY NAME '.join(parts)})"


def _with_folders(files: Iterable[TableFile], added: Iterable[tuple[str, int]], numbered: bool, by_name: bool) -> str:
    values = "".join(
        # A scan knows its file, so that this is worked out once a file, and not once a row.
        f", nullif(url_decode(substr(split_part({_FILE}, '/', -{at}), {len(name) + 2})), {literal(NULL_FOLDER)})"
        f" AS {identifier(unquote(name))}"
        for name, at in added
    )
    return f"SELECT * EXCLUDE ({_FILE}){values} FROM {_read(files, numbered, by_name, filename=_FILE_NAME)}"


def _read(files: Iterable[TableFile], numbered: bool, by_name: bool, **options: str) -> str:
    listed = ", ".join(literal(file_pattern(file.path)) for file in files)
    # DuckDB's own reading of folders' names would begin above the package, and prefer them to the file's columns.
    switches = {"hive_partitioning": False, "union_by_name": by_name, "file_row_number": numbered}
    given = [f"{name} = {value}" for name, value in switches.items()]
    given += [f"{name} = {literal(value)}" for name, value in options.items()]
    return f"read_parquet([{listed}], {', '.join(given)})"
