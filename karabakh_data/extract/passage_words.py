"""The words by which a script finds a passage: short, found where they are meant, and never a whole long sentence.

A passage of few words is named by all of them, a longer one by its opening and closing words. The opening grows until
it stands once in the article; where it does not soon, `nth` says which of several is meant. The closing grows until
nothing between says the same. Each proposal is tried on the article as a script would: what finds another stretch is
not proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from karabakh_data.extract.article import ELISION, Article, Span
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.text import Text

# How many words name a passage as a whole, open a longer one at least and at most, and close it at least.
WHOLE = 6
OPENING, OPENING_AT_MOST = 3, 8
CLOSING = 2
# A word longer than this, such as an address, is taken in pieces.
LONG_WORD, PIECE = 30, 10


@dataclass(frozen=True, slots=True)
class Words:
    """What a script writes to find a passage; with `nth`, which of how many places where the opening stands."""

    words: str
    nth: tuple[int, int] | None = None


def words_for(article: Article, span: Span, before: Span | None) -> Words | None:
    """The words that find a stretch of an article, which has no white space at its ends.

    `before` is the last one found before it. None if no words do, because they hold braces or open with an ellipsis:
    these have a meaning of their own in a script.
    """
    return next((words for words in _proposals(article.text, span) if _found(article, words, before) == span), None)


def _found(article: Article, words: Words, before: Span | None) -> Span | None:
    if "{" in words.words or "}" in words.words:
        return None
    scratch = CodingSheet(Article(article.source_id, article.text, {}), {})
    if before:
        scratch.add_passage(before, "sentence", None)
    found = len(scratch.passages)
    Text(scratch).sentence(words.words, nth=words.nth)
    return next((Span(row["char_start"], row["char_end"]) for row in scratch.passages[found:]), None)


def _proposals(text: str, span: Span) -> Iterator[Words]:
    passage = text[span.start : span.end]
    pieces = list(_pieces(passage))
    if len(pieces) <= WHOLE:
        yield Words(passage)
        yield Words(passage, _nth(text, passage, span.start))
    for count in range(OPENING, OPENING_AT_MOST + 1):
        for opening in _openings(passage, pieces, count):
            if _nth(text, opening, span.start) == (1, 1):
                yield from (Words(opening + ELISION + closing) for closing in _closings(passage, pieces, count + 1))
    for opening in _openings(passage, pieces, OPENING):
        nth = _nth(text, opening, span.start)
        yield from (Words(opening + ELISION + closing, nth) for closing in _closings(passage, pieces, OPENING + 1))
    # Where the opening words cannot be written, a passage opens where the one before it ended.
    yield from (Words(ELISION.lstrip() + closing) for closing in _closings(passage, pieces, 1))
    yield Words(passage)
    yield Words(passage, _nth(text, passage, span.start))


def _openings(passage: str, pieces: list[Span], count: int) -> Iterator[str]:
    """The opening of so many pieces, if pieces remain for a closing: without the comma behind it, or with it."""
    if count + 1 + CLOSING <= len(pieces):
        opening = passage[: pieces[count - 1].end]
        yield from dict.fromkeys((opening.rstrip(",;:"), opening))


def _closings(passage: str, pieces: list[Span], first: int) -> Iterator[str]:
    """The closings, the shortest first, that begin at least with the piece of that number."""
    for number in range(len(pieces) - CLOSING, first - 1, -1):
        yield passage[pieces[number].start :]


def _pieces(passage: str) -> Iterator[Span]:
    for match in re.finditer(r"\S+", passage):
        size = PIECE if len(match.group()) > LONG_WORD else LONG_WORD
        for start in range(match.start(), match.end(), size):
            yield Span(start, min(start + size, match.end()))


def _nth(text: str, words: str, start: int) -> tuple[int, int]:
    """Which of the places where the words stand begins at `start`, from 1, and how many there are."""
    starts = [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)]
    return starts.index(start) + 1, len(starts)
