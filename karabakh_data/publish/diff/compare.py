"""What changed between two packages: columns by their footers, then keys, then the rows that differ.

Both sides are read by DuckDB within the memory that a check may take. Of every row only its key and the hash of its
content are held; cells are fetched of the rows that differ, one batch after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

import duckdb

from karabakh_data.check.engines.damage import READING, reason, unreadable
from karabakh_data.check.engines.views import MEMORY_LIMIT, connection
from karabakh_data.errors import DataFileError
from karabakh_data.model import TABLES
from karabakh_data.model.row import SEPARATOR
from karabakh_data.publish.diff.cells import as_text, part
from karabakh_data.publish.diff.changed_rows import RowChange, row_changes
from karabakh_data.publish.diff.schema import ColumnChange, column_changes
from karabakh_data.publish.diff.sides import TableFiles, read_side
from karabakh_data.publish.diff.views import SIDES, Views, differing

# So many keys of a table that are null or twice are named.
_NAMED = 5

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDiff:
    """What changed in one table: its columns, and how many rows were added, removed and changed.

    `only_on` is the side that alone has the table, if one has: then all its rows are removed, or added. A column that
    only one side has changes no row.
    """

    table: str
    only_on: Literal["old", "new"] | None
    columns: tuple[ColumnChange, ...]
    added: int
    removed: int
    changed: int
    _rows: Callable[[], Iterator[RowChange]]

    def rows(self) -> Iterator[RowChange]:
        """The rows that were removed, added and changed, each by key, for as long as the comparison is open."""
        return self._rows()


@contextmanager
def compare(old: Path, new: Path) -> Iterator[list[TableDiff]]:
    """The tables that differ between two packages, each a folder of Parquet files or one with a datapackage.json.

    Raises NoPackage or UnfitPackage where there is no package or no table in it, and DataFileError for a file
    that cannot be read, lacks a key column, or has a key that is null or stands twice.
    """
    files = dict(zip(SIDES, (read_side(old), read_side(new)), strict=True))
    with connection({}) as con:
        views = Views(con, files)
        failures: list[str] = []
        tables = []
        # Claims first: what changed in them is shown with the records of every other table.
        for name in sorted(TABLES, key=lambda table: table != "claims"):
            try:
                if (found := _table_diff(views, name)) is not None:
                    tables.append(found)
            except DataFileError as error:
                failures.append(str(error))
        if failures:
            raise DataFileError("\n".join(failures))
        yield sorted(tables, key=lambda table: list(TABLES).index(table.table))


def _table_diff(views: Views, name: str) -> TableDiff | None:
    sides = {side: views.files[side][name] for side in SIDES if name in views.files[side]}
    if not sides:
        return None

    def reading(act: Callable[[], T]) -> T:
        try:
            return act()
        except READING as error:
            raise _unreadable(name, sides, error) from error

    counts = reading(lambda: _counts(views, name, sides))
    columns = tuple(column_changes(sides["old"], sides["new"])) if len(sides) == len(SIDES) else ()
    only_on: Literal["old", "new"] | None = None if len(sides) == len(SIDES) else "old" if "old" in sides else "new"
    if not (columns or only_on or any(counts.values())):
        return None
    return TableDiff(
        table=name,
        only_on=only_on,
        columns=columns,
        added=counts.get("added", 0),
        removed=counts.get("removed", 0),
        changed=counts.get("changed", 0),
        _rows=lambda: row_changes(views, name),
    )


def _counts(views: Views, name: str, sides: dict[str, TableFiles]) -> dict[str, int]:
    """How many rows were added, removed and changed; which ones is then in the table `differing(name)`."""
    views.open(name)
    failures = [failure for side in sides for failure in _digests(views, name, side)]
    if failures:
        raise DataFileError("\n".join(failures))
    keys = [f"k{at}" for at in range(len(TABLES[name].key))]
    if len(sides) == len(SIDES):
        same = " AND ".join(f"old_digests.{key} = new_digests.{key}" for key in keys)
        listed = ", ".join(f"coalesce(old_digests.{key}, new_digests.{key}) AS {key}" for key in keys)
        gone, come = (f"{side}_digests.digest IS NULL" for side in ("new", "old"))
        kind = f"CASE WHEN {gone} THEN 'removed' WHEN {come} THEN 'added' ELSE 'changed' END"
        source = (
            f"old_digests FULL JOIN new_digests ON {same} WHERE old_digests.digest IS DISTINCT FROM new_digests.digest"
        )
    else:
        (side,) = sides
        listed, kind, source = ", ".join(keys), f"'{'removed' if side == 'old' else 'added'}'", f"{side}_digests"
    views.con.execute(f"CREATE TABLE {differing(name)} AS SELECT {listed}, {kind} AS kind FROM {source}")
    for side in sides:
        views.con.execute(f"DROP TABLE {side}_digests")
    return dict(views.con.execute(f"SELECT kind, count(*) FROM {differing(name)} GROUP BY kind").fetchall())


def _digests(views: Views, name: str, side: str) -> Iterator[str]:
    """Keep each row's key and hash in a table of that side; what is wrong with the keys is the result."""
    types, others = views.types(side, name), views.types_beside(side, name)
    both = sorted(types.keys() & others.keys())  # in one order, whatever that of the files is
    parts = ", ".join(part(as_text(column, types[column], others[column])) for column in both)
    texts = ", ".join(f"{text} AS k{at}" for at, text in enumerate(views.key(side, name)))
    views.con.execute(
        f"CREATE OR REPLACE TABLE {side}_digests AS "
        f"SELECT {texts}, unhex(sha256(concat({parts}))) AS digest FROM {views.name(side, name)}"
    )
    where = views.files[side][name].files[0].path
    keys = [f"k{at}" for at in range(len(TABLES[name].key))]
    null = " OR ".join(f"{key} IS NULL" for key in keys)
    for (count,) in views.con.execute(
        f"SELECT count(*) FROM {side}_digests WHERE {null} HAVING count(*) > 0"
    ).fetchall():
        yield f"{where}: the table {name} has rows without their key ({count}); `karabakh-data check` says more"
    joined = f" || '{SEPARATOR}' || ".join(keys)
    twice = views.con.execute(
        f"SELECT any_value({joined}), count(*) OVER () FROM {side}_digests WHERE NOT ({null}) "
        f"GROUP BY {', '.join(keys)} HAVING count(*) > 1 ORDER BY 1 LIMIT {_NAMED}"
    ).fetchall()
    if twice:
        named = ", ".join(ascii(record_id)[1:-1] for record_id, _ in twice)
        more = f" and {twice[0][1] - len(twice)} more" if twice[0][1] > len(twice) else ""
        yield f"{where}: the table {name} has {named}{more} twice; `karabakh-data check` says more"


def _unreadable(name: str, sides: dict[str, TableFiles], error: Exception) -> DataFileError:
    """Which file is at fault."""
    files = [file for side in sides.values() for file in side.files]
    for path, alone in unreadable(files):
        return DataFileError(f"{path}: {_reason(alone)}")
    return DataFileError(
        f"the table {name} cannot be compared ({', '.join(str(file.path) for file in files)}): {_reason(error)}"
    )


def _reason(error: Exception) -> str:
    if isinstance(error, duckdb.OutOfMemoryException):
        return (
            f"to read it takes more than {MEMORY_LIMIT} of memory, because a cell or a page of cells is larger than "
            "any of ours; build or fetch the package again"
        )
    return f"it cannot be read to its end ({reason(error)}); `karabakh-data check` says more"
