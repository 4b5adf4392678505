"""What the words between two names give: which office a person holds, and of what an actor or place is part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from karabakh_data.extract.article import Span
from karabakh_data.extract.proposals.descriptions import OFFICE
from karabakh_data.extract.proposals.known import Entity, Known
from karabakh_data.extract.proposals.names import kind

# Who belongs to a state by bearing its adjective: no population and no outlet; and of armed forces and missions, whose
# state is mostly plain from their own names, coders seldom say so.
_BELONG = ("person", "office", "body")
_IN = ("district", "town", "village", "facility")
_OWNER_THEN = re.compile(r"(?:['’]s)?\s+(?:(?:city|town|district|village|region)\s+of\s+)?")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Belonging:
    """A field of an actor or place, its value, the words that give it, and the step if it takes one."""

    entity: Entity
    field: str
    value: str
    words: Span
    step: str | None = None


def belonging(text: str, passage: Span, at: Mapping[Span, Entity], known: Known) -> list[Belonging]:
    """The offices and wholes that a passage of a text gives; `at` tells where actors and places are named."""
    here = {span: entity for span, entity in at.items() if span in passage}
    found = [*_offices(text, here, known), *_wholes(text, here, known)]
    once = {(one.entity, one.field, one.value): one for one in reversed(found)}
    return [one for one in found if once[one.entity, one.field, one.value] is one]


def _offices(text: str, here: Mapping[Span, Entity], known: Known) -> Iterator[Belonging]:
    for span, entity in here.items():
        if kind(entity, known) == "person" and (match := re.compile(OFFICE).search(text, span.start, span.end)):
            yield Belonging(entity, "office", match[0], Span(*match.span()))


def _wholes(text: str, here: Mapping[Span, Entity], known: Known) -> Iterator[Belonging]:
    states = {span: entity for span, entity in here.items() if kind(entity, known) == "state"}
    for span, entity in here.items():
        is_place = entity.startswith("places/")
        if kind(entity, known) not in (_IN if is_place else _BELONG):
            continue
        for owner, state in states.items():
            if not _owns(text, owner, span):
                continue
            whole = state.partition("/")[2]
            if not is_place or whole in known.registers["places"]:
                words = text[owner.start : owner.end + 2 * text[owner.end :].startswith(("'s", "’s"))]
                step = f"'{words}' says {'in which country' if is_place else 'whose'}"
                yield Belonging(entity, "part_of", whole, Span(owner.start, owner.start + len(words)), step)


def _owns(text: str, owner: Span, span: Span) -> bool:
    """Whether the words set the name of a state to that of something of it."""
    if owner in span:
        return owner.start == span.start or bool(_OF.search(text[span.start : owner.start]))
    return owner.end <= span.start and bool(_OWNER_THEN.fullmatch(text, owner.end, span.start))
