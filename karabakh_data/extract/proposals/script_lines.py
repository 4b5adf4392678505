"""The proposals of an article as lines of its script, each a comment until a coder takes it.

Once the signs of comment are gone, the lines are ones that a script may hold. Ids that end with a number stand for
records that are still to be entered in the registers: `event-id-1`, `casualty-id-1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import count, groupby

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.proposals.belonging import Belonging, belonging
from karabakh_data.extract.proposals.dates import dates
from karabakh_data.extract.proposals.descriptions import all_names
from karabakh_data.extract.proposals.figures import Figure, figures
from karabakh_data.extract.proposals.known import Entity, Known
from karabakh_data.extract.proposals.names import Name, spots, undecided
from karabakh_data.extract.proposals.published import published
from karabakh_data.extract.proposals.records import Records
from karabakh_data.extract.proposals.speech import Speech, speech
from karabakh_data.extract.proposals.spot_by_spot import exceptions
from karabakh_data.extract.proposals.words import literal, quoting

WIDTH = 160  # of a line of names
UNDATED = ("dateline", "byline", "caption")  # whose dates are those of the article or of a picture

_NOW = re.compile(r"\b(?:at (?:the )?time of writing|so far|to date)\b", re.IGNORECASE)


class ScriptLines:
    """What is proposed for one article, in the order of its passages: each is asked for once."""

    def __init__(self, article: Article, known: Known) -> None:
        self._article = article
        self._known = known
        self._published = published(article)
        self._names = all_names(article, known)
        self._at = spots(article, self._names, known)
        self._numbers = {"event": count(1), "casualty": count(1)}
        self._belonging: set[tuple[Entity, str]] = set()

    @cached_property
    def _records(self) -> Records:
        return Records(self._known)

    def names(self) -> Iterator[str]:
        """The lines that tie names to actors and places, those with other candidates in lines of their own."""
        for entity, of_one in groupby(
            sorted(self._names, key=self._order), key=lambda name: (name.entity, name.others)
        ):
            tied, others = entity
            line = ""
            for name in of_one:
                if line and len(line) + len(name.words) > WIDTH:
                    yield _names_line(line, others)
                    line = ""
                line = f"{line}, {literal(name.words)}" if line else f"{literal(tied)}, {literal(name.words)}"
            yield _names_line(line, others)
        for words, candidates in undecided(self._article.text, self._known):
            if words not in {name.words for name in self._names}:
                yield f"Several are called {literal(words)}: {', '.join(candidates)}"

    def records(self, passage: Span) -> list[Entity]:
        """The records of other articles that share the passage's actors, places and days, the best first."""
        here = {entity for span, entity in self._at.items() if span in passage}
        text = self._text(passage)
        return self._records.best(text, here, [one.value for one in dates(text, self._published)])

    def claims(self, passage: Span, role: str) -> Iterator[str]:
        """The lines on what a passage of that role says."""
        text = self._article.text
        for span, entity in exceptions(text, passage, self._at, self._known, dateline=role == "dateline"):
            if words := quoting(text, span, passage):
                yield f"s.mention({literal(words)}, {literal(entity) if entity else None})"
        for one in belonging(text, passage, self._at, self._known):
            yield from self._belongs(one, passage)
        for act in speech(text, passage, self._at):
            yield from self._speaks(act, passage)
        if role not in UNDATED:
            yield from self._dated(passage)
            yield from self._figures(passage)

    def _order(self, name: Name) -> tuple[int, tuple[Entity, ...]]:
        """By whose name stands first in the article."""
        return [one.entity for one in self._names].index(name.entity), name.others

    def _text(self, passage: Span) -> str:
        return self._article.text[passage.start : passage.end]

    def _new(self, table: str) -> str:
        return f"{table}-id-{next(self._numbers[table])}"

    def _quoting(self, passage: Span, start: int, end: int) -> str | None:
        return quoting(self._article.text, Span(passage.start + start, passage.start + end), passage)

    def _belongs(self, one: Belonging, passage: Span) -> Iterator[str]:
        table, _, record_id = one.entity.partition("/")
        words = quoting(self._article.text, one.words, passage)
        if words and (one.entity, one.field) not in self._belonging:
            self._belonging.add((one.entity, one.field))
            step = f", derived={literal(one.step)}" if one.step else ""
            named = f"s.{table.removesuffix('s')}({literal(record_id)})"
            yield f"{named}.{one.field}({literal(one.value)}, {literal(words)}{step})"

    def _speaks(self, act: Speech, passage: Span) -> Iterator[str]:
        roles = [("speaker", one) for one in act.speakers] + ([(act.role, act.other)] if act.other else [])
        verb = quoting(self._article.text, act.verb, passage)
        quoted = [(role, entity, quoting(self._article.text, span, passage)) for role, (span, entity) in roles]
        if verb and all(words for _, _, words in quoted):
            yield f"said = s.event({literal(self._new('event'))})"
            yield f'said.status("occurred", {literal(verb)})'
            for role, entity, words in quoted:
                yield f"said.{role}({literal(entity.partition('/')[2])}, {literal(str(words))})"

    def _dated(self, passage: Span) -> Iterator[str]:
        told = [
            (one, self._quoting(passage, one.start, one.end)) for one in dates(self._text(passage), self._published)
        ]
        if any(words for _, words in told):
            yield f"dated = s.event({literal(self._new('event'))})"
        for one, words in told:
            if words:
                step = f", {one.basis}={literal(one.step)}" if one.step else ""
                other = f"  # or {', '.join(one.others)}" if one.others else ""
                yield f"dated.date({literal(one.value)}, {literal(words)}{step}){other}"

    def _figures(self, passage: Span) -> Iterator[str]:
        found = figures(self._text(passage))
        named = _variables(found)
        now = _NOW.search(self._text(passage))
        reported = (
            self._quoting(passage, *now.span()) if now and len(self._published or "") == len("2020-11-25") else None
        )
        for figure, name in zip(found, named, strict=True):
            words = self._quoting(passage, *figure.words)
            measure = self._quoting(passage, *figure.measure_words)
            if not words or not measure:
                return
            yield f"{name} = s.casualty({literal(self._new('casualty'))})"
            yield f"{name}.measure({literal(figure.measure)}, {literal(measure)})"
            yield f"{name}.{figure.bound}({figure.value}, {literal(words)})"
            yield f"{name}.{_victim_class(figure, words)}"
            if figure.of is not None:
                yield f'{name}.subset_of({named[figure.of]}, {literal(words)}, derived="part of the figure before")'
            if reported:
                day = literal(str(self._published))
                yield f'{name}.as_of({day}, {literal(reported)}, derived="the day of publication")'


def _names_line(arguments: str, others: tuple[Entity, ...]) -> str:
    return f"text.names({arguments})" + (f"  # or {', '.join(others)}" if others else "")


def _variables(found: list[Figure]) -> list[str]:
    """A name of its own for each figure of a passage."""
    plain = [
        f"{one.victim_class}_{one.measure}" if one.of is not None and one.victim_class else one.measure for one in found
    ]
    return [f"{name}_{plain[:at].count(name) + 1}" if name in plain[:at] else name for at, name in enumerate(plain)]


def _victim_class(figure: Figure, words: str) -> str:
    if figure.victim_class:
        return f"victim_class({literal(figure.victim_class)}, {literal(words)})"
    if figure.has_parts:
        return f'victim_class("total", {literal(words)}, derived="the figure includes civilians and others")'
    return f'victim_class("unknown", {literal(words)}, judged="the sentence does not say who is counted")'
