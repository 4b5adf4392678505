"""The coding sheet of an article: what its script has said of it so far, each entry checked as it is made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypedDict

from karabakh_data.errors import near_misses
from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.registers import Registers
from karabakh_data.model import NAMED_TABLES, TABLES, Claim, Mention, Passage, Row, columns
from karabakh_data.model.vocabularies import VOCABULARIES

Value = str | int | float | bool | date
Entity = tuple[str, str]


class Step(TypedDict, total=False):
    """What else a claim may say: the step from the words to the value, or a remark; and the speaker's stance."""

    derived: str
    judged: str
    note: str
    denies: bool
    questions: bool


STEP = {"derived": str, "judged": str, "note": str, "denies": bool, "questions": bool}


@dataclass(slots=True)
class CodingSheet:
    """An article under coding: its passages, claims and mentions as plain rows, in the order of the script.

    `passage` is the id of the passage that the script has come to. `lost` tells behind how many passages one was not
    found. `lines` tells in which line of the script each passage and claim was made, by id, and each name and spot was
    tied. Of what failed, `tried` has the passages and `unmade` the record, with the field where it is known.
    """

    article: Article
    registers: Registers
    passages: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    passage: str = ""
    lost: set[int] = field(default_factory=set)
    tied: dict[str, Entity] = field(default_factory=dict)
    spots: dict[Span, Entity | None] = field(default_factory=dict)
    lines: dict[str | Span, int | None] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)
    unmade: set[tuple[str, str, str | None]] = field(default_factory=set)

    def add_passage(self, span: Span | None, role: str, reason: str | None) -> str:
        """Enter the next passage, if it was found; its id."""
        self.passage = f"{self.article.source_id}-p{len(self.passages) + 1:03}"
        if span is None:
            self.passage += "-not-found"
            self.lost.add(len(self.passages))
            return self.passage
        row = {
            "passage_id": self.passage,
            "source_id": self.article.source_id,
            "seq": len(self.passages) + 1,
            "char_start": span.start,
            "char_end": span.end,
            "role": role,
            "reason": reason,
        }
        self._fail_each(self.article.line(span.start), _problems(Passage, row))
        self.lines[self.passage] = self.article.script_line()
        self.passages.append(row)
        return self.passage

    def add_claim(
        self,
        passage: tuple[str, Span],
        record: Entity,
        claimed: tuple[str, Value],
        words: str,
        by: str | None,
        step: Mapping[str, Any],
    ) -> bool:
        """Claim that a field of a record has a value, which rests on words of a passage, given by its id and span.

        Whether it was claimed: every failure is kept with the article.

        `by` is the actor whom the article has say it. A value that cannot be read in the words is `derived` or
        `judged`, and the text given there is the note.
        """
        (passage_id, within), (table, record_id), (name, value) = passage, record, claimed
        if not isinstance(words, str):
            self.article.fail(f"{table}/{record_id}: the words are {words!r}, and no text")
            return False
        span = self.article.find(words, within=within)
        row: dict[str, Any] = {
            "record_table": table,
            "record_id": record_id,
            "field": name,
            "value": str(value),
            "source_id": self.article.source_id,
            "passage_id": passage_id,
            "attributed_to": by,
            "stance": "denies" if step.get("denies") else "questions" if step.get("questions") else "asserts",
            "basis": "derived" if "derived" in step else "judged" if "judged" in step else "stated",
            "note": step.get("derived", step.get("judged", step.get("note"))),
        }
        where = f"{table}/{record_id} ('{words}')"
        problems = [*_step_problems(step), *_value_problems(table, name, value)]
        if span is not None:
            where = f"{table}/{record_id} ('{words}', {self.article.line(span.start)})"
            row |= {"char_start": span.start, "char_end": span.end, "quote": self.article.text[span.start : span.end]}
            row = {"claim_id": claim_id(row)} | row
            problems += [*_problems(Claim, row), *self._repeated(row)]
        self._fail_each(where, problems)
        made = span is not None and not problems and (by is None or by in self.registers["actors"])
        if made:
            self.claims.append(row)
        return made

    def miss(self, record: Entity | None = None, name: str | None = None) -> None:
        """Remember that no claim came of a line of this passage: on which record and field, where that is known."""
        self.tried.add(self.passage)
        if record is not None:
            self.unmade.add((*record, name))

    def is_registered(self, table: str, record_id: str) -> bool:
        """Whether the register of that table has the record; if not, it is a failure."""
        if record_id in self.registers[table]:
            return True
        near = hint(record_id, self.registers[table]) or "; add it there or mend the id"
        self.article.fail(f"'{record_id}' is not in registers/{table}.toml{near}")
        return False

    def entity(self, words: str, entity: str) -> Entity:
        """The actor or place that the words name: its table and id, which `entity` joins by `/`."""
        entity = str(entity)  # a record stands for its id
        table, _, record_id = entity.partition("/")
        known = [f"{table}/{record_id}" for table in NAMED_TABLES for record_id in self.registers[table]]
        if entity not in known:
            self.article.fail(f"'{words}' is tied to '{entity}', which is in no register{hint(entity, known)}")
        self._fail_each(f"'{words}'", _problems(Mention, {"surface": words}))
        return table, record_id

    def mentions(self) -> dict[Span, Entity]:
        """Each spot that names an actor or place.

        Names are tied wherever they stand as whole words, the longest first. A name within a longer one counts too
        where it names somebody else: "Karabakh" in "Karabakh Armenians". What is said of a spot goes before.
        """
        found: dict[Span, Entity | None] = dict(self.spots)
        for name in sorted(self.tied, key=lambda name: (-len(name), name)):
            for span in self.standing(name):
                beside = ((other, whose) for other, whose in found.items() if span.overlaps(other))
                if all(_leaves_room(other, whose, span, self.tied[name]) for other, whose in beside):
                    found[span] = self.tied[name]
        return {span: entity for span, entity in found.items() if entity is not None}

    def idle(self) -> list[str]:
        """The names that are tied and name no spot, because each lies in a longer name or is said of otherwise."""
        named = {self.article.text[span.start : span.end] for span in self.mentions()}
        return [name for name in self.tied if name not in named]

    def standing(self, name: str) -> list[Span]:
        """Where a name stands in the article as whole words."""
        return [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.article.text)]

    def _repeated(self, row: Mapping[str, Any]) -> Iterator[str]:
        if row["claim_id"] in self.lines:
            before = self.lines[row["claim_id"]]
            yield f"{row['field']} = {row['value']} is claimed from the same words before, in script line {before}"
        self.lines[row["claim_id"]] = self.article.script_line()

    def _fail_each(self, where: str, problems: Iterable[str]) -> None:
        for problem in problems:
            self.article.fail(f"{where}: {problem}")


