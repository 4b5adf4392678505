"""The sheet that a figure is drawn on: widths, type, colours, and text that is measured before it is set.

All positions are in points (1/72 inch) from the sheet's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from numbers import Real
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from karabakh_data.errors import WrongCall

Width = Literal["page", "column"] | float

WIDTHS = {"page": 7.2, "column": 3.5}  # inches: what most journals allow for a whole page and for one of two columns
NARROWEST, WIDEST = 3.0, 20.0
TALLEST = 14_000  # points: a PNG of more than 2**16 pixels at that many dots an inch cannot be written
MARGIN = 6.0
BODY, SMALL = 6.8, 6.2  # points; papers ask for 6 or more
LEADING = 1.32
HINTED = 1.02
DOTS = 300  # an inch: what papers ask for, where a figure is saved as dots
FONT = "DejaVu Sans"  # comes with matplotlib, and has Latin, Cyrillic, Greek, Armenian and Georgian letters

INK, GREY, FAINT, PAPER = "#1a1a1a", "#595959", "#d9d9d9", "#ffffff"
# Of Okabe and Ito's palette, which people with any colour vision can tell apart (Color Universal Design, 2008).
BLUE, VERMILION, SEA = "#0072B2", "#D55E00", "#e8eff4"


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set."""

    size: float = BODY
    colour: str = INK
    bold: bool = False

    @property
    def leading(self) -> float:
        """From one line to the next, in tenths: their sums are the same on every machine."""
        return round(self.size * LEADING, 1)


PLAIN, STRONG, QUIET = Style(), Style(bold=True), Style(SMALL, GREY)


def points(width: Width) -> float:
    """The width of a figure. Raises WrongCall for what is no width."""
    inches = WIDTHS.get(width, 0.0) if isinstance(width, str) else width
    if isinstance(inches, bool) or not isinstance(inches, Real) or not NARROWEST <= float(inches) <= WIDEST:
        raise WrongCall(
            f"width: {width!r} is none; it takes {', '.join(map(repr, WIDTHS))}, or {NARROWEST} to {WIDEST} inches"
        )
    return float(inches) * 72


@cache
def _font(style: Style) -> FontProperties:
    return FontProperties(family=FONT, size=style.size, weight="bold" if style.bold else "normal")


@cache
def measured(words: str, style: Style = PLAIN) -> float:
    """How wide the words are at most: letters that are fitted to coarse dots run wider than drawn ones."""
    return HINTED * float(text_to_path.get_text_width_height_descent(words, _font(style), False)[0])


def wrapped(words: str, width: float, style: Style = PLAIN) -> list[str]:
    """The words in lines that are no wider; a word that is wider is broken."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if measured(longer, style) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and measured(lines[-1] + letter, style) > width:
                lines.append("")
            lines[-1] += letter
    return lines


class Sheet:
    """An empty figure of a width and a height."""

    def __init__(self, width: float, height: float) -> None:
        if height > TALLEST:
            raise WrongCall(
                f"the figure would be {height / 72:.0f} inches tall, and {TALLEST / 72:.0f} is the most: "
                "ask for fewer records, by actor, place, since or until"
            )
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=DOTS, facecolor=PAPER)

    def axes(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Bare axes in that box; their vertical coordinate is that of the sheet."""
        box = (left / self.width, 1 - bottom / self.height, (right - left) / self.width, (bottom - top) / self.height)
        axes = self.figure.add_axes(box, facecolor="none")
        axes.set_ylim(bottom, top)
        axes.set_xticks([])
        axes.set_yticks([])
        for spine in axes.spines.values():
            spine.set_visible(False)
        return axes

    def words(self, x: float, y: float, words: str, style: Style = PLAIN, **more: Any) -> Text:
        """One line of words whose baseline is at `y`."""
        x, y = self._at(x, y)
        return self.figure.text(x, y, words, transform=self.figure.dpi_scale_trans, **(set_in(style) | more))

    def lines(self, x: float, y: float, lines: Iterable[str], style: Style = PLAIN, **more: Any) -> float:
        """Lines of words below `y`; where they end."""
        for line in lines:
            self.words(x, y + style.size, line, style, **more)
            y += style.leading
        return y

    def mark(self, x: float, y: float, **marker: Any) -> Line2D:
        """One marker."""
        horizontal, vertical = self._at(x, y)
        line = Line2D([horizontal], [vertical], transform=self.figure.dpi_scale_trans, linestyle="none", **marker)
        self.figure.add_artist(line)
        return line

    def line(self, left: float, top: float, right: float, bottom: float, **line: Any) -> None:
        """A straight line."""
        across, up = zip(self._at(left, top), self._at(right, bottom), strict=True)
        self.figure.add_artist(Line2D(across, up, transform=self.figure.dpi_scale_trans, **line))

    def rule(self, y: float) -> None:
        """A thin line across the sheet."""
        self.line(MARGIN, y, self.width - MARGIN, y, color=FAINT, linewidth=0.5, zorder=0)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x / 72, (self.height - y) / 72


def set_in(style: Style) -> dict[str, Any]:
    """The arguments by which matplotlib sets words in a style. A dollar sign in the data is one, and no formula."""
    return {"fontproperties": _font(style), "color": style.colour, "parse_math": False}


def notice(width: float, words: str) -> Figure:
    """A figure that says, instead of showing nothing, that there is nothing to show."""
    lines = wrapped(words, width - 2 * MARGIN)
    sheet = Sheet(width, 2 * MARGIN + len(lines) * PLAIN.leading)
    sheet.lines(MARGIN, MARGIN, lines)
    return sheet.figure


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend: the marker, as matplotlib takes it, and what it means."""

    marker: dict[str, Any]
    meaning: str


def legend_height(width: float, keys: list[Key]) -> float:
    """How tall the legend is."""
    return len(_legend_lines(width, keys)) * (QUIET.leading + 2)


def legend(sheet: Sheet, y: float, keys: list[Key]) -> None:
    """The legend across the sheet, below `y`."""
    for line in _legend_lines(sheet.width, keys):
        for x, key in line:
            sheet.mark(x + 4, y + QUIET.size / 2 + 0.7, **key.marker)
            sheet.words(x + 12, y + QUIET.size, key.meaning, Style(SMALL))
        y += QUIET.leading + 2


def _legend_lines(width: float, keys: list[Key]) -> list[list[tuple[float, Key]]]:
    lines: list[list[tuple[float, Key]]] = [[]]
    x = MARGIN
    for key in keys:
        wide = 12 + measured(key.meaning, Style(SMALL)) + 12
        if lines[-1] and x + wide - 12 > width - MARGIN:
            lines.append([])
            x = MARGIN
        lines[-1].append((x, key))
        x += wide
    return lines
