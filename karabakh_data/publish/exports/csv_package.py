"""A Data Package of CSV files; null is the empty cell, which no text of ours is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema
from karabakh_data.publish.descriptor import DESCRIPTOR, as_json, descriptor


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with a CSV file for each table, and the descriptor."""
    target.mkdir()
    contents: dict[str, bytes] = {}
    for name, table in tables.items():
        csv.write_csv(table, target / f"{name}.csv")
        contents[name] = (target / f"{name}.csv").read_bytes()
    package = descriptor(tables, contents)
    package["resources"] = [
        {
            **{key: value for key, value in resource.items() if key != "schema"},
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
    (target / DESCRIPTOR).write_text(as_json(package), encoding="utf-8")


def csv_schema(name: str) -> dict[str, Any]:
    """The Table Schema of a table as CSV: without the other spellings of null, which only readers of Parquet meet."""
    schema = table_schema(TABLES[name])
    for field in schema["fields"]:
        field.pop("missingValues", None)
    return schema
