"""Figures of rows: words on the left, or above where the sheet is narrow, and what is drawn beside or below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from karabakh_data.plot.marks import BOX
from karabakh_data.plot.page import (
    MARGIN,
    PLAIN,
    QUIET,
    STRONG,
    Key,
    Sheet,
    Style,
    legend,
    legend_height,
    wrapped,
)

Draw = Callable[[Axes, float], None]

NARROW = 380.0  # points: below that, words stand above what is drawn
SHARE = 0.46  # of a wide sheet, for words
GAP = 1.6  # between rows
GLYPH, INDENT = 9.0, 8.0
STRIP = 9.0  # the height of what is drawn in a row


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its marker, a line of words, quieter words below it, and what draws the rest at a height."""

    words: str
    notes: Sequence[str] = ()
    marker: dict[str, Any] | None = None
    draw: Draw | None = None
    depth: int = 0

    @property
    def style(self) -> Style:
        """How its words are set."""
        return PLAIN


@dataclass(frozen=True, slots=True)
class Heading(Row):
    """Words over the rows that follow."""

    @property
    def style(self) -> Style:
        """How its words are set."""
        return STRONG


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the words of a figure of rows stand, and where its axes."""

    width: float
    axis: float = field(default=0.0)  # the height of what stands below the rows

    @property
    def narrow(self) -> bool:
        """Whether words stand above what is drawn."""
        return self.width < NARROW

    @property
    def left(self) -> float:
        """Where the axes begin."""
        return MARGIN if self.narrow else MARGIN + self.width * SHARE

    @property
    def right(self) -> float:
        """Where the axes end."""
        return self.width - MARGIN

    @property
    def drawn(self) -> float:
        """How wide the axes are."""
        return self.right - self.left

    def lines(self, row: Row) -> list[tuple[str, Style]]:
        """The row's words in lines."""
        whole = self.narrow or isinstance(row, Heading)
        width = (self.right if whole else self.left - 10) - self.indent(row)
        set_in = [(line, row.style) for line in wrapped(row.words, width, row.style)]
        return set_in + [(line, QUIET) for note in row.notes for line in wrapped(note, width, QUIET)]

    def indent(self, row: Row) -> float:
        """Where the row's words begin."""
        return MARGIN + row.depth * INDENT + (0 if isinstance(row, Heading) else GLYPH)

    def height(self, row: Row) -> float:
        """How tall the row is."""
        words = fsum(style.leading for _, style in self.lines(row))
        below = STRIP if self.narrow and row.draw else 0
        return max(words + below, STRIP) + GAP + (3 if isinstance(row, Heading) else 0)


def drawn(
    frame: Frame, rows: Sequence[Row], keys: list[Key], foot: Sequence[str], below: Callable[[Axes, float, float], None]
) -> Figure:
    """The figure: legend, rows, what `below` draws between the axes' top and the end of the rows, and the notes."""
    top = MARGIN + legend_height(frame.width, keys) + 5
    heights = [frame.height(row) for row in rows]
    bottom = top + fsum(heights)
    notes = [line for note in foot for line in wrapped(note, frame.right - MARGIN, QUIET)]
    end = bottom + frame.axis + 6 + len(notes) * QUIET.leading
    sheet = Sheet(frame.width, end + MARGIN)
    legend(sheet, MARGIN, keys)
    axes = sheet.axes(frame.left, top, frame.right, bottom)
    below(axes, top, bottom)
    y = top
    for row, height in zip(rows, heights, strict=True):
        _set(sheet, axes, frame, row, y)
        y += height
    sheet.lines(MARGIN, bottom + frame.axis + 6, notes, QUIET)
    return sheet.figure


def _set(sheet: Sheet, axes: Axes, frame: Frame, row: Row, y: float) -> None:
    if isinstance(row, Heading):
        sheet.rule(y + 1)
        y += 3
    x = frame.indent(row)
    if row.marker:
        sheet.mark(x - GLYPH / 2 - 1, y + row.style.size / 2 + 1, **row.marker)
    end = y
    box = BOX if frame.narrow else None
    for line, style in frame.lines(row):
        sheet.words(x, end + style.size, line, style, bbox=box)
        end += style.leading
    if row.draw:
        row.draw(axes, end + STRIP / 2 if frame.narrow else y + row.style.size / 2 + 1)
