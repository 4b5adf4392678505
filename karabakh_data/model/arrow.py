"""The mapping of row models to Arrow: schemas, and rows to tables and back.

One physical type for each Python type. What is not in the list raises: an overlooked type would be silent damage.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.model.row import SEPARATOR, Row, columns

R = TypeVar("R", bound=Row)

# Chosen by what every importer reads without loss: int32 because int64 becomes BigInt in JavaScript, plain strings
# because dictionaries turn into categories, date32 because zoned timestamps need further packages.
ARROW_TYPES: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
}


@cache
def arrow_schema(model: type[Row]) -> pa.Schema:
    """The Arrow schema of a row model: column descriptions as field metadata, the table's name and meaning as metadata.

    Raises TypeError for a column whose type has no physical type.
    """
    fields = []
    for column in columns(model):
        if column.type not in ARROW_TYPES:
            raise TypeError(
                f"{model.__name__}.{column.name} has the type {column.type.__name__}, which no Arrow type maps"
            )
        fields.append(
            pa.field(
                column.name,
                ARROW_TYPES[column.type],
                nullable=column.nullable,
                metadata={"description": column.definition.description},
            )
        )
    return pa.schema(fields, metadata={"description": model.one_row_is, "table": model.table})


def to_arrow(model: type[R], rows: Iterable[R]) -> pa.Table:
    """The rows as an Arrow table of the model's schema, sorted by primary key."""
    names = [column.name for column in columns(model)]
    ordered = sorted(rows, key=lambda row: tuple(getattr(row, name) for name in model.key))
    schema = arrow_schema(model)
    arrays = [
        pa.array([getattr(row, name) for row in ordered], type=field.type)
        for name, field in zip(names, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def from_arrow(model: type[R], table: pa.Table) -> list[R]:
    """The table's rows as validated models. Raises pydantic.ValidationError for a row that its model rejects."""
    return [model.model_validate(row) for row in table.to_pylist()]


def key_column(model: type[Row], ids: pa.ChunkedArray, name: str) -> pa.Array:
    """Of ids of records, the values of one key column, as `key_of` splits them."""
    parts = pc.split_pattern(ids, SEPARATOR, max_splits=len(model.key) - 1)
    return pc.list_element(parts, model.key.index(name))
