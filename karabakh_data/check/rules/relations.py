"""Relations that several rules read: records by table and id, as claims and topics name them."""

from __future__ import annotations

from collections.abc import Iterable

from karabakh_data.model import TABLES, FieldColumn, columns
from karabakh_data.model.sql import portable, record_id


def coded_columns(table: str) -> tuple[FieldColumn, ...]:
    """The columns of a table that rest on claims."""
    return columns(TABLES[table], "coded")


def record_tables() -> tuple[str, ...]:
    """The tables whose rows are records, on which there can be claims."""
    return tuple(table for table in TABLES if coded_columns(table))


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


def naming(target: str) -> str:
    """A subquery of every value, `named`, by which a row of another table names a row of `target` (table.column).

    References, mentions and topics name; a part that names its whole does, too.
    """
    table = target.split(".")[0]
    each = [
        f"SELECT {column.name} AS named FROM {model.table}"
        for model in TABLES.values()
        for column in columns(model)
        if column.definition.references == target
    ]
    each.append(f"SELECT record_id AS named FROM event_topics WHERE record_table = {portable(table)}")
    each.append(f"SELECT record_id AS named FROM claims WHERE record_table = {portable(table)}")
    each.append(f"SELECT entity_id AS named FROM mentions WHERE entity_table = {portable(table)}")
    return f"({' UNION ALL '.join(each)})"
