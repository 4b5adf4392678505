"""How the rows of one story are spoiled so that one rule is broken, of the rules that are made from the models.

A breaker takes the rows of a story and the number of times that its rule was broken before, changes them in place, and
returns the row that the rule must then find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from karabakh_data.check.rules.coverage import supporting
from karabakh_data.check.rules.generated import generated_rules
from karabakh_data.check.rules.hierarchy import hierarchy_rules
from karabakh_data.check.rules.relations import coded_columns, record_tables
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, FieldColumn, columns, id_of
from karabakh_data.testing.invented import Record

NOTHING = "no-such-row"


class Rows(dict[str, list[Record]]):
    """The rows of one story by table, each table loaded when it is first asked for."""

    def __init__(self, load: Callable[[str], list[Record]], digits: str, elsewhere: str) -> None:
        """The digits are those of the story's number, and of another story's that is whole."""
        super().__init__()
        self.load, self.digits, self.elsewhere = load, digits, elsewhere

    def __missing__(self, table: str) -> list[Record]:
        self[table] = self.load(table)
        return self[table]

    def twin(self, row: Record) -> Record:
        """The row as the other story has it, which is the same where the number makes all the difference."""
        return {
            name: value.replace(self.digits, self.elsewhere) if isinstance(value, str) else value
            for name, value in row.items()
        }


Breaker = Callable[[Rows, int], Record]


def made_breakers() -> Iterator[tuple[str, Breaker]]:
    """A breaker for each rule of single columns, keys, references and claims, by the rule's id."""
    for rule in generated_rules():
        if len(rule.columns) == len(TABLES[rule.table].key) and rule.name.endswith("not unique"):
            yield rule.id, _twice(rule.table)
        else:
            yield rule.id, _in_cell(rule.table, rule.columns[0], _bad_value(rule.name, _column(rule)))
    for rule in hierarchy_rules():
        yield rule.id, _own_whole(rule.table, rule.columns[0])
    for table in record_tables():
        yield f"claims: record_id names no row of {table}", _about_nothing(table)
        for column in coded_columns(table):
            yield f"{table}: no claim supports {column.name}", _unclaimed(table, column)


def _in_cell(table: str, name: str, value: Any) -> Breaker:
    """The breaker that puts the value into a row where the column has one, or else into any."""

    def spoil(rows: Rows, before: int) -> Record:
        row = next((row for row in rows[table] if row[name] is not None), rows[table][0])
        row[name] = value
        return row

    return spoil


def record_id(table: str, row: Record) -> str:
    """The id of a row's record."""
    return id_of(TABLES[table], row)


def claims_on(rows: Rows, table: str, row: Record) -> list[Record]:
    """The claims on a row's record."""
    named = (table, record_id(table, row))
    return [claim for claim in rows["claims"] if (claim["record_table"], claim["record_id"]) == named]


def _column(rule: Rule) -> FieldColumn:
    return next(column for column in columns(TABLES[rule.table]) if column.name == rule.columns[0])


def _bad_value(message: str, column: FieldColumn) -> Any:
    definition = column.definition
    if message.endswith("is null"):
        return None
    if "is less than" in message:
        return column.type((definition.minimum or 0) - 1)
    if "is more than" in message:
        return column.type((definition.maximum or 0) + 1)
    if "has more than" in message:
        return "x" * ((definition.max_length or 0) + 1)
    if "white space at an end" in message:
        return "\u00a0padded"
    if "is no date" in message:
        return "2020-02-30"
    if "does not match" in message:
        return "?"
    return NOTHING  # no term, and no row of another table


def _twice(table: str) -> Breaker:
    def spoil(rows: Rows, before: int) -> Record:
        row = dict(rows[table][0])
        # Every other time the row is in two distant places, which in a corpus of several files are two files.
        # (The keys of link tables name more than the story, and need not occur in another one.)
        if before % 2 and len(TABLES[table].key) == 1:
            row = rows.twin(row)
        rows[table].append(row)
        return row

    return spoil


def _own_whole(table: str, name: str) -> Breaker:
    def spoil(rows: Rows, before: int) -> Record:
        row = rows[table][0]
        row[name] = row[TABLES[table].key[0]]
        return row

    return spoil


def _unclaimed(table: str, column: FieldColumn) -> Breaker:
    fields = supporting(table, column)

    def spoil(rows: Rows, before: int) -> Record:
        row = next((row for row in rows[table] if row[column.name] is not None), rows[table][0])
        if row[column.name] is None:
            row[column.name] = 1 if column.type is int else "Nobody says so"
        for claim in claims_on(rows, table, row):
            if claim["field"] in fields:
                rows["claims"].remove(claim)
        return row

    return spoil


def _about_nothing(table: str) -> Breaker:
    def spoil(rows: Rows, before: int) -> Record:
        claim = next(claim for claim in rows["claims"] if claim["record_table"] == table)
        claim["record_id"] = NOTHING
        return claim

    return spoil
