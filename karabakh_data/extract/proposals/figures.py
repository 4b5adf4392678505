"""The casualty figures that a passage gives: how many, what befell them, at least or at most, and who they were.

A number counts where a word for what befell somebody stands in the same clause, and it counts people: it stands right
before that word, before one for people, civilians or soldiers, or before a name in the plural. "Including seven
civilians" and "seven of them civilians" give a part of the figure before.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace

from karabakh_data.extract.language.numerals import placed
from karabakh_data.extract.language.wordings import wordings

_CLAUSE = re.compile(r"(?:(?!\s(?:and|while|but)\s)[^,;:()])+")
# What is set between a figure and its verb: "14 civilians, including two children, were killed".
_ASIDE = re.compile(r",\s*(?:including|among them)\b[^,;:()]*,[^,;:()]*")
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\s+(?:were\s+)?[^\W\d_]+")
_VERB = re.compile(r"\s+(?:were|was|(?:have|has|had) been)\s+(?:[a-z]+ly\s+)?[a-z]+")
_PART = re.compile(r"\b(?:including|among them|of them|of whom|among whom)\b", re.IGNORECASE)
_LOW = re.compile(r"\b(?:at least|no fewer than|not less than)\s+$", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:at most|up to|no more than)\s+$", re.IGNORECASE)
# Figures of which the bound is not the number itself, or no whole number.
_ROUGH = re.compile(
    r"\b(?:more than|over|fewer than|less than|about|around|some|nearly|almost|roughly)\s+$", re.IGNORECASE
)
_NOUN = re.compile(r"\s+(?:other\s+|more\s+|[\w-]+ed\s+)?(?P<noun>[^\W\d_][\w’'-]*)")
_PERSONS = ("people", "persons", "men", "women", "others", "victims", "residents", "inhabitants")
# Words between a number and the word for what befell them, "30 people were killed", and characters to look through.
_NEAR, _AHEAD = 6, 80


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the stretches of the passage on which it rests.

    `bound` is `low`, `best` or `high`. `of` is the number, from 0, of the figure of which this is a part.
    """

    value: int
    bound: str
    words: tuple[int, int]
    measure: str
    measure_words: tuple[int, int]
    victim_class: str | None
    of: int | None = None
    has_parts: bool = False


def figures(passage: str) -> list[Figure]:
    """The casualty figures in a passage, in their order."""
    found: list[Figure] = []
    numbers = deque(placed(passage))
    for clause in _CLAUSE.finditer(passage):
        part = _PART.search(clause[0])
        while numbers and numbers[0][0] < clause.end():
            start, end, value = numbers.popleft()
            before = passage[max(clause.start(), start - _AHEAD) : start]
            if end > clause.end() or value == 0 or _ROUGH.search(before) or not _counts(passage, end, clause.end()):
                continue
            bound = "low" if _LOW.search(before) else "high" if _HIGH.search(before) else "best"
            whole = None
            aside = _ASIDE.match(passage, clause.end())
            measured = _measured(passage, (clause.start(), aside.end() if aside else clause.end()), (start, end))
            if measured is None and part and found:
                whole = len(found) - 1 if found[-1].of is None else found[-1].of
                measured = found[whole].measure, found[whole].measure_words
                found[whole] = replace(found[whole], has_parts=True)
            if measured is not None:
                words = (start, _end(passage, end, clause.end()))
                found.append(Figure(value, bound, words, *measured, _class(passage[slice(*words)]), whole))
    return found


def _counts(passage: str, end: int, stop: int) -> bool:
    """Whether a number that ends there counts people, or what befell them."""
    noun = _NOUN.match(passage, end, stop)
    if noun is None:
        return False
    word, lexicon = noun["noun"], wordings()
    verb = _VERB.match(passage, end, stop)
    befell = passage[end : (verb or noun).end()]
    return (
        any(lexicon.shows("victim_class", term, word) for term in ("civilian", "military"))
        or any(lexicon.shows("measure", term, befell) for term in lexicon.terms["measure"])
        or (word[0].isupper() and word.endswith("s"))
        or word in _PERSONS
        or _PART.match(passage, end + 1) is not None
    )


def _measured(passage: str, clause: tuple[int, int], number: tuple[int, int]) -> tuple[str, tuple[int, int]] | None:
    """What befell those who are counted, and the word that says it: the nearest one of the clause."""
    found = []
    low, high = max(clause[0], number[0] - _AHEAD), min(clause[1], number[1] + _AHEAD)
    near = passage[low:high].lower()
    for term, pattern in wordings().terms["measure"].items():
        for match in pattern.finditer(near):
            start, end = low + match.start(1), low + match.end(1)
            between = passage[min(end, number[1]) : max(start, number[0])]
            if len(between.split()) <= _NEAR:
                found.append((len(between), term, (start, end)))
    return min(found)[1:] if found else None


def _class(words: str) -> str | None:
    shown = [term for term in ("civilian", "military") if wordings().shows("victim_class", term, words)]
    return shown[0] if len(shown) == 1 else None


def _end(passage: str, end: int, stop: int) -> int:
    match = _OF_THEM.match(passage, end, stop) or _NOUN.match(passage, end, stop)
    return match.end() if match else end
