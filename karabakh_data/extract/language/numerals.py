"""Whole numbers as English prose writes them: in digits, in words, or in both ("2 million")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NONE = ("zero", "no", "none", "nobody")
_WORDS = (
    dict.fromkeys(_NONE, 0)
    | {word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)}
    | {word: 10 * number for number, word in enumerate(_TENS, start=2)}
)
_MULTIPLES = {"dozen": 12, "hundred": 100}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def _any(words: Iterable[str]) -> str:
    return rf"(?:{'|'.join(words)})\b"


# Digits that are no part of a time, a date, a decade, an ordinal or an age.
_SEPARATOR = "[, \u00a0\u202f]"
_DIGITS = rf"(?<![\w.,:/])(?:\d{{1,3}}(?:{_SEPARATOR}\d{{3}})+|\d+(?:\.\d+)?)(?![\w:/]|[.,]\d|-year)"
_BELOW_100 = rf"(?:{_any(_TENS)}(?:[\s-]+{_any(_ONES)})?|{_any(_TEENS)}|{_any(_ONES)})"
_A = r"(?<!half )an?"
_BELOW_1000 = rf"(?:(?:{_A}|{_BELOW_100})\s+{_any(_MULTIPLES)}(?:\s+(?:and\s+)?{_BELOW_100})?|{_BELOW_100}|{_DIGITS})"
_SCALED = rf"(?:{_BELOW_1000}|{_A})\s+{_any(_SCALES)}"
_NUMBER = re.compile(
    rf"(?<!\w)(?<!hundred and )(?<!thousand and )"
    rf"(?:{_SCALED}(?:\s+(?:and\s+)?{_SCALED})*(?:\s+(?:and\s+)?{_BELOW_1000})?"
    rf"|{_BELOW_1000}|{_any(_NONE)})(?!-year)",
    re.IGNORECASE,
)
_PART = re.compile(rf"[a-z]+|\d+(?:{_SEPARATOR}\d{{3}})*(?:\.\d+)?", re.IGNORECASE)


def numbers(text: str) -> set[int]:
    """The whole numbers that the text gives, each as one: "two hundred and five" gives 205 and neither 2 nor 5.

    Bare scales ("thousands", "several hundred", "half a million") give none; "a dozen" is 12, and "no" or "none" is 0.
    """
    return {number for _, _, number in placed(text)}


def placed(text: str) -> Iterator[tuple[int, int, int]]:
    """The same numbers in their order, each with the offsets at which its words begin and end."""
    for match in _NUMBER.finditer(text):
        number = _value(match[0])
        if number == int(number):
            yield *match.span(), int(number)


def _value(phrase: str) -> Decimal:
    total = current = Decimal(0)  # up to the last scale, and after it
    for part in _PART.findall(phrase.lower()):
        if part in _MULTIPLES:
            current = max(current, Decimal(1)) * _MULTIPLES[part]
        elif part in _SCALES:
            total, current = total + max(current, Decimal(1)) * _SCALES[part], Decimal(0)
        elif part[0].isdigit():
            current += Decimal(re.sub(_SEPARATOR, "", part))
        else:
            current += _WORDS.get(part, 0)
    return total + current
