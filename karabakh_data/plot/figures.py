"""Reads what each figure shows, and has it drawn."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pyarrow.compute as pc
from matplotlib.figure import Figure

from karabakh_data.plot import casualty_rows, clause_rows, event_rows, place_map
from karabakh_data.plot.page import Width, points
from karabakh_data.reader import tables
from karabakh_data.reader.identifiers import several
from karabakh_data.reader.texts import text
from karabakh_data.reader.timeline import timeline as joined

# What each shows, in words for whoever does not see it.
OF = {
    "timeline": "Timeline of events, an event a row, with date and status",
    "clauses": "Clauses of agreements, a clause a row: who owes what to whom, when it was due, what became of it",
    "casualties": "Figures of casualties by event, each as a source gives it",
    "places": "Map of places, with the number of events at each",
}

Filters = Mapping[str, Any]
Record = dict[str, Any]


def figure(name: str, sources: Iterable[str] | None, width: Width, filters: Filters) -> Figure:
    """The figure of that name; see `karabakh_data.plot`."""
    wide = points(width)
    if "IPython" in sys.modules:
        from karabakh_data.plot.notebook import tell_ipython

        tell_ipython()
    drawn = _FIGURES[name](None if sources is None else several("sources", sources), wide, filters)
    drawn.set_label(OF[name])
    return drawn


def _timeline(sources: list[str] | None, wide: float, filters: Filters) -> Figure:
    return event_rows.draw(joined(sources, "arrow", **filters).to_pylist(), wide)


def _clauses(sources: list[str] | None, wide: float, filters: Filters) -> Figure:
    read = tables.reader(sources)
    chosen = tables.load("clauses", sources, **filters).to_pylist()
    events = {event["event_id"]: event for event in read("events").to_pylist()}
    agreements = read("agreements").to_pylist()
    agreements.sort(key=lambda each: (_first_day(events.get(each["concluded_by"])), each["agreement_id"]))
    titles = {each["agreement_id"]: each["title"] for each in agreements}
    names = _names(read)
    actors: dict[str, dict[str, list[str]]] = {}
    for link in read("clause_actors").to_pylist():
        roles = actors.setdefault(link["clause_id"], {})
        roles.setdefault(link["role"], []).append(names.get(link["actor_id"], link["actor_id"]))
    outcomes: dict[str, list[tuple[Record, Record]]] = {}
    judged = _judged(read)
    for link in read("clause_events").to_pylist():
        link["judged"] = (f"{link['clause_id']}/{link['event_id']}", link["outcome"]) in judged
        outcomes.setdefault(link["clause_id"], []).append((link, events[link["event_id"]]))
    clauses = [
        clause_rows.Clause(
            row, actors.get(row["clause_id"], {}), clause_rows.in_order(outcomes.get(row["clause_id"], []))
        )
        for row in chosen
    ]
    return clause_rows.draw(clauses, titles, wide)


def _judged(read: tables.Read) -> set[tuple[str, str]]:
    """Outcomes, by their record and value, on which no claim rests that is stated or follows from what is."""
    bases: dict[tuple[str, str], set[str]] = {}
    claims = read("claims")
    on_outcomes = pc.and_(
        pc.equal(claims["record_table"], text("clause_events")), pc.equal(claims["field"], text("outcome"))
    )
    for claim in claims.filter(on_outcomes).to_pylist():
        bases.setdefault((claim["record_id"], claim["value"]), set()).add(claim["basis"])
    return {outcome for outcome, basis in bases.items() if basis == {"judged"}}


def _casualties(sources: list[str] | None, wide: float, filters: Filters) -> Figure:
    read = tables.reader(sources)
    chosen = tables.load("casualties", sources, **filters).to_pylist()
    events = {event["event_id"]: event for event in read("events").to_pylist()}
    return casualty_rows.draw(chosen, events, _names(read), _articles(read, "casualties"), wide)


def _places(sources: list[str] | None, wide: float, filters: Filters) -> Figure:
    events = joined(sources, "arrow", **filters).to_pylist()
    read = tables.reader(sources)
    states = {actor["iso3"]: actor["name"] for actor in read("actors").to_pylist() if actor["iso3"]}
    return place_map.draw(events, read("places").to_pylist(), states, wide)


def _first_day(event: Record | None) -> str:
    return str((event and event["date_start"]) or "~")  # what nobody dates comes last


def _names(read: tables.Read) -> dict[str, str]:
    actors = read("actors")
    return dict(zip(actors.column("actor_id").to_pylist(), actors.column("name").to_pylist(), strict=True))


def _articles(read: tables.Read, table: str) -> dict[str, str]:
    """By record, the articles that make claims on it."""
    claims = read("claims")
    on_table = claims.filter(pc.equal(claims.column("record_table"), text(table)))
    found: dict[str, set[str]] = {}
    for record, source in zip(*(on_table.column(name).to_pylist() for name in ("record_id", "source_id")), strict=True):
        found.setdefault(record, set()).add(source)
    return {record: ", ".join(sorted(articles)) for record, articles in found.items()}


_FIGURES: dict[str, Callable[[list[str] | None, float, Filters], Figure]] = {
    "timeline": _timeline,
    "clauses": _clauses,
    "casualties": _casualties,
    "places": _places,
}
