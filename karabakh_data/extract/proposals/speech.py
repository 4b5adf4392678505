"""Who speaks in a passage and to whom, by the verb between two names: "France has called on Russia"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from karabakh_data.extract.article import Span
from karabakh_data.extract.proposals.known import Entity

_SAYS = (
    r"said|says|announced?s?|stated|states|declared?s?|admitted|admits|vowed|vows|insisted|insists|claimed|claims"
    r"|denied|denies|assured?s?|explained|explains|warned|warns|stressed|stresses|acknowledged|acknowledges"
    r"|maintained|maintains|promised|promises|defended|defends|criticized|criticised|condemned|condemns"
)
_ASKS = r"called on|calls on|called upon|urged|urges|appealed to|appeals to|told|thanked|asked"
_ACCUSES = r"accused|accuses|blamed|blames"
_SPEAKS = re.compile(rf"(?<!\w)(?:(?P<asks>{_ASKS})|(?P<accuses>{_ACCUSES})|(?P<says>{_SAYS}))(?!\w)")
_ACCORDING = re.compile(r"(?<!\w)according to(?:\s+the)?\s+$", re.IGNORECASE)
# What may stand between speaker and verb, and between verb and addressee: a few words and no other clause.
_TO_VERB = re.compile(r"(?:[,\s]+(?:has|have|had|also|then|specifically|later|again|anyway|itself|once)){0,3}[,\s]+")
_IN = re.compile(r"(?<!\w)(?:in|from|near|at)(?:\s+the)?\s+$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+[^\W\d_]")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_TO_ADDRESSEE = re.compile(r"\s+(?:the\s+)?")


Named = tuple[Span, Entity]


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech act: the words that say so, who speaks, and to whom (`addressee`) or against whom (`target`)."""

    verb: Span
    speakers: tuple[Named, ...]
    role: str = ""
    other: Named | None = None


def speech(text: str, passage: Span, at: Mapping[Span, Entity]) -> Iterator[Speech]:
    """The speech acts in a passage of a text; `at` tells where in the text actors and places are named."""
    actors = {span: entity for span, entity in at.items() if entity.startswith("actors/") and span in passage}
    for span, entity in actors.items():
        if match := _ACCORDING.search(text[passage.start : span.start]):
            start = passage.start + match.start()
            # "According to US officials" is not according to the US.
            if not any(span in other and span != other for other in actors) and not _GOES_ON.match(text, span.end):
                yield Speech(Span(start, start + len("according to")), ((span, entity),))
    for match in _SPEAKS.finditer(text, passage.start, passage.end):
        speaker = _before(text, match.start(), actors, _TO_VERB)
        if speaker is None or _IN.search(text[passage.start : speaker.start]):  # "the ministry in Baku said"
            continue
        speakers = [(speaker, actors[speaker])]
        if (beside := _before(text, speaker.start, actors, _AND)) is not None:
            speakers.insert(0, (beside, actors[beside]))
        role = "addressee" if match["asks"] else "target" if match["accuses"] else ""
        other = _behind(text, match.end(), actors) if role else None
        yield Speech(Span(*match.span()), tuple(speakers), role, (other, actors[other]) if other else None)


def _before(text: str, at: int, actors: Mapping[Span, Entity], between: re.Pattern[str]) -> Span | None:
    """The name that ends nearest before, the longest of several, if only such words are between."""
    for span in sorted(actors, key=lambda span: (-span.end, span.start)):
        if span.end <= at:
            return span if between.fullmatch(text, span.end, at) else None
    return None


def _behind(text: str, at: int, actors: Mapping[Span, Entity]) -> Span | None:
    for span in sorted(actors, key=lambda span: (span.start, -span.end)):
        if span.start >= at:
            return span if _TO_ADDRESSEE.fullmatch(text, at, span.start) else None
    return None
