"""schema.org JSON-LD of the data set, as search engines for data read it in a page or beside the files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES, FieldColumn, columns
from karabakh_data.publish.exports.folders import parquet_files, parquet_path, write_folder
from karabakh_data.publish.exports.json_text import json_bytes
from karabakh_data.publish.exports.schema_org import (
    SPATIAL_COVERAGE,
    articles,
    citation,
    described,
    sha256,
    temporal_coverage,
)

METADATA = "dataset.jsonld"
PARQUET_TYPE = "application/vnd.apache.parquet"


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with `dataset.jsonld` and the Parquet files that it describes."""
    write_folder(files(tables), target)


def files(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """The metadata and each table's Parquet file."""
    parquet = parquet_files(tables)
    return {METADATA: json_bytes(metadata(tables, parquet)), **parquet}


def metadata(tables: Mapping[str, pa.Table], parquet: Mapping[str, bytes], folder: str = "") -> dict[str, Any]:
    """The metadata, given the Parquet files by their paths, which lie in `folder` beside it."""
    coverage = temporal_coverage(tables)
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **described(),
        "citation": citation(),
        **({"temporalCoverage": coverage} if coverage else {}),
        "spatialCoverage": [{"@type": "Place", "name": name} for name in SPATIAL_COVERAGE],
        "measurementTechnique": "Coding by hand of news articles, sentence by sentence, with a second reading",
        "isBasedOn": articles(tables),
        "variableMeasured": [_variable(table, column) for table in TABLES for column in columns(TABLES[table])],
        "distribution": [_download(table, parquet_path(table, folder), parquet) for table in TABLES],
    }


def _variable(table: str, column: FieldColumn) -> dict[str, Any]:
    definition = column.definition
    return {
        "@type": "PropertyValue",
        "name": f"{table}.{column.name}",
        "description": definition.description,
        **({"unitText": definition.unit} if definition.unit else {}),
        **({"minValue": definition.minimum} if definition.minimum is not None else {}),
        **({"maxValue": definition.maximum} if definition.maximum is not None else {}),
    }


def _download(table: str, path: str, parquet: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": table,
        "description": f"One row is {TABLES[table].one_row_is}.",
        "contentUrl": path,
        "contentSize": f"{len(parquet[path])} B",
        "encodingFormat": PARQUET_TYPE,
        "sha256": sha256(parquet[path]),
    }
