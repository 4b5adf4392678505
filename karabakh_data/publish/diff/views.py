"""The tables of both sides as views of one DuckDB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from karabakh_data.model import TABLES
from karabakh_data.model.sql import identifier
from karabakh_data.publish.diff.cells import as_text
from karabakh_data.publish.diff.sides import TableFiles

SIDES = ("old", "new")


def differing(table: str) -> str:
    """The name of the table that holds the keys of the rows that differ (k0, k1, ...), each with its `kind`."""
    return f"differing_{table}"


class Views:
    """A connection in which `open` makes a view of a table for each side that has it."""

    def __init__(self, con: duckdb.DuckDBPyConnection, files: Mapping[str, Mapping[str, TableFiles]]) -> None:
        self.con = con
        self.files = files
        self._types: dict[tuple[str, str], dict[str, str]] = {}

    def open(self, table: str) -> None:
        """Make the views of a table. Raises duckdb.Error if a file cannot be read."""
        for side in SIDES:
            if table in self.files[side]:
                relation = self.files[side][table].relation
                self.con.execute(f"CREATE VIEW {self.name(side, table)} AS SELECT * FROM {relation}")
                described = self.con.execute(f"DESCRIBE {self.name(side, table)}").fetchall()
                self._types[side, table] = {name: sql_type for name, sql_type, *_ in described}

    def name(self, side: str, table: str) -> str:
        """The name of the view."""
        return f"{side}_{table}"

    def has(self, side: str, table: str) -> bool:
        """Whether that side has the table."""
        return (side, table) in self._types

    def types(self, side: str, table: str) -> Mapping[str, str]:
        """The columns of a view with their types in DuckDB."""
        return self._types[side, table]

    def types_beside(self, side: str, table: str) -> Mapping[str, str]:
        """The columns of the view of the other side; of this one where there is no other."""
        (other,) = (one for one in SIDES if one != side)
        return self._types.get((other, table), self._types[side, table])

    def text(self, side: str, table: str, column: str) -> str:
        """The SQL of a column as text, comparable with the other side's."""
        own = self.types(side, table)[column]
        return as_text(column, own, self.types_beside(side, table).get(column, own))

    def key(self, side: str, table: str) -> Sequence[str]:
        """The SQL of the key columns as texts."""
        return [self.text(side, table, column) for column in TABLES[table].key]

    def keyed(self, side: str, table: str, cells: Mapping[str, str]) -> str:
        """The SQL of the view with its key as k0, k1, ... and these expressions by name."""
        keys = (f"{text} AS k{at}" for at, text in enumerate(self.key(side, table)))
        named = (f"{text} AS {identifier(name)}" for name, text in cells.items())
        return f"SELECT {', '.join([*keys, *named])} FROM {self.name(side, table)}"
