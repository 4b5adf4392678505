"""What a script does with an article: it goes from passage to passage and says what each one claims.

A script reads like a marked-up article. Each line names a record, the words on which it rests, and what they say of it:

    s = text.sentence("Kalbajar should … postponed the event.")
    s.clause("kalbajar-handover-2020", "November 15", due_edtf="2020-11-15", derived="the year is the article's")
    s.event("kalbajar-postponement-2020", "had postponed the event", status="occurred")
    s.event_actor("kalbajar-postponement-2020", "azerbaijan", "actor", "Baku")
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.registers import Registers
from karabakh_data.model import TABLES, columns

Value = str | int | float | bool | date


@dataclass(slots=True)
class Text:
    """An article under coding: its passages, claims and mentions as plain rows, in the order of the script."""

    article: Article
    registers: Registers
    passages: list[dict[str, Any]]
    claims: list[dict[str, Any]]
    mentions: dict[Span, tuple[str, str]]

    def passage(
        self, role: str, words: str, *, no_fact: str | None = None, nth: tuple[int, int] | None = None
    ) -> Passage:
        """The passage that the words open and close; `no_fact` gives the reason for coding nothing from it.

        Words that begin with the elision open where the passage before ended: so no private name need be written.
        """
        span = self._rest(words.removeprefix("… ")) if words.startswith("… ") else self.article.find(words, nth=nth)
        passage_id = f"{self.article.source_id}-p{len(self.passages) + 1:03}"
        if span is not None:
            self.passages.append(
                {
                    "passage_id": passage_id,
                    "source_id": self.article.source_id,
                    "seq": len(self.passages) + 1,
                    "char_start": span.start,
                    "char_end": span.end,
                    "role": role,
                    "reason": no_fact,
                }
            )
        return Passage(self, passage_id, span)

    def _rest(self, closing: str) -> Span | None:
        end_before = self.passages[-1]["char_end"] if self.passages else 0
        rest = self.article.text[end_before:]
        start = end_before + len(rest) - len(rest.lstrip())
        closed = self.article.find(closing, within=Span(start, len(self.article.text)))
        return Span(start, closed.end) if closed else None

    def headline(self, words: str, **options: Any) -> Passage:
        """The article's title."""
        return self.passage("headline", words, **options)

    def byline(self, words: str, **options: Any) -> Passage:
        """Who wrote it."""
        return self.passage("byline", words, **options)

    def dateline(self, words: str, **options: Any) -> Passage:
        """Where and when it was written or published."""
        return self.passage("dateline", words, **options)

    def caption(self, words: str, **options: Any) -> Passage:
        """Words that go with a picture or video."""
        return self.passage("caption", words, **options)

    def standfirst(self, words: str, **options: Any) -> Passage:
        """The lead between headline and text."""
        return self.passage("standfirst", words, **options)

    def sentence(self, words: str, **options: Any) -> Passage:
        """A sentence of the text."""
        return self.passage("sentence", words, **options)

    def subheading(self, words: str, **options: Any) -> Passage:
        """A heading within the text."""
        return self.passage("subheading", words, **options)

    def related_link(self, words: str, **options: Any) -> Passage:
        """The headline of another article."""
        return self.passage("related_link", words, **options)

    def boilerplate(self, words: str, *, no_fact: str | None = "site furniture", **options: Any) -> Passage:
        """Site furniture."""
        return self.passage("boilerplate", words, no_fact=no_fact, **options)

    def comment_footer(self, words: str, *, no_fact: str = "about readers' comments", **options: Any) -> Passage:
        """Words about readers' comments."""
        return self.passage("comment_footer", words, no_fact=no_fact, **options)

    def names(self, names: Mapping[str, str]) -> None:
        """Tie names to actors and places wherever they stand in the article as whole words, the longest name first.

        The entity is written with its table: `"Baku": "actors/azerbaijan"`. A passage's own `mention` goes before.
        """
        taken: list[Span] = []
        for surface in sorted(names, key=lambda name: (-len(name), name)):
            matches = list(re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", self.article.text))
            if not matches:
                self.article.fail(f"the name '{surface}' does not stand in the article")
            for match in matches:
                span = Span(match.start(), match.end())
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    self.mention(span, names[surface])

    def mention(self, span: Span, entity: str) -> None:
        """Tie one spot to an actor or place, written with its table."""
        table, _, record_id = entity.partition("/")
        if table not in ("actors", "places") or record_id not in self.registers[table]:
            self.article.fail(
                f"'{self.article.text[span.start : span.end]}' is tied to '{entity}', which is in no register"
            )
        self.mentions[span] = (table, record_id)


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage under coding. Of one that was not found (`span` is None) nothing more is checked."""

    text: Text
    passage_id: str
    span: Span | None

    def claim(
        self,
        table: str,
        record_id: str,
        quote: str,
        fields: Mapping[str, Value | None],
        *,
        by: str | None = None,
        derived: str | None = None,
        judged: str | None = None,
        note: str | None = None,
        denies: bool = False,
        questions: bool = False,
    ) -> None:
        """Claim values of fields of one record, all resting on the same words.

        `by` is the actor whom the article has say it. A value that cannot be read in the words is `derived` or
        `judged`, and the text given there is the note. Every failure is kept with the article.
        """
        article = self.text.article
        if self.span is None:
            return
        span = article.find(quote, within=self.span)
        if span is None:
            return
        where = f"{table}/{record_id} ('{quote}', {article.line(span.start)})"
        registered = self.text.registers.get(table)
        if registered is not None and record_id not in registered:
            article.fail(f"{where}: '{record_id}' is not in registers/{table}.toml; add it there or mend the id")
        if by is not None and by not in self.text.registers["actors"]:
            article.fail(f"{where}: by '{by}', who is not in registers/actors.toml")
        if bool(derived) + bool(judged) > 1 or (denies and questions):
            article.fail(f"{where}: a claim has one basis and one stance")
        known = {column.name: column for column in columns(TABLES[table]) if column.definition.origin == "coded"}
        for name, value in fields.items():
            if value is None:
                continue
            if name not in known:
                article.fail(f"{where}: '{name}' is no coded field of {table}; these are: {', '.join(known)}")
                continue
            problem = (
                f"is {value!r}, which is not of the type {known[name].type.__name__}"
                if type(value) is not known[name].type
                else known[name].definition.failure(value)
            )
            if problem:
                article.fail(f"{where}: `{name}` {problem}")
                continue
            self._check_reference(known[name].definition.references, value, where)
            row = {
                "record_table": table,
                "record_id": record_id,
                "field": name,
                "value": str(value),
                "source_id": article.source_id,
                "passage_id": self.passage_id,
                "char_start": span.start,
                "char_end": span.end,
                "quote": article.text[span.start : span.end],
                "attributed_to": by,
                "stance": "denies" if denies else "questions" if questions else "asserts",
                "basis": "derived" if derived else "judged" if judged else "stated",
                "note": derived or judged or note,
            }
            self.text.claims.append({"claim_id": claim_id(row)} | row)

    def _check_reference(self, references: str | None, value: Value, where: str) -> None:
        if references is None:
            return
        table = references.split(".")[0]
        if table in self.text.registers and value not in self.text.registers[table]:
            self.text.article.fail(f"{where}: '{value}' is not in registers/{table}.toml")

    def event(
        self, event_id: str, quote: str, *, where: str | None = None, prec: int | None = None, **claimed: Any
    ) -> None:
        """Claim an event's status, date_edtf or part_of; `where` is its place.

        The place's precision follows from the place's type; `prec` says otherwise ("near the village": 2).
        """
        fields, options = _split(claimed)
        self.claim("events", event_id, quote, fields | {"place_id": where}, **options)
        if where is not None and where in self.text.registers["places"]:
            precision = prec or WHERE_PREC[self.text.registers["places"][where]["place_type"]]
            note = f"precision {precision}: {UCDP_WHERE_PREC[precision]}"
            self.claim(
                "events", event_id, quote, {"where_prec": precision}, **options | {"derived": note, "judged": None}
            )

    def event_actor(self, event_id: str, actor_id: str, role: str, quote: str, **options: Any) -> None:
        """Claim an actor's part in an event."""
        self._link("event_actors", (event_id, actor_id, role), ("events", "actors"), quote, {"role": role}, options)

    def event_topic(self, event_id: str, topic: str, quote: str, **options: Any) -> None:
        """Claim what a speech act is about: `topic` is a record written with its table."""
        table, _, record_id = topic.partition("/")
        if table not in self.text.registers:
            self.text.article.fail(f"event_topics/{event_id}: '{topic}' names no register; write table/id")
            return
        fields: dict[str, Value | None] = {"record_id": record_id}
        self._link("event_topics", (event_id, table, record_id), ("events", None, table), quote, fields, options)

    def casualty(self, casualty_id: str, quote: str, **claimed: Any) -> None:
        """Claim what a figure counts and how many."""
        fields, options = _split(claimed)
        self.claim("casualties", casualty_id, quote, fields, **options)

    def clause(self, clause_id: str, quote: str, **claimed: Any) -> None:
        """Claim a term of an agreement: agreement_id, modality, place_id, due_edtf, quantity, unit."""
        fields, options = _split(claimed)
        self.claim("clauses", clause_id, quote, fields, **options)

    def clause_actor(self, clause_id: str, actor_id: str, role: str, quote: str, **options: Any) -> None:
        """Claim an actor's part in a clause."""
        self._link("clause_actors", (clause_id, actor_id, role), ("clauses", "actors"), quote, {"role": role}, options)

    def clause_event(self, clause_id: str, event_id: str, outcome: str, quote: str, **options: Any) -> None:
        """Claim what an event shows of what became of a clause."""
        fields: dict[str, Value | None] = {"outcome": outcome}
        self._link("clause_events", (clause_id, event_id), ("clauses", "events"), quote, fields, options)

    def agreement(self, agreement_id: str, quote: str, **claimed: Any) -> None:
        """Claim the event by which an agreement was concluded."""
        fields, options = _split(claimed)
        self.claim("agreements", agreement_id, quote, fields, **options)

    def actor(self, actor_id: str, quote: str, **claimed: Any) -> None:
        """Claim an actor's office, or to whom the actor belongs."""
        fields, options = _split(claimed)
        self.claim("actors", actor_id, quote, fields, **options)

    def place(self, place_id: str, quote: str, **claimed: Any) -> None:
        """Claim in which larger place a place lies."""
        fields, options = _split(claimed)
        self.claim("places", place_id, quote, fields, **options)

    def source(self, field: str, quote: str, *, derived: str | None = None) -> None:
        """Claim that the words show what source.toml gives for `field`.

        Of an inferred date of publication the note is source.toml's `published_reasoning`.
        """
        facts = self.text.article.facts
        inferred = facts.get("published_reasoning") if field == "published_edtf" else None
        if field not in facts:
            self.text.article.fail(f"source.toml gives no '{field}'")
            return
        self.claim("sources", self.text.article.source_id, quote, {field: facts[field]}, derived=derived or inferred)

    def mention(self, words: str, entity: str | None) -> None:
        """Tie words to another actor or place than `names` does, or with None to none."""
        if self.span is None:
            return
        span = self.text.article.find(words, within=self.span)
        if span is None:
            return
        for other in [other for other in self.text.mentions if other.overlaps(span)]:
            del self.text.mentions[other]
        if entity is not None:
            self.text.mention(span, entity)

    def _link(
        self,
        table: str,
        key: tuple[str, ...],
        registers: tuple[str | None, ...],
        quote: str,
        fields: Mapping[str, Value | None],
        options: Mapping[str, Any],
    ) -> None:
        for part, register in zip(key, registers, strict=False):
            if register is not None and part not in self.text.registers[register]:
                self.text.article.fail(f"{table}/{'/'.join(key)}: '{part}' is not in registers/{register}.toml")
        self.claim(table, "/".join(key), quote, fields, **options)


Code = Callable[[Text], None]

# UCDP GED codebook, "where_prec".
UCDP_WHERE_PREC = {
    1: "an exact place",
    2: "within about 25 km of a known point",
    3: "a second-level unit",
    4: "a first-level unit",
    5: "a line or a larger vague area",
    6: "a country",
    7: "international",
}

WHERE_PREC = {
    "facility": 1,
    "town": 1,
    "village": 1,
    "district": 3,
    "region": 4,
    "line": 5,
    "area": 5,
    "country": 6,
}

OPTIONS = frozenset({"by", "derived", "judged", "note", "denies", "questions"})


def _split(claimed: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    fields = {name: value for name, value in claimed.items() if name not in OPTIONS}
    return fields, {name: value for name, value in claimed.items() if name in OPTIONS}


def claim_id(row: Mapping[str, Any]) -> str:
    """The id of a claim: its source, and a hash of what is claimed, by whom, and where it stands."""
    parts = ("record_table", "record_id", "field", "value", "char_start", "char_end", "attributed_to", "stance")
    content = "\n".join(str(row[part]) for part in parts)
    return f"{row['source_id']}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
