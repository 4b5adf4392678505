"""Croissant 1.1 (MLCommons): metadata by which machine-learning tools find each table and load it, record by record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES, columns
from karabakh_data.publish.exports.folders import parquet_files, parquet_path, write_folder
from karabakh_data.publish.exports.json_text import json_bytes
from karabakh_data.publish.exports.schema_org import citation, described, sha256

METADATA = "croissant.json"
STANDARD = "http://mlcommons.org/croissant/1.1"

# The reference reader refuses Parquet under the type that IANA has registered.
PARQUET_TYPE = "application/x-parquet"

DATA_TYPES: dict[type, str] = {
    str: "sc:Text",
    int: "sc:Integer",
    float: "sc:Float",
    bool: "sc:Boolean",
    date: "sc:Date",
}

# The context that the specification gives for 1.1, in full, because readers compare it.
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with `croissant.json` and the Parquet files that it describes."""
    write_folder(files(tables), target)


def files(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """The metadata and each table's Parquet file."""
    parquet = parquet_files(tables)
    return {METADATA: json_bytes(metadata(parquet)), **parquet}


def metadata(parquet: Mapping[str, bytes], folder: str = "") -> dict[str, Any]:
    """The metadata, given the Parquet files by their paths, which lie in `folder` beside it."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": STANDARD,
        **described(),
        "citeAs": citation(),
        "isLiveDataset": False,
        "distribution": [_file(name, parquet_path(name, folder), parquet) for name in TABLES],
        "recordSet": [_record_set(name) for name in TABLES],
    }


def _file(table: str, path: str, parquet: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table}.parquet",
        "name": f"{table}.parquet",
        "description": f"The table {table} as Parquet.",
        "contentUrl": path,
        "contentSize": f"{len(parquet[path])} B",
        "encodingFormat": PARQUET_TYPE,
        "sha256": sha256(parquet[path]),
    }


def _record_set(table: str) -> dict[str, Any]:
    """A table. References between tables are left to the descriptions: with `references`, the reference reader joins
    the other table to each record, and takes a null for a reference that leads nowhere."""
    model = TABLES[table]
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": f"One record is {model.one_row_is}.",
        "key": [{"@id": f"{table}/{name}"} for name in model.key],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{table}/{column.name}",
                "name": column.name,
                "description": _meaning(column.definition.description, column.definition.references),
                "dataType": DATA_TYPES[column.type],
                "source": {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": column.name}},
            }
            for column in columns(model)
        ],
    }


def _meaning(description: str, references: str | None) -> str:
    return f"{description} Refers to {references}." if references else description
