"""GeoParquet 1.1: the located places and the located events, with their points as well-known binary (WKB)."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.publish.exports.folders import parquet_path, write_folder
from karabakh_data.publish.exports.located import POINT, Layer, layers
from karabakh_data.publish.parquet import SETTINGS

GEOMETRY = "geometry"


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with `places.parquet` and `events.parquet`."""
    write_folder(files(tables), target)


def files(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """Both files, with the columns that `located.layers` describes and the column `geometry` last.

    Parquet's own type for geometries is not used: pyarrow up to 19 cannot open a file that has it.
    """
    return {parquet_path(layer.name): _parquet(layer) for layer in layers(tables)}


def _parquet(layer: Layer) -> bytes:
    points = [wkb_point(*(row[name] for name in POINT)) for row in layer.rows]
    described = {"description": "The point as WKB, longitude first; WGS 84 (OGC:CRS84)."}
    field = pa.field(GEOMETRY, pa.binary(), nullable=False, metadata=described)
    schema = layer.schema.append(field).with_metadata({"geo": json.dumps(_metadata(layer), sort_keys=True)})
    columns = [pa.array([row[field.name] for row in layer.rows], field.type) for field in layer.schema]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table([*columns, pa.array(points, pa.binary())], schema=schema), sink, **SETTINGS)
    return bytes(sink.getvalue())


def wkb_point(longitude: float, latitude: float) -> bytes:
    """A point as well-known binary: byte order (1, little-endian), type (1, point), x and y."""
    return struct.pack("<BIdd", 1, 1, longitude, latitude)


def _metadata(layer: Layer) -> dict[str, Any]:
    """The file's `geo` metadata by GeoParquet 1.1.0; a coordinate system that is not named is OGC:CRS84."""
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"]}
    if layer.rows:
        column["bbox"] = [least(row[name] for row in layer.rows) for least in (min, max) for name in POINT]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
