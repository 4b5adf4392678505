"""The events that UCDP GED would count, as a flat CSV in GED's own columns, to be appended to GED.

The 49 columns and their order are those of GED 25.1 and of the Candidate releases, as two public programs that read
these files have them in agreement (one of them as the header of releases published without one); GED's codebook gives
their meaning. GED's event is an incident of armed force by an organised actor with at least one direct death at a
specific place and time. By our tables:

- its type has a code in GED by our `crosswalk`, and it occurred or is under way;
- a figure of dead with a number of at least 1 stands on it; of an event and its part, both with figures, the whole;
- it lies in a country or a smaller unit (`where_prec` 1 to 6: our 7 is a region of several countries, GED's is
  international waters and airspace);
- its dates span a year at most, which is GED's `date_prec` 5 (ours is also given to longer and open ones). Where the
  end is open, the day up to which the figures count is the last.

A column that the tables cannot fill is empty. So are `id`, which is GED's own number (ours is `relid`), the numbers of
conflict and dyad, and `year` where the dates lie in two. `country` is where sources set the place, and empty if they
disagree on it.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.model import edtf
from karabakh_data.publish.exports.ged_deaths import deaths, killed
from karabakh_data.publish.exports.ged_parties import Parties

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2"),
    *("latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)

SCHEME = "UCDP-GED"
LONGEST = 366
INTERNATIONAL = 7


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes the file."""
    target.write_bytes(content(tables))


def content(tables: Mapping[str, pa.Table]) -> bytes:
    """The bytes of the file: UTF-8, a header, an event a line."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(tables))
    return text.getvalue().encode()


def rows(tables: Mapping[str, pa.Table]) -> list[dict[str, Any]]:
    """The events that GED would count, by event id, each with the columns that can be filled."""
    events = {row["event_id"]: row for row in tables["events"].to_pylist()}
    codes = {
        row["term"]: int(row["code"])
        for row in tables["crosswalk"].to_pylist()
        if (row["vocabulary"], row["scheme"]) == ("event_type", SCHEME) and row["code"].isdecimal()
    }
    figures: dict[str, list[Any]] = {}
    for row in killed(tables["casualties"].to_pylist()):
        figures.setdefault(row["event_id"], []).append(row)
    countable = {
        event_id: days
        for event_id, event in events.items()
        if event["event_type"] in codes
        and event["status"] in ("occurred", "ongoing")
        and event["place_id"] is not None
        and event["where_prec"] not in (None, INTERNATIONAL)
        and any(row[name] for row in figures.get(event_id, ()) for name in ("low", "best"))
        and (days := _days(event, figures[event_id])) is not None
    }
    parties = Parties(tables)
    wholes = {event_id: event["part_of"] for event_id, event in events.items()}
    return [
        _row(events[event_id], days, figures[event_id], codes[events[event_id]["event_type"]], parties)
        for event_id, days in sorted(countable.items())
        if not any(whole in countable for whole in _above(event_id, wholes))
    ]


def _row(
    event: Mapping[str, Any], days: tuple[date, date], figures: list[Any], code: int, parties: Parties
) -> dict[str, Any]:
    start, end = days
    side_a, side_b = parties.sides(event["event_id"])
    sided = [{**row, "side_id": parties.side_of(row["side_id"]) or row["side_id"]} for row in figures]
    dead = deaths(sided, side_a, side_b)
    filled = {
        "relid": event["event_id"],
        "year": start.year if start.year == end.year else None,
        "type_of_violence": code,
        **parties.named(side_a, "a"),
        **parties.named(side_b, "b"),
        "number_of_sources": event["source_count"],
        **parties.reported(event["event_id"], [row["reported_by"] for row in figures]),
        "where_prec": event["where_prec"],
        **_where(parties.places[event["place_id"]]),
        **parties.country(event["place_id"]),
        "date_prec": _precision(start, end),
        "date_start": _moment(start),
        "date_end": _moment(end),
        **{name: getattr(dead, name) for name in dead.__slots__},
    }
    return {name: value for name, value in filled.items() if value is not None}


def _days(event: Mapping[str, Any], figures: list[Any]) -> tuple[date, date] | None:
    """The first and the last day on which the dead may have died; None if that is not known to the year."""
    start, end = event["date_start"], event["date_end"]
    if end is None:
        counted = [edtf.parse(row["as_of_edtf"]).latest if row["as_of_edtf"] else None for row in figures]
        known = [day for day in counted if day is not None]
        end = max(known) if known and len(known) == len(counted) else None
    if start is None or end is None or not 0 <= (end - start).days < LONGEST:
        return None
    return start, end


def _precision(start: date, end: date) -> int:
    return edtf.precision(edtf.parse(str(start) if start == end else f"{start}/{end}"))


def _moment(day: date) -> str:
    """The day as GED's files write it, so that one format reads both."""
    return f"{day} 00:00:00.000"


def _where(place: Mapping[str, Any]) -> dict[str, Any]:
    longitude, latitude = place["longitude"], place["latitude"]
    named = {"where_coordinates": place["name"], "where_description": place["description"]}
    if longitude is None or latitude is None:
        return named
    point = {"latitude": latitude, "longitude": longitude, "geom_wkt": f"POINT ({longitude} {latitude})"}
    return {**named, **point, "priogrid_gid": priogrid_cell(longitude, latitude)}


def priogrid_cell(longitude: float, latitude: float) -> int:
    """The PRIO-GRID cell that holds the point: cells of half a degree, 720 a row, from 1 at the south-west."""
    row, column = math.floor((latitude + 90) * 2), math.floor((longitude + 180) * 2)
    return min(row, 359) * 720 + min(column, 719) + 1


def _above(event_id: str, wholes: Mapping[str, str | None]) -> list[str]:
    """The events of which this one is part, directly or through others."""
    found: list[str] = []
    whole = wholes.get(event_id)
    while whole is not None and whole not in found:
        found.append(whole)
        whole = wholes.get(whole)
    return found
