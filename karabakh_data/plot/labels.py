"""Where names stand on a map: beside their points, and never on each other, on a mark, or beyond the frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil, floor, hypot

from karabakh_data.plot.page import PLAIN, Style, measured

# By the taste of mapmakers: right of the point and a little above first, then left, above, below (Imhof 1975).
SIDES = (
    (1, 0.35),
    (1, -0.35),
    (-1, 0.35),
    (-1, -0.35),
    (0, 1),
    (0, -1),
    (1, 0),
    (-1, 0),
    (1, 1),
    (1, -1),
    (-1, 1),
    (-1, -1),
)
FARTHER = (0.0, 6.0, 14.0, 24.0)  # points; from the second on a thin line leads to the point
AIR = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box) -> bool:
        """Whether they have a point in common, air around them counted."""
        return (
            self.left < other.right + AIR
            and other.left < self.right + AIR
            and self.bottom < other.top + AIR
            and other.bottom < self.top + AIR
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies in it."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of it that is nearest to another."""
        return min(max(x, self.left), self.right), min(max(y, self.bottom), self.top)


@dataclass(frozen=True, slots=True)
class Label:
    """Words in their place, and whether a line leads from the point to them."""

    words: str
    box: Box
    style: Style
    far: bool = False


@dataclass(slots=True)
class Labels:
    """What is taken of a map's frame, and the labels that were placed there."""

    frame: Box
    taken: list[Box] = field(default_factory=list)

    def free(self, box: Box) -> bool:
        """Whether a box lies in the frame and on nothing else."""
        return self.frame.holds(box) and not any(box.overlaps(other) for other in self.taken)

    def place(self, words: str, x: float, y: float, radius: float, style: Style = PLAIN) -> Label | None:
        """The label of a point whose mark has that radius; None where there is no room for it."""
        for farther in FARTHER:
            for box in _around(words, x, y, radius + 2 + farther, style):
                line = list(_between((x, y), box.nearest(x, y), radius + 2 * AIR)) if farther else []
                if self.free(box) and all(self.free(dot) for dot in line):
                    self.taken += [box, *line]
                    return Label(words, box, style, farther > 0)
        return None

    def place_in(self, words: str, points: Iterable[tuple[float, float]], style: Style) -> Label | None:
        """A label in the middle of the first of the points where there is room for it."""
        wide, tall = measured(words, style), style.size
        for x, y in points:
            box = Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
            if self.free(box):
                self.taken.append(box)
                return Label(words, box, style)
        return None


def _between(point: tuple[float, float], end: tuple[float, float], start: float) -> Iterator[Box]:
    """The line from a point to its label, from that distance on, as dots a point apart."""
    length = hypot(end[0] - point[0], end[1] - point[1])
    for step in range(ceil(start), floor(length - AIR)):
        x, y = (one + (other - one) * step / length for one, other in zip(point, end, strict=True))
        yield Box(x, y, x, y)


def _around(words: str, x: float, y: float, away: float, style: Style) -> Iterator[Box]:
    wide, tall = measured(words, style), style.size * 1.05
    for across, up in SIDES:
        left = x + away if across > 0 else x - away - wide if across < 0 else x - wide / 2
        middle = y + up * (away + tall / 2)
        yield Box(left, middle - tall / 2, left + wide, middle + tall / 2)
