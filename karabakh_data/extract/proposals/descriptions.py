"""Names that no article has tied yet, and that follow from those that are: by the build of the words, not by a model.

- a person by the family name, or spelt in another way: "Ilham Aliev" for Ilham Aliyev;
- an office right before a person's name: "Armenian Prime Minister" in "Armenian Prime Minister Nikol Pashinyan";
- a state by its government: "Turkish government"; its only armed force by "Turkish soldiers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.proposals.known import Entity, Known
from karabakh_data.extract.proposals.names import Name, folded, kind, names, spots, without_idle

OFFICE = (
    r"(?:(?:[Vv]ice[ -])?[Pp]resident|(?:[Dd]eputy )?[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Hh]ead of [Ss]tate"
    r"|(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior) [Mm]inister|[Mm]inister of [A-Z]\w+(?: [A-Z]\w+)?"
    r"|[Ss]ecretary of [Ss]tate|[Ss]ecretary[ -][Gg]eneral|PM)"
)
GOVERNMENT = r"(?:government|leadership|authorities|administration)"
FORCES = r"(?:[Aa]rmed [Ff]orces|[Aa]rmy|[Tt]roops|[Ss]oldiers|[Ff]orces|[Mm]ilitary)"

# From which likeness on two family names behind one first name are one, spelt in two ways.
ALIKE = 0.7
_CAPITALISED = re.compile(r"(?<!\w)[A-Z][\w-]*(?: [A-Z][\w-]*)+")


def all_names(article: Article, known: Known) -> list[Name]:
    """All names of an article that can be proposed, in the order in which they first stand."""
    found = {name.words: name for name in names(article.text, known)}
    for person in _persons(article.text, known):
        found.setdefault(person.words, person)
    at = spots(article, list(found.values()), known)
    for name in (*_offices(article.text, at, known), *_of_states(article.text, at, known)):
        found[name.words] = name
    # An office that no article ties may hold one that is tied: the longer of the two is said of the person.
    ordered = sorted(found.values(), key=lambda name: (article.text.find(name.words), -len(name.words)))
    return without_idle(article, ordered, known)


def _persons(text: str, known: Known) -> Iterator[Name]:
    """The persons of the registers whom the text calls by the family name alone, or spells in another way."""
    people = {
        entry["name"]: f"actors/{record_id}"
        for record_id, entry in known.registers["actors"].items()
        if entry["actor_type"] == "person" and " " in entry["name"] and not re.search(r"\d", entry["name"])
    }
    for match in _CAPITALISED.finditer(text):
        first, _, rest = match.group().partition(" ")
        for name, entity in people.items():
            its_first, _, its_rest = name.partition(" ")
            if folded(first) == folded(its_first) and SequenceMatcher(None, rest, its_rest).ratio() >= ALIKE:
                yield Name(match.group(), entity)
                yield from _family(text, rest, entity)
    for name, entity in people.items():
        if name in text:
            yield from _family(text, name.partition(" ")[2], entity)


def _family(text: str, family: str, entity: Entity) -> Iterator[Name]:
    if re.search(rf"(?<!\w){re.escape(family)}(?!\w)", text):
        yield Name(family, entity)


def _offices(text: str, at: dict[Span, Entity], known: Known) -> Iterator[Name]:
    """The office, with whose it is, that stands right before a person's name."""
    whose = {span.end: span for span, entity in at.items() if kind(entity, known) in ("state", "de_facto_state")}
    for span, entity in at.items():
        if kind(entity, known) != "person":
            continue
        if match := re.search(rf"(?<!\w){OFFICE}(?=\s+$)", text[max(0, span.start - 60) : span.start]):
            start = max(0, span.start - 60) + match.start()
            holder = whose.get(len(text[:start].rstrip()))
            yield Name(text[holder.start if holder else start : start + len(match.group())], entity)


def _of_states(text: str, at: dict[Span, Entity], known: Known) -> Iterator[Name]:
    """The government of a state, and the one armed force that bears its name in the registers."""
    for span, entity in at.items():
        if kind(entity, known) != "state":
            continue
        if match := re.match(rf"\s+{GOVERNMENT}(?!\w)", text[span.end :]):
            yield Name(text[span.start : span.end + match.end()], entity)
        name = known.registers["actors"][entity.partition("/")[2]]["name"]
        forces = [
            f"actors/{record_id}"
            for record_id, entry in known.registers["actors"].items()
            if entry["actor_type"] == "armed_force" and name in entry["name"]
        ]
        match = re.match(rf"\s+{FORCES}(?!\w)", text[span.end :])
        if match and len(forces) == 1:
            yield Name(text[span.start : span.end + match.end()], forces[0])
