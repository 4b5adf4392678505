"""An article as it lies in `raw/`: its text, proved by its hash, and the passages that a script finds in it.

A passage or a quotation is found exactly once, or it is a failure that says where else it stands. Failures are kept,
not raised one by one, so that a run shows all of them.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from karabakh_data.errors import FailuresError

ELISION = " … "
# How many of the places where words stand a failure names.
LISTED = 5
_MARKED = re.compile(r"(?P<before>[^{}]*)(?:\{(?P<part>[^{}]+)\}[^{}]*)?", re.DOTALL)


class ExtractionError(FailuresError):
    """An article, register or script is wrong. `failures` lists everything that was found, a sentence each."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article: Unicode code points from 0, end exclusive."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def crosses(self, other: Span) -> bool:
        """Whether the two overlap, and neither lies in the other."""
        return self.overlaps(other) and self not in other and other not in self


@dataclass(frozen=True, slots=True)
class ScriptFailure:
    """What is wrong with the coding of an article, and in which line of its script, where it is one line's."""

    source_id: str
    script_line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.source_id}: {f'script line {self.script_line}: ' if self.script_line else ''}{self.message}"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: `facts` is its source.toml; `failures` collects what its script got wrong.

    `script_line` gives the line of the script that is being run, which a failure names.
    """

    source_id: str
    text: str
    facts: dict[str, Any]
    failures: list[ScriptFailure] = field(default_factory=list)
    script_line: Callable[[], int | None] = lambda: None

    def fail(self, message: str, script_line: int | None = None) -> None:
        """Keep a failure, named by the article and the line of its script: the one given, or the one being run."""
        self.failures.append(ScriptFailure(self.source_id, script_line or self.script_line(), message))

    def line(self, offset: int) -> str:
        """The offset with its line, as a reader of the file finds it."""
        return f"article.txt line {line_of(self.text, offset)}, character {offset}"

    def find(self, words: str, *, within: Span | None = None, nth: tuple[int, int] | None = None) -> Span | None:
        """The one stretch of the article (or of `within`) that the words name; None, with a failure kept, if not one.

        Words may leave out their middle (`Kalbajar should … postponed the event.`) and may mark the part that is meant
        by braces (`but {Baku} had`), but not both. Where the same words must stand several times, `nth=(2, 3)` takes
        the second of three and fails if there are not three.
        """
        if not isinstance(words, str):
            self.fail(f"the words are {words!r}, and no text")
            return None
        if nth is not None and not _is_nth(nth):
            self.fail(f"'{words}': `nth=` is {nth!r}; write which of how many places is meant, as nth=(2, 3)")
            return None
        area = within or Span(0, len(self.text))
        marked = _MARKED.fullmatch(words)
        if marked is None or (marked["part"] is not None and ELISION in words):
            self.fail(f"'{words}': braces mark one stretch, once, in words that leave nothing out")
            return None
        opening, *closing = words.replace("{", "").replace("}", "").split(ELISION)
        if not all((opening, *closing)):
            self.fail(f"'{words}' names nothing; copy words from article.txt, before and after each elision")
            return None
        starts = self._starts(opening, area)
        expected = nth[1] if nth else 1
        if len(starts) != expected:
            self.fail(self._miscount(words, opening, starts, expected, area))
            return None
        start = starts[nth[0] - 1] if nth else starts[0]
        end = start + len(opening)
        for part in closing:
            at = self.text.find(part, end, area.end)
            if at < 0:
                self.fail(f"'{words}': '{part}' does not stand after '{opening}' ({self.line(start)})")
                return None
            end = at + len(part)
        if marked["part"] is not None:
            start += len(marked["before"])
            return Span(start, start + len(marked["part"]))
        return Span(start, end)

    def _starts(self, words: str, area: Span) -> list[int]:
        starts = []
        at = self.text.find(words, area.start, area.end)
        while at >= 0:
            starts.append(at)
            at = self.text.find(words, at + 1, area.end)
        return starts

    def _miscount(self, words: str, opening: str, starts: list[int], expected: int, area: Span) -> str:
        where = f"characters {area.start}-{area.end}"
        if not starts:
            elsewhere = self._starts(opening, Span(0, len(self.text)))
            hint = f"; it stands at {self._listed(elsewhere)}" if elsewhere else ""
            return f"'{words}' does not stand in {where}{hint}. Copy the words from article.txt, white space included"
        count = f"stands {len(starts)} times in {where}, not {expected}"
        return f"'{words}' {count}: {self._listed(starts)}. Give more words, or mark {{these}} among them"

    def _listed(self, places: Sequence[int]) -> str:
        more = f" … and {len(places) - LISTED} more" if len(places) > LISTED else ""
        return "; ".join(self.line(at) for at in places[:LISTED]) + more


def line_of(text: str, offset: int) -> int:
    """The line of a text, from 1, in which the character at the offset stands."""
    return text.count("\n", 0, offset) + 1


def _is_nth(nth: object) -> bool:
    """Whether this says which of how many."""
    return isinstance(nth, tuple) and [type(part) for part in nth] == [int, int] and 1 <= nth[0] <= nth[1]


def read(folder: Path) -> Article:
    """The article in a folder of `raw/`.

    Raises ExtractionError if a file is missing, source.toml cannot be read, or the text's SHA-256 is not the one
    that source.toml gives: a text that was altered supports nothing.
    """
    source_id = folder.name
    missing = [name for name in ("article.txt", "source.toml") if not (folder / name).is_file()]
    if missing:
        raise ExtractionError(
            [f"{source_id}: {folder / name} is missing; restore it from version control" for name in missing]
        )
    try:
        facts = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExtractionError([f"{source_id}: {folder / 'source.toml'} cannot be read: {error}"]) from error
    content = (folder / "article.txt").read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != facts.get("sha256"):
        raise ExtractionError(
            [
                f"{source_id}: {folder / 'article.txt'} has the SHA-256 {found}, source.toml says "
                f"{facts.get('sha256')}; the text was altered: restore it from version control"
            ]
        )
    try:
        return Article(source_id, content.decode("utf-8"), facts)
    except UnicodeDecodeError as error:
        raise ExtractionError([f"{source_id}: {folder / 'article.txt'} is not UTF-8: {error}"]) from error
