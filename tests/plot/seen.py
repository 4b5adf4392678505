"""What a figure shows, as a reader sees it: boxes of its words, and marks by the names that the code gives them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text


def words(figure: Figure) -> list[Text]:
    """All words that are set."""
    return [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of words that lie on each other by more than a hair."""
    boxes = [(text.get_text(), _box(figure, text)) for text in words(figure)]
    return [
        (one, other)
        for (one, (left, bottom, right, top)), (other, (left2, bottom2, right2, top2)) in combinations(boxes, 2)
        if min(right, right2) - max(left, left2) > 0.5 and min(top, top2) - max(bottom, bottom2) > 0.5
    ]


def covered(figure: Figure) -> list[tuple[str, str]]:
    """Words that lie on the middle of a mark beside which they stand, with the mark's name."""
    found = []
    renderer, scale = FigureCanvasAgg(figure).get_renderer(), 72 / figure.dpi
    boxes = [(text.get_text(), _box(figure, text)) for axes in figure.axes for text in axes.texts if text.get_text()]
    for name, artists in marks(figure).items():
        for artist in artists:
            if name in ("axis", "grid", "tick", "break") or not isinstance(artist, Line2D):
                continue
            if artist.get_marker() == "None":  # a line, which words may break
                continue
            mark = artist.get_window_extent(renderer)
            x, y = (mark.x0 + mark.x1) / 2 * scale, (mark.y0 + mark.y1) / 2 * scale
            found += [
                (words, name)
                for words, (left, bottom, right, top) in boxes
                if left - 1 < x < right + 1 and bottom - 1 < y < top + 1
            ]
    return found


def outside(figure: Figure) -> list[str]:
    """Words that the figure's edge cuts."""
    wide, tall = figure.get_size_inches() * 72
    boxes = {text.get_text(): _box(figure, text) for text in words(figure)}
    return [
        text
        for text, (left, bottom, right, top) in boxes.items()
        if left < 0 or bottom < 0 or right > wide or top > tall
    ]


def smallest(figure: Figure) -> float:
    """The size of the smallest type, in points."""
    return min(float(text.get_fontsize()) for text in words(figure))


def marks(figure: Figure, prefix: str = "") -> dict[str, list[Line2D | Rectangle | Annotation]]:
    """Lines, bands and arrows that bear a name, by what follows the prefix."""
    named = (artist for artist in _all(figure) if (artist.get_gid() or "").startswith(prefix))
    found: dict[str, list[Line2D | Rectangle | Annotation]] = {}
    for artist in named:
        if isinstance(artist, Line2D | Rectangle | Annotation) and artist.get_gid():
            found.setdefault(str(artist.get_gid()).removeprefix(prefix), []).append(artist)
    return found


def said(figure: Figure) -> str:
    """All words, joined."""
    return " ".join(text.get_text() for text in words(figure))


def _all(figure: Figure) -> Iterator[Artist]:
    yield from figure.findobj()


def _box(figure: Figure, text: Text) -> tuple[float, float, float, float]:
    """In points. What stands below a line of small letters is no word: boxes are measured from the baseline up."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    text.set_bbox(None)  # type: ignore[arg-type]  # the paper under words may lie on other paper
    box = text.get_window_extent(renderer)
    scale = 72 / figure.dpi
    return box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale
