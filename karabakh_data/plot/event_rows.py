"""The dated events, a row each: what is done and what is said, with their status and how precise their dates are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from karabakh_data.plot.dates import Span, in_words, span
from karabakh_data.plot.marks import ARROW, arrow, beside
from karabakh_data.plot.page import Key, notice
from karabakh_data.plot.rows import Frame, Heading, Row, drawn
from karabakh_data.plot.scale import AXIS, Scale, draw_axis, scale
from karabakh_data.plot.status import LOOKS, Look

Record = Mapping[str, Any]

CLASSES = {"act": "What is done", "speech": "What is said"}
HALF = 2.1  # points from the middle of a band to its edge
BANDS = (
    "A band covers the days within which an event fell or for which it lasted; a dotted arrow is an end that is open."
)


def draw(events: Iterable[Record], width: float) -> Figure:
    """The figure of these rows of the table `timeline`."""
    given = list(events)
    dated = [event for event in given if event["date_edtf"] is not None]
    if not dated:
        return notice(
            width, f"None of the {len(given)} events that were asked for has a date." if given else "No events."
        )
    spans = {event["event_id"]: span(event["date_edtf"]) for event in dated}
    frame = Frame(width, AXIS)
    of = scale((day for each in spans.values() for day in (each.first, each.last)), frame.drawn)
    rows: list[Row] = []
    for event_class, heading in CLASSES.items():
        inside = [event for event in dated if event["event_class"] == event_class]
        inside.sort(
            key=lambda event: (spans[event["event_id"]].first, spans[event["event_id"]].last, event["event_id"])
        )
        rows += [Heading(heading)] if inside else []
        rows += [_row(event, spans[event["event_id"]], of) for event in inside]
    keys = [
        Key(look.marked(), look.meaning)
        for status, look in LOOKS.items()
        if any(event["status"] == status for event in dated)
    ]
    undated = len(given) - len(dated)
    foot = [BANDS + (f" {undated} of {len(given)} events have no date and are not drawn." if undated else "")]

    def below(axes: Axes, top: float, bottom: float) -> None:
        of.apply(axes)
        draw_axis(axes, of, top, bottom)

    return drawn(frame, rows, keys, foot, below)


def _row(event: Record, when: Span, of: Scale) -> Row:
    look = LOOKS[event["status"]]
    draw = partial(draw_date, when=when, words=in_words(event["date_edtf"]), look=look, of=of, gid=event["event_id"])
    return Row(event["title"], marker=look.marked(4.6), draw=draw)


def draw_date(
    axes: Axes, y: float, when: Span, words: str, look: Look, of: Scale, gid: str, since: float | None = None
) -> None:
    """A date at that height: a marker for a day, a band for more, an arrow where it is open; and words beside it.

    Where something else is drawn from the day `since` up to it, the words stand beside both.
    """
    left, right = (float(each) for each in of.position([when.first, when.last]))
    if when.is_day:
        middle = when.first + 0.5
        axes.plot([middle], [y], linestyle="none", gid=gid, clip_on=False, zorder=4, **look.marked())
        left = right = float(of.position(middle))
        left, right = left - 3, right + 3
    else:
        size = (when.last - when.first, 2 * HALF)
        axes.add_patch(Rectangle((when.first, y - HALF), *size, gid=gid, zorder=3, clip_on=False, **look.banded()))
    if when.opens:
        sign = 1 if when.opens == "end" else -1
        arrow(axes, float(of.day(right if sign > 0 else left)), y, sign, look.colour, f"open {gid}")
        left, right = (left, right + ARROW) if sign > 0 else (left - ARROW, right)
    if since is not None:
        left = min(left, float(of.position(since)) - 3)
    beside(axes, left - 3, right + 3, y, words, of.width)
