"""Relations that several rules read: records by table and id, as claims and topics name them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from karabakh_data.check.rules.rule import counted
from karabakh_data.model import TABLES, columns
from karabakh_data.model.sql import listed, portable, record_id

# What joins rows with the marks on them, and how a predicate leaves out those that are marked.
MARKS = " LEFT JOIN (SELECT record_id AS marked_id, "
NOT_MARKED = re.compile(r"coalesce\(marked\.on_\w+, 0\) = 0")


def record_tables() -> tuple[str, ...]:
    """The tables whose rows are records, on which there can be claims."""
    return tuple(table for table in TABLES if columns(TABLES[table], "coded"))


def records(tables: Iterable[str]) -> str:
    """A subquery of the ids of all records of these tables: `record_table`, `record_id`."""
    each = (
        f"SELECT {portable(table)} AS record_table, {record_id(TABLES[table])} AS record_id FROM {table}"
        for table in tables
    )
    return f"({' UNION ALL '.join(each)})"


def parts_and_wholes(table: str, name: str) -> str:
    """The rows of a table whose column refers to the table itself, each beside the row that it refers to, `whole`."""
    (key,) = TABLES[table].key
    return (
        f"(SELECT * FROM {table} WHERE {name} IS NOT NULL) AS {table}"
        f" LEFT JOIN {table} AS whole ON whole.{key} = {table}.{name}"
    )


def marked(table: str, rows: str = "") -> str:
    """The rows of a table, all or these, with how many claims on each field are in conflict, as `on_` and the field."""
    counts = (
        f"{counted(f'field = {portable(column.name)}')} AS on_{column.name}"
        for column in columns(TABLES[table], "coded")
    )
    return (
        f"{rows or table}{MARKS}{', '.join(counts)} FROM claims"
        f" WHERE in_conflict AND record_table = {portable(table)} GROUP BY record_id) AS marked"
        f" ON marked.marked_id = {record_id(TABLES[table])}"
    )


def not_marked(name: str) -> str:
    """The predicate that no claims on a field of the row are in conflict, of rows that are `marked`."""
    return f"coalesce(marked.on_{name}, 0) = 0"


def naming(target: str) -> str:
    """A subquery of every value, `named`, by which a row of another table names a row of `target` (table.column).

    References, mentions and topics name; a part that names its whole does, too. So do claims whose value is not in
    their row: those in conflict, and those that deny or question.
    """
    table = target.split(".")[0]
    referring = [
        (model.table, column.name)
        for model in TABLES.values()
        for column in columns(model)
        if column.definition.references == target
    ]
    fields = listed(f"{other}.{name}" for other, name in referring)
    each = [f"SELECT {name} AS named FROM {other}" for other, name in referring]
    not_in_row = f"(in_conflict OR stance <> 'asserts') AND record_table || '.' || field IN {fields}"
    each.append(f"SELECT value AS named FROM claims WHERE {not_in_row}")
    each.append(f"SELECT record_id AS named FROM event_topics WHERE record_table = {portable(table)}")
    each.append(f"SELECT record_id AS named FROM claims WHERE record_table = {portable(table)}")
    each.append(f"SELECT entity_id AS named FROM mentions WHERE entity_table = {portable(table)}")
    return f"({' UNION ALL '.join(each)})"
