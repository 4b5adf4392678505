"""The descriptor of the whole: `datapackage.json` (Data Package v2), and the Table Schema of each table beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema
from karabakh_data.publish.about import (
    AUTHORS,
    CODE_LICENCE,
    DATA_LICENCE,
    DESCRIPTION,
    HOMEPAGE,
    ISSUES,
    KEYWORDS,
    NAME,
    TITLE,
)
from karabakh_data.version import __version__

DESCRIPTOR = "datapackage.json"
DATA = "karabakh_data/data"
SCHEMAS = "schemas"

# An identifier: it is never fetched. (A URL in `profile`, the older property, would be.)
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

# What is published of an article in the descriptor: where it comes from, and nothing of its text.
SOURCE_COLUMNS = ("source_id", "publisher", "author", "origin", "language", "published_edtf", "sha256", "rights")


def data_path(table: str) -> str:
    """Where the table's Parquet file stands in the repository."""
    return f"{DATA}/{table}.parquet"


def schema_path(table: str) -> str:
    """Where the table's Table Schema stands in the repository."""
    return f"{SCHEMAS}/{table}.json"


def schema_json(table: str) -> str:
    """The Table Schema of the table as the text of its file."""
    return as_json(table_schema(TABLES[table]))


def descriptor(tables: Mapping[str, pa.Table], files: Mapping[str, bytes]) -> dict[str, Any]:
    """The data package's descriptor, given each table's rows and the bytes of its file, as plain JSON data.

    There is no `created`, because a build at another hour must give the same bytes, and no `bytes`, because readers
    that take Parquet through pandas cannot compare it.
    """
    return {
        "$schema": PROFILE,
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "homepage": HOMEPAGE,
        "bugs": ISSUES,  # no property of the standard; npm has it by this name
        "version": __version__,
        "licenses": [DATA_LICENCE, CODE_LICENCE],
        "contributors": [{"title": AUTHORS, "path": HOMEPAGE, "roles": ["creator", "editor", "maintainer"]}],
        "keywords": list(KEYWORDS),
        "sources": [_source(row) for row in tables["sources"].to_pylist()],
        "resources": [_resource(table, tables[table].num_rows, files[table]) for table in TABLES],
    }


def descriptor_json(tables: Mapping[str, pa.Table], files: Mapping[str, bytes]) -> str:
    """The descriptor as the text of its file."""
    return as_json(descriptor(tables, files))


def as_json(data: Any) -> str:
    """The data as JSON that people read and diffs show well."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _resource(table: str, rows: int, content: bytes) -> dict[str, Any]:
    model = TABLES[table]
    return {
        "name": table,
        "type": "table",
        "title": table.replace("_", " ").capitalize(),
        "description": f"One row is {model.one_row_is}.",
        "path": data_path(table),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rowCount": rows,
        "schema": schema_path(table),
    }


def _source(row: Mapping[str, Any]) -> dict[str, Any]:
    described = {name: row[name] for name in SOURCE_COLUMNS if row[name] is not None}
    address = {"path": row["url"]} if row["url"] is not None else {}
    return {"title": row["title"] or row["source_id"], **address, **described}
