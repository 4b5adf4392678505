"""What would do where a quotation does not show what its claim states: other words of the passage, or the step to give.

The words are sought among all stretches of the passage, the shortest first, by the rules of `support` themselves; so
what is proposed here passes there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from karabakh_data.check.articles.support import DATE, UNTOLD, Spots, Unsupported, lacking
from karabakh_data.model import Claim as ClaimRow
from karabakh_data.model import columns

# The longest stretch that is proposed, in words; what needs more of a sentence than this follows from it by a step.
WORDS = 20
_WORD = re.compile(r"\w+(?:[-'’.,:]\w+)*")
_WITH_MARKS = re.compile(r"\S+")
_YEAR = re.compile(r"the year (\d{4})")
(_LONGEST,) = (column.definition.max_length or 0 for column in columns(ClaimRow) if column.name == "quote")


def remedy(lacks: list[Unsupported], text: str, passage: tuple[int, int], spots: Spots, published: str | None) -> str:
    """What would do for one claim that lacks this, as the end of a sentence.

    `text` is that of the article, `passage` the offsets of the claim's passage, and `published` the article's date.
    """
    if any(one.requirement == UNTOLD for one in lacks):
        step = 'derived="why it belongs here"'
        return f"claim something of that record in this passage, such as its status; or give {step}"
    left, at = _best(lacks, text, passage, spots)
    step = f'derived="{_step(left or lacks, published)}"'
    if at is None:
        return f"no words of the passage do; give {step}, or mend the value"
    words = repr(_named(text, passage, *at))
    return f"{words} with {step} would do" if left else f"{words} would do; or give {step}"


def _best(
    lacks: list[Unsupported], text: str, passage: tuple[int, int], spots: Spots
) -> tuple[list[Unsupported], tuple[int, int] | None]:
    """The shortest stretch that lacks nothing, or else of a date the one that lacks least, with what it lacks.

    No stretch if none is better than the words that the claim has.
    """
    claim, left, at = lacks[0].claim, lacks, None
    for _, stretches in groupby(_stretches(text, passage), key=lambda stretch: stretch[0]):
        nearest = sorted(stretches, key=lambda stretch: abs(stretch[1] - claim["char_start"]))
        for _, start, end in nearest:
            other = list(lacking({**claim, "char_start": start, "char_end": end, "quote": text[start:end]}, spots))
            if not other:
                return [], (start, end)
            if all(one.requirement == DATE for one in (*left, *other)) and _parts(other) < _parts(left):
                left, at = other, (start, end)
    return left, at


def _stretches(text: str, passage: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """The stretches of whole words, with and without the marks around them, the shortest first: words, and offsets."""
    for count in range(1, WORDS + 1):
        for pattern in (_WORD, _WITH_MARKS):
            words = [match.span() for match in pattern.finditer(text, *passage)]
            for (start, _), (_, end) in zip(words, words[count - 1 :], strict=False):
                if end - start <= _LONGEST:
                    yield count, start, end


def _parts(lacks: list[Unsupported]) -> int:
    return sum(one.lacks.count(",") + 1 for one in lacks)


def _step(lacks: list[Unsupported], published: str | None) -> str:
    """The step from the words to the value, as far as it can be guessed."""
    missing = ", ".join(one.lacks.removeprefix("it lacks ") for one in lacks if one.requirement == DATE)
    year = _YEAR.fullmatch(missing)
    if year and published and published.startswith(year[1]):
        return f"the year is that of publication, {year[1]}"
    return f"how {missing} follows" if missing else "the step from the words to the value"


def _named(text: str, passage: tuple[int, int], start: int, end: int) -> str:
    """The words as a script names them: alone, or between braces among as many more as make them stand once."""
    area, words = text[slice(*passage)], text[start:end]
    if area.count(words) == 1:
        return words
    edges = [match.span() for match in _WORD.finditer(text, *passage)]
    before = [at for at, _ in edges if at < start][::-1]
    after = [at for _, at in edges if at > end]
    for count in range(1, len(edges)):
        for opening, closing in ((before[:count], []), ([], after[:count]), (before[:count], after[:count])):
            first, last = min(opening, default=start), max(closing, default=end)
            if area.count(text[first:last]) == 1:
                return f"{text[first:start]}{{{words}}}{text[end:last]}"
    return words
