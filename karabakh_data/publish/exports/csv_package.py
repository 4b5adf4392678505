"""A Data Package of CSV files that programs read and spreadsheets open without harm.

UTF-8 with a byte-order mark, by which Excel knows the encoding. An empty cell is null. In columns of text the marks of
`spreadsheet_text` stand before what a spreadsheet would run or turn into something else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema
from karabakh_data.publish.descriptor import DESCRIPTOR, as_json, descriptor
from karabakh_data.publish.exports.spreadsheet_text import MARK, guarded, unguarded

RULE = (
    "In these CSV files an empty cell is null. A text that a spreadsheet would run as a formula or turn into a date or "
    "number has an apostrophe before it, and so has a text that starts with one: take one leading apostrophe off to "
    "have the text back."
)

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with a CSV file for each table, and the descriptor."""
    target.mkdir()
    contents = {name: csv_bytes(table) for name, table in tables.items()}
    for name, content in contents.items():
        (target / f"{name}.csv").write_bytes(content)
    (target / DESCRIPTOR).write_text(as_json(csv_descriptor(tables, contents)), encoding="utf-8")


def csv_bytes(table: pa.Table) -> bytes:
    """The table as a CSV file."""
    buffer = pa.BufferOutputStream()
    csv.write_csv(with_marks(table), buffer)
    return BYTE_ORDER_MARK + bytes(buffer.getvalue())


def with_marks(table: pa.Table) -> pa.Table:
    """The table with its texts as the cells of such a file have them."""
    return _each_text(table, guarded)


def without_marks(table: pa.Table) -> pa.Table:
    """A table that was read from such a file, with its texts as they were."""
    return _each_text(table, unguarded)


def csv_descriptor(tables: Mapping[str, pa.Table], contents: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor of the package as plain JSON data, given each table's rows and the bytes of its file."""
    package = descriptor(tables, contents)
    package["description"] = f"{package['description']} {RULE}"
    package["resources"] = [
        {
            **resource,
            "path": f"{resource['name']}.csv",
            # Older readers take a resource for a table by this property alone.
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(contents[resource["name"]]),
            "schema": csv_schema(resource["name"]),
        }
        for resource in package["resources"]
    ]
    return package


def csv_schema(name: str) -> dict[str, Any]:
    """The Table Schema of a table as CSV: the empty cell is the one null, and constraints allow for the marks.

    Raises TypeError for a pattern that does not say what the whole text is: it cannot allow for a mark.
    """
    schema = table_schema(TABLES[name])
    schema["missingValues"] = [""]
    for field in schema["fields"]:
        field.pop("missingValues", None)
        if field["type"] == "string" and "constraints" in field:
            field["constraints"] = _allowing_marks(field["constraints"])
    return schema


def _allowing_marks(constraints: Mapping[str, Any]) -> dict[str, Any]:
    marked = dict(constraints)
    if "enum" in marked:
        marked["enum"] = [guarded(term) for term in marked["enum"]]
    if "pattern" in marked:
        pattern = marked["pattern"]
        if not (pattern.startswith("^") and pattern.endswith("$")):
            raise TypeError(
                f"the pattern {pattern} does not say what the whole text is: start it with ^, end it with $"
            )
        marked["pattern"] = f"^{MARK}?(?:{pattern[1:-1]})$"
    if "maxLength" in marked:
        marked["maxLength"] += len(MARK)
    return marked


def _each_text(table: pa.Table, change: Callable[[str], str]) -> pa.Table:
    for position, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            column = table.column(position).combine_chunks().dictionary_encode()
            changed = pa.array([change(text) for text in column.dictionary.to_pylist()], field.type)
            table = table.set_column(position, field, changed.take(column.indices))
    return table
