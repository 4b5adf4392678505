"""Dates in words of English: years in digits, months by name, days beside them.

`unread` tells which parts of a date in EDTF a text does not give, `spelled` which dates it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from karabakh_data.model import edtf

# "Sept." beside the first three letters.
_MONTH_NUMBER = {name[:length].lower(): at for at, name in enumerate(edtf.MONTHS, 1) for length in (3, 4, 20)}
# A month is written with a capital, which tells May from may and March from march.
_MONTH = rf"(?P<month>{'|'.join(f'{name}|{name.upper()}|{name[:4]}|{name[:3]}' for name in edtf.MONTHS)})\b\.?"
_DAY = r"(?<!\d)(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\d:])"
# So many days of one month are named at most, or a long row of numbers would be read again from each of them.
_DAYS = rf"(?P<days>{_DAY}(?:\s*(?:,|and|or|to|-|–)\s*{_DAY}){{0,9}})"
_DAY_AND_MONTH = (re.compile(rf"{_DAYS}\s+(?:of\s+)?{_MONTH}"), re.compile(rf"(?<!\w){_MONTH}\s+(?:the\s+)?{_DAYS}"))
_MONTH_ALONE = re.compile(rf"(?<!\w){_MONTH}")
_YEAR = re.compile(r"(?<![\d.,:])\d{4}(?![\d:]|[.,]\d|['’]?s\b)")
_DECADE = re.compile(r"(?<!\d)(\d{3})0['’]?s\b")
_CENTURY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)[\s-]+century", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_OR_MONTH_FIRST = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")

_YEAR_BEHIND = re.compile(r",?\s+(?:of\s+)?(\d{4})(?![\d:]|[.,]\d)")

Words = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True, order=True)
class Spelled:
    """A date as a text writes it, from `start` to `end`: year, decade or century in EDTF, month and day, if given."""

    start: int
    end: int
    year: str | None = None
    month: int | None = None
    day: int | None = None


def spelled(text: str) -> list[Spelled]:
    """The dates in a text, in their order; of several days of one month, each with the words of all."""
    found: list[Spelled] = []
    for read in (_in_digits, _with_days, _months, _years):
        taken = list(found)
        found += [
            one for one in read(text) if not any(one.start < other.end and other.start < one.end for other in taken)
        ]
    return sorted(found)


def _in_digits(text: str) -> Iterator[Spelled]:
    for match in _YEAR_FIRST.finditer(text):
        yield Spelled(*match.span(), match[1], int(match[2]), int(match[3]))
    for match in _DAY_OR_MONTH_FIRST.finditer(text):
        for part in _day_and_month(int(match[1]), int(match[3]), day_first=match[2] == ".")[1:]:
            yield Spelled(*match.span(), match[4], int(part[:2]), int(part[3:]))


def _with_days(text: str) -> Iterator[Spelled]:
    for pattern in _DAY_AND_MONTH:
        for match in pattern.finditer(text):
            year = _YEAR_BEHIND.match(text, match.end())
            for day in re.findall(r"\d+", match["days"]):
                yield Spelled(
                    match.start(), year.end() if year else match.end(), year and year[1], _month(match), int(day)
                )


def _months(text: str) -> Iterator[Spelled]:
    for match in _MONTH_ALONE.finditer(text):
        year = _YEAR_BEHIND.match(text, match.end())
        yield Spelled(match.start(), year.end() if year else match.end(), year and year[1], _month(match))


def _years(text: str) -> Iterator[Spelled]:
    yield from (Spelled(*match.span(), match[0]) for match in _YEAR.finditer(text))
    yield from (Spelled(*match.span(), f"{match[1]}X") for match in _DECADE.finditer(text))
    yield from (Spelled(*match.span(), f"{int(match[1]) - 1:02}XX") for match in _CENTURY.finditer(text))


def unread(value: str, text: str, words: Words) -> list[str]:
    """The parts of the date `value` that the text does not give, each as words; none if it can be read.

    A day counts only beside its month, and a date in digits only where day and month cannot be taken for each other.
    `words` are what must be found where a date is `open_start`, `open_end`, `approximate`, `uncertain` or `either` of
    several. Raises EdtfError for a value that is no date of the subset.
    """
    return list(dict.fromkeys(_unread(str(edtf.parse(value)), text, words)))


def _unread(value: str, text: str, words: Words) -> Iterator[str]:
    needed = {"either": value.startswith("["), "open_start": value.startswith(".."), "open_end": value.endswith("..")}
    needed |= {"approximate": bool(re.search("[~%]", value)), "uncertain": bool(re.search("[?%]", value))}
    for kind, is_needed in needed.items():
        if is_needed and not words[kind].search(text):
            yield f"a word for {kind.replace('_', ' ')}"
    known = _parts(text)
    for point in re.findall(r"[0-9X]{4}(?:-[0-9]{2}){0,2}", value):
        parts = point.split("-")
        for width in range(1, len(parts) + 1):
            part = parts[0] if width == 1 else "-".join(parts[1:width])
            if part not in known:
                yield _named(part)


def _parts(text: str) -> set[str]:
    """What the text gives: years, decades and centuries as EDTF writes them, months as MM, days of months as MM-DD."""
    known = {*_YEAR.findall(text), *(f"{decade}X" for decade in _DECADE.findall(text))}
    known |= {f"{int(century) - 1:02}XX" for century in _CENTURY.findall(text)}
    known |= {f"{_month(match):02}" for match in _MONTH_ALONE.finditer(text)}
    for pattern in _DAY_AND_MONTH:
        for match in pattern.finditer(text):
            known |= {f"{_month(match):02}-{int(day):02}" for day in re.findall(r"\d+", match["days"])}
    for year, month, day in _YEAR_FIRST.findall(text):
        known |= {year, month, f"{month}-{day}"}
    for first, mark, second, year in _DAY_OR_MONTH_FIRST.findall(text):
        known |= {year, *_day_and_month(int(first), int(second), day_first=mark == ".")}
    return known


def _month(match: re.Match[str]) -> int:
    return _MONTH_NUMBER[match["month"].lower()]


def _day_and_month(first: int, second: int, *, day_first: bool) -> Sequence[str]:
    if day_first or first > 12 or first == second:
        return f"{second:02}", f"{second:02}-{first:02}"
    return (f"{first:02}", f"{first:02}-{second:02}") if second > 12 else ()


def _named(part: str) -> str:
    month, _, day = part.partition("-")
    if len(month) == 4:
        return f"the year {month}" if month.isdigit() else f"the years {month}"
    return f"{edtf.MONTHS[int(month) - 1]} {int(day)}" if day else f"the month {edtf.MONTHS[int(month) - 1]}"
