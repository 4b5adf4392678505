"""An event a row, with the actors, place, articles and a quotation that stand in other tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.reader import tables
from karabakh_data.reader.texts import text

OF_EVENTS = ("date_start", "date_end", "date_edtf", "title", "event_type", "status")
LAST = ("disputed", "date_prec", "where_prec", "event_class", "event_id", "place_id")
DESCRIPTION = "an event, with its actors by role, its place, the articles and a quotation"


def timeline(sources: Iterable[str] | None, as_: str, **filters: Any) -> Any:
    """The joined table; see `karabakh_data.timeline`."""
    from karabakh_data.reader.filters import chosen

    convert = tables.converter(as_)
    read = tables.reader(sources)
    published = read if sources is None else tables.reader(None)
    asked = {name: value for name, value in filters.items() if value is not None}
    events = chosen("events", read, published, asked)
    # In Arrow a day that is missing comes last, so that what nobody dates stands at the end.
    events = events.sort_by([("date_start", "ascending"), ("date_end", "ascending"), ("event_id", "ascending")])
    ids = events.column("event_id").to_pylist()
    columns = {name: events.column(name) for name in OF_EVENTS}
    columns |= _actors(read, published, ids)
    columns |= _place(read, events)
    columns |= _words(read, ids)
    columns |= {name: events.column(name) for name in LAST}
    joined = pa.table(columns)
    return convert(joined.replace_schema_metadata({"table": "timeline", "description": DESCRIPTION}))


def _actors(read: tables.Read, published: tables.Read, ids: list[str]) -> dict[str, pa.Array]:
    """A column for each role of the vocabulary: the names of those who have it."""
    terms = published("vocabulary")
    roles = terms.filter(pc.equal(terms.column("vocabulary"), text("event_role"))).column("term").to_pylist()
    actors = read("actors").select(["actor_id", "name"]).to_pylist()
    names = {actor["actor_id"]: actor["name"] for actor in actors}
    found: dict[tuple[str, str], list[str]] = {}
    for link in read("event_actors").to_pylist():
        found.setdefault((link["event_id"], link["role"]), []).append(names.get(link["actor_id"], link["actor_id"]))
    return {
        role: pa.array(["; ".join(found[each, role]) if (each, role) in found else None for each in ids], pa.string())
        for role in roles
    }


def _place(read: tables.Read, events: pa.Table) -> dict[str, pa.Array]:
    places = read("places")
    at = pc.index_in(events.column("place_id"), value_set=places.column("place_id").combine_chunks())
    columns = {"place": "name", "latitude": "latitude", "longitude": "longitude", "point_of": "point_of"}
    return {name: places.column(column).take(at) for name, column in columns.items()}


def _words(read: tables.Read, ids: list[str]) -> dict[str, pa.Array]:
    """The articles that make claims on each event, and the longest quotation on its status; of equal ones the first.

    Quotations on other fields are often a day or a name alone, and would say nothing of what happened.
    """
    claims = read("claims")
    on_events = claims.filter(pc.equal(claims.column("record_table"), text("events")))
    on_events = on_events.sort_by([("source_id", "ascending"), ("char_start", "ascending")])
    articles: dict[str, dict[str, None]] = {}
    longest: dict[str, tuple[str, str]] = {}
    nothing = ("", "")
    for claim in on_events.select(["record_id", "field", "source_id", "quote"]).to_pylist():
        event = claim["record_id"]
        articles.setdefault(event, {})[claim["source_id"]] = None
        if claim["field"] == "status" and len(claim["quote"]) > len(longest.get(event, nothing)[0]):
            longest[event] = claim["quote"], claim["source_id"]
    return {
        "sources": pa.array(["; ".join(articles.get(each, ())) or None for each in ids], pa.string()),
        "quote": pa.array([longest.get(each, nothing)[0] or None for each in ids], pa.string()),
        "quote_source_id": pa.array([longest.get(each, nothing)[1] or None for each in ids], pa.string()),
    }
