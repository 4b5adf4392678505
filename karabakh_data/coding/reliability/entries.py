"""What a file of a coding may say: facts by columns of their tables, in the coder's own words, and with their links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from karabakh_data.model import TABLES, columns

# The entries of a file by the table to which they belong.
TABLE_OF = {"event": "events", "casualty": "casualties", "clause": "clauses", "agreement": "agreements"}

# The column that says what kind of fact an entry is.
KIND = {"events": "event_type", "casualties": "measure", "clauses": "provision", "agreements": "agreement_type"}

# Names of actors, places and records, as the coder writes them, where the tables have ids; and notes.
IN_WORDS = frozenset({"what", "place", "said_by", "agreement", "event", "side", "reported_by", "subset_of"}) | {
    "date_note",
    "stance",
}


class Entry(BaseModel):
    """One fact, or one passage without any: `model_extra` holds all but the quotations.

    `at` says where each quotation starts; without it, each must stand once in the article.
    """

    model_config = ConfigDict(strict=True, extra="allow")

    quote: str | list[str]
    at: int | list[int] | None = None
    certain: bool | None = None


class File(BaseModel):
    """A coding of one article; the first also gives the bounds of passages, and the names that the article uses."""

    model_config = ConfigDict(strict=True, extra="forbid")

    source: str
    passages: list[Annotated[list[int], Field(min_length=2, max_length=2)]] = []
    names: dict[Literal["actors", "places"], dict[str, list[str]]] = {}
    event: list[Entry] = []
    casualty: list[Entry] = []
    clause: list[Entry] = []
    agreement: list[Entry] = []
    no_fact: list[Entry] = []


@dataclass(frozen=True, slots=True)
class Link:
    """A list of links: their table, whether they lead to actors or to records, and the keys of words and term."""

    table: str
    to: Literal["actor", "record"]
    words: str = ""
    term: str = ""


LINKS = {
    ("events", "actors"): Link("event_actors", "actor", "who", "role"),
    ("events", "topic"): Link("event_topics", "record"),
    ("clauses", "actors"): Link("clause_actors", "actor", "who", "role"),
    ("clauses", "outcome"): Link("clause_events", "record", "event", "outcome"),
}


def listed(value: Any) -> list[Any]:
    """The value as a list: itself, or the one it is; empty for None."""
    return value if isinstance(value, list) else [] if value is None else [value]


def problems(table: str, values: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with what an entry says of a record of the table, each as the end of a sentence that names it."""
    for needed in ("what", KIND[table]):
        if needed not in values:
            yield f"lacks `{needed}`"
    for name, value in values.items():
        if (table, name) in LINKS:
            yield from _of_links(LINKS[table, name], name, listed(value))
        elif name not in IN_WORDS:
            yield from _of_column(table, name, value)
        elif not isinstance(value, str):
            yield f"gives `{name}` as {value!r}, which is no text"


def _of_column(table: str, name: str, value: Any) -> Iterator[str]:
    known = {column.name: column for column in columns(TABLES[table])}
    if name not in known:
        yield f"gives `{name}`, which is nothing to be said of {table}"
    elif type(value) is not known[name].type:
        yield f"gives `{name}` as {value!r}, which is not of the type {known[name].type.__name__}"
    elif problem := known[name].definition.failure(value):
        yield f"gives a `{name}` that {problem}"


def _of_links(link: Link, name: str, values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        if not link.term:
            if not isinstance(value, str):
                yield f"has {value!r} in `{name}`, which is no text"
        elif not isinstance(value, dict) or value.keys() != {link.words, link.term}:
            yield f"has {value!r} in `{name}`, where each gives `{link.words}` and `{link.term}`"
        else:
            yield from _of_column(link.table, link.term, value[link.term])
