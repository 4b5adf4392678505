"""What frictionless says of the package: of the rows themselves, and of the files as a user has them read.

Two readings, because each is blind where the other sees. The rows, given inline, reach our Table Schemas with all their
types; the Parquet files go through pandas, which turns nulls into NaN, but that is what `frictionless validate
datapackage.json` does on a user's machine. Neither compares the hash of a Parquet file: `karabakh_data.check` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema

ROWS = 10_000  # at a time as Python values


def inline_failures(tables: Mapping[str, pa.Table]) -> list[str]:
    """What is wrong with the tables' rows by their Table Schemas, references among them; a sentence each."""
    from frictionless import Package, Resource, Schema

    resources = [
        Resource(name=name, data=partial(_cells, tables[name]), schema=Schema.from_descriptor(table_schema(model)))
        for name, model in TABLES.items()
    ]
    return list(_failures(Package(resources=resources).validate()))


def stock_failures(descriptor: Path) -> list[str]:
    """What `frictionless validate` says is wrong with the package of that descriptor; a sentence each."""
    from frictionless import Package

    return list(_failures(Package(str(descriptor)).validate()))


def _cells(table: pa.Table) -> Iterator[list[Any]]:
    # With its header as the first row: frictionless knows no list of records that is empty.
    yield table.column_names
    for batch in table.to_batches(max_chunksize=ROWS):
        yield from map(list, zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _failures(report: Any) -> Iterator[str]:
    for error in report.errors:
        yield f"{error.title}: {error.message}"
    for task in report.tasks:
        for error in task.errors:
            yield f"{task.name}: {error.title}: {error.message}"
        for warning in task.warnings:
            yield f"{task.name}: {warning}"
