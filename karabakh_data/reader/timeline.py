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
    place, words = _place(read, events), _words(read, events)
    # What a screen has room for comes first: where, and the words for it.
    columns |= {"place": place["place"], "quote": words["quote"], "quote_source_id": words["quote_source_id"]}
    columns |= _actors(read, published, ids) | words | place
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


def _words(read: tables.Read, events: pa.Table) -> dict[str, pa.Array]:
    """The articles that make claims on each event, and the longest quotation on its status; of equal ones the first.

    Quotations on other fields are often a day or a name alone, and would say nothing of what happened. Those of who
    gives another status, or denies this one, would tell the contrary.
    """
    claims = read("claims")
    on_events = claims.filter(pc.equal(claims.column("record_table"), text("events")))
    on_events = on_events.sort_by([("source_id", "ascending"), ("char_start", "ascending")])
    status = dict(zip(*(events.column(name).to_pylist() for name in ("event_id", "status")), strict=True))
    articles: dict[str, dict[str, None]] = {}
    best: dict[str, tuple[tuple[bool, bool, int], str, str]] = {}
    for claim in on_events.select(["record_id", "field", "source_id", "quote", "value", "stance"]).to_pylist():
        event = claim["record_id"]
        articles.setdefault(event, {})[claim["source_id"]] = None
        if claim["field"] != "status" or event not in status:
            continue
        rank = claim["value"] == status[event], claim["stance"] == "asserts", len(claim["quote"])
        if event not in best or rank > best[event][0]:
            best[event] = rank, claim["quote"], claim["source_id"]
    nothing = (None, None, None)
    return {
        "quote": pa.array([best.get(each, nothing)[1] for each in status], pa.string()),
        "quote_source_id": pa.array([best.get(each, nothing)[2] for each in status], pa.string()),
        "sources": pa.array(["; ".join(articles.get(each, ())) or None for each in status], pa.string()),
    }
