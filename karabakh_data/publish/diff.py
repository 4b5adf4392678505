"""What changed between two builds: rows added and removed, cells changed, by primary key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.check.package.files import Package, locate
from karabakh_data.errors import DataFileError
from karabakh_data.model import TABLES, id_of
from karabakh_data.reader.tables import read_file

Rows = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that has another value."""

    record_id: str
    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class TableDiff:
    """What changed in one table: ids of rows, cells, and columns. A column that only one side has changes no cell."""

    table: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return any((self.added, self.removed, self.changed, self.columns_added, self.columns_removed))


def diff(old: Path, new: Path) -> list[TableDiff]:
    """The tables that differ between two packages, each a folder of Parquet files or one with a datapackage.json.

    A table that only one side has is all added or all removed. Raises FileNotFoundError or ValueError where there is no
    package, and DataFileError for a file that cannot be read, lacks a key column, or has the same key twice.
    """
    sides = [_tables(locate(old)), _tables(locate(new))]
    diffs = (_table_diff(name, *(side.get(name) for side in sides)) for name in TABLES)
    return [one for one in diffs if one]


def _tables(package: Package) -> dict[str, pa.Table]:
    return {
        name: pa.concat_tables([read_file(file) for file in files], promote_options="default")
        for name, files in package.tables.items()
    }


def _table_diff(name: str, old: pa.Table | None, new: pa.Table | None) -> TableDiff:
    before, after = _rows(name, old), _rows(name, new)
    old_columns, new_columns = (table.column_names if table is not None else [] for table in (old, new))
    in_both = [column for column in old_columns if column in new_columns]
    return TableDiff(
        table=name,
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(_changes(before, after, in_both)),
        columns_added=tuple(column for column in new_columns if old is not None and column not in old_columns),
        columns_removed=tuple(column for column in old_columns if new is not None and column not in new_columns),
    )


def _changes(before: Rows, after: Rows, columns: list[str]) -> Iterator[Change]:
    for record_id in sorted(before.keys() & after.keys()):
        for column in columns:
            old, new = before[record_id][column], after[record_id][column]
            if old != new:
                yield Change(record_id, column, old, new)


def _rows(name: str, table: pa.Table | None) -> Rows:
    if table is None:
        return {}
    missing = [column for column in TABLES[name].key if column not in table.column_names]
    if missing:
        raise DataFileError(f"the table {name} lacks its key {', '.join(missing)}; `karabakh-data check` says more")
    rows: Rows = {}
    for row in table.to_pylist():
        record_id = id_of(TABLES[name], row)
        if record_id in rows:
            raise DataFileError(f"the table {name} has {record_id} twice; `karabakh-data check` says more")
        rows[record_id] = row
    return rows
