"""What EDTF texts and the days derived from them must be, judged in Python once for each distinct text."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from karabakh_data.model import edtf

# More texts than ten thousand articles have; several rules ask after the same ones.
_MANY = 2**17


@lru_cache(maxsize=_MANY)
def _read(text: str) -> edtf.Edtf | None:
    try:
        return edtf.parse(text)
    except edtf.EdtfError:
        return None


def is_edtf_or_null(text: str | None) -> bool:
    """Whether the text, if there is one, is a date of the EDTF subset."""
    return text is None or _read(text) is not None


def follow_from_edtf(text: str | None, start: date | None, end: date | None, precision: int | None) -> bool:
    """Whether the days and the precision are those of the EDTF text; of a text that is none, nothing follows."""
    if text is None:
        return start is None and end is None and precision is None
    read = _read(text)
    return read is None or (start == read.earliest and end == read.latest and precision == edtf.precision(read))


def is_latest_day(text: str | None, day: date | None) -> bool:
    """Whether the day is the last of the EDTF text; of a text that is none, nothing follows."""
    if text is None:
        return day is None
    read = _read(text)
    return read is None or read.latest == day
