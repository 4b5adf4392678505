"""Two codings side by side: which facts and links both tell, and how alike each of their values is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from karabakh_data.coding.reliability.codings import Names
from karabakh_data.coding.reliability.entries import KIND, LINKS, Link, listed
from karabakh_data.coding.reliability.facts import Coded, Fact
from karabakh_data.coding.reliability.likeness import Compare, Likeness, dates, named, phrases, terms
from karabakh_data.coding.reliability.pairing import assign, pairs
from karabakh_data.model.vocabularies import event_class

Outcome = Literal["equal", "compatible", "different", "only_first", "only_second"]

# One unit: what came of it, and the two values that were compared, if both coders give one.
Unit = tuple[Outcome, object, object]

# The words that a link gives for what it leads to, and its term ("" where it has none).
Linked = tuple[str, str]

# What is compared of each table, and as what. `voice` is whether the article speaks for itself or has somebody speak;
# `said_by` is who that is, where both coders name somebody.
FIELDS: Mapping[str, Mapping[str, str]] = {
    "passages": {"disposition": "term"},
    "events": {
        "event_class": "term",
        "event_type": "term",
        "status": "term",
        "date_edtf": "date",
        "place": "place",
        "voice": "term",
        "said_by": "actor",
    },
    "event_actors": {"role": "term"},
    "casualties": {
        "measure": "term",
        "victim_class": "term",
        "low": "figure",
        "best": "figure",
        "high": "figure",
        "wording": "words",
        "side": "actor",
        "reported_by": "actor",
        "as_of_edtf": "date",
        "subset_of": "record",
    },
    "agreements": {"agreement_type": "term"},
    "clauses": {
        "agreement": "record",
        "provision": "term",
        "modality": "term",
        "place": "place",
        "due_edtf": "date",
        "quantity": "figure",
        "unit": "term",
    },
    "clause_actors": {"role": "term"},
    "clause_events": {"outcome": "term"},
}

_WEIGHT: Mapping[Likeness, float] = {"equal": 1.0, "compatible": 0.5, "different": 0.0}


@dataclass(frozen=True, slots=True)
class Comparison:
    """By table and side (both, only_first, only_second) how many facts or links; by table and field the units."""

    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    units: defaultdict[tuple[str, str], list[Unit]] = field(default_factory=lambda: defaultdict(list))

    def count(self, table: str, first: int, second: int, both: int) -> None:
        """Add what each coder has of a table, and how much of it both have."""
        self.found.update({(table, "both"): both, (table, "only_first"): first - both})
        self.found.update({(table, "only_second"): second - both})


def compare(articles: Iterable[Coded], names: Names) -> Comparison:
    """Both codings of these articles, compared.

    Facts are paired by the rule in `pairing`. Values, actors, topics and outcomes are compared on paired facts alone.
    """
    comparison = Comparison()
    known = {
        "actor": named(names["actors"]),
        "place": named(names["places"]),
        "term": terms,
        "figure": terms,
        "date": dates,
        "words": phrases,
    }
    for article in articles:
        for number in range(len(article.passages)):
            first, second = article.first.disposition(number), article.second.disposition(number)
            comparison.units["passages", "disposition"] += _unit(listed(first), listed(second), terms)
        paired = pairs(article.first.facts, article.second.facts)
        for table in KIND:
            comparison.count(
                table,
                sum(fact.table == table for fact in article.first.facts),
                sum(fact.table == table for fact in article.second.facts),
                sum(one.table == table for one, _ in paired),
            )
        alike = known | {"record": _same_record(paired)}
        for one, other in paired:
            for name, kind in FIELDS[one.table].items():
                comparison.units[one.table, name] += _of_field(one, other, name, alike[kind])
            for (table, name), link in LINKS.items():
                if table == one.table:
                    ours, theirs = _linked(one, name, link), _linked(other, name, link)
                    _compare_links(comparison, link, ours, theirs, alike[link.to])
    return comparison


def _same_record(paired: Iterable[tuple[Fact, Fact]]) -> Compare:
    """A comparison of what coders call records: equal if these are paired facts, else as free words."""
    called = {(one.what, other.what) for one, other in paired}
    return lambda a, b: "equal" if (a, b) in called else phrases(a, b)


def _of_field(one: Fact, other: Fact, name: str, alike: Compare) -> list[Unit]:
    """The unit of one field: compared in the first passage in which both coders give it, else in the whole article."""
    for passage in sorted(one.passages & other.passages):
        ours, theirs = list(_given(one, name, passage)), list(_given(other, name, passage))
        if ours and theirs:
            return _unit(ours, theirs, alike)
    return _unit(list(_given(one, name)), list(_given(other, name)), alike)


def _given(fact: Fact, name: str, passage: int | None = None) -> Iterator[object]:
    for statement in fact.statements:
        if passage not in (None, statement.passage):
            continue
        if name == "event_class":
            yield event_class(statement.values["event_type"])
        elif name == "voice":
            yield "an actor" if "said_by" in statement.values else "the article"
        elif name in statement.values:
            yield statement.values[name]


def _unit(ours: Sequence[object], theirs: Sequence[object], alike: Compare) -> list[Unit]:
    """The unit, none if neither gives a value; of several values, the two that are most alike."""
    if not ours or not theirs:
        return [("only_first", None, None)] if ours else [("only_second", None, None)] if theirs else []
    a, b = max(product(ours, theirs), key=lambda values: _WEIGHT[alike(*values)])
    return [(alike(a, b), a, b)]


def _compare_links(
    comparison: Comparison, link: Link, ours: Sequence[Linked], theirs: Sequence[Linked], alike: Compare
) -> None:
    """Count the links of two paired facts, and compare the terms of those that both have."""
    weights = [[_WEIGHT[alike(a, b)] + (0.1 if term == other else 0.0) for b, other in theirs] for a, term in ours]
    both = assign(weights, _WEIGHT["compatible"])
    comparison.count(link.table, len(ours), len(theirs), len(both))
    if link.term:
        for i, j in both:
            comparison.units[link.table, link.term] += _unit([ours[i][1]], [theirs[j][1]], terms)


def _linked(fact: Fact, name: str, link: Link) -> list[Linked]:
    """What a fact is linked to by any entry, in words, each with its term if the link has one; none twice."""
    values = [value for statement in fact.statements for value in listed(statement.values.get(name))]
    return sorted({(value[link.words], value[link.term]) if link.term else (value, "") for value in values})
