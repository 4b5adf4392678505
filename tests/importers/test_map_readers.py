"""GeoJSON and GeoParquet in geopandas, which reads the former with GDAL: every feature, point and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import installed
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import karabakh_data as kd
from karabakh_data.publish.exports import export, located

pytestmark = pytest.mark.importers

FORMATS = {"geojson": ".geojson", "geoparquet": ".parquet"}
LAYERS = ("places", "events")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each of the two formats."""
    root = tmp_path_factory.mktemp("maps")
    return {name: export.export(name, root / name) for name in FORMATS}


def frame(folder: Path, layer: str, ending: str) -> Any:
    geopandas = installed.module("geopandas")
    file = folder / f"{layer}{ending}"
    return geopandas.read_parquet(file) if ending == ".parquet" else geopandas.read_file(file)


def layer_of(name: str) -> located.Layer:
    """What the file should hold."""
    return {one.name: one for one in located.layers({table: kd.load(table) for table in kd.table_names()})}[name]


def as_text(value: Any) -> str | None:
    """A cell whatever type it has been given: GDAL makes floats of whole numbers beside nulls, and moments of days."""
    if value is None or value != value:
        return None
    text = str(value)
    return text.removesuffix(" 00:00:00").removesuffix(".0")


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize(("name", "ending"), FORMATS.items())
def test_every_feature_has_its_point_and_columns(name: str, ending: str, layer: str, folders: dict[str, Path]) -> None:
    read, expected = frame(folders[name], layer, ending), layer_of(layer)

    assert read.crs.to_epsg() == 4326 or read.crs.to_string() == "OGC:CRS84"
    assert [(point.x, point.y) for point in read.geometry] == [
        (row["longitude"], row["latitude"]) for row in expected.rows
    ]
    shared = [field.name for field in expected.schema if name == "geoparquet" or field.name not in located.POINT]
    for column in shared:
        assert [as_text(value) for value in read[column]] == [as_text(row[column]) for row in expected.rows]


@pytest.mark.parametrize("layer", LAYERS)
def test_geopandas_writes_back_the_same_points(layer: str, folders: dict[str, Path]) -> None:
    table = pa.table(frame(folders["geoparquet"], layer, ".parquet").to_arrow(geometry_encoding="WKB"))

    assert table["geometry"].to_pylist() == [
        row["geometry"] for row in pq.read_table(folders["geoparquet"] / f"{layer}.parquet").to_pylist()
    ]
