"""GeoJSON (RFC 7946): a FeatureCollection of the located places, and one of the located events."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.publish.exports.folders import write_folder
from karabakh_data.publish.exports.json_text import json_text
from karabakh_data.publish.exports.located import POINT, Layer, layers


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with `places.geojson` and `events.geojson`."""
    write_folder(files(tables), target)


def files(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """Both files; each feature on a line of its own.

    A feature's id is the record's id, its properties are the columns that `located.layers` describes.
    """
    return {f"{layer.name}.geojson": _collection(layer) for layer in layers(tables)}


def _collection(layer: Layer) -> bytes:
    features = [json_text(_feature(layer, row), indent=None).rstrip("\n") for row in layer.rows]
    opening = '{"type": "FeatureCollection", "features": ['
    return (opening + ",".join(f"\n{feature}" for feature in features) + "\n]}\n").encode()


def _feature(layer: Layer, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": row[layer.key],
        # Longitude goes first: RFC 7946, section 3.1.1.
        "geometry": {"type": "Point", "coordinates": [row[name] for name in POINT]},
        "properties": {name: value for name, value in row.items() if name not in POINT},
    }
