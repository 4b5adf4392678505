"""Dates as EDTF texts: a strict subset of ISO 8601-2:2019.

Levels and section names below are those of the Library of Congress's EDTF specification (2019). Accepted:

- a point: `2020`, `2020-11`, `2020-11-15` (level 0, Date), with at most one trailing `?` (uncertain),
  `~` (approximate) or `%` (both) (level 1, Qualification of a date); or a decade `199X` or century
  `19XX` (level 1, Unspecified digits from the right);
- an interval of two points `A/B` (level 0, Time interval; with a decade or century level 2, Interval),
  or open on one side, `A/..` or `../B` (level 1, Extended interval);
- one of a set of points, `[A,B]` (level 2, Set representation), used where sources conflict.

Narrower than the standard: years run from 0001 to 9999; a day must exist; the first and the last day of
an interval's start are no later than those of its end; a set has two or more members, ascending, no two
of the same days. A decade or century takes no qualifier and no open end: edtf-validate rejects both.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from karabakh_data.errors import KarabakhDataError

_POINT = re.compile(r"[0-9]{4}(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?[?~%]?|[0-9]{2}(?:[0-9]X|XX)")
# Not calendar.month_name, which changes with the locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class EdtfError(KarabakhDataError, ValueError):
    """What was given is no date of this subset; the message names it, the place and what is expected."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as `parse` read it. `earliest` and `latest` are its first and last day, None where open."""

    text: str
    earliest: date | None
    latest: date | None

    @property
    def uncertain(self) -> bool:
        """Whether any part carries `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether any part carries `~` or `%`."""
        return "~" in self.text or "%" in self.text

    @property
    def is_interval(self) -> bool:
        """Whether it is `A/B`, closed or open."""
        return "/" in self.text

    @property
    def is_set(self) -> bool:
        """Whether it is `[A,B]`, one of these."""
        return self.text.startswith("[")

    @property
    def first(self) -> int:
        """The ordinal of its first day, 0 where it is open."""
        return self.earliest.toordinal() if self.earliest else 0

    @property
    def last(self) -> int:
        """The ordinal of its last day, one more than there are where it is open."""
        return self.latest.toordinal() if self.latest else date.max.toordinal() + 1

    @property
    def span(self) -> tuple[int, int]:
        """The ordinals of its first and its last day."""
        return self.first, self.last

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Edtf:
    """Return the date that an EDTF text writes.

    Raises EdtfError if the text is outside the subset that the docstring of this module describes.

    >>> parse("2020-11~").latest
    datetime.date(2020, 11, 30)
    """
    if text.startswith("["):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _point(text, repr(text))


def precision(edtf: Edtf) -> int:
    """Return how precisely the date is known, 1 to 5, on UCDP's ladder (GED codebook, date_prec).

    Counted on the days from earliest to latest, both included: 1 one day; 2 two to six days; 3 a week
    (7 days); 4 a month (8 to 31 days); 5 more, or open. An interval may be a duration or a range of
    doubt: the ladder treats both alike, as UCDP does. A set counts from its first day to its last.

    >>> precision(parse("2020-11-15/2020-11-25"))
    4
    """
    if edtf.earliest is None or edtf.latest is None:
        return 5
    days = (edtf.latest - edtf.earliest).days + 1
    return next((rung for rung, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _point(text: str, where: str) -> Edtf:
    match = _POINT.fullmatch(text)
    if match is None:
        raise EdtfError(
            f"{where}: expected YYYY, YYYY-MM or YYYY-MM-DD with at most one of ? ~ % after it, "
            "or a decade 199X or century 19XX; what is not known is left out"
        )
    first, last = (int(text[:4].replace("X", digit)) for digit in "09")
    if first == 0:
        raise EdtfError(f"{where}: 0000 is no year; expected 0001 to 9999")
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    if match["month"] and not 1 <= month <= 12:
        raise EdtfError(f"{where}: {match['month']} is no month; expected 01 to 12")
    days = calendar.monthrange(last, month or 12)[1]
    if match["day"] and not 1 <= day <= days:
        raise EdtfError(f"{where}: {match['day']} is no day of {MONTHS[month - 1]} {text[:4]}; expected 01 to {days}")
    return Edtf(text, date(first, month or 1, day or 1), date(last, month or 12, day or days))


def _interval(text: str) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2:
        raise EdtfError(f"{text!r}: {len(ends) - 1} slashes; expected one, between start and end")
    if ends == ["..", ".."]:
        raise EdtfError(f"{text!r}: open on both sides; expected a date on one side")
    if "" in ends:
        side = "start" if not ends[0] else "end"
        raise EdtfError(f"{text!r}: no {side}; expected a date, or '..' if it is open")
    if ".." in ends and "X" in text:
        raise EdtfError(f"{text!r}: a decade or century with an open end; expected a year, month or day")
    start, end = (
        None if part == ".." else _point(part, f"{text!r}: {side} {part!r}")
        for side, part in zip(("start", "end"), ends, strict=True)
    )
    if start and end and (start.first > end.first or start.last > end.last):
        raise EdtfError(
            f"{text!r}: the start {start} ({start.earliest} to {start.latest}) is not before the end "
            f"{end} ({end.earliest} to {end.latest}); expected its first and last day no later"
        )
    return Edtf(text, start.earliest if start else None, end.latest if end else None)


def _set(text: str) -> Edtf:
    if not text.endswith("]"):
        raise EdtfError(f"{text!r}: no closing bracket; expected ']' at the end")
    members = [_point(part, f"{text!r}: member {part!r}") for part in text[1:-1].split(",")]
    if len(members) < 2:
        raise EdtfError(f"{text!r}: one member; expected two or more, or no brackets")
    for before, after in pairwise(members):
        if before.span == after.span:
            raise EdtfError(f"{text!r}: {before} and {after} are the same days; expected one of them")
        if before.span > after.span:
            raise EdtfError(f"{text!r}: {after} stands after {before}; expected the earlier one first")
    return Edtf(text, members[0].earliest, max(members, key=lambda member: member.last).latest)
