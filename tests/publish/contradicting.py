"""Two invented articles that contradict each other, on one field of one record or between records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.text import Text
from karabakh_data.model import TABLES, Claim, Crosswalk, Mention, Passage, Source, columns
from karabakh_data.model.arrow import to_arrow
from karabakh_data.resolve import resolve
from karabakh_data.resolve.contradictions import WHOLE
from karabakh_data.testing.world import blank

# Of each coded field two values that an article may give it.
VALUES: dict[str, tuple[Any, Any]] = {
    **{"events.status": ("occurred", "denied"), "events.date_edtf": ("2020-11-15", "2020-11-25")},
    **{"events.place_id": ("north", "south"), "events.where_prec": (1, 3), "events.part_of": ("war", "other-war")},
    **{"actors.office": ("head", "deputy head"), "actors.part_of": ("kingdom", "republic")},
    **{"casualties.event_id": ("war", "other-war"), "casualties.measure": ("killed", "wounded")},
    **{"casualties.low": (7, 8), "casualties.best": (7, 8), "casualties.high": (7, 8)},
    **{"casualties.victim_class": ("civilian", "military"), "casualties.side_id": ("kingdom", "republic")},
    **{"casualties.reported_by": ("kingdom", "hermit"), "casualties.as_of_edtf": ("../2020-11-15", "2020-11-25/..")},
    **{"casualties.subset_of": ("all", "all-others"), "casualties.wording": ("some", "several")},
    **{"clauses.agreement_id": ("pact", "other-pact"), "clauses.modality": ("obligation", "silence")},
    **{"clauses.place_id": ("north", "south"), "clauses.due_edtf": ("2020-11-15", "2020-11-25")},
    **{"clauses.quantity": (2000, 1960), "clauses.unit": ("persons", "routes")},
    **{"sources.title": ("A title", "Another"), "sources.publisher": ("Press", "The Press")},
    **{"sources.author": ("A. Writer", "B. Writer"), "sources.origin": ("Wire", "Cable")},
    **{"sources.dateline": ("Zenda", "Strelsau"), "sources.published_edtf": ("2020-11-26", "2020-11-27")},
    **{"places.part_of": ("north", "south"), "agreements.concluded_by": ("war", "other-war")},
    **{"event_actors.role": ("actor", None), "event_topics.record_id": ("war", None)},
    **{"clause_actors.role": ("obligor", None), "clause_events.outcome": ("fulfilled", "breached")},
}
# Values that differ contradict each other by these rules of resolution no more than a bound a greater one.
COMPATIBLE = ("least", "greatest", "wording")

_BASE: dict[str, dict[str, Any]] = {
    "events": {"status": "occurred", "place_id": "north"},
    "casualties": {"event_id": "war", "measure": "killed", "victim_class": "unknown", "wording": "some"},
    "clauses": {"agreement_id": "pact", "modality": "obligation", "quantity": 2000, "unit": "persons"},
}
_AUTHORED: dict[str, dict[str, Any]] = {
    "events": {"event_type": "statement", "title": "Something said"},
    "actors": {"name": "Somebody", "actor_type": "state", "description": "Somebody."},
    "clauses": {"provision": "ceasefire", "summary": "Fighting stops."},
    "places": {"name": "Somewhere", "place_type": "town", "description": "A place."},
    "agreements": {"agreement_type": "ceasefire", "title": "Pact", "description": "A pact."},
    "casualties": {},
}


@dataclass(slots=True)
class World:
    """The articles and the records; what an article says of a record is one sentence of it."""

    said: dict[str, list[tuple[str, bool, dict[str, Any]]]] = field(default_factory=lambda: {"one": [], "two": []})
    registers: dict[str, dict[str, Any]] = field(default_factory=lambda: {table: {} for table in _AUTHORED})

    def record(self, table: str, record_id: str) -> str:
        """Enter a record, of whatever table; its name with the table."""
        if table in self.registers:
            self.registers[table][record_id] = blank(table, **{TABLES[table].key[0]: record_id}, **_AUTHORED[table])
        return f"{table}/{record_id}"

    def says(self, source: str, record: str, *, denies: bool = False, **values: Any) -> None:
        """Let an article give a record these values."""
        self.said[source].append((record, denies, values))

    def tables(self) -> dict[str, pa.Table]:
        """All tables, resolved from what the articles say."""
        sheets = [self._coded(source_id) for source_id in self.said]
        drawn = {
            "passages": to_arrow(
                Passage, (Passage(**row, disposition="coded") for sheet in sheets for row in sheet.passages)
            ),
            "claims": to_arrow(Claim, (Claim(**row, in_conflict=False) for sheet in sheets for row in sheet.claims)),
            "mentions": to_arrow(Mention, []),
        }
        given = {"language": "en", "sha256": "0" * 64, "rights": "Nobody's.", "framing": "None."}
        sources = {
            sheet.article.source_id: blank(Source.table, source_id=sheet.article.source_id, **given)
            | {"char_count": len(sheet.article.text)}
            for sheet in sheets
        }
        none = Crosswalk(vocabulary="measure", term="killed", scheme="ACLED", code="none", label="none", match="none")
        return resolve(self.registers | {Source.table: sources}, drawn, [none], [])

    def _coded(self, source_id: str) -> CodingSheet:
        """The sheet of an article that has a sentence for each time that it gives a record values."""
        said = self.said[source_id]
        sentences = [f"It is said in sentence {number}." for number in range(1, len(said) + 1)]
        sheet = CodingSheet(Article(source_id, "\n".join(sentences), {}), self.registers)
        for sentence, (record, denies, values) in zip(sentences, said, strict=True):
            Text(sheet).sentence(sentence)
            passage = sheet.passages[-1]
            span = Span(passage["char_start"], passage["char_end"])
            table, _, record_id = record.partition("/")
            for name, value in values.items():
                step = {"judged": "an invented step", "denies": denies}
                sheet.add_claim((sheet.passage, span), (table, record_id), (name, value), "It is said", None, step)
        assert sheet.article.failures == []
        return sheet


def background() -> World:
    """A world in which the records exist that others name, each told of by the first article alone."""
    world = World()
    for event in ("war", "other-war"):
        world.says("one", world.record("events", event), status="occurred")
    for figure in ("all", "all-others"):
        world.says("one", world.record("casualties", figure), **_BASE["casualties"])
    for pact in ("pact", "other-pact"):
        world.says("one", world.record("agreements", pact), concluded_by="war")
    for table, names in (("actors", ("kingdom", "republic", "hermit")), ("places", ("north", "south"))):
        for name in names:
            world.record(table, name)
    return world


def coded_fields() -> Iterator[tuple[str, str]]:
    """Each coded field of each table."""
    for table, model in TABLES.items():
        yield from ((table, column.name) for column in columns(model, "coded"))


def contradict(world: World, table: str, name: str, *, denies: bool) -> str:
    """Let two articles contradict each other on a field: by another value, or by a denial of the first. Its record."""
    first, second = VALUES[f"{table}.{name}"]
    record_id = _record(world, table, name, f"{table}-{name}-{'denied' if denies else 'differs'}".replace("_", "-"))
    base = {other: value for other, value in _BASE.get(table, {}).items() if other != name}
    world.says("one", f"{table}/{record_id}", **base, **{name: first})
    if denies:
        world.says("two", f"{table}/{record_id}", denies=True, **{name: first})
    else:
        world.says("two", f"{table}/{record_id}", **base, **{name: second})
    return record_id


def _record(world: World, table: str, name: str, slug: str) -> str:
    if table == "sources":
        return "one" if slug.endswith("denied") else "two"
    if table in world.registers:
        world.record(table, slug)
        return slug
    if table.startswith("event"):
        world.says("one", world.record("events", slug), **_BASE["events"])
    else:
        world.says("one", world.record("clauses", slug), **_BASE["clauses"])
    ends = {"event_actors": "kingdom/actor", "event_topics": "events/war", "clause_actors": "kingdom/obligor"}
    return f"{slug}/{ends.get(table, 'war')}"


Field = tuple[str, str, str]
Told = Callable[[World, str, str], list[Field]]


def between() -> dict[str, Told]:
    """Contradictions between fields or records, told by two articles; the fields in conflict, on both sides."""

    def dates(world: World, one: str, two: str) -> list[Field]:
        world.says(one, world.record("events", "september"), status="occurred", date_edtf="2020-09")
        world.says(one, world.record("events", "its-part"), status="occurred", part_of="september")
        world.says(two, "events/its-part", status="occurred", date_edtf="2020-11-15")
        part, whole = ("events", "its-part"), ("events", "september")
        return [(*part, "part_of"), (*part, "date_edtf"), (*whole, "date_edtf")]

    def bounds(lesser: str, greater: str) -> Told:
        def tell(world: World, one: str, two: str) -> list[Field]:
            figure = f"{lesser}-over-{greater}"
            world.says(one, world.record("casualties", figure), **_BASE["casualties"], **{lesser: 10})
            world.says(two, f"casualties/{figure}", **_BASE["casualties"], **{greater: 7})
            return [("casualties", figure, lesser), ("casualties", figure, greater)]

        return tell

    def totals(name: str, of_part: dict[str, Any], of_whole: dict[str, Any]) -> Told:
        def tell(world: World, one: str, two: str) -> list[Field]:
            what = name.replace("_", "-")
            part, whole = (world.record("casualties", f"{what}-{kind}") for kind in ("part", "whole"))
            world.says(one, part, **_BASE["casualties"] | of_part, subset_of=f"{what}-whole")
            world.says(two, whole, **_BASE["casualties"] | of_whole)
            sides = [("casualties", f"{what}-{kind}", name) for kind in ("part", "whole")]
            return [("casualties", f"{what}-part", "subset_of"), *sides]

        return tell

    def outcome(became: str, date: str, status: str) -> Told:
        def tell(world: World, one: str, two: str) -> list[Field]:
            clause, event = f"due-{became}-{status}", f"done-{became}-{status}"
            world.says(one, world.record("clauses", clause), **_BASE["clauses"], due_edtf="2020-11-15")
            world.says(one, f"clause_events/{clause}/{event}", outcome=became)
            world.says(two, world.record("events", event), status=status, date_edtf=date)
            if status == "occurred":
                against = [("clauses", clause, "due_edtf"), ("events", event, "date_edtf")]
            else:
                against = [("events", event, "status")]
            return [("clause_events", f"{clause}/{event}", "outcome"), *against]

        return tell

    def circle(table: str, name: str) -> Told:
        def tell(world: World, one: str, two: str) -> list[Field]:
            inner, outer = (world.record(table, f"{kind}-{table}") for kind in ("inner", "outer"))
            world.says(one, inner, **_BASE.get(table, {}), **{name: f"outer-{table}"})
            world.says(two, outer, **_BASE.get(table, {}), **{name: f"inner-{table}"})
            return [(table, f"{kind}-{table}", name) for kind in ("inner", "outer")]

        return tell

    dead = {"measure": "killed", "best": 7}
    return {
        "events: the event has no day in common with the whole that it is part of": dates,
        "casualties: low is greater than best": bounds("low", "best"),
        "casualties: best is greater than high": bounds("best", "high"),
        "casualties: low is greater than high": bounds("low", "high"),
        "casualties: the figure counts another measure than the total that it is part of": totals(
            "measure", dead, {"measure": "wounded"}
        ),
        "casualties: the figure counts other victims than the total that it is part of": totals(
            "victim_class", {"victim_class": "civilian"}, {"victim_class": "military"}
        ),
        "casualties: the figure is greater than the total that it is part of": totals("best", {"best": 8}, dead),
        "clause_events: the outcome is late, and the event is not after the due date": outcome(
            "late", "2020-11-10", "occurred"
        ),
        "clause_events: the outcome is fulfilled, and the event is after the due date": outcome(
            "fulfilled", "2020-11-20", "occurred"
        ),
        "clause_events: the clause was carried out by an event that has not happened": outcome(
            "fulfilled", "2020-11-10", "planned"
        ),
        **{
            f"{table}: {name} leads round in a circle, or more than 32 levels up": circle(table, name)
            for table, name in WHOLE.items()
        },
    }
