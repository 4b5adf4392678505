"""The tables of the model as tables of SQL: in which order they can be made, and the statements that make them."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import TopologicalSorter

from karabakh_data.model import TABLES, FieldColumn, Row, columns
from karabakh_data.model.sql import identifier, listed
from karabakh_data.model.vocabularies import VOCABULARIES


def meaning(model: type[Row]) -> str:
    """What a row of the table is, as a sentence."""
    return f"One row is {model.one_row_is}."


def referred(column: FieldColumn) -> tuple[str, str] | None:
    """The table and column that hold the value of a column that refers to another; None of any other."""
    if column.definition.references is None:
        return None
    table, _, name = column.definition.references.partition(".")
    return table, name


def own_references(model: type[Row]) -> list[str]:
    """The columns that refer to rows of their own table."""
    return [column.name for column in columns(model) if (referred(column) or ("", ""))[0] == model.table]


def in_order_of_reference() -> list[type[Row]]:
    """The row models, each after those that it refers to; itself does not count.

    Raises graphlib.CycleError if tables refer to each other: no order of statements could then make their keys.
    """
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for model in TABLES.values():
        targets = {table for table, _ in filter(None, map(referred, columns(model)))} - {model.table}
        sorter.add(model.table, *sorted(targets))
    return [TABLES[table] for table in sorter.static_order()]


def create_table(model: type[Row], types: Mapping[type, str], checks: Mapping[type, str], commented: bool) -> str:
    """The statement that makes a table with its keys, and with a check of each vocabulary and bound.

    `types` has the database's type for each type of Python, and `checks` a condition on values of that type, if there
    is one, with `{0}` for the column. If `commented`, each column's meaning stands behind it as a comment, which SQLite
    keeps. Raises KeyError for a type that has none there.
    """
    definitions = [(_column(column, types, checks), column.definition.description) for column in columns(model)]
    definitions.append((f"PRIMARY KEY ({', '.join(identifier(name) for name in model.key)})", ""))
    for column in columns(model):
        if target := referred(column):
            table, name = map(identifier, target)
            definitions.append((f"FOREIGN KEY ({identifier(column.name)}) REFERENCES {table} ({name})", ""))
    lines = [
        f"  {definition}{',' if number < len(definitions) else ''}{f' -- {comment}' if commented and comment else ''}"
        for number, (definition, comment) in enumerate(definitions, start=1)
    ]
    head = f" -- {meaning(model)}" if commented else ""
    return "\n".join([f"CREATE TABLE {identifier(model.table)} ({head}", *lines, ")"])


def _column(column: FieldColumn, types: Mapping[type, str], checks: Mapping[type, str]) -> str:
    name, rule = identifier(column.name), column.definition
    conditions = [checks[column.type].format(name)] if column.type in checks else []
    if rule.vocabulary is not None:
        conditions.append(f"{name} IN {listed(VOCABULARIES[rule.vocabulary].terms)}")
    if rule.minimum is not None:
        conditions.append(f"{name} >= {rule.minimum:g}")
    if rule.maximum is not None:
        conditions.append(f"{name} <= {rule.maximum:g}")
    check = f" CHECK ({' AND '.join(conditions)})" if conditions else ""
    return f"{name} {types[column.type]}{'' if column.nullable else ' NOT NULL'}{check}"
