"""A passage of an article: a method for each kind of thing that a script says it claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from karabakh_data.extract.article import Span
from karabakh_data.extract.coding_sheet import CodingSheet, Value


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage under coding. Of one that was not found (`span` is None) nothing more is checked."""

    sheet: CodingSheet
    passage_id: str
    span: Span | None

    def claim(self, table: str, record_id: str, quote: str, fields: Mapping[str, Value | None], **options: Any) -> None:
        """Claim values of fields of one record; `options` are those of `CodingSheet.claim`."""
        self.sheet.claim(self.passage_id, self.span, table, record_id, quote, fields, **options)

    def event(
        self, event_id: str, quote: str, *, where: str | None = None, prec: int | None = None, **claimed: Any
    ) -> None:
        """Claim an event's status, date_edtf or part_of; `where` is its place.

        The place's precision follows from the place's type; `prec` says otherwise ("near the village": 2).
        """
        fields, options = _split(claimed)
        self.claim("events", event_id, quote, fields | {"place_id": where}, **options)
        if where is not None and where in self.sheet.registers["places"]:
            precision = prec or WHERE_PREC[self.sheet.registers["places"][where]["place_type"]]
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
        if table not in self.sheet.registers:
            self.sheet.article.fail(f"event_topics/{event_id}: '{topic}' names no register; write table/id")
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
        facts = self.sheet.article.facts
        inferred = facts.get("published_reasoning") if field == "published_edtf" else None
        if field not in facts:
            self.sheet.article.fail(f"source.toml gives no '{field}'")
            return
        self.claim("sources", self.sheet.article.source_id, quote, {field: facts[field]}, derived=derived or inferred)

    def mention(self, words: str, entity: str | None) -> None:
        """Tie words to another actor or place than `names` does, or with None to none."""
        if self.span is None:
            return
        span = self.sheet.article.find(words, within=self.span)
        if span is None:
            return
        for other in [other for other in self.sheet.mentions if other.overlaps(span)]:
            del self.sheet.mentions[other]
        if entity is not None:
            self.sheet.mention(span, entity)

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
            if register is not None and part not in self.sheet.registers[register]:
                self.sheet.article.fail(f"{table}/{'/'.join(key)}: '{part}' is not in registers/{register}.toml")
        self.claim(table, "/".join(key), quote, fields, **options)


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
