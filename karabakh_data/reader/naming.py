"""The names that each article uses for the same actor or place: contested naming as data."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.errors import unknown
from karabakh_data.model import NAMED_TABLES, TABLES
from karabakh_data.reader.identifiers import one
from karabakh_data.reader.tables import load
from karabakh_data.reader.texts import text

DESCRIPTION = "a name that one article gives to one actor or place"


def surface_forms(table: str) -> pa.Table:
    """Each name of each actor or place, by article; see `karabakh_data.surface_forms`."""
    table = one("table", table)
    if table not in NAMED_TABLES:
        raise unknown(
            "table of names", table, NAMED_TABLES, "surface_forms('actors') and surface_forms('places') are the two."
        )
    mentions = load("mentions")
    counted = (
        mentions.filter(pc.equal(mentions.column("entity_table"), text(table)))
        .group_by(["entity_id", "source_id", "surface"])
        .aggregate([([], "count_all")])
    )
    entities = load(table)
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
    return counts.replace_schema_metadata({"table": "surface_forms", "description": DESCRIPTION})
