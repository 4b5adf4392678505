"""What a passage of a new article may be, by its look and where it stands; a guess, for a coder to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from karabakh_data.extract.article import Span
from karabakh_data.extract.splitting import ENDED, listed, worded
from karabakh_data.model.edtf import MONTHS

# The words of the longest byline, dateline, credit or subheading.
BRIEF = 12
LONGEST_HEADLINE = 20

_DATE = re.compile(
    rf"\b(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?\s\d"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:19|20)\d\d\b"
)
_RELATED = re.compile(r"\W*(?:read|see) (?:also|more)\b|\W*(?:also read|related)\b", re.IGNORECASE)
_NO_DATELINE = re.compile("://|©|copyright", re.IGNORECASE)
_CREDIT = re.compile(
    r"\b(?:photo|foto|picture|image)s?\s*(?:by\b|credit\b|courtesy\b|:)|^\W*(?:©|\(c\))", re.IGNORECASE
)


def roles(text: str, passages: Sequence[Span]) -> Iterator[str]:
    """The role of each passage of a text.

    The headline that stands again is the caption of a picture. The first paragraph of the text is a standfirst where it
    is one passage and a headline stands before, or where it ends no sentence and is too long for a headline.
    """
    headline, told, before = None, False, ""
    for number, span in enumerate(passages):
        passage = text[span.start : span.end]
        rest_of_line = text[span.end : _end_of_line(text, span.end)]
        role = _role(passage, rest_of_line, headline is not None or told, before)
        if passage == headline:
            role = "caption"
        elif (role == "headline" and len(passage.split()) > LONGEST_HEADLINE) or (
            role == "sentence" and not told and headline is not None and _alone(text, passages, number)
        ):
            role = "standfirst"
        headline = passage if role == "headline" else headline
        told = told or role == "standfirst" or (role == "sentence" and not listed(passage))
        before = role
        yield role


def _role(passage: str, rest_of_line: str, headline_is_past: bool, before: str) -> str:
    brief = len(passage.split()) <= BRIEF
    if not worded(passage):
        return "boilerplate"
    if _RELATED.match(passage):
        return "related_link"
    if brief and (_CREDIT.search(passage) or _CREDIT.search(rest_of_line)):
        return "caption"
    if ENDED.search(passage) or (headline_is_past and not brief):
        return "sentence"
    if brief and (passage.startswith("By ") or (before == "dateline" and passage.endswith(":"))):
        return "byline"
    if brief and _DATE.search(passage) and not _NO_DATELINE.search(passage):
        return "dateline"
    if listed(passage) and not passage.startswith("#"):
        return "sentence"
    return "subheading" if headline_is_past else "headline"


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _alone(text: str, passages: Sequence[Span], number: int) -> bool:
    """Whether a passage is a paragraph of its own, and others follow."""
    before = text[passages[number - 1].end : passages[number].start] if number else "\n"
    behind = text[passages[number].end : passages[number + 1].start] if number + 1 < len(passages) else ""
    return "\n" in before and "\n" in behind
