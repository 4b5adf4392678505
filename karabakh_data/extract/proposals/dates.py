"""The dates that a passage tells, in EDTF, each with the step by which it follows from the words.

A day without a year takes that of publication, or the one before where it would else lie far ahead. A day of the week
is the last one up to publication, or the next one where the passage looks ahead. Left out, because coders mostly read
them in another way: "last week", "recent weeks", "the following days", and all that hangs on another event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from karabakh_data.extract.language.dates import Spelled, spelled
from karabakh_data.extract.language.wordings import wordings
from karabakh_data.model.edtf import MONTHS, EdtfError, parse

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# So many days ahead a date without a year may lie and still be of the year of publication.
AHEAD = 92

_WEEKDAY = re.compile(rf"(?<!\w)(?:{'|'.join(DAYS)})(?!\w)")
_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_RELATIVE_DAY = re.compile(rf"(?<!\w)(?:{'|'.join(_RELATIVE)})(?!\w)", re.IGNORECASE)
_RIGHTS = re.compile("©|copyright", re.IGNORECASE)  # whose year is that of the page
_QUOTES = re.compile('["“”«»]')
_AHEAD = re.compile(r"\b(?:will|shall|would|next|is to|are to|plans? to|is due|are due)\b")
_SINCE = re.compile(r"\b(?:since|(?:began|begun|started|starting) (?:on|in)|from|as of)\s+$", re.IGNORECASE)
_BEGINNING = re.compile(r"\b(?:beginning|start) of\s+$", re.IGNORECASE)
_LAST_YEAR = re.compile(r"(?:\s+of)?\s+last year(?!\w)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A stretch of the passage, the date that it tells, the step if it takes one, and what else it may be.

    `basis` is the argument of a claim that the step becomes.
    """

    start: int
    end: int
    value: str
    step: str | None = None
    basis: str = "derived"
    others: tuple[str, ...] = ()


def dates(passage: str, of_publication: str | None) -> list[Dated]:
    """The dates in a passage of an article that was published on that day, in that month or year, if it is known."""
    if _RIGHTS.search(passage):
        return []
    found = [dated for one in spelled(passage) if (dated := _dated(passage, one, of_publication))]
    if of_publication:
        found += _weekdays(passage, of_publication)
        found += _relative(passage, of_publication)
    return sorted((one for one in found if _is_date(one.value)), key=lambda one: (one.start, one.value))


def _dated(passage: str, one: Spelled, of_publication: str | None) -> Dated | None:
    year, step, end = one.year, None, one.end
    if one.month is None and _counted(passage[end:]):
        return None
    if year is None:
        if not of_publication or one.month is None:
            return None
        last = _LAST_YEAR.match(passage, end)
        year, step = _year(one, of_publication, last=last is not None)
        end = last.end() if last else end
    before, value, basis = passage[: one.start], "-".join([year, *_parts(one)]), "derived"
    start = one.start
    if (match := _BEGINNING.search(before)) and one.month and not one.day:
        value, start, basis = f"{value}-01/{value}-10", match.start(), "judged"
        step = "; ".join(part for part in ("the beginning of the month is read as its first ten days", step) if part)
    elif (match := _SINCE.search(before)) and not value.endswith("X"):
        value, start = f"{value}/..", match.start()
        step = "; ".join(part for part in (step, "a beginning is given and no end") if part)
    return Dated(start, end, value, step, basis)


def _counted(behind: str) -> bool:
    """Whether words follow that make a number one of people: "2000 Russian peacekeepers"."""
    words = " ".join(behind.split()[:3])
    return behind[:1] == " " and any(wordings().shows("unit", unit, words) for unit in ("persons", "districts"))


def _parts(one: Spelled) -> list[str]:
    return [f"{part:02}" for part in (one.month, one.day) if part]


def _year(one: Spelled, of_publication: str, *, last: bool) -> tuple[str, str]:
    year = int(of_publication[:4])
    if last:
        return str(year - 1), f"'last year' is that before publication, {year - 1}"
    published = _latest(of_publication)
    try:
        told = date(year, one.month or 1, one.day or 1)
    except ValueError:  # a day that this month has not; told as it is, it is dropped as no date
        return str(year), ""
    if published and (told - published).days > AHEAD:
        return str(year - 1), f"the year is that before publication, {year - 1}: in {year} it is still far ahead"
    return str(year), f"the year is that of publication, {year}"


def _weekdays(passage: str, of_publication: str) -> Iterator[Dated]:
    day = _day(of_publication)
    for match in _WEEKDAY.finditer(passage):
        if day is None:
            if len(of_publication) == 7:
                name = f"{MONTHS[int(of_publication[5:]) - 1]} {of_publication[:4]}"
                step = f"a {match[0]} in the month of publication, {name}; which one does not follow"
                yield Dated(*match.span(), of_publication, step)
            continue
        last = day - timedelta(days=(day.weekday() - DAYS.index(match[0])) % 7)
        following = last + timedelta(days=7)
        first, second = (following, last) if _AHEAD.search(passage[: match.start()][-60:]) else (last, following)
        word = "next" if first > day else "last"
        step = f"the {word} {match[0]} {'after' if first > day else 'up to'} publication on {_named(day)}"
        others = sorted({second, last - timedelta(days=7)} - {first}, reverse=True)
        yield Dated(*match.span(), first.isoformat(), step, others=tuple(other.isoformat() for other in others))


def _relative(passage: str, of_publication: str) -> Iterator[Dated]:
    if day := _day(of_publication):
        for match in _RELATIVE_DAY.finditer(passage):
            if len(_QUOTES.findall(passage[: match.start()])) % 2:  # the day on which the speaker spoke
                continue
            told = day + timedelta(days=_RELATIVE[match[0].lower()])
            of = "" if told == day else "before " if told < day else "after "
            step = f"the day {of}publication, {_named(day)}" if of else f"the day of publication, {_named(day)}"
            yield Dated(*match.span(), told.isoformat(), step)


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if len(value) == 10 else None


def _latest(value: str) -> date | None:
    return parse(value).latest


def _named(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _is_date(value: str) -> bool:
    try:
        parse(value)
    except EdtfError:
        return False
    return True
