"""Spots where a name means another than elsewhere: the place that a state is called after, or nobody.

"In Baku" is said of the town. "Ethnic Armenian" and "the Armenian diaspora" are not said of Armenia, and "Moscow time"
of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from karabakh_data.extract.article import Span
from karabakh_data.extract.proposals.known import Entity, Known
from karabakh_data.extract.proposals.names import key, kind, ranking

_IN = re.compile(r"(?<!\w)[Ii]n\s+$")
_ETHNIC = re.compile(r"(?<!\w)[Ee]thnic\s+$")
_PEOPLE = re.compile(
    r"\s+(?:civilians?|communit(?:y|ies)|diaspora|minorit(?:y|ies)|people|populations?|refugees?|residents?|side"
    r"|time|villagers?)(?!\w)"
)


def exceptions(
    text: str, passage: Span, at: Mapping[Span, Entity], known: Known, *, dateline: bool
) -> Iterator[tuple[Span, Entity | None]]:
    """The spots of a passage where the name of a state means a place, or nobody; every one in a dateline is a place."""
    for span, entity in at.items():
        if span not in passage or kind(entity, known) != "state":
            continue
        words = text[span.start : span.end]
        ahead, behind = text[max(0, span.start - 20) : span.start], text[span.end : span.end + 20]
        is_name = words == known.registers["actors"][entity.partition("/")[2]]["name"]
        if dateline or _IN.search(ahead):
            if place := next((one for one in _called(words, known) if one.startswith("places/")), None):
                yield span, place
        elif not is_name and (_ETHNIC.search(ahead) or _PEOPLE.match(behind)):
            yield span, None


def _called(words: str, known: Known) -> Iterator[Entity]:
    """Who is called so by any article or register, the likeliest first."""
    for form, tied in known.names.items():
        if key(form) == key(words):
            yield from (entity for entity, _ in ranking(tied))
