"""The figures of casualties, a row each: a number or a range as a source gives it, or the words that stand for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from karabakh_data.plot.dates import in_words
from karabakh_data.plot.marks import ARROW, arrow, beside
from karabakh_data.plot.page import BLUE, FAINT, INK, QUIET, Key, notice, set_in
from karabakh_data.plot.rows import Frame, Heading, Row, drawn
from karabakh_data.plot.status import Look

Record = Mapping[str, Any]
Names = Mapping[str, str]

# By victim class; dark are the dead, and blue everybody else.
LOOKS = {
    "total": Look("o", INK, meaning="civilians and military"),
    "civilian": Look("s", INK, fill="none", meaning="civilians"),
    "military": Look("^", INK, meaning="military"),
    "unknown": Look("D", INK, fill="left", meaning="the source does not say who"),
}
IN_CONFLICT = "sources disagree on it"
BOUNDS = ("low", "best", "high")
AXIS = QUIET.leading * 2 + 4
WORDS = "Where a source gives words and no number, none is drawn."
INDENTED = "An indented figure is part of the one above it, and of the same report unless it names another."
ROOM = 34.0  # points beyond the greatest number, for an arrow and the number in words


def draw(
    figures: Iterable[Record], events: Mapping[str, Record], actors: Names, sources: Mapping[str, str], width: float
) -> Figure:
    """The figure of these rows of `casualties`, with events by id, names of actors, and the articles of each row."""
    given = list(figures)
    if not given:
        return notice(width, "No figures of casualties.")
    numbers = [float(number) for each in given for number in _known(each)]
    frame = Frame(width, AXIS if numbers else 0)
    most = max(numbers, default=0)
    rows: list[Row] = []
    for event_id in sorted({each["event_id"] for each in given}, key=lambda one: _when(events.get(one))):
        event = events.get(event_id)
        dated = f", {in_words(event['date_edtf'])}" if event and event["date_edtf"] else ""
        rows.append(Heading(f"{event['title']}{dated}" if event else f"The event: {IN_CONFLICT}"))
        inside = [each for each in given if each["event_id"] == event_id]
        rows += [_row(part, actors, sources, most, frame.drawn) for part in _totals_first(inside)]
    keys = [
        Key(look.marked(), look.meaning)
        for victims, look in LOOKS.items()
        if any((each["victim_class"] or "unknown") == victims for each in given)
    ]
    foot = [WORDS] if any(_known(each) == [] for each in given) else []
    foot += [INDENTED] if any(row.depth for row in rows) else []

    def below(axes: Axes, top: float, bottom: float) -> None:
        axes.set_xlim(0, (most or 1) * frame.drawn / (frame.drawn - ROOM))
        if numbers:
            _axis(axes, most or 1, top, bottom)

    return drawn(frame, rows, keys, [" ".join(foot)] if foot else [], below)


def _known(each: Record) -> list[Any]:
    return [each[bound] for bound in BOUNDS if each[bound] is not None]


def _when(event: Record | None) -> tuple[str, str]:
    # Text sorts as days do here; what nobody dates comes last.
    return (str(event["date_start"] or event["date_end"] or "~"), event["event_id"]) if event else ("~~", "")


@dataclass(frozen=True, slots=True)
class Part:
    """A row with how deep it stands below totals, and the total, if it is a part of one."""

    row: Record
    depth: int = 0
    total: Record | None = None


def _totals_first(inside: list[Record]) -> list[Part]:
    """Each row below the one that it is part of."""
    ids = {each["casualty_id"] for each in inside}
    inside = sorted(inside, key=lambda each: (each["measure"] or "", each["side_id"] or "", each["casualty_id"]))
    ordered: list[Part] = []
    waiting = [Part(each) for each in reversed(inside) if each["subset_of"] not in ids - {each["casualty_id"]}]
    while waiting:
        total = waiting.pop()
        ordered.append(total)
        name = total.row["casualty_id"]
        parts = [each for each in inside if each["subset_of"] == name != each["casualty_id"]]
        waiting += [Part(each, total.depth + 1, total.row) for each in reversed(parts)]
    reached = {part.row["casualty_id"] for part in ordered}
    return ordered + [Part(each) for each in inside if each["casualty_id"] not in reached]  # parts of each other


def _row(part: Part, actors: Names, sources: Mapping[str, str], most: float, wide: float) -> Row:
    each, look = part.row, look_of(part.row)
    words, note = _words(each, actors), _note(each, actors, sources)
    if part.total and _words(part.total, actors)[0] == words[0]:
        words = "of them", words[1]
    if part.total and _note(part.total, actors, sources) == note:
        note = ""
    title = ": ".join(words)
    draw = partial(_draw, each=each, look=look, most=most, wide=wide)
    return Row(title[0].upper() + title[1:], [note] if note else [], look.marked(4.6), draw, part.depth)


def _words(each: Record, actors: Names) -> tuple[str, str]:
    """What happened to people of which side, and who of them are counted."""
    measure = each["measure"] or f"measure: {IN_CONFLICT}"
    side = f" ({actors.get(each['side_id'], each['side_id'])})" if each["side_id"] else ""
    victims = LOOKS[each["victim_class"]].meaning if each["victim_class"] else f"who: {IN_CONFLICT}"
    return f"{measure}{side}", victims


def _note(each: Record, actors: Names, sources: Mapping[str, str]) -> str:
    """Who reports it, as of when, in which articles."""
    reporter = actors.get(each["reported_by"], each["reported_by"])
    reported = f"reported by {reporter}" if reporter else ""
    as_of = f"as of {in_words(each['as_of_edtf'])}" if each["as_of_edtf"] else ""
    return "; ".join(part for part in (reported, as_of, sources.get(each["casualty_id"], "")) if part)


def look_of(each: Record) -> Look:
    """How a figure is drawn."""
    look = LOOKS[each["victim_class"] or "unknown"]
    colour = INK if each["measure"] == "killed" else BLUE
    return Look(look.marker, colour, look.fill, meaning=look.meaning)


def in_numbers(each: Record) -> str:
    """A figure in numbers, as it is printed; its words where it has none."""
    low, best, high = (None if each[bound] is None else f"{each[bound]:,}" for bound in BOUNDS)
    words = f"“{' '.join(each['wording'].split())}”" if each["wording"] else ""
    bounds = (
        f"{low}–{high}"
        if low and high and low != high
        else low
        if low == high
        else f"at least {low}"
        if low
        else f"at most {high}"
    )
    if best:
        return best if not low and not high else f"{best} ({bounds})"
    return bounds or "" if low or high else words or "no number"


def _draw(axes: Axes, y: float, each: Record, look: Look, most: float, wide: float) -> None:
    low, best, high = (each[bound] for bound in BOUNDS)
    known = _known(each)
    gid = each["casualty_id"]
    if not known:
        beside(axes, 0, 3, y, in_numbers(each), wide)
        return
    scale = (wide - ROOM) / (most or 1)
    axes.plot([0, max(known)], [y, y], color=FAINT, linewidth=0.8, zorder=1, gid=f"lead {gid}")
    if len(known) > 1:
        axes.plot([min(known), max(known)], [y, y], color=look.colour, linewidth=1.1, zorder=2, gid=f"range {gid}")
    for value in (low, high):
        if value is not None:
            axes.plot([value], [y], marker="|", markersize=6, color=look.colour, zorder=3, gid=f"bound {gid}")
    if best is not None:
        axes.plot([best], [y], linestyle="none", gid=gid, zorder=4, clip_on=False, **look.marked())
    right, left = max(known) * scale + 6, min(known) * scale - 6
    if low is not None and high is None:
        arrow(axes, max(known), y, 1, look.colour, f"open {gid}")
        right += ARROW
    if high is not None and low is None:
        arrow(axes, min(known), y, -1, look.colour, f"open {gid}")
        left -= ARROW
    beside(axes, left, right, y, in_numbers(each), wide)


def _axis(axes: Axes, most: float, top: float, bottom: float) -> None:
    ticks = [
        each for each in MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]).tick_values(0, most) if 0 <= each <= most
    ]
    axes.plot([0, most], [bottom, bottom], color=INK, linewidth=0.6, gid="axis", clip_on=False)
    for each in (each for each in ticks if 0 <= each <= most):
        axes.plot([each, each], [top, bottom], color=FAINT, linewidth=0.4, zorder=0.5, gid="grid")
        axes.plot([each, each], [bottom, bottom + 2.5], color=INK, linewidth=0.6, gid="tick", clip_on=False)
        axes.text(each, bottom + 3.5 + QUIET.size, f"{each:,.0f}", ha="center", va="baseline", **set_in(QUIET))
    axes.text(0, bottom + 3.5 + QUIET.size + QUIET.leading, "people", ha="left", va="baseline", **set_in(QUIET))
