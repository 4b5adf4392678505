"""The names that each article uses for the same actor or place: contested naming as data."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.errors import WrongCall, unknown
from karabakh_data.model import NAMED_TABLES, TABLES
from karabakh_data.reader import tables
from karabakh_data.reader.filters import BY_ID
from karabakh_data.reader.identifiers import one
from karabakh_data.reader.texts import text

DESCRIPTION = "a name that one article gives to one actor or place"


def surface_forms(table: str, as_: str, **filters: Any) -> Any:
    """Each name of each actor or place, by article; see `karabakh_data.surface_forms`."""
    table = one("table", table)
    if table not in NAMED_TABLES:
        raise unknown(
            "table of names", table, NAMED_TABLES, "surface_forms('actors') and surface_forms('places') are the two."
        )
    convert = tables.converter(as_)
    asked = {name: value for name, value in filters.items() if value is not None}
    kind = next(kind for kind, (named, _, _) in BY_ID.items() if named == table)
    for other in asked.keys() - {kind, "source"}:
        raise WrongCall(f"names of {table} are not asked for by '{other}'; they take {kind} and source")
    mentions = tables.load("mentions", **asked)
    counted = (
        mentions.filter(pc.equal(mentions.column("entity_table"), text(table)))
        .group_by(["entity_id", "source_id", "surface"])
        .aggregate([([], "count_all")])
    )
    entities = tables.load(table)
    (key,) = TABLES[table].key
    at = pc.index_in(counted.column("entity_id"), value_set=entities.column(key).combine_chunks())
    counts = pa.table(
        {
            "entity_id": counted.column("entity_id"),
            "name": entities.column("name").take(at),
            "source_id": counted.column("source_id"),
            "surface": counted.column("surface"),
            "count": counted.column("count_all").cast(pa.int32()),
        }
    ).sort_by(
        [("entity_id", "ascending"), ("source_id", "ascending"), ("count", "descending"), ("surface", "ascending")]
    )
    return convert(counts.replace_schema_metadata({"table": "surface_forms", "description": DESCRIPTION}))
