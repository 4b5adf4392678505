"""GeoJSON and GeoParquet in geopandas, which reads the former with GDAL: every point, there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import installed
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tools import layers

pytestmark = pytest.mark.importers

FORMATS = {"geojson": ".geojson", "geoparquet": ".parquet"}
LAYERS = ("places", "events")


def frame(folder: Path, layer: str, ending: str) -> Any:
    geopandas = installed.module("geopandas")
    file = folder / f"{layer}{ending}"
    return geopandas.read_parquet(file) if ending == ".parquet" else geopandas.read_file(file)


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize(("name", "ending"), FORMATS.items())
def test_every_feature_is_a_point_on_the_globe(
    name: str, ending: str, layer: str, path_of: Callable[[str], Path]
) -> None:
    read, expected = frame(path_of(name), layer, ending), layers()[layer]

    assert read.crs.to_epsg() == 4326 or read.crs.to_string() == "OGC:CRS84"
    assert [(point.x, point.y) for point in read.geometry] == [
        (row["longitude"], row["latitude"]) for row in expected.to_pylist()
    ]


@pytest.mark.parametrize("layer", LAYERS)
def test_geopandas_writes_back_the_same_points(layer: str, path_of: Callable[[str], Path]) -> None:
    table = pa.table(frame(path_of("geoparquet"), layer, ".parquet").to_arrow(geometry_encoding="WKB"))

    assert table["geometry"].to_pylist() == [
        row["geometry"] for row in pq.read_table(path_of("geoparquet") / f"{layer}.parquet").to_pylist()
    ]
