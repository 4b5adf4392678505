"""The invented world: actors and places that no article has, and what is the same in all articles of one story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any, NamedTuple

from karabakh_data.extract.record_claims import WHERE_PREC
from karabakh_data.extract.registers import REGISTERED
from karabakh_data.model import TABLES, columns
from karabakh_data.model.edtf import MONTHS
from karabakh_data.model.vocabularies import VOCABULARIES

Record = dict[str, Any]
Registers = dict[str, dict[str, Record]]

ACTORS, PLACES = 60, 120

# Some letters beyond ASCII, because offsets count code points and not bytes. What follows the first letter differs, so
# that no two towns have the same `other_name`.
_OPENINGS = ("Bar", "Çel", "Dur", "Fil", "Gör", "Hal", "Kir", "Łor", "Mon", "Nig", "Şov", "Tas", "Ul", "Vos", "Zem")
_ENDINGS = ("avan", "ənd", "gorod", "ik", "luk", "mar", "ost", "šten", "uri", "vik")
_WORDS = {7: "seven", 8: "eight"}


class Named(NamedTuple):
    """An actor or place, and the name by which articles call it."""

    id: str
    name: str


RURITANIA, NORTHLAND, ZENDA = (Named(name.lower(), name) for name in ("Ruritania", "Northland", "Zenda"))


@dataclass(frozen=True, slots=True)
class Details:
    """What one round of events is about: who, where, when and how many; and the registers of the story.

    `prefix` opens every id that is the story's own, and `wire` stands in every sentence.
    """

    registers: Registers
    prefix: str = ""
    wire: str = ""
    winner: Named = RURITANIA
    loser: Named = NORTHLAND
    town: Named = ZENDA
    due: date = date(2020, 11, 15)
    handed: date = date(2020, 11, 15)
    arrived: date = date(2020, 11, 25)
    dead: int = 7
    counted: int = 8
    killed: int = 90

    @property
    def year(self) -> int:
        """The year of all that happens."""
        return self.due.year

    @property
    def other_name(self) -> str:
        """What the loser calls the town."""
        return f"Ts{self.town.name[1:]}"

    @property
    def village(self) -> Named:
        """A place of the round's own."""
        return Named(self.own("village"), f"Upper {self.town.name} {self.prefix.strip('-')}".strip())

    @property
    def handover(self) -> str:
        """What names the town's handover, the event and the clause alike."""
        return f"{self.town.id}-handover"

    @property
    def truce(self) -> str:
        """What names the agreement."""
        return f"truce-{self.year}"

    @property
    def names(self) -> dict[str, str]:
        """By name, which actors and places the articles name."""
        actors = {one.name: f"actors/{one.id}" for one in (self.winner, self.loser)}
        places = {self.town.name: self.town.id, self.other_name: self.town.id, self.village.name: self.village.id}
        return actors | {name: f"places/{place_id}" for name, place_id in places.items()}

    def own(self, name: str) -> str:
        """The id of a record of the round's own."""
        return f"{self.prefix}{name}"

    def register(self, table: str, name: str, /, **given: Any) -> str:
        """Enter a record of the round's own in the story's register; its id."""
        (key,) = TABLES[table].key
        titled = {"title": f"{given['title']}{self.wire}"} if "title" in given else {}
        self.registers[table][self.own(name)] = blank(table, **{key: self.own(name)}, **given | titled)
        return self.own(name)


def drawn(random: Random, registers: Registers, prefix: str) -> Details:
    """Details of a round by chance."""
    winner, loser = random.sample(named("actors"), 2)
    year, handed = random.randint(2010, 2023), random.randint(1, 20)
    dead = random.randint(11, 99)
    return Details(
        registers=registers,
        prefix=prefix,
        wire=f", wire {prefix.strip('-')}",
        winner=winner,
        loser=loser,
        town=random.choice(named("places")),
        due=date(year, 11, 15),
        handed=date(year, 11, handed),
        arrived=date(year, 11, handed + random.choice((0, 5))),
        dead=dead,
        counted=dead + 1,
        killed=random.randint(40, 500),
    )


def words_of(number: int) -> str:
    """A number as these articles write it."""
    return _WORDS.get(number, str(number))


def day_month(day: date) -> str:
    """A day as these articles write it, without its year: November 15."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def world() -> Registers:
    """The registers of a story before it is told: actors and places that all articles may name, and nothing else."""
    return {table: dict(_known().get(table, {})) for table in REGISTERED}


@cache
def named(table: str) -> list[Named]:
    """The invented actors or places."""
    return [Named(record_id, row["name"]) for record_id, row in _known()[table].items()]


def blank(table: str, **given: Any) -> Record:
    """The authored and reference columns of a record, null where nothing is given."""
    return dict.fromkeys(column.name for column in columns(TABLES[table], "authored", "reference")) | given


@cache
def _known() -> Registers:
    """The invented actors and places."""
    kinds = list(VOCABULARIES["actor_type"].terms)
    actors = [
        blank("actors", actor_id="ruritania", name="Ruritania", actor_type="state", description="A kingdom."),
        blank("actors", actor_id="northland", name="Northland", actor_type="state", description="A neighbour."),
    ]
    for i in range(len(actors), ACTORS):
        kind, description = kinds[i % len(kinds)], f"An invented actor, number {i}."
        name = f"{kind.replace('_', ' ').title()} of {_name(i)}"
        actors.append(blank("actors", actor_id=f"actor-{i:03}", name=name, actor_type=kind, description=description))
    places = [blank("places", place_id="zenda", name="Zenda", place_type="town", description="A town.")]
    for i in range(len(places), PLACES):
        given = {"place_type": list(WHERE_PREC)[i % len(WHERE_PREC)], "description": f"An invented place, number {i}."}
        point = {"latitude": round(-60 + i, 4), "longitude": round(i * 1.25, 4)}
        name = f"{_name(i)} {'ABCDEFGHIJ'[i // len(_OPENINGS)]}"
        places.append(blank("places", place_id=f"place-{i:03}", name=name, **given, **point))
    return {
        "actors": {row["actor_id"]: row for row in actors},
        "places": {row["place_id"]: row for row in places},
    }


def _name(number: int) -> str:
    return _OPENINGS[number % len(_OPENINGS)] + _ENDINGS[number // len(_OPENINGS) % len(_ENDINGS)]
