"""Small tables for tests of one format: the rows that matter, and all other tables empty."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES, columns
from karabakh_data.model.arrow import arrow_schema

# What a value may be that wants to be something else: an escape, a line of its own, text from right to left, markup.
HOSTILE = 'bell \x07 \x1b[31m\u0085\u2028\u202eright\u200b "]}</script>\ufeff ☃ Ш\u00a0é'

DEFAULTS: dict[type, Any] = {str: "x", int: 1, bool: False}


def made(**rows: list[dict[str, Any]]) -> dict[str, pa.Table]:
    """All tables, with the rows that are given; a column that is not given is null, or the plainest there is."""
    return {name: _table(name, rows.get(name, [])) for name in TABLES}


def _table(name: str, given: list[dict[str, Any]]) -> pa.Table:
    defaults = {c.name: None if c.nullable else DEFAULTS.get(c.type) for c in columns(TABLES[name])}
    unknown = {key for row in given for key in row if key not in defaults}
    if unknown:
        raise ValueError(f"the table {name} has no column {', '.join(sorted(unknown))}")
    return pa.Table.from_pylist([{**defaults, **row} for row in given], schema=arrow_schema(TABLES[name]))


def mapped() -> dict[str, pa.Table]:
    """Two places with a point and one without, and an event at one of each and one at none."""
    return made(
        places=[
            {"place_id": "area", "name": "Area", "part_of": "town"},
            {"place_id": "harbour", "name": "Harbour", "latitude": -33.5, "longitude": 151.25},
            {"place_id": "town", "name": HOSTILE, "place_type": "town", "latitude": 40.5, "longitude": 46.25},
        ],
        events=[
            {"event_id": "clash", "title": HOSTILE, "place_id": "town", "where_prec": 2, "status": "occurred"},
            {"event_id": "raid", "place_id": "area", "where_prec": 5},
            {"event_id": "talk"},
        ],
    )
