"""Which days of a stretch of the scale are marked, and how they are called: the finest of the usual units that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from karabakh_data.model.edtf import MONTHS
from karabakh_data.plot.page import QUIET, measured

DAYS = (range(1, 32), range(1, 32, 2), (1, 5, 10, 15, 20, 25), (1, 10, 20), (1, 15))
MONTHS_APART = (1, 2, 3, 6)
YEARS_APART = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
APART = 4.0  # points between two labels

Named = tuple[date, str, str]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is marked, and what stands there in two lines, with the middle of each in points from the first day.

    The lower line says what the upper leaves out, and only where that changes.
    """

    day: date
    upper: str
    upper_at: float
    lower: str
    lower_at: float


def ticks(first: date, last: date, width: float, room: float) -> list[Tick]:
    """The ticks from the first to the last day, which are so many points apart.

    `room` is by how much labels may reach beyond the ends. Where no label of any unit fits, there is no tick.
    """
    pace = width / max((last - first).days, 1)
    for named in _candidates(first, last):
        uppers = _placed([((day - first).days * pace, upper) for day, upper, _ in named], width, room, shift=False)
        lowers = _placed([((day - first).days * pace, lower) for day, _, lower in named], width, room, shift=True)
        if named and uppers and lowers:
            return [
                Tick(day, upper, upper_at, lower, lower_at)
                for (day, upper, lower), upper_at, lower_at in zip(named, uppers, lowers, strict=True)
            ]
    return []


def _placed(labels: list[tuple[float, str]], width: float, room: float, shift: bool) -> list[float]:
    """The middle of each label, none where they do not fit. One that may `shift` does so, to stay between the ends."""
    middles = []
    free = -room
    for at, words in labels:
        half = measured(words, QUIET) / 2
        middle = min(max(at, free + half), width + room - half) if shift and words else at
        if words:
            if middle - half < free - 1e-6 or middle + half > width + room + 1e-6 or abs(middle - at) > half:
                return []
            free = middle + half + APART
        middles.append(middle)
    return middles


def _candidates(first: date, last: date) -> Iterator[list[Named]]:
    days = (last - first).days
    if days < 400:
        every = [first + timedelta(each) for each in range(days + 1)]
        for numbers in DAYS:
            yield _by_month(day for day in every if day.day in numbers)
    firsts = _firsts(first, last) if days < 400 * 366 else []
    for apart in MONTHS_APART:
        months = [day for day in firsts if (day.month - 1) % apart == 0]
        yield [
            (day, MONTHS[day.month - 1][:3], str(day.year) if day is months[0] or day.month == 1 else "")
            for day in months
        ]
    years = [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    for apart in YEARS_APART:
        yield [(day, str(day.year), "") for day in years if day.year % apart == 0 and first <= day <= last]


def _by_month(days: Iterable[date]) -> list[Named]:
    named: list[Named] = []
    month = (0, 0)
    for day in days:
        lower = "" if (day.year, day.month) == month else f"{MONTHS[day.month - 1][:3]} {day.year}"
        named.append((day, str(day.day), lower))
        month = (day.year, day.month)
    return named


def _firsts(first: date, last: date) -> list[date]:
    """The first day of each month."""
    every = (date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13))
    return [day for day in every if first <= day <= last]
