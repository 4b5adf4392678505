"""The mapping of row models to Table Schema (Data Package v2)."""

from __future__ import annotations

from datetime import date
from typing import Any

from karabakh_data.model.row import FieldColumn, Row, columns
from karabakh_data.model.vocabularies import VOCABULARIES

SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

FIELD_TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}

# Readers that go through pandas hand a null of these types over as NaN or NaT.
_NULLS_OF_PANDAS = ["", "nan", "NaT"]


def table_schema(model: type[Row]) -> dict[str, Any]:
    """The Table Schema of a row model as plain JSON data. Raises TypeError for a column type that it cannot map."""
    schema: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "name": model.table,
        "title": model.table.replace("_", " ").capitalize(),
        "description": f"One row is {model.one_row_is}.",
        "fields": [_field(model, column) for column in columns(model)],
        "primaryKey": list(model.key),
    }
    foreign_keys = [_foreign_key(model, column) for column in columns(model) if column.definition.references]
    if foreign_keys:
        schema["foreignKeys"] = foreign_keys
    return schema


def _field(model: type[Row], column: FieldColumn) -> dict[str, Any]:
    if column.type not in FIELD_TYPES:
        raise TypeError(
            f"{model.__name__}.{column.name} has the type {column.type.__name__}, which Table Schema cannot map"
        )
    definition = column.definition
    field: dict[str, Any] = {
        "name": column.name,
        "type": FIELD_TYPES[column.type],
        "description": definition.description,
        "origin": definition.origin,
    }
    # No properties of the standard: what a page or program needs beside it, so that nobody keeps a second list.
    beside = {
        "resolution": definition.resolution,
        "vocabulary": definition.vocabulary,
        "recordOf": definition.record_of,
    }
    field |= {name: value for name, value in {"unit": definition.unit, **beside}.items() if value}
    if column.nullable and column.type in (int, float, date):
        field["missingValues"] = _NULLS_OF_PANDAS
    constraints: dict[str, Any] = {"required": True} if not column.nullable else {}
    if model.key == (column.name,):
        constraints["unique"] = True
    if definition.vocabulary:
        constraints["enum"] = list(VOCABULARIES[definition.vocabulary].terms)
    if definition.pattern:
        constraints["pattern"] = definition.pattern
    if definition.minimum is not None:
        constraints["minimum"] = _number(column, definition.minimum)
    if definition.maximum is not None:
        constraints["maximum"] = _number(column, definition.maximum)
    if definition.max_length is not None:
        constraints["maxLength"] = definition.max_length
    if definition.form:
        field["rdfType"] = "http://id.loc.gov/datatypes/edtf/EDTF"
    if constraints:
        field["constraints"] = constraints
    return field


def _number(column: FieldColumn, bound: float) -> float | int:
    return int(bound) if column.type is int else bound


def _foreign_key(model: type[Row], column: FieldColumn) -> dict[str, Any]:
    assert column.definition.references is not None
    table, field = column.definition.references.split(".")
    return {
        "fields": [column.name],
        "reference": {"resource": "" if table == model.table else table, "fields": [field]},
    }
