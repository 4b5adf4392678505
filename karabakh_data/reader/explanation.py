"""A record with the words behind each of its values, as plain data and as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from karabakh_data.model import TABLES


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim: the value, the words on which it rests, and whose words they are.

    `sentence` is the whole passage in which the quotation stands, from its character `start` on; both are None where
    the article is not at hand. `speaker` is the name of the actor whom the article has say it (`attributed_to`), and
    None for the article's own voice.
    """

    claim_id: str
    value: str
    quote: str
    sentence: str | None
    start: int | None
    source_id: str
    passage_id: str
    attributed_to: str | None
    speaker: str | None
    stance: str
    basis: str
    note: str | None

    def in_sentence(self) -> tuple[str, str, str]:
        """What stands before the quotation, the quotation, and what stands after it, white space folded."""
        if self.sentence is None or self.start is None:
            return "", _folded(self.quote), ""
        end = self.start + len(self.quote)
        before, after = self.sentence[: self.start], self.sentence[end:]
        return _folded(before).lstrip(), _folded(self.quote), _folded(after).rstrip()

    def voice(self) -> str:
        """Who says it and how, such as "afp-2020-11-25 · Ilham Aliyev · denies"."""
        parts = [self.source_id, self.speaker or self.attributed_to or "in its own voice"]
        return " · ".join(parts if self.stance == "asserts" else [*parts, self.stance])

    def step(self) -> str | None:
        """How the value comes from the words where it cannot be read in them, such as "derived: 8 + 9 = 17"."""
        if self.basis == "stated" and not self.note:
            return None
        return f"{self.basis}: {self.note}" if self.note else self.basis


@dataclass(frozen=True, slots=True)
class Field:
    """One coded field of a record: its value, what that stands for where it is an id, and each claim on it."""

    name: str
    meaning: str
    value: Any
    label: str | None
    disputed: bool
    evidence: tuple[Evidence, ...]

    def shown(self) -> str:
        """The value as text, with what it stands for."""
        value = "(no single value)" if self.value is None else str(self.value)
        return f"{value} ({self.label})" if self.label else value

    def differing(self, evidence: Evidence) -> str | None:
        """The value that a claim gives, where it is not the record's."""
        return None if evidence.value == str(self.value) else evidence.value


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record: its `row`, its coded `fields` with the claims on each, and the rows that hang on it (`links`).

    `str()` of it is pleasant to read; a notebook shows it as HTML.
    """

    table: str
    id: str
    title: str
    row: Mapping[str, Any]
    fields: Mapping[str, Field]
    links: tuple[Explanation, ...]

    def claimed(self) -> list[Field]:
        """The coded fields on which there are claims, in the order of the table."""
        return [field for field in self.fields.values() if field.evidence]

    def facts(self) -> dict[str, Any]:
        """What the row holds besides: columns that are not coded and not empty, without its key and title."""
        return {
            name: value
            for name, value in self.row.items()
            if value is not None and value != self.title and name not in (*self.fields, *TABLES[self.table].key)
        }

    def __repr__(self) -> str:
        return f"<Explanation of {self.table}/{self.id}: {self.title}; print() shows the words>"

    def _repr_html_(self) -> str:
        from karabakh_data.reader.html import explanation_html

        return explanation_html(self)

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self.title
        yield f"{self.table}/{self.id}"
        for name, value in self.facts().items():
            yield f"  {name}: {value}"
        yield from self._field_lines("")
        for link in self.links:
            yield ""
            yield f"  {link.table}: {link.title}"
            for name, value in link.facts().items():
                yield f"    {name}: {value}"
            yield from link._field_lines("  ")

    def _field_lines(self, indent: str) -> Iterator[str]:
        for field in self.claimed():
            yield f"{indent}  {field.name}: {field.shown()}{'  DISPUTED' if field.disputed else ''}"
            for evidence in field.evidence:
                before, quote, after = evidence.in_sentence()
                differing = field.differing(evidence)
                yield f"{indent}    {before}«{quote}»{after}"
                yield f"{indent}      {' · '.join(filter(None, (evidence.voice(), differing, evidence.step())))}"


def _folded(text: str) -> str:
    """The text with each run of white space as one space; a space at an end stays."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"
