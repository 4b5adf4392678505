"""Figures that a paper could print, drawn from the tables with matplotlib (extra `plot`).

Each function gives a `matplotlib.figure.Figure`, made without pyplot: save it with `savefig`, or add to `axes[0]`; a
notebook shows it. They take the filters of the table that they draw, and `width`: "page" (7.2 inches), "column" (3.5
inches) or inches. The height follows from what is drawn, so that type keeps its size. What is told by colour is told
by shape as well. Where nothing fits what is asked for, the figure says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.figure import Figure

    from karabakh_data.plot.page import Width
    from karabakh_data.reader.each_table import Day, Ids

__all__ = ["casualties", "clauses", "places", "timeline"]


def timeline(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    width: Width = "page",
) -> Figure:
    """The dated events of `karabakh_data.timeline` with the same arguments, an event a row, by what is done and said.

    A day is a marker, a less precise date a band, an open end a dotted arrow; the marker's shape and fill tell the
    status. The scale is broken where little happens for long. How many events have no date is said below.

    Raises what `karabakh_data.timeline` raises, MissingExtra without the extra `plot`, and WrongCall for a width that
    is none, or more events than a figure can hold.

    >>> float(timeline(since="2020-11", until="2020-12", width="column").get_figwidth())
    3.5
    """
    filters = {"actor": actor, "place": place, "type": type, "status": status}
    return _drawn("timeline", sources, width, **filters, since=since, until=until, source=source)


def clauses(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    width: Width = "page",
) -> Figure:
    """The clauses of each agreement, a clause a row: who owes what to whom, when it was due, and what became of it.

    Arguments choose clauses as those of `karabakh_data.clauses` do. Raises what that raises, MissingExtra without the
    extra `plot`, and WrongCall for a width that is none, or more clauses than a figure can hold.

    >>> len(clauses(actor="armenia").axes)
    1
    """
    return _drawn("clauses", sources, width, actor=actor, place=place, since=since, until=until, source=source)


def casualties(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    width: Width = "page",
) -> Figure:
    """The figures of casualties, each as the sources give it: a number, a range, or the words that stand for one.

    They stand below their event, and a figure that is part of another below that one, with who reports it in which
    article. Arguments choose rows as those of `karabakh_data.casualties` do. Raises what that raises, MissingExtra
    without the extra `plot`, and WrongCall for a width that is none, or more rows than a figure can hold.

    >>> float(casualties(width=5).get_figwidth())
    5.0
    """
    return _drawn("casualties", sources, width, actor=actor, place=place, since=since, until=until, source=source)


def places(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    width: Width = "page",
) -> Figure:
    """A map of the places that have a point, and of how many events of `karabakh_data.timeline` lie at each.

    The point of a district is its seat, and drawn as a square. Events at places without a point are counted below.
    Outlines of states are Natural Earth's, with the borders that Germany recognises: background, and no claim of ours.

    Raises what `karabakh_data.timeline` raises, MissingExtra without the extra `plot`, and WrongCall for a width that
    is none.

    >>> len(places(status="occurred").axes)
    1
    """
    filters = {"actor": actor, "place": place, "type": type, "status": status}
    return _drawn("places", sources, width, **filters, since=since, until=until, source=source)


def _drawn(name: str, sources: Iterable[str] | None, width: Width, **filters: Any) -> Figure:
    try:
        import matplotlib  # noqa: F401
    except ImportError as error:
        from karabakh_data.errors import MissingExtra

        raise MissingExtra("plot", f"karabakh_data.plot.{name}()") from error
    from karabakh_data.plot import figures

    return figures.figure(name, sources, width, filters)
