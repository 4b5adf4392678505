"""The published tables in other forms, for tools that read no Parquet."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

from karabakh_data.errors import MissingExtra
from karabakh_data.model import TABLES, columns
from karabakh_data.model.table_schema import table_schema
from karabakh_data.publish.descriptor import as_json, descriptor
from karabakh_data.reader.tables import NAMES, load

DESCRIPTOR = "datapackage.json"


def export(form: str, target: Path) -> Path:
    """Writes all tables to `target` in one of FORMS, and returns it: a folder, or for "duckdb" a file.

    All of it or nothing is there in the end. Raises ValueError for another form, FileExistsError if something is there
    already, MissingExtra where the form needs a library that is absent, and what `karabakh_data.load` raises.
    """
    if form not in FORMS:
        raise ValueError(f"there is no form '{form}'; the forms are {', '.join(FORMS)}")
    if target.exists():
        raise FileExistsError(f"{target} is there already; remove it, or name another place")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".karabakh-data-") as staging:
        staged = Path(staging) / target.name
        FORMS[form]({name: load(name) for name in NAMES}, staged)
        os.replace(staged, target)
    return target


def as_csv(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """A Data Package of CSV files; null is the empty cell, which no text of ours is."""
    folder.mkdir()
    contents: dict[str, bytes] = {}
    for name, table in tables.items():
        csv.write_csv(table, folder / f"{name}.csv")
        contents[name] = (folder / f"{name}.csv").read_bytes()
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
    (folder / DESCRIPTOR).write_text(as_json(package), encoding="utf-8")


def csv_schema(name: str) -> dict[str, Any]:
    """The Table Schema of a table as CSV: without the other spellings of null, which only readers of Parquet meet."""
    schema = table_schema(TABLES[name])
    for field in schema["fields"]:
        field.pop("missingValues", None)
    return schema


def as_json_lines(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """A file of JSON Lines for each table: one object a row, dates as ISO 8601, nulls written out."""
    folder.mkdir()
    for name, table in tables.items():
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for row in table.to_pylist():
                file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def as_duckdb(tables: Mapping[str, pa.Table], file: Path) -> None:
    """A DuckDB database with every table, its keys, and the meaning of tables and columns as comments."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtra("duckdb", "export to DuckDB") from error
    with duckdb.connect() as database:
        # The least block there is: by default a database of so few rows would take 8 MB.
        database.execute(f"ATTACH {_quoted(str(file))} AS package (BLOCK_SIZE 16384)")
        database.execute("USE package")
        for name, table in tables.items():
            model = TABLES[name]
            database.register("given", table)
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
            database.unregister("given")
            database.execute(f"ALTER TABLE {name} ADD PRIMARY KEY ({', '.join(model.key)})")
            database.execute(f"COMMENT ON TABLE {name} IS {_quoted(f'One row is {model.one_row_is}.')}")
            for column in columns(model):
                meaning = _quoted(column.definition.description)
                database.execute(f'COMMENT ON COLUMN {name}."{column.name}" IS {meaning}')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


FORMS: Mapping[str, Callable[[Mapping[str, pa.Table], Path], None]] = {
    "csv": as_csv,
    "jsonl": as_json_lines,
    "duckdb": as_duckdb,
}
