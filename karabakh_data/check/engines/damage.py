"""Which files DuckDB cannot open, or cannot read to their ends, though their footers say that they are Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from karabakh_data.check.engines.views import Files, connection, parquet
from karabakh_data.check.package.files import TableFile
from karabakh_data.check.package.requirements import DAMAGED, failure
from karabakh_data.check.report import Failure

# What reading may raise: DuckDB's own errors, and Python's where letters of a damaged file are no UTF-8.
READING = (duckdb.Error, UnicodeDecodeError)

_OPEN = "SELECT * FROM {} LIMIT 0"
_READ = "SELECT bit_xor(hash(COLUMNS(*))) FROM {}"


@contextmanager
def opened(files: Files) -> Iterator[tuple[duckdb.DuckDBPyConnection, Files, list[Failure]]]:
    """A connection with the tables that can be opened, these tables, and a failure for each file that cannot be."""
    shut: list[Failure] = []
    with ExitStack() as stack:
        try:
            con = stack.enter_context(connection(files))
        except READING:
            shut = [found for table, parts in files.items() for found in _failures(table, parts, _OPEN)]
            files = {table: parts for table, parts in files.items() if table not in {one.rule.table for one in shut}}
            con = stack.enter_context(connection(files))
        yield con, files, shut


def damaged(files: Files, tables: Iterable[str]) -> list[Failure]:
    """A failure for each file of these tables that cannot be read to its end."""
    return [found for table in sorted(tables) for found in _failures(table, files[table], _READ)]


def unreadable(files: Iterable[TableFile], query: str = _READ) -> list[tuple[Path, Exception]]:
    """The files that cannot be read to their ends, each with the error of reading it alone."""
    return [(file.path, error) for file in files if (error := _error([file], query)) is not None]


def reason(error: Exception) -> str:
    """The error in a line."""
    return next(iter(str(error).splitlines()), type(error).__name__)


def _failures(table: str, files: Sequence[TableFile], query: str) -> list[Failure]:
    together = _error(files, query)
    if together is None:
        return []
    each = unreadable(files, query)
    if not each:  # each is sound, but they are not files of one table
        return [failure(DAMAGED, table, {"reason": reason(together)})]
    return [failure(DAMAGED, table, {"file": path.name, "reason": reason(error)}) for path, error in each]


def _error(files: Sequence[TableFile], query: str) -> Exception | None:
    # With a connection of its own, as one that has met damage may be good for nothing more.
    with connection({}) as con:
        try:
            con.execute(query.format(parquet(files))).fetchall()
        except READING as error:
            return error
    return None
