"""A map of the places that have a point, and of how many events lie at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import pi, sqrt
from statistics import median
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from karabakh_data.plot.base_map import BELOW, Base, base_of, draw_base
from karabakh_data.plot.labels import Box, Labels
from karabakh_data.plot.page import (
    BLUE,
    GREY,
    INK,
    MARGIN,
    PAPER,
    QUIET,
    Key,
    Sheet,
    legend,
    legend_height,
    notice,
    wrapped,
)
from karabakh_data.plot.projection import distance

Record = Mapping[str, Any]

FAR = 600.0  # kilometres from the middle of all places: what lies beyond is named below, and does not shrink the rest
NEAR = 25.0  # kilometres: `where_prec` 2
LEAST = 2.2  # points: the radius of a mark
OUTLINES = "Outlines: Natural Earth, with the borders that Germany recognises; background, and no part of the data."
MARKERS = {"place": "o", "seat": "s"}
MEANINGS = {"place": "place", "seat": "seat of a district, in which the events lie somewhere"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, the number of events there, and whether one of them lies only near it."""

    row: Record
    events: int
    near: bool

    @property
    def at(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return self.row["longitude"], self.row["latitude"]

    @property
    def label(self) -> str:
        """Its name or names, and the number of events."""
        return f"{self.row['name']} ({self.events:,})" if self.events else str(self.row["name"])

    @property
    def radius(self) -> float:
        """Of its mark, in points: the area grows with the number of events."""
        return LEAST * sqrt(max(self.events, 1))

    @property
    def size(self) -> float:
        """Of its mark, as matplotlib counts: the diameter, or the side of a square of the same area."""
        return self.radius * (sqrt(pi) if self.marker == "s" else 2)

    @property
    def marker(self) -> str:
        """A circle, or a square for a seat."""
        return MARKERS[self.row["point_of"] or "place"]


def draw(events: Iterable[Record], places: Iterable[Record], names: Mapping[str, str], width: float) -> Figure:
    """The map of these rows of `timeline` and `places`; `names` are those of states, by their codes in ISO 3166-1."""
    given, known = list(events), {place["place_id"]: place for place in places}
    counts = Counter(event["place_id"] for event in given)
    near = {event["place_id"] for event in given if event["where_prec"] == 2}
    spots = [
        Spot(row, counts[place_id], place_id in near)
        for place_id, row in known.items()
        if row["latitude"] is not None and row["longitude"] is not None
    ]
    if not given:
        return notice(width, "No events.")
    if not spots:
        return notice(width, "No place has a point.")
    centre = median(spot.at[0] for spot in spots), median(spot.at[1] for spot in spots)
    inside = [spot for spot in spots if distance(centre, spot.at) <= FAR] or spots
    base = base_of([spot.at for spot in inside], width - 2 * MARGIN)
    keys = _keys(inside)
    top = MARGIN + legend_height(width, keys) + 3
    labels = Labels(Box(0, 0, *base.size))
    inside.sort(key=lambda spot: (-len(spot.label), spot.row["place_id"]))  # the longest name is the hardest to place
    marks = [(spot, *base.points(*spot.at)) for spot in inside]
    labels.taken += [Box(x - spot.radius, y - spot.radius, x + spot.radius, y + spot.radius) for spot, x, y in marks]
    placed = [(spot, x, y, labels.place(spot.label, x, y, spot.radius)) for spot, x, y in marks]
    unnamed = [spot.label for spot, _, _, label in placed if label is None]
    foot = _foot(given, known, counts, [spot for spot in spots if spot not in inside], unnamed)
    lines = wrapped(foot, width - 2 * MARGIN, QUIET)
    bottom = top + base.size[1]
    sheet = Sheet(width, bottom + BELOW + len(lines) * QUIET.leading + MARGIN)
    legend(sheet, MARGIN, keys)
    axes = draw_base(sheet, base, MARGIN, top, labels, names)
    for spot, x, y, label in placed:
        _mark(axes, base, spot)
        if label:
            base.set_words(axes, label, f"name {spot.row['place_id']}")
        if label and label.far:
            end = label.box.nearest(x, y)
            across, up = zip(base.kilometres(x, y), base.kilometres(*end), strict=True)
            axes.plot(across, up, color=GREY, linewidth=0.4, zorder=3, gid=f"leader {spot.row['place_id']}")
    sheet.lines(MARGIN, bottom + BELOW, lines, QUIET)
    return sheet.figure


def _mark(axes: Axes, base: Base, spot: Spot) -> None:
    x, y = base.projection(*spot.at)
    filled = {"markerfacecolor": INK, "markeredgecolor": PAPER} if spot.events else {"markerfacecolor": PAPER}
    look: dict[str, Any] = {
        "marker": spot.marker,
        "markersize": spot.size,
        "markeredgewidth": 0.7,
        "color": INK,
    } | filled
    axes.plot([x], [y], linestyle="none", zorder=4, gid=spot.row["place_id"], **look)
    if spot.near:
        axes.plot(
            [x], [y], linestyle="none", zorder=3, gid=f"near {spot.row['place_id']}", **ring(2 * NEAR * base.scale)
        )


def ring(size: float) -> dict[str, Any]:
    """The marker around a place near which an event lies."""
    return {
        "marker": "o",
        "markersize": size,
        "markerfacecolor": "none",
        "markeredgecolor": BLUE,
        "markeredgewidth": 0.7,
    }


def _keys(inside: Sequence[Spot]) -> list[Key]:
    keys = []
    for point_of, meaning in MEANINGS.items():
        if any((spot.row["point_of"] or "place") == point_of for spot in inside):
            keys.append(Key({"marker": MARKERS[point_of], "markersize": 5, "color": INK}, meaning))
    if any(not spot.events for spot in inside):
        keys.append(Key({"marker": "o", "markersize": 4.5, "color": INK, "markerfacecolor": PAPER}, "no event here"))
    if any(spot.near for spot in inside):
        keys.append(Key(ring(7), f"some of its events lie within about {NEAR:.0f} km"))
    return keys


def _foot(
    given: Sequence[Record],
    known: Mapping[str, Record],
    counts: Counter[Any],
    far: Sequence[Spot],
    unnamed: Sequence[str],
) -> str:
    """What the map does not show."""
    pointless = Counter({one: n for one, n in counts.items() if one in known and known[one]["latitude"] is None})
    parts = ["In brackets, and as the size of the mark, the number of events."]
    if pointless:
        named = ", ".join(
            f"{known[one]['name']} ({n:,})" for one, n in sorted(pointless.items(), key=lambda one: (-one[1], one[0]))
        )
        parts.append(f"Without a point, and not drawn: {named}.")
    if far:
        parts.append(f"Beyond the map: {', '.join(spot.label for spot in far)}.")
    if counts[None]:
        parts.append(f"{counts[None]:,} of {len(given):,} events have no place.")
    if unnamed:
        parts.append(f"Without room for a name: {', '.join(unnamed)}.")
    return " ".join([*parts, OUTLINES])
