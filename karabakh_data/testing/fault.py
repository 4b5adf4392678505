"""What a fault is: a change to the rows of one story by which they break one rule."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from karabakh_data.model import TABLES, id_of

Record = dict[str, Any]
Where = str | Callable[[Record], Any]

NOTHING = "no-such-row"


Load = Callable[[str], list[Record]]


class Rows(dict[str, list[Record]]):
    """The rows of one story by table, each table loaded when it is first asked for, to be changed in place."""

    def __init__(self, load: Load, elsewhere: Load = lambda table: []) -> None:
        """`elsewhere` gives the rows of another story, which has no fault."""
        super().__init__()
        self.load, self.elsewhere = load, elsewhere

    def __missing__(self, table: str) -> list[Record]:
        self[table] = self.load(table)
        return self[table]

    def first(self, table: str, where: Where = lambda row: True) -> Record:
        """The first row of which the condition is true, or which has something in that column.

        Raises LookupError if there is none.
        """
        fits = where if callable(where) else lambda row: row[where] not in (None, False)
        for row in self[table]:
            if fits(row):
                return row
        raise LookupError(table)

    def named(self, table: str, record_id: str) -> Record:
        """The row with that id."""
        return self.first(table, lambda row: id_of(TABLES[table], row) == record_id)

    def claims_on(self, table: str, row: Record) -> list[Record]:
        """The claims on a row's record."""
        named = (table, id_of(TABLES[table], row))
        return [claim for claim in self["claims"] if (claim["record_table"], claim["record_id"]) == named]


# Takes the rows, the rule's table, and how often it was broken before; returns the row that the rule must then find.
Change = Callable[[Rows, str, int], Record]


@dataclass(frozen=True, slots=True)
class Fault:
    """A change that breaks a rule, and the ids of the other rules that then find something, too.

    Of a fault that is made from the models (`possible`) these may find something, because they read the same cell.
    """

    change: Change
    companions: Collection[str] = ()
    possible: bool = False


def cells(where: Where = lambda row: True, /, **changed: Any) -> Change:
    """The change that puts values, or what functions of the row give, into the first row that fits (`Rows.first`)."""

    def change(rows: Rows, table: str, before: int) -> Record:
        row = rows.first(table, where)
        row |= _given(row, changed)
        return row

    return change


def copied(where: Where = lambda row: True, /, **changed: Any) -> Change:
    """The change that adds a copy of the first row that fits, with some cells changed."""

    def change(rows: Rows, table: str, before: int) -> Record:
        row = rows.first(table, where)
        rows[table].append(row | _given(row, changed))
        return rows[table][-1]

    return change


def beside(name: str, other: str, /, **changed: Any) -> Change:
    """The change to the row of another table that the first row with something in a column names there."""

    def change(rows: Rows, table: str, before: int) -> Record:
        row = rows.first(table, name)
        rows.named(other, row[name]).update(changed)
        return row

    return change


def plus(name: str, by: Any = None) -> Callable[[Record], Any]:
    """What gives of a row the value of a column, and more."""
    return lambda row: row[name] if by is None else row[name] + by


def more(name: str) -> Callable[[Record], str]:
    """What gives of a row another text than that in a column."""
    return lambda row: f"{row[name]}-more"


def _given(row: Record, changed: Record) -> Record:
    return {name: value(row) if callable(value) else value for name, value in changed.items()}
