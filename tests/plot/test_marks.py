"""Each mark stands for its row of the tables, where the row says, and there is no other."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest
import seen
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

import karabakh_data as kd
from karabakh_data.plot.casualty_rows import LOOKS as VICTIMS
from karabakh_data.plot.clause_rows import OUTCOMES, SILENT
from karabakh_data.plot.dates import span
from karabakh_data.plot.place_map import LEAST
from karabakh_data.plot.projection import Projection
from karabakh_data.plot.status import LOOKS, Look

SOURCES = [None, *([one] for one in kd.sources()["source_id"].to_pylist())]

Row = dict[str, Any]


def rows(table: Any) -> list[Row]:
    listed: list[Row] = table.to_pylist()
    return listed


def across(artist: Any) -> tuple[float, float]:
    """Where a mark begins and ends, in the coordinates of its axes."""
    if isinstance(artist, Rectangle):
        return artist.get_x(), artist.get_x() + artist.get_width()
    assert isinstance(artist, Line2D)
    data = np.asarray(artist.get_xdata(), dtype=float)
    return float(data.min()), float(data.max())


@pytest.mark.parametrize("sources", SOURCES, ids=str)
def test_the_timeline_has_a_mark_for_each_dated_event(sources: list[str] | None) -> None:
    dated = {row["event_id"]: row for row in rows(kd.timeline(sources)) if row["date_edtf"]}
    figure = kd.plot.timeline(sources)
    marks = {name: found for name, found in seen.marks(figure).items() if name in dated}
    arrows = seen.marks(figure, "open ")
    assert set(marks) == set(dated)
    for event_id, row in dated.items():
        when = span(row["date_edtf"])
        (mark,) = marks[event_id]
        if row["date_prec"] == 1:
            assert isinstance(mark, Line2D)
            assert across(mark) == (when.first + 0.5, when.first + 0.5)
        else:
            assert isinstance(mark, Rectangle)
            assert across(mark) == (when.first, when.last)
        assert (event_id in arrows) == (row["date_start"] is None or row["date_end"] is None)


def test_the_timeline_says_what_it_leaves_out() -> None:
    events = kd.events()
    undated = events["date_edtf"].null_count
    assert f"{undated} of {events.num_rows} events have no date" in seen.said(kd.plot.timeline())


@pytest.mark.parametrize("sources", SOURCES, ids=str)
def test_the_figures_of_casualties_are_drawn_as_they_are(sources: list[str] | None) -> None:
    figures = {row["casualty_id"]: row for row in rows(kd.casualties(sources))}
    figure = kd.plot.casualties(sources)
    marks, bounds = seen.marks(figure), seen.marks(figure, "bound ")
    for casualty_id, row in figures.items():
        best = [across(mark)[0] for mark in marks.get(casualty_id, [])]
        assert best == ([] if row["best"] is None else [row["best"]])
        drawn = [across(mark)[0] for mark in bounds.get(casualty_id, [])]
        assert drawn == [row[bound] for bound in ("low", "high") if row[bound] is not None]
        if row["low"] is row["best"] is row["high"] is None:
            assert f"“{row['wording']}”" in seen.said(figure)


def test_a_subset_stands_below_its_total() -> None:
    marks = seen.marks(kd.plot.casualties())
    subsets = [row for row in rows(kd.casualties()) if row["subset_of"]]
    assert subsets
    for row in subsets:
        below, above = (float(marks[one][0].get_ydata()[0]) for one in (row["casualty_id"], row["subset_of"]))
        assert below > above  # points from the top


@pytest.mark.parametrize("sources", SOURCES, ids=str)
def test_each_clause_has_its_deadline_and_dated_outcomes(sources: list[str] | None) -> None:
    clauses = {row["clause_id"]: row for row in rows(kd.clauses(sources))}
    events = {row["event_id"]: row for row in rows(kd.events(sources))}
    links = rows(kd.clause_events(sources))
    figure = kd.plot.clauses(sources)
    due = {name: across(found[0])[0] for name, found in seen.marks(figure, "due ").items()}
    assert due == {
        clause_id: (when.first + when.last) / 2
        for clause_id, row in clauses.items()
        if row["due_edtf"]
        for when in [span(row["due_edtf"])]
    }
    dated = {f"{row['clause_id']}/{row['event_id']}" for row in links if events[row["event_id"]]["date_edtf"]}
    assert {name for name in seen.marks(figure) if "/" in name and " " not in name} == dated
    late = {f"{row['clause_id']}/{row['event_id']}": row["days_late"] for row in links if row["days_late"]}
    drawn = {name: across(found[0]) for name, found in seen.marks(figure, "late ").items()}
    assert {name: round(end - start) for name, (start, end) in drawn.items()} == late


def test_what_became_of_a_clause_is_told_in_words() -> None:
    said = " ".join(seen.said(kd.plot.clauses(place="kalbajar-district")).split())
    assert "Armenia → Azerbaijan; due 15 Nov 2020; postponed; 10 days late, 25 Nov 2020" in said
    assert "10 days late" in said


@pytest.mark.parametrize("sources", SOURCES, ids=str)
def test_the_map_has_the_points_of_the_tables(sources: list[str] | None) -> None:
    places = {row["place_id"]: row for row in rows(kd.places(sources)) if row["latitude"] is not None}
    events = [row["place_id"] for row in rows(kd.timeline(sources))]
    figure = kd.plot.places(sources)
    marks = {name: found[0] for name, found in seen.marks(figure).items() if name in places}
    said = seen.said(figure)
    for place_id, row in places.items():
        count = events.count(place_id)
        assert (f"{row['name']} ({count})" if count else row["name"]) in said
        if place_id not in marks:
            assert place_id in ("moscow", "paris")
            continue
        mark = marks[place_id]
        assert isinstance(mark, Line2D)
        assert mark.get_marker() == ("s" if row["point_of"] == "seat" else "o")
        wide = 2 * LEAST * max(count, 1) ** 0.5
        assert mark.get_markersize() == pytest.approx(wide * (np.pi**0.5 / 2 if row["point_of"] == "seat" else 1))
    spots = [(row["longitude"], row["latitude"]) for place_id, row in places.items() if place_id in marks]
    if spots:
        longitudes, latitudes = zip(*spots, strict=True)
        middle = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
        for (longitude, latitude), mark in zip(spots, (marks[one] for one in places if one in marks), strict=True):
            there = Projection(*middle)(longitude, latitude)
            assert (float(mark.get_xdata()[0]), float(mark.get_ydata()[0])) == tuple(map(float, there))


@pytest.mark.facts
def test_the_map_says_what_it_leaves_out() -> None:
    said = " ".join(seen.said(kd.plot.places()).split())
    for words in (
        "Nagorno-Karabakh (19)",
        "Beyond the map: Moscow (1), Paris (2).",
        "127 of 197 events have no place.",
    ):
        assert words in said


def test_outlines_are_those_of_the_states_around() -> None:
    figure = kd.plot.places()
    states = {str(patch.get_gid()) for patch in figure.axes[0].patches if str(patch.get_gid()).startswith("state ")}
    assert states == {"state ARM", "state AZE", "state GEO", "state IRN", "state RUS"}


def test_the_map_takes_state_names_from_the_tables() -> None:
    said = seen.said(kd.plot.places(width=10.0))
    assert "Armenia" in said
    assert "Azerbaijan" in said


@pytest.mark.parametrize("looks", [LOOKS, OUTCOMES | SILENT, VICTIMS], ids=["status", "clauses", "victims"])
def test_what_is_told_apart_by_colour_is_told_apart_without(looks: dict[str, Look]) -> None:
    for one, other in combinations(looks.values(), 2):
        assert (one.marker, one.fill) != (other.marker, other.fill)
        assert one.meaning != other.meaning


def test_bands_are_told_apart_without_colour() -> None:
    def grey(colour: Any) -> int:
        red, green, blue = to_rgb(colour)
        return round((0.2126 * red + 0.7152 * green + 0.0722 * blue) * 4)

    seen_as = [
        (grey(band["facecolor"]), band["hatch"], str(band["linestyle"]))
        for band in (look.banded() for look in LOOKS.values())
    ]
    assert len(set(seen_as)) == len(LOOKS)
