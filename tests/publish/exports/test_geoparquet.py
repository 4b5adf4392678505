"""GeoParquet by the rules of version 1.1.0, read without any library for maps."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from invented_tables import made, mapped

from karabakh_data.publish.exports import geojson, geoparquet

LAYERS = ("places", "events")


def read(tables: Mapping[str, pa.Table], layer: str) -> pa.Table:
    return pq.read_table(pa.BufferReader(geoparquet.files(tables)[f"{layer}.parquet"]))


def geo(table: pa.Table) -> dict[str, Any]:
    metadata: dict[str, Any] = json.loads(table.schema.metadata[b"geo"])
    return metadata


@pytest.mark.parametrize("layer", LAYERS)
def test_the_metadata_is_that_of_the_standard(layer: str, tables: Mapping[str, pa.Table]) -> None:
    table = read(tables, layer)
    longitudes, latitudes = table["longitude"].to_pylist(), table["latitude"].to_pylist()

    assert geo(table) == {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {
            "geometry": {
                "encoding": "WKB",
                "geometry_types": ["Point"],
                "bbox": [min(longitudes), min(latitudes), max(longitudes), max(latitudes)],
            }
        },
    }


@pytest.mark.parametrize("layer", LAYERS)
def test_the_geometry_is_the_point_of_the_columns_beside_it(layer: str, tables: Mapping[str, pa.Table]) -> None:
    table = read(tables, layer)

    assert table.num_rows
    for row in table.to_pylist():
        assert struct.unpack("<BIdd", row["geometry"]) == (1, 1, row["longitude"], row["latitude"])


@pytest.mark.parametrize("layer", LAYERS)
def test_both_formats_for_maps_say_the_same(layer: str) -> None:
    features = json.loads(geojson.files(mapped())[f"{layer}.geojson"])["features"]
    rows = read(mapped(), layer).drop_columns(["geometry", "longitude", "latitude"]).to_pylist()

    assert rows == [feature["properties"] for feature in features]


@pytest.mark.parametrize("layer", LAYERS)
def test_the_columns_keep_their_types_and_meanings(layer: str) -> None:
    table, given = read(mapped(), layer), mapped()[layer]

    for field in given.schema:
        assert table.schema.field(field.name).type == field.type
        assert table.schema.field(field.name).metadata == field.metadata


@pytest.mark.parametrize("layer", LAYERS)
def test_without_points_there_are_no_rows_and_no_bounds(layer: str) -> None:
    table = read(made(), layer)

    assert table.num_rows == 0
    assert "bbox" not in geo(table)["columns"]["geometry"]
