"""Places that have a point, and the events that happen at them: what maps show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES

POINT = ("longitude", "latitude")


@dataclass(frozen=True, slots=True)
class Layer:
    """The located rows of one table: its key, the Arrow schema of its columns, and the rows, sorted by key.

    The columns `longitude` and `latitude` (degrees, WGS 84) are never null.
    """

    name: str
    key: str
    schema: pa.Schema
    rows: tuple[Mapping[str, Any], ...]


def layers(tables: Mapping[str, pa.Table]) -> tuple[Layer, Layer]:
    """The layers `places` and `events`.

    A place or event without a point is left out: a map cannot show it, and the tables have it. An event's point is its
    place's, how near that is stands in `where_prec`, and all columns of the place come with it, their names beginning
    with `place_`.
    """
    places, events = tables["places"], tables["events"]
    key = TABLES["places"].key[0]
    located = {row[key]: row for row in places.to_pylist() if all(row[name] is not None for name in POINT)}
    prefixed = {
        name: name if name.startswith("place_") else f"place_{name}"
        for name in places.column_names
        if name not in (key, *POINT)
    }
    at_places = [
        {
            **event,
            **{new: located[event[key]][old] for old, new in prefixed.items()},
            **{name: located[event[key]][name] for name in POINT},
        }
        for event in events.to_pylist()
        if event[key] in located
    ]
    return (
        _layer("places", pa.schema([_required(field) for field in places.schema]), list(located.values())),
        _layer(
            "events",
            pa.schema(
                [
                    *events.schema,
                    *(places.schema.field(old).with_name(new) for old, new in prefixed.items()),
                    *(_required(places.schema.field(name)) for name in POINT),
                ]
            ),
            at_places,
        ),
    )


def _required(field: pa.Field) -> pa.Field:
    return field.with_nullable(False) if field.name in POINT else field


def _layer(name: str, schema: pa.Schema, rows: list[dict[str, Any]]) -> Layer:
    key = TABLES[name].key[0]
    return Layer(name, key, schema, tuple(sorted(rows, key=lambda row: str(row[key]))))
