"""A proposal of where an article's passages begin and end, for a coder to mend: it splits too little where in doubt.

The rules, in their order:

1. A paragraph ends with its line. Two lines are one paragraph where the second opens with a small letter, and where
   the first has the length of a wrapped line, is not the article's first, and ends no sentence.
2. A line with a sign of a list or heading before it is a paragraph of its own.
3. A sentence ends with a full stop, question mark, exclamation mark or ellipsis, and the quotation marks and brackets
   that close behind it, where white space follows and then no small letter.
4. It does not end after an initial or dotted letters (U.S.), after an abbreviation, after the number of a list item,
   or within the text of a link.
5. A stretch without any letter or digit belongs to what stands before it in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from karabakh_data.extract.article import Span
from karabakh_data.model.edtf import MONTHS

# A line at least this long that does not end a sentence was broken by the width of a page.
WRAPPED = 60

# Never at the end of a sentence.
TITLES = re.compile(
    r"adm|amb|brig|capt|cf|col|cpl|dr|eg|fr|gen|gov|hon|ie|lt|maj|messrs|mr|mrs|ms|prof|rep|rev|sen|sgt|st|supt|vs"
)
# Not at the end of a sentence where a number follows.
_MONTHS = "|".join(month[:3].lower() for month in MONTHS if month != "May")  # which is no abbreviation
BEFORE_NUMBERS = re.compile(rf"{_MONTHS}|sept|arts?|ca|cap|ch|fig|nos?|p|para|pp|sec|vol")

ENDS = "[.!?…։。！？؟۔]"
CLOSES = "[\"'”’»›)\\]*_]"
_END = re.compile(rf"{ENDS}+{CLOSES}*(?=\s)")
ENDED = re.compile(rf"{ENDS}{CLOSES}*$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_WORD_BEFORE = re.compile(r"[\w.]*$")
_LISTED = re.compile(r"\s*(?:[-–—•*‣◦·+>]\s|#+\s|\d{1,3}[.)]\s|\|)")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_LINE = re.compile(r"[^\r\n]+")


def passages(text: str) -> list[Span]:
    """The stretches of a text that may be its passages, in order: together they hold all that is not white space."""
    return [span for paragraph in _paragraphs(text) for span in _sentences(text, paragraph)]


def listed(text: str) -> bool:
    """Whether the text opens with the sign of a list item, heading, quotation or row of a table."""
    return _LISTED.match(text) is not None


def worded(text: str) -> bool:
    """Whether the text has any letter or digit."""
    return any(character.isalnum() for character in text)


def _paragraphs(text: str) -> Iterator[Span]:
    lines = [_stripped(text, match.span()) for match in _LINE.finditer(text) if match.group().strip()]
    if not lines:
        return
    start = lines[0].start
    for number, (earlier, later) in enumerate(pairwise(lines)):
        if not _continued(text, earlier, later, first=number == 0):
            yield Span(start, earlier.end)
            start = later.start
    yield Span(start, lines[-1].end)


def _continued(text: str, earlier: Span, later: Span, *, first: bool) -> bool:
    before, after = text[earlier.start : earlier.end], text[later.start : later.end]
    if listed(after) or ENDED.search(before) or before.endswith(":"):
        return False
    if after[0].islower():
        return True
    adjacent = text.count("\n", earlier.end, later.start) <= 1
    return adjacent and not first and not listed(before) and len(before) >= WRAPPED


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    links = [match.span() for match in _LINK.finditer(text, paragraph.start, paragraph.end)]
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        rest = text[end : paragraph.end].lstrip()
        if not worded(text[start:end]) or any(opened < end < closed for opened, closed in links):
            continue
        if not _ends_here(text, start, match.start(), rest):
            continue
        yield Span(start, end)
        start = paragraph.end - len(rest)
    yield Span(start, paragraph.end)


def _ends_here(text: str, start: int, stop: int, rest: str) -> bool:
    """Whether a sentence that began at `start` can end with the sign at `stop`, before the `rest` of the paragraph."""
    if not worded(rest) or rest[0].islower():
        return False
    if text[stop] != ".":
        return True
    match = _WORD_BEFORE.search(text, start, stop)
    word = match.group().lower() if match else ""
    if word.isdigit() and text[start:stop].strip() == word:
        return False
    if _DOTTED.fullmatch(word):
        return False
    return not TITLES.fullmatch(word) and not (BEFORE_NUMBERS.fullmatch(word) and rest[0].isdigit())


def _stripped(text: str, ends: tuple[int, int]) -> Span:
    line = text[slice(*ends)]
    return Span(ends[0] + len(line) - len(line.lstrip()), ends[0] + len(line.rstrip()))
