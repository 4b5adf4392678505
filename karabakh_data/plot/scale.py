"""A scale of days that is broken where nothing begins or ends for long, so that years do not squeeze weeks.

Within a stretch days are evenly spaced; stretches that hold more dates are wider. Every break is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from karabakh_data.plot.page import FAINT, INK, PAPER, QUIET, set_in
from karabakh_data.plot.ticks import ticks

EPOCH = date(1970, 1, 1).toordinal()  # matplotlib counts days from there

MOST = 5  # stretches: more breaks than that and nobody sees how long anything took
SHORTEST = 45  # days: a shorter gap is shown
LONGEST_OF_YEARS = 10 * 366  # days: a gap that is no longer, between dates that name years alone, is shown
WEEK = 7  # days: a single date has no length, and takes this one
LEAST = 4.0  # natural logarithm of the likelihood ratio that makes a break worth it
NARROWEST = 38.0  # points that a stretch needs for one label
BREAK = 5.0
OUTER, INNER = 20.0, 6.0  # points between the ends of a stretch and its first and last day; arrows need the outer ones


def number(day: date) -> int:
    """The day as matplotlib counts."""
    return day.toordinal() - EPOCH


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that are evenly spaced, from `first` to `last`, between `left` and `right` in points."""

    first: int
    last: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretches of a scale that is so many points wide, in order."""

    stretches: tuple[Stretch, ...]
    width: float

    def position(self, days: Any) -> Any:
        """How far from the left these days are, in points; days outside stand at the ends."""
        return np.interp(days, *self._knots())

    def day(self, positions: Any) -> Any:
        """The days at these positions."""
        days, places = self._knots()
        return np.interp(positions, places, days)

    def apply(self, axes: Axes) -> None:
        """Make it the horizontal scale of axes, whose data are then days as matplotlib counts them."""
        days, _ = self._knots()
        axes.set_xscale("function", functions=(self.position, self.day))
        axes.set_xlim(days[0], days[-1])
        axes.set_xticks([])
        axes.set_xticks([], minor=True)

    def _knots(self) -> tuple[list[float], list[float]]:
        # Beyond the first and the last day the scale goes on as in the stretch, so that it rises everywhere.
        days: list[float] = []
        positions: list[float] = []
        for stretch in self.stretches:
            days += [stretch.first, stretch.last]
            positions += [stretch.left, stretch.right]
        pace = [(one.last - one.first) / (one.right - one.left) for one in (self.stretches[0], self.stretches[-1])]
        days = [days[0] - positions[0] * pace[0], *days, days[-1] + (self.width - positions[-1]) * pace[1]]
        return days, [0.0, *positions, self.width]


def scale(days: Iterable[int], width: float) -> Scale:
    """The scale for these days, of which there is at least one, in that many points."""
    pieces = _pieces(sorted(set(days)))
    inside = width - 2 * OUTER - (len(pieces) - 1) * (BREAK + 2 * INNER)
    narrowest = min(NARROWEST, inside / len(pieces))
    weights = [len(piece) for piece in pieces]
    rest = inside - narrowest * len(pieces)
    stretches = []
    left = OUTER
    for piece, weight in zip(pieces, weights, strict=True):
        right = left + narrowest + rest * weight / sum(weights)
        missing = max(WEEK - (piece[-1] - piece[0]), 0)
        stretches.append(Stretch(piece[0] - missing // 2, piece[-1] + missing - missing // 2, left, right))
        left = right + 2 * INNER + BREAK
    return Scale(tuple(stretches), width)


def _pieces(days: list[int]) -> list[list[int]]:
    """The days in runs. Of all gaps that one is a break next that leaves the dates most evenly spread within runs."""
    pieces = [days]
    dated = frozenset(days)
    while len(pieces) < MOST:
        gaps = [
            (_gain(piece, at), place, at)
            for place, piece in enumerate(pieces)
            for at in range(1, len(piece))
            if piece[at] - piece[at - 1] >= SHORTEST and not _of_years(piece[at - 1], piece[at], dated)
        ]
        gain, place, at = max(gaps, default=(0.0, 0, 0))
        if gain < LEAST:
            break
        pieces[place : place + 1] = [pieces[place][:at], pieces[place][at:]]
    return pieces


def _of_years(before: int, after: int, dated: frozenset[int]) -> bool:
    """Whether all between two days is one date that names a year and no day, or a few years between two such dates."""
    opening = _new_year(before)
    closing = _new_year(opening + 366)
    if after <= closing:
        return opening in dated and closing in dated
    return before == opening and after == _new_year(after) and after - before <= LONGEST_OF_YEARS


def _new_year(day: int) -> int:
    """The first day of the day's year."""
    known = min(max(day + EPOCH, 1), date.max.toordinal())
    return number(date.fromordinal(known).replace(month=1, day=1))


def _gain(piece: Sequence[int], at: int) -> float:
    """How much likelier two even densities made these dates than one, as a logarithm (Scargle et al. 2013)."""

    def likelihood(part: Sequence[int]) -> float:
        return len(part) * log(len(part) / max(part[-1] - part[0], WEEK))

    return likelihood(piece[:at]) + likelihood(piece[at:]) - likelihood(piece)


AXIS = 2 * QUIET.leading + 4  # points that the axis takes below the rows


def draw_axis(axes: Axes, of: Scale, top: float, bottom: float) -> None:
    """The scale below the rows: a line that is cut at each break, ticks, and faint lines up from them."""
    cuts = [(one.right + INNER, two.left - INNER) for one, two in pairwise(of.stretches)]
    ends = [0.0, *(edge for cut in cuts for edge in cut), of.width]
    for left, right in zip(ends[::2], ends[1::2], strict=True):
        axes.plot(of.day([left, right]), [bottom, bottom], color=INK, linewidth=0.6, gid="axis", clip_on=False)
    for left, right in cuts:
        axes.fill_between(of.day([left, right]), top, bottom, color=PAPER, linewidth=0, zorder=2.5, gid="gap")
        for edge in (left, right):
            slanted: dict[str, Any] = {"marker": [(-0.5, -1), (0.5, 1)], "markersize": 7, "markeredgewidth": 0.6}
            axes.plot(of.day([edge]), [bottom], color=INK, **slanted, gid="break", clip_on=False)
    for stretch in of.stretches:
        _draw_ticks(axes, of, stretch, top, bottom)


def _draw_ticks(axes: Axes, of: Scale, stretch: Stretch, top: float, bottom: float) -> None:
    room = INNER + BREAK / 2 - 1
    last = min(stretch.last, date.max.toordinal() - EPOCH)
    first, end = date.fromordinal(stretch.first + EPOCH), date.fromordinal(last + EPOCH)
    marked = ticks(first, end, stretch.right - stretch.left, room)
    for tick in marked:
        day = number(tick.day)
        axes.plot([day, day], [top, bottom], color=FAINT, linewidth=0.4, zorder=0.5, gid="grid")
        axes.plot([day, day], [bottom, bottom + 2.5], color=INK, linewidth=0.6, gid="tick", clip_on=False)
        _label(axes, of, stretch.left + tick.upper_at, bottom, 0, tick.upper)
        if tick.lower:
            _label(axes, of, stretch.left + tick.lower_at, bottom, 1, tick.lower)
    if not marked:
        _label(axes, of, (stretch.left + stretch.right) / 2, bottom, 0, str(first.year))


def _label(axes: Axes, of: Scale, x: float, bottom: float, line: int, words: str) -> None:
    y = bottom + 3.5 + QUIET.size + line * QUIET.leading
    axes.text(float(of.day(x)), y, words, ha="center", va="baseline", **set_in(QUIET))
