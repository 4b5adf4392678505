"""What lies under a map's marks: its frame, the outlines and names of states, a net of degrees, and a scale bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from karabakh_data.plot import outlines
from karabakh_data.plot.labels import Label, Labels
from karabakh_data.plot.page import GREY, INK, QUIET, SEA, SMALL, Sheet, Style, measured, set_in
from karabakh_data.plot.projection import Projection

AROUND = 0.14  # of the larger side: what is shown beyond the outermost places
LEAST = 250.0  # kilometres across: no map shows less
FLATTEST, TALLEST = 0.5, 1.1  # height by width
LAND, BORDER, NET = "#fbfaf7", "#9a9a9a", "#c4cdd3"
STATE = Style(SMALL, GREY)
FINEST = 0.15  # points: bends of outlines below that are not seen
NETS = (0.25, 0.5, 1, 2, 5, 10, 20)  # degrees
BELOW = 2 * QUIET.leading + 8  # points that degrees and the scale bar take below the frame


@dataclass(frozen=True, slots=True)
class Base:
    """A map's projection, its frame in kilometres from there, and how many points a kilometre takes."""

    projection: Projection
    west: float
    south: float
    east: float
    north: float
    scale: float

    @property
    def size(self) -> tuple[float, float]:
        """The frame's width and height in points."""
        return (self.east - self.west) * self.scale, (self.north - self.south) * self.scale

    def points(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies, in points from the frame's lower left corner."""
        east, north = self.projection(longitude, latitude)
        return (float(east) - self.west) * self.scale, (float(north) - self.south) * self.scale

    def kilometres(self, x: float, y: float) -> tuple[float, float]:
        """Where these points lie, in kilometres: the coordinates of the map's axes."""
        return self.west + x / self.scale, self.south + y / self.scale

    def set_words(self, axes: Axes, label: Label, gid: str) -> None:
        """Set a label in its place."""
        at = self.kilometres(label.box.left, label.box.bottom + label.style.size * 0.24)
        axes.text(*at, label.words, va="baseline", zorder=5, gid=gid, **set_in(label.style))


def base_of(spots: Sequence[tuple[float, float]], width: float) -> Base:
    """The map that shows these longitudes and latitudes, so many points wide."""
    longitudes, latitudes = zip(*spots, strict=True)
    projection = Projection((min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2)
    easts, norths = projection(longitudes, latitudes)
    across, up = float(np.ptp(easts)), float(np.ptp(norths))
    around = 2 * AROUND * max(across, up)
    wide = max(across + around, (up + around) / TALLEST, LEAST)
    tall = max(up + around, wide * FLATTEST)
    middle = float(min(easts)) + across / 2, float(min(norths)) + up / 2
    west, south = middle[0] - wide / 2, middle[1] - tall / 2
    return Base(projection, west, south, west + wide, south + tall, width / wide)


def draw_base(sheet: Sheet, base: Base, left: float, top: float, labels: Labels, names: Mapping[str, str]) -> Axes:
    """The axes with what lies under the marks; names of states stand where `labels` has room for them."""
    wide, tall = base.size
    axes = sheet.axes(left, top, left + wide, top + tall)
    axes.set_xlim(base.west, base.east)
    axes.set_ylim(base.south, base.north)
    axes.set_facecolor(SEA)
    degrees = _degrees(base)
    frame = (base.west, base.south, base.east, base.north)
    for state in outlines.states(base.projection, degrees, frame, FINEST / base.scale):
        path = _path(state.area)
        axes.add_patch(
            PathPatch(path, facecolor=LAND, edgecolor=BORDER, linewidth=0.5, zorder=1, gid=f"state {state.iso3}")
        )
        words = names.get(state.iso3, state.name)
        label = labels.place_in(words, _middles(base, state.area, words), STATE)
        if label:
            base.set_words(axes, label, "state name")
    _net(sheet, axes, base, degrees, left, top + tall)
    axes.add_patch(
        Rectangle(
            (0, 0), 1, 1, transform=axes.transAxes, fill=False, edgecolor=INK, linewidth=0.6, zorder=6, clip_on=False
        )
    )
    _bar(sheet, base, left, top + tall)
    return axes


def _degrees(base: Base) -> outlines.Box:
    """The degrees between which all of the frame lies, found along its edges, in whole degrees around it."""
    across, up = np.meshgrid(np.linspace(base.west, base.east, 9), np.linspace(base.south, base.north, 9))
    longitudes, latitudes = base.projection.inverse(across, up)
    west, south = floor(longitudes.min() - 1), floor(latitudes.min() - 1)
    return west, max(south, -90), ceil(longitudes.max() + 1), min(ceil(latitudes.max() + 1), 90)


def _path(area: Any) -> Path:
    import shapely

    rings = shapely.get_rings(shapely.get_parts(shapely.orient_polygons(area)))
    return Path.make_compound_path(*(Path(shapely.get_coordinates(ring), closed=True) for ring in rings))


def _middles(base: Base, area: Any, words: str) -> list[tuple[float, float]]:
    """Points of a state's area in which its name lies wholly, those farthest from its edge first."""
    import shapely

    half_wide, half_tall = measured(words, STATE) / base.scale / 2, STATE.size / base.scale / 2
    west, south, east, north = area.bounds
    shapely.prepare(area)
    edge = area.boundary
    found = [
        (float(edge.distance(shapely.Point(x, y))), x, y)
        for x in np.linspace(west, east, 15)[1:-1]
        for y in np.linspace(south, north, 15)[1:-1]
        if area.contains(shapely.box(x - half_wide, y - half_tall, x + half_wide, y + half_tall))
    ]
    found.sort(key=lambda one: (-round(one[0]), one[1], one[2]))
    return [((x - base.west) * base.scale, (y - base.south) * base.scale) for _, x, y in found]


def _net(sheet: Sheet, axes: Axes, base: Base, degrees: outlines.Box, left: float, bottom: float) -> None:
    """Meridians and parallels, named along the lower and the left edge."""
    west, south, east, north = degrees
    apart = next((one for one in NETS if (east - west) / one <= 9), NETS[-1])
    for longitude in _each(west, east, apart):
        x, y = base.projection([longitude] * 60, np.linspace(south, north, 60))
        axes.plot(x, y, color=NET, linewidth=0.4, zorder=1.5, gid="meridian")
        at = (float(np.interp(base.south, y, x)) - base.west) * base.scale
        words = _named(longitude, "E", "W")
        if at - measured(words, QUIET) / 2 >= 0 and at + measured(words, QUIET) / 2 <= base.size[0]:
            sheet.words(left + at, bottom + 3 + QUIET.size, words, QUIET, ha="center")
    for latitude in _each(south, north, apart):
        x, y = base.projection(np.linspace(west, east, 60), [latitude] * 60)
        axes.plot(x, y, color=NET, linewidth=0.4, zorder=1.5, gid="parallel")
        up = float(np.interp(base.west, x, y))
        if base.south + 4 / base.scale <= up <= base.north - 12 / base.scale:
            axes.text(
                base.west + 2 / base.scale, up + 1.5 / base.scale, _named(latitude, "N", "S"), zorder=4, **set_in(QUIET)
            )


def _each(first: float, last: float, apart: float) -> Iterator[float]:
    for number in range(ceil(first / apart), floor(last / apart) + 1):
        yield number * apart


def _named(degrees: float, positive: str, negative: str) -> str:
    return f"{abs(degrees):g}°{positive if degrees > 0 else negative if degrees < 0 else ''}"


def _bar(sheet: Sheet, base: Base, left: float, bottom: float) -> None:
    """A scale bar below the frame, no longer than a quarter of it."""
    most = base.size[0] / base.scale / 4
    length = max(one * 10**power for power in range(5) for one in (1, 2, 5) if one * 10**power <= most)
    wide, y = length * base.scale, bottom + QUIET.leading + 6 + QUIET.size / 2
    sheet.line(left, y, left + wide, y, color=INK, linewidth=1.0)
    sheet.words(left + wide + 4, y + QUIET.size / 2 - 0.8, f"{length} km", QUIET)
