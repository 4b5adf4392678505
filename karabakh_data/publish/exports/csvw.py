"""CSV on the Web (W3C Recommendations of 17 December 2015): CSV files for programs, and metadata that types cells.

Cells are exact: the marks that keep a spreadsheet from running a text or turning it into a date are in the format `csv`
only, because CSVW has no way to say that they are to be taken off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

from karabakh_data.model import TABLES, FieldColumn, Row, columns
from karabakh_data.model.vocabularies import VOCABULARIES
from karabakh_data.publish.about import AUTHORS, DATA_LICENCE, DESCRIPTION, HOMEPAGE, KEYWORDS, TITLE
from karabakh_data.publish.exports.folders import write_folder
from karabakh_data.publish.exports.json_text import json_bytes
from karabakh_data.version import __version__

METADATA = "csv-metadata.json"

DATATYPES: dict[type, dict[str, Any]] = {
    str: {"base": "string"},
    int: {"base": "integer"},
    float: {"base": "double"},
    bool: {"base": "boolean", "format": "true|false"},
    date: {"base": "date", "format": "yyyy-MM-dd"},
}


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with a CSV file for each table, and `csv-metadata.json`."""
    write_folder(files(tables), target)


def files(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """The metadata and each table's CSV file: UTF-8, texts in quotation marks, null the empty cell."""
    return {METADATA: json_bytes(metadata()), **{f"{name}.csv": _csv(table) for name, table in tables.items()}}


def metadata() -> dict[str, Any]:
    """The metadata of the group of all tables."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": TITLE,
        "dc:description": DESCRIPTION,
        "dc:creator": AUTHORS,
        "dc:subject": list(KEYWORDS),
        "dc:license": {"@id": DATA_LICENCE["path"]},
        "schema:url": {"@id": HOMEPAGE},
        "schema:version": __version__,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "tables": [_table(model) for model in TABLES.values()],
    }


def _csv(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    csv.write_csv(table, sink)
    return bytes(sink.getvalue())


def _table(model: type[Row]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(column) for column in columns(model)],
        "primaryKey": list(model.key),
    }
    foreign_keys = [
        {
            "columnReference": [column.name],
            "reference": {"resource": f"{table}.csv", "columnReference": [referred]},
        }
        for column in columns(model)
        if column.definition.references
        for table, referred in [column.definition.references.split(".")]
    ]
    if foreign_keys:
        schema["foreignKeys"] = foreign_keys
    return {
        "url": f"{model.table}.csv",
        "dc:title": model.table,
        "dc:description": f"One row is {model.one_row_is}.",
        "tableSchema": schema,
    }


def _column(column: FieldColumn) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.definition.description,
        "datatype": _datatype(column),
        "null": "",
        "required": not column.nullable,
    }


def _datatype(column: FieldColumn) -> dict[str, Any]:
    """The type with the constraints that CSVW has: a closed vocabulary is a pattern, for want of an enumeration."""
    definition = column.definition
    datatype = dict(DATATYPES[column.type])
    if definition.vocabulary:
        datatype["format"] = f"^({'|'.join(re.escape(term) for term in VOCABULARIES[definition.vocabulary].terms)})$"
    if definition.pattern:
        datatype["format"] = definition.pattern
    if definition.max_length is not None:
        datatype["maxLength"] = definition.max_length
    for name in ("minimum", "maximum"):
        bound = getattr(definition, name)
        if bound is not None:
            datatype[name] = int(bound) if column.type is int else bound
    return datatype
