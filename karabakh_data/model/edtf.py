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
from collections.abc import Iterable
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


def between(earliest: date | None, latest: date | None) -> Edtf:
    """Return the canonical date for a span of days; None is open.

    A day is `YYYY-MM-DD`, a whole month `YYYY-MM`, a whole year `YYYY`, any other span an interval: of years
    or months where it is made of whole ones, so that nothing looks more precise than it is.
    Raises EdtfError if the span ends before it starts or is open on both sides.

    >>> str(between(date(2020, 11, 1), date(2020, 11, 30)))
    '2020-11'
    >>> str(between(date(1990, 1, 1), date(1994, 12, 31)))
    '1990/1994'
    """
    if earliest is not None and latest is not None:
        for width in (10, 7, 4):
            point = parse(latest.isoformat()[:width])
            if (point.earliest, point.latest) == (earliest, latest):
                return point
        for width in (4, 7):
            start, end = parse(earliest.isoformat()[:width]), parse(latest.isoformat()[:width])
            if (start.earliest, end.latest) == (earliest, latest):
                return parse(f"{start}/{end}")
    return parse(f"{earliest or '..'}/{latest or '..'}")


def intersect(a: Edtf, b: Edtf) -> Edtf | None:
    """Return the days that two dates have in common, or None.

    If one lies within the other, the inner one is returned unchanged. Of two with the same days it is
    the one with fewer qualifiers, then a point before an interval, then the shorter text. Otherwise it
    is the common days, each end with the qualifier of the date that it comes from. Sets meet member by
    member, and `one_of` joins what is left.

    The order of the operands does not matter, nor, for the days, does the order in which several dates
    are intersected, unless an interval cuts through a member of a set: a set cannot hold the piece, and
    `one_of` then covers the gaps. Intersecting points and intervals before sets narrows most.

    >>> str(intersect(parse("2020-11"), parse("2020-11-25/2020-12-01")))
    '2020-11-25/2020-11-30'
    """
    if a.is_set or b.is_set:
        pairs = [intersect(x, y) for x in _members(a) for y in _members(b)]
        common = [edtf for edtf in pairs if edtf is not None]
        return one_of(common) if common else None
    outer, inner = sorted((a, b), key=lambda edtf: (_low(edtf), -_high(edtf), _rank(edtf)))
    if _span(outer) == _span(inner):
        return outer
    if _high(inner) <= _high(outer):
        return inner
    return _joined(inner, outer) if _low(inner) <= _high(outer) else None


def one_of(items: Iterable[Edtf]) -> Edtf:
    """Return the date that says "one of these", for sources that conflict.

    Points and the members of sets make a set; of those with the same days only the one that `intersect`
    prefers stays, and if it alone stays, it is returned. An interval cannot stand in a set: with an
    interval among the items the result is the span that covers them all. Their order does not matter.

    Raises EdtfError if there are no items, or if the span that covers them is open on both sides.

    >>> str(one_of([parse("2020-11-25"), parse("2020-11-15")]))
    '[2020-11-15,2020-11-25]'
    """
    preferred_last = sorted((m for item in items for m in _members(item)), key=_rank, reverse=True)
    distinct = sorted({_span(edtf): edtf for edtf in preferred_last}.values(), key=_span)
    if not distinct:
        raise EdtfError("one_of: no dates given; expected at least one")
    if len(distinct) > 1 and not any(edtf.is_interval for edtf in distinct):
        return parse(f"[{','.join(map(str, distinct))}]")
    first = min(distinct, key=lambda edtf: (_low(edtf), _rank(edtf)))
    last = min(distinct, key=lambda edtf: (-_high(edtf), _rank(edtf)))
    covering = [edtf for edtf in distinct if _span(edtf) == (_low(first), _high(last))]
    return covering[0] if covering else _joined(first, last)


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
    if start and end and (_low(start) > _low(end) or _high(start) > _high(end)):
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
        if _span(before) == _span(after):
            raise EdtfError(f"{text!r}: {before} and {after} are the same days; expected one of them")
        if _span(before) > _span(after):
            raise EdtfError(f"{text!r}: {after} stands after {before}; expected the earlier one first")
    return Edtf(text, members[0].earliest, max(members, key=_high).latest)


def _members(edtf: Edtf) -> list[Edtf]:
    return [parse(part) for part in edtf.text[1:-1].split(",")] if edtf.is_set else [edtf]


def _joined(first: Edtf, last: Edtf) -> Edtf:
    """Return the span from the start of one date to the end of another, with their qualifiers."""
    opening, closing = (
        part[-1] if part[-1] in "?~%" else "" for part in (first.text.split("/")[0], last.text.split("/")[-1])
    )
    if not opening and not closing:
        return between(first.earliest, last.latest)
    if first.earliest == last.latest:
        both = opening and closing and opening != closing
        return parse(f"{first.earliest}{'%' if both else opening or closing}")
    return parse(f"{first.earliest or '..'}{opening}/{last.latest or '..'}{closing}")


def _low(edtf: Edtf) -> int:
    return edtf.earliest.toordinal() if edtf.earliest else 0


def _high(edtf: Edtf) -> int:
    return edtf.latest.toordinal() if edtf.latest else date.max.toordinal() + 1


def _span(edtf: Edtf) -> tuple[int, int]:
    return _low(edtf), _high(edtf)


def _rank(edtf: Edtf) -> tuple[int, bool, int, str]:
    """Sort first what to prefer among dates of the same days."""
    return edtf.uncertain + edtf.approximate, edtf.is_interval, len(edtf.text), edtf.text
