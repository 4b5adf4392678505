"""GeoJSON by the rules of RFC 7946, and with nothing lost of what the tables say of a located row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pytest
from invented_tables import HOSTILE, made, mapped

import karabakh_data as kd
from karabakh_data.publish.exports import geojson

LAYERS = ("places", "events")


def collections(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    return {path.removesuffix(".geojson"): json.loads(content) for path, content in geojson.files(tables).items()}


def published() -> dict[str, pa.Table]:
    return {name: kd.load(name) for name in kd.table_names()}


@pytest.mark.parametrize("layer", LAYERS)
def test_every_feature_is_a_point_on_earth(layer: str, tables: Mapping[str, pa.Table]) -> None:
    for given in (tables, published()):
        collection = collections(given)[layer]
        assert collection.keys() == {"type", "features"}
        assert collection["type"] == "FeatureCollection"
        assert collection["features"]
        for feature in collection["features"]:
            assert feature.keys() == {"type", "id", "geometry", "properties"}
            assert feature["geometry"].keys() == {"type", "coordinates"}
            assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
        ids = [feature["id"] for feature in collection["features"]]
        assert ids == sorted(set(ids))


def test_what_has_no_point_is_left_out_and_longitude_goes_first() -> None:
    made_of = collections(mapped())

    assert [(f["id"], f["geometry"]["coordinates"]) for f in made_of["places"]["features"]] == [
        ("harbour", [151.25, -33.5]),
        ("town", [46.25, 40.5]),
    ]
    assert [(f["id"], f["geometry"]["coordinates"]) for f in made_of["events"]["features"]] == [
        ("clash", [46.25, 40.5])
    ]


@pytest.mark.parametrize("layer", LAYERS)
def test_the_properties_are_the_columns_of_the_row(layer: str) -> None:
    key = {"places": "place_id", "events": "event_id"}[layer]
    rows = {row[key]: row for row in published()[layer].to_pylist()}

    for feature in collections(published())[layer]["features"]:
        row = rows[feature["id"]]
        known = {name: row[name] for name in feature["properties"] if name in row}
        assert {name: feature["properties"][name] for name in known} == json.loads(json.dumps(known, default=str))
        assert row.keys() - known.keys() <= {"latitude", "longitude"}


def test_an_event_says_how_near_the_point_is_and_of_what_place() -> None:
    (clash,) = collections(mapped())["events"]["features"]

    assert clash["properties"]["where_prec"] == 2
    assert clash["properties"]["place_name"] == HOSTILE
    assert clash["properties"]["place_type"] == "town"


def test_hostile_text_is_escaped_and_comes_back() -> None:
    content = geojson.files(mapped())["events.geojson"]

    assert all(line.isprintable() for line in content.decode().split("\n"))
    (clash,) = json.loads(content)["features"]
    assert clash["properties"]["title"] == HOSTILE


def test_tables_without_points_make_empty_collections() -> None:
    assert collections(made()) == {layer: {"type": "FeatureCollection", "features": []} for layer in LAYERS}
