"""Who fought, who reports and in which country, as UCDP GED writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

# In these roles an actor fights, and these kinds of actor are what GED calls organised.
FIGHTING = ("actor", "participant", "target")
ORGANISED = ("state", "de_facto_state", "armed_force")


class Parties:
    """The actors, sources and places of all events, looked up for one event at a time."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self.actors = {row["actor_id"]: row for row in tables["actors"].to_pylist()}
        self.places = {row["place_id"]: row for row in tables["places"].to_pylist()}
        self._sources = {row["source_id"]: row for row in tables["sources"].to_pylist()}
        self._fighting: dict[str, set[str]] = {}
        for row in tables["event_actors"].to_pylist():
            if row["role"] in FIGHTING:
                self._fighting.setdefault(row["event_id"], set()).add(row["actor_id"])
        self._reporting: dict[str, set[str]] = {}
        for row in tables["claims"].to_pylist():
            if row["record_table"] == "events":
                self._reporting.setdefault(row["record_id"], set()).add(row["source_id"])

    def side_of(self, actor_id: str | None) -> str | None:
        """The state or armed side for which an actor counts: that which it belongs to, if it is organised."""
        found, seen = None, set()
        while actor_id is not None and actor_id not in seen and actor_id in self.actors:
            actor = self.actors[actor_id]
            if actor["actor_type"] in ORGANISED:
                found = actor_id
            seen.add(actor_id)
            actor_id = actor["part_of"]
        return found

    def sides(self, event_id: str) -> tuple[str | None, str | None]:
        """The two sides, a state first, as GED has it; between two states the order means nothing and follows the ids.

        Both are None unless exactly two organised sides are known.
        """
        sides = {side for actor in self._fighting.get(event_id, ()) if (side := self.side_of(actor)) is not None}
        if len(sides) != 2:
            return None, None
        first, second = sorted(sides, key=lambda side: (self.actors[side]["actor_type"] != "state", side))
        return first, second

    def named(self, side: str | None, letter: str) -> dict[str, Any]:
        """The columns that name side a or b."""
        if side is None:
            return {}
        actor = self.actors[side]
        return {
            f"side_{letter}_new_id": actor["ucdp_actor_id"],
            f"side_{letter}": actor["name"],
            f"gwno{letter}": actor["gw_number"],
        }

    def reported(self, event_id: str, speakers: Iterable[str | None]) -> dict[str, Any]:
        """The columns on the articles that tell of the event, in the order of their ids and parted by semicolons, and
        on those who, by them, give the figures."""
        sources = [self._sources[source] for source in sorted(self._reporting.get(event_id, ()))]
        offices = [row["publisher"] or row["origin"] for row in sources]
        days = [row["published_edtf"] for row in sources]
        titles = [row["title"] for row in sources]
        articles = [
            ",".join(part for part in parts if part is not None) or None
            for parts in zip(offices, days, titles, strict=True)
        ]
        original = sorted({self.actors[speaker]["name"] for speaker in speakers if speaker is not None})
        return {
            "source_article": _listed(articles),
            "source_office": _listed(offices),
            "source_date": _listed(days),
            "source_headline": _listed(titles),
            "source_original": _listed(original),
        }

    def country(self, place_id: str) -> dict[str, Any]:
        """The country in which the sources set the place, with its number by Gleditsch and Ward.

        Nothing, where they set it in none or contradict each other on the way there. A country among the places and a
        state among the actors are the same where Wikidata has one item for both.
        """
        seen: set[str] = set()
        current: str | None = place_id
        while current is not None and current not in seen:
            place = self.places[current]
            if place["place_type"] == "country":
                states = [row for row in self.actors.values() if row["actor_type"] == "state"]
                same = [row for row in states if row["wikidata_id"] == place["wikidata_id"] is not None]
                return {"country": place["name"], "country_id": same[0]["gw_number"] if same else None}
            if place.get("disputed"):
                return {}
            seen.add(current)
            current = place["part_of"]
        return {}


def _listed(parts: Iterable[str | None]) -> str | None:
    """The parts with semicolons between them and none within, an unknown one empty, so that the columns keep step."""
    texts = [(part or "").replace(";", ",") for part in parts]
    return ";".join(texts) if any(texts) else None
