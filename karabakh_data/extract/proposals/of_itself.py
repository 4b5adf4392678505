"""What an article says of itself: title, author, dateline and day of publication, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.language.dates import spelled
from karabakh_data.extract.proposals.published import published

_MARKUP = "#*_ \t"
_BY = re.compile(r"By\s+")
# A line such as "20/09/2023 - Jane Doe".
_BY_BEHIND = re.compile(r"(.*?\d)\s*[-–—|]\s+([A-Z][^\W\d_]*(?:\s[A-Z][^\W\d_]*)+)")
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Fact:
    """A column of the article's source.toml, its value, and the words that show it; `method` claims it in a script."""

    column: str
    method: str
    value: str
    words: Span | None


def facts(article: Article, looked: Iterable[tuple[Span, str]]) -> list[Fact]:
    """The facts, at most one a column; `looked` gives the passages with their roles.

    The day of publication may come from the article's id: then no words show it.
    """
    found: dict[str, Fact] = {}
    day = published(article)
    for span, role in looked:
        words = _stripped(article.text, span)
        text = article.text[words.start : words.end]
        if role == "headline":
            found.setdefault("title", Fact("title", "title", text, words))
        if role == "byline":
            start = words.start + (match.end() if (match := _BY.match(text)) else 0)
            end = words.end - text.endswith(":")
            if match := _LINKED.fullmatch(article.text, start, end):
                start, end = match.span(1)
            found.setdefault("author", Fact("author", "author", article.text[start:end], Span(start, end)))
        if role == "dateline":
            if (match := _BY_BEHIND.fullmatch(text)) and spelled(match[1]):
                text, words = match[1], Span(words.start, words.start + match.end(1))
                author = Span(words.start + match.start(2), words.start + match.end(2))
                found.setdefault("author", Fact("author", "author", match[2], author))
            found.setdefault("dateline", Fact("dateline", "dateline", text, words))
            dates = [one for one in spelled(text) if one.month and one.day]
            if dates and day:
                shown = Span(words.start + dates[0].start, words.start + dates[0].end)
                found.setdefault("published_edtf", Fact("published_edtf", "published", day, shown))
    if day:
        found.setdefault("published_edtf", Fact("published_edtf", "published", day, None))
    return list(found.values())


def _stripped(text: str, span: Span) -> Span:
    """The stretch without the signs of headings and italics around it."""
    passage = text[span.start : span.end]
    start = span.start + len(passage) - len(passage.lstrip(_MARKUP))
    return Span(start, max(start, span.start + len(passage.rstrip(_MARKUP))))
