"""Which records that other articles tell of a passage may tell of too: those that share its actors, places and days."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from math import log
from typing import Any

from karabakh_data.extract.proposals.known import Entity, Known
from karabakh_data.extract.proposals.names import folded

MOST = 3  # proposed for a passage
# What a record must share, by weight, for each root of its own weight; chosen on the five articles, as it finds most.
ENOUGH = 2.0
_TITLED = ("title", "name")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters by which words of one family are one: "handover", "handovers"


class Records:
    """The records that are known, by what they share with a passage: the rarer a shared thing is, the more it counts.

    Beside actors, places and days, the words of a record's own title count as things.
    """

    def __init__(self, known: Known) -> None:
        self._things: dict[Entity, set[str]] = {}
        for record, traits in known.traits.items():
            table, _, record_id = record.partition("/")
            entry: Mapping[str, Any] = known.registers[table].get(record_id, {})
            title = " ".join(str(entry[name]) for name in _TITLED if entry.get(name))
            self._things[record] = {*traits, *_stems(title)}
        self._holding: dict[str, list[Entity]] = defaultdict(list)
        for record, things in self._things.items():
            for thing in things:
                self._holding[thing].append(record)

    @cached_property
    def _lengths(self) -> dict[Entity, float]:
        return {record: sum(map(self._weight, things)) for record, things in self._things.items()}

    def best(self, passage: str, entities: Collection[Entity], days: Collection[str]) -> list[Entity]:
        """At most `MOST` records for a passage with those actors, places and EDTF dates, the best first."""
        things = {*entities, *days, *_stems(passage)}
        shared: Counter[Entity] = Counter()
        for thing in things:
            for record in self._holding.get(thing, ()):
                shared[record] += self._weight(thing)  # type: ignore[assignment]
        scored = {
            record: weight / (1 + self._lengths[record]) ** 0.5
            for record, weight in shared.items()
            if self._things[record] & {*entities, *days}
        }
        ranked = sorted(scored, key=lambda record: (-scored[record], record))
        return [record for record in ranked if scored[record] >= ENOUGH][:MOST]

    def _weight(self, thing: str) -> float:
        return log((1 + len(self._things)) / len(self._holding[thing]))


def _stems(words: str) -> set[str]:
    return {match.group()[:_STEM] for match in _WORD.finditer(folded(words))}
