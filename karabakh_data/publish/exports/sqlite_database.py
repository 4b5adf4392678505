"""A SQLite database with every table, its keys, checks and indexes, and views that read well.

The tables are not STRICT: that would shut out every SQLite before 3.37 (November 2021), such as that of Red Hat
Enterprise Linux 9, and forbid to declare a column as BOOLEAN or DATE, by which other tools know how to read it. Checks
of `typeof` hold the values to their types instead. A day is a text in ISO 8601, true and false are 1 and 0.

Each column's meaning stands as a comment in the statement that made the table, which SQLite keeps.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.errors import UnfitValues
from karabakh_data.model import TABLES, FieldColumn, Row, columns
from karabakh_data.model.row import id_of
from karabakh_data.model.sql import identifier
from karabakh_data.publish.about import described
from karabakh_data.publish.exports.relational import create_table, in_order_of_reference, referred
from karabakh_data.publish.exports.sqlite_views import VIEWS

TYPES: Mapping[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "BOOLEAN", date: "DATE"}

# A text needs none: SQLite itself turns what is put in a column of TEXT into one.
CHECKS: Mapping[type, str] = {
    int: "typeof({0}) IN ('integer', 'null')",
    float: "typeof({0}) IN ('real', 'null')",
    bool: "{0} IN (0, 1)",
    date: "{0} = date({0}, '+0 days')",  # without adding something, date() lets 31 February pass
}

# Where the file says which version of SQLite wrote it last, for information only (SQLite, "Database File Format",
# 1.3.20): the first version that enforces foreign keys instead, so that every version writes the same bytes.
WRITTEN_BY = slice(96, 100)
SQLITE_3_6_19 = (3006019).to_bytes(4, "big")


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes the database file. Raises UnfitValues for rows that break a key or a check."""
    # In memory, so that a disk that is full is an OSError, and no journal lies beside the file.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        _about(database)
        for model in in_order_of_reference():
            database.execute(create_table(model, TYPES, CHECKS, commented=True))
            _insert(database, model, tables[model.table])
            for column in columns(model):
                _index(database, model, column)
        for name, query in VIEWS.items():
            database.execute(f"CREATE VIEW {identifier(name)} AS{query}")
        if failures := list(_dangling(database, tables)):
            raise UnfitValues(failures)
        database.execute("COMMIT")
        database.execute("VACUUM")
        content = bytearray(database.serialize())
    content[WRITTEN_BY] = SQLITE_3_6_19
    target.write_bytes(content)


def _about(database: sqlite3.Connection) -> None:
    """What the data set is, for whoever has the file alone."""
    database.execute("CREATE TABLE about (property TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    database.executemany("INSERT INTO about VALUES (?, ?)", described().items())


def _insert(database: sqlite3.Connection, model: type[Row], table: pa.Table) -> None:
    names = [column.name for column in columns(model)]
    into, values = ", ".join(map(identifier, names)), ", ".join("?" * len(names))
    try:
        database.executemany(
            f"INSERT INTO {identifier(model.table)} ({into}) VALUES ({values})",
            ([_cell(row[name]) for name in names] for row in table.to_pylist()),
        )
    except sqlite3.IntegrityError as error:
        raise UnfitValues([f"{model.table}: {error}; `karabakh-data check` lists all such rows"]) from error


def _cell(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _index(database: sqlite3.Connection, model: type[Row], column: FieldColumn) -> None:
    """An index on a column that refers to another row; the first column of a key has one already."""
    if column.name == model.key[0]:
        return
    if column.definition.record_of is not None:
        by = f"{identifier(column.definition.record_of)}, {identifier(column.name)}"
    elif referred(column):
        by = identifier(column.name)
    else:
        return
    database.execute(
        f"CREATE INDEX {identifier(f'{model.table}_by_{column.name}')} ON {identifier(model.table)} ({by})"
    )


def _dangling(database: sqlite3.Connection, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    for table, number, target, key in database.execute("PRAGMA foreign_key_check").fetchall():
        keys = {one[0]: one[3] for one in database.execute(f"PRAGMA foreign_key_list({identifier(table)})")}
        (row,) = tables[table].slice(number - 1, 1).to_pylist()
        yield f"{table}/{id_of(TABLES[table], row)}.{keys[key]}: '{row[keys[key]]}' is no row of {target}"
