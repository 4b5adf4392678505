"""What a coding of one article holds: the facts, where each is told and on which words, and the passages dismissed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from karabakh_data.coding.reliability.entries import KIND
from karabakh_data.extract.article import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One entry of a file: the passage in which its words stand, counted from 0, and what the coder gives."""

    passage: int
    spans: tuple[Span, ...]
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One record as one article tells it: all entries of a table with the same `what`, in the article's order."""

    table: str
    what: str
    statements: tuple[Statement, ...]

    @property
    def kind(self) -> str:
        """Its event type, provision, measure or type of agreement."""
        return str(self.statements[0].values[KIND[self.table]])

    @property
    def passages(self) -> frozenset[int]:
        """The passages that tell it."""
        return frozenset(statement.passage for statement in self.statements)

    def quoted(self, passage: int) -> frozenset[int]:
        """The offsets of the characters on which it rests in a passage."""
        spans = [span for statement in self.statements if statement.passage == passage for span in statement.spans]
        return frozenset(offset for span in spans for offset in range(span.start, span.end))


@dataclass(frozen=True, slots=True)
class Coding:
    """What one coder made of one article: the facts, and the passages dismissed as stating none."""

    facts: tuple[Fact, ...]
    dismissed: frozenset[int]

    def disposition(self, passage: int) -> str | None:
        """Whether a passage tells a fact, `coded` or `no_fact`; None where the coder passed it over."""
        if any(passage in fact.passages for fact in self.facts):
            return "coded"
        return "no_fact" if passage in self.dismissed else None


@dataclass(frozen=True, slots=True)
class Coded:
    """One article in both codings; the passages are those of the first."""

    source_id: str
    passages: tuple[Span, ...]
    first: Coding
    second: Coding
