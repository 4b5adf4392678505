"""The words by which a script quotes a stretch of a passage: those of the stretch, marked among others if need be."""

from __future__ import annotations

import re

from karabakh_data.extract.article import ELISION, Span


def quoting(text: str, span: Span, within: Span) -> str | None:
    """What a script writes to quote the stretch; None if it cannot, because braces or an elision stand in the words.

    Words are added, first behind and then before, until together they stand once in the passage.
    """
    start, end = span.start, span.end
    while _count(text, text[start:end], within) != 1:
        behind, before = _behind(text, end, within), _before(text, start, within)
        if behind == end and before == start:
            return None
        if behind != end and (before == start or end - span.end <= span.start - start):
            end = behind
        else:
            start = before
    words = text[start:end]
    if "{" in words or "}" in words or ELISION in words or words.startswith("… ") or not words.strip():
        return None
    if (start, end) == (span.start, span.end):
        return words
    return f"{text[start : span.start]}{{{text[span.start : span.end]}}}{text[span.end : end]}"


def _count(text: str, words: str, within: Span) -> int:
    at, count = text.find(words, within.start, within.end), 0
    while at >= 0 and count < 2:
        at, count = text.find(words, at + 1, within.end), count + 1
    return count


def _behind(text: str, end: int, within: Span) -> int:
    match = re.compile(r"\s*\S+").match(text, end, within.end)
    return match.end() if match else end


def _before(text: str, start: int, within: Span) -> int:
    # A window, so that a very long word is not read again and again.
    match = re.search(r"\S+\s*$", text[max(within.start, start - 60) : start])
    return start - len(match.group()) if match else start


def literal(text: str) -> str:
    """The text as Python writes it, in double quotes where that needs no escape."""
    quoted = repr(text)
    return f'"{quoted[1:-1]}"' if quoted.startswith("'") and '"' not in quoted and "\\'" not in quoted else quoted
