"""A DuckDB database with every table, its keys and checks, and the meaning of tables and columns as comments.

DuckDB promises no two files alike, so what is compared of two exports is what they hold. Where rows refer to rows of
their own table, a row stands after the one that it refers to; ask for an order with ORDER BY.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from karabakh_data.errors import UnfitValues
from karabakh_data.model import Row, columns
from karabakh_data.model.row import id_of
from karabakh_data.model.sql import identifier, literal
from karabakh_data.publish.exports.relational import (
    create_table,
    in_order_of_reference,
    meaning,
    own_references,
)

TYPES: Mapping[type, str] = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", bool: "BOOLEAN", date: "DATE"}


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes the database file. Raises UnfitValues for rows that break a key or a check, or refer to each other."""
    try:
        _write(tables, target)
    except duckdb.ConstraintException as error:
        raise UnfitValues([f"{' '.join(str(error).split())}; `karabakh-data check` lists all such rows"]) from error
    except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as error:  # the last two: disk full
        raise OSError(" ".join(str(error).split())) from error


def _write(tables: Mapping[str, pa.Table], target: Path) -> None:
    with duckdb.connect() as database:
        # The least block there is: by default a database of so few rows would take 8 MB.
        database.execute(f"ATTACH {literal(str(target))} AS package (BLOCK_SIZE 16384)")
        database.execute("USE package")
        for model in in_order_of_reference():
            database.execute(create_table(model, TYPES, {}, commented=False))
            for rows in generations(model, tables[model.table]):
                database.register("given", rows)
                database.execute(f"INSERT INTO {identifier(model.table)} SELECT * FROM given")
                database.unregister("given")
            database.execute(f"COMMENT ON TABLE {identifier(model.table)} IS {literal(meaning(model))}")
            for column in columns(model):
                where = f"{identifier(model.table)}.{identifier(column.name)}"
                database.execute(f"COMMENT ON COLUMN {where} IS {literal(column.definition.description)}")


def generations(model: type[Row], table: pa.Table) -> list[pa.Table]:
    """The table's rows in parts, each with rows that refer to rows of parts before it only.

    DuckDB holds each statement to its keys as if its rows came all at once. Raises UnfitValues that lists the rows that
    refer to each other in a circle, or to rows that are not there.
    """
    references = own_references(model)
    if not references:
        return [table]
    waiting = {
        id_of(model, row): (number, {row[name] for name in references} - {None, id_of(model, row)})
        for number, row in enumerate(table.select([*model.key, *references]).to_pylist())
    }
    parts = []
    while waiting:
        ready = {record: number for record, (number, targets) in waiting.items() if not targets & waiting.keys()}
        if not ready:
            raise UnfitValues(
                f"{model.table}/{record}: it refers to itself through {', '.join(sorted(targets))}"
                for record, (_, targets) in waiting.items()
            )
        parts.append(table.take(pa.array(ready.values(), pa.int64())))
        waiting = {record: one for record, one in waiting.items() if record not in ready}
    return parts
