"""Dates in EDTF as words and as stretches of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from karabakh_data.model.edtf import MONTHS, parse
from karabakh_data.plot.scale import number


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date covers, as matplotlib counts them, `last` being the day after; and which end is open.

    Of an open date these are the days of the end that is known.
    """

    first: int
    last: int
    opens: str = ""  # "start" or "end"

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and known to be."""
        return self.last - self.first == 1 and not self.opens


def span(edtf: str) -> Span:
    """The days of a date in EDTF."""
    start, _, end = edtf.partition("/")
    known, opens = (start, "end") if end == ".." else (end, "start") if start == ".." else (edtf, "")
    read = parse(known)
    return Span(number(_given(read.earliest)), number(_given(read.latest)) + 1, opens)


def in_words(edtf: str) -> str:
    """A date in EDTF as people write it: `2020-11-18~/2020-11-25` is c. 18–25 Nov 2020."""
    if edtf.startswith("["):
        return " or ".join(_point(each) for each in edtf[1:-1].split(","))
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if end == "..":
        return f"from {_point(start)}"
    if start == "..":
        return f"until {_point(end)}"
    # A month and a year that both have are said once.
    first, last = _point(start), _point(end)
    month = last.partition(" ")[2]
    if month.count(" ") == 1 and first.endswith(f" {month}"):
        return f"{first.removesuffix(f' {month}')}–{last}"
    return f"{first.removesuffix(f' {end[:4]}')} – {last}"


def _point(edtf: str) -> str:
    bare = edtf.rstrip("?~%")
    year, *more = bare.split("-")
    words = " ".join([*(str(int(day)) for day in more[1:]), *(MONTHS[int(month) - 1][:3] for month in more[:1]), year])
    if "X" in year:
        words = f"{year.replace('X', '0')}s"
    approximate = "c. " if edtf[-1] in "~%" else ""
    return f"{approximate}{words}{' (?)' if edtf[-1] in '?%' else ''}"


def _given(day: date | None) -> date:
    if day is None:
        raise ValueError("a date that is not open has a first and a last day")
    return day
