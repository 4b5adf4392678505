"""The invented world of the synthetic corpora: actors, places and words that no article has."""

from __future__ import annotations

from typing import Any

from karabakh_data.model import TABLES, columns
from karabakh_data.model.edtf import MONTHS
from karabakh_data.model.vocabularies import VOCABULARIES

Record = dict[str, Any]

ACTORS, PLACES = 60, 120

# Some letters beyond ASCII, because offsets count code points and not bytes.
_OPENINGS = ("Bar", "Çel", "Dur", "Fel", "Gör", "Hal", "Kir", "Łor", "Mon", "Nar", "Şov", "Tas", "Ul", "Vor", "Zem")
_ENDINGS = ("avan", "ənd", "gorod", "ik", "luk", "mar", "ost", "šten", "uri", "vik")


def actors() -> dict[str, Record]:
    """The actors that every synthetic article may name, by id: the authored and reference columns of each."""
    types = list(VOCABULARIES["actor_type"].terms)
    return {
        f"actor-{i:03}": blank(
            "actors",
            actor_id=f"actor-{i:03}",
            name=f"{types[i % len(types)].replace('_', ' ').title()} of {_name(i)}",
            actor_type=types[i % len(types)],
            description=f"An invented actor, number {i}.",
        )
        for i in range(ACTORS)
    }


def places() -> dict[str, Record]:
    """The places that every synthetic article may name, by id: the authored and reference columns of each."""
    types = ("country", "region", "district", "town", "village", "line", "area", "facility")
    return {
        f"place-{i:03}": blank(
            "places",
            place_id=f"place-{i:03}",
            name=f"{_name(i)} {'ABCDEFGHIJ'[i // 15]}",
            place_type=types[i % len(types)],
            latitude=round(-60 + i, 4),
            longitude=round(i * 1.25, 4),
            description=f"An invented place, number {i}.",
        )
        for i in range(PLACES)
    }


def blank(table: str, **given: Any) -> Record:
    """The authored and reference columns of a record, null where nothing is given."""
    names = [column.name for column in columns(TABLES[table], "authored", "reference")]
    return dict.fromkeys(names) | given


def day(year: int, month: int, number: int) -> tuple[str, str]:
    """A day, as EDTF and as an article would write it."""
    return f"{year}-{month:02}-{number:02}", f"{number} {MONTHS[month - 1]} {year}"


def _name(number: int) -> str:
    return _OPENINGS[number % len(_OPENINGS)] + _ENDINGS[number // len(_OPENINGS) % len(_ENDINGS)]