def _leaves_room(other: Span, whose: Entity | None, name: Span, entity: Entity) -> bool:
    """Whether a name may be tied to an entity beside what is tied at another spot that it overlaps."""
    if name == other:
        return False
    return other in name or (name in other and whose not in (None, entity))


def _value_problems(table: str, name: str, value: Value) -> Iterator[str]:
    (column,) = [column for column in columns(TABLES[table]) if column.name == name]
    if type(value) is not column.type:
        yield f"`{name}` is {value!r}, which is not of the type {column.type.__name__}"
    elif problem := column.definition.failure(value):
        terms = VOCABULARIES[column.definition.vocabulary].terms if column.definition.vocabulary else ()
        yield f"`{name}` {problem}{hint(str(value), terms)}"


def _step_problems(step: Mapping[str, Any]) -> Iterator[str]:
    for name, value in step.items():
        if name not in STEP:
            yield f"`{name}=` is nothing that a claim can say{hint(name, STEP)}"
        elif type(value) is not STEP[name]:
            yield f"`{name}=` is {value!r}, which is not of the type {STEP[name].__name__}"
    if len(step.keys() & {"derived", "judged", "note"}) > 1 or len(step.keys() & {"denies", "questions"}) > 1:
        yield "a claim has one basis with one note, and one stance"


def _problems(model: type[Row], row: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with those values of a row that are given and not null."""
    for column in columns(model):
        value = row.get(column.name)
        if value is not None and type(value) is column.type and (problem := column.definition.failure(value)):
            yield f"`{column.name}` {problem}"


def hint(name: str, known: Iterable[str]) -> str:
    """The end of a failure that tells what may have been meant; empty where nothing known resembles the name."""
    near = near_misses(str(name), known, 3)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def claim_id(row: Mapping[str, Any]) -> str:
    """The id of a claim: its source, and a hash of what is claimed, by whom, and where it stands."""
    parts = ("record_table", "record_id", "field", "value", "char_start", "char_end", "attributed_to", "stance")
    content = "\n".join(str(row[part]) for part in parts)
    return f"{row['source_id']}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
