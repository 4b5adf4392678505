"""Days as callers hand them over: texts of a day, month or year, and the days of other libraries."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Any

from karabakh_data.errors import UnknownName

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def first_day(argument: str, given: object) -> str:
    """The day that is given, or the first of the month or year, in ISO format.

    Raises TypeError for what is no text and no day, and UnknownName for a text that is no day, month or year;
    `argument` is what the caller calls it.
    """
    year, month, day = _parts(argument, given)
    return _iso(argument, given, year, month or 1, day or 1)


def last_day(argument: str, given: object) -> str:
    """The day that is given, or the last of the month or year, in ISO format; raises what `first_day` raises."""
    year, month, day = _parts(argument, given)
    month = month or 12
    return _iso(argument, given, year, month, day or (monthrange(year, month)[1] if year and 1 <= month <= 12 else 1))


def _parts(argument: str, given: Any) -> tuple[int, int | None, int | None]:
    value = given
    for inner in ("as_py", "item"):  # an Arrow scalar, a numpy day
        value = getattr(value, inner)() if hasattr(value, inner) else value
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.year, value.month, value.day
    if not isinstance(value, str):
        raise TypeError(f"{argument} takes a day, as a text such as 2020-11-20 or as a date, and not {given!r}")
    found = _WRITTEN.fullmatch(value)
    if not found:
        raise _unknown(argument, value)
    year, month, day = (None if part is None else int(part) for part in found.groups())
    return year or 0, month, day


def _iso(argument: str, given: object, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise _unknown(argument, given) from None


def _unknown(argument: str, given: object) -> UnknownName:
    return UnknownName(f"{argument}: there is no day, month or year '{given}'; write 2020-11-20, 2020-11 or 2020")
