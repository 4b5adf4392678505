"""Which words of an article name whom, by every surface form that a coded article ties to an actor or place.

A form is looked for without regard to case, hyphens, quotation marks, the shape of apostrophes and a "the" before it;
its words must have a capital in both. Left out is what means somebody else in the next article: forms without any
capital ("the region"), a population by less than its whole name ("Armenians"), a person by no part of the name
("Secretary of State"), and forms that as many articles tie to one as to another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.proposals.known import Entity, Known

# Letter by letter, so that offsets stay.
_ALIKE = str.maketrans({"’": "'", "‘": "'", "-": " ", "‑": " ", "–": " ", "\u00a0": " ", "\n": " "})
_AROUND = "'\"“”«»„ "
_THE = re.compile(r"the\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ALSO_CALLED = re.compile(r"\s*[(/]\s*|\)")


@dataclass(frozen=True, slots=True)
class Name:
    """Words that stand in an article, whom they may name, and who else is called so, the likeliest first."""

    words: str
    entity: Entity
    others: tuple[Entity, ...] = ()


def names(text: str, known: Known) -> list[Name]:
    """The forms that stand in a text, in their order; of several who are called alike, the one of most articles."""
    meant = _meant(known)
    found: dict[str, Name] = {}
    for words in _standing(text, meant):
        ranked = ranking(meant[key(words)])
        if words not in found and is_proper(words) and (entity := _chosen(words, ranked, known)):
            found[words] = Name(words, entity, tuple(other for other, _ in ranked if other != entity))
    return list(found.values())


def undecided(text: str, known: Known) -> list[tuple[str, list[Entity]]]:
    """The forms in a text that as many articles tie to one as to another, each with all who are called so."""
    meant = _meant(known)
    found: dict[str, list[Entity]] = {}
    for words in _standing(text, meant):
        tied = [entity for entity, count in ranking(meant[key(words)]) if count]
        if is_proper(words) and len(tied) > 1 and _chosen(words, ranking(meant[key(words)]), known) is None:
            found.setdefault(words, tied)
    return list(found.items())


def ranking(tied: Counter[Entity]) -> list[tuple[Entity, int]]:
    """Who is called so and in how many articles: most first, and of as many the first id, the same on every run."""
    return sorted(tied.items(), key=lambda item: (-item[1], item[0]))


def spots(article: Article, found: list[Name], known: Known) -> dict[Span, Entity]:
    """Where the names stand and whom each names, as a script that ties them would have it, in the article's order."""
    sheet = _sheet(article, found, known)
    return {span: "/".join(entity) for span, entity in sorted(sheet.mentions().items())}


def without_idle(article: Article, found: list[Name], known: Known) -> list[Name]:
    """The names that name a spot of their own: a script may tie no others."""
    idle = set(_sheet(article, found, known).idle())
    return [name for name in found if name.words not in idle]


def kind(entity: Entity, known: Known) -> str:
    """The type of an actor or place, as its register has it."""
    table, _, record_id = entity.partition("/")
    return str(known.registers[table][record_id][f"{table.removesuffix('s')}_type"])


def key(form: str) -> str:
    """What is alike in all ways of writing a form."""
    bare = form.strip(_AROUND)
    return folded(_THE.sub("", bare, count=1) if _THE.match(bare) else bare)


def folded(text: str) -> str:
    """The text with small letters, straight apostrophes and blanks for hyphens, letter by letter."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text).translate(_ALIKE)


def is_proper(words: str) -> bool:
    """Whether there is a capital beside that of a "The"."""
    return any(letter.isupper() for letter in (_THE.sub("", words, count=1) if _THE.match(words) else words))


def _meant(known: Known) -> dict[str, Counter[Entity]]:
    meant: dict[str, Counter[Entity]] = defaultdict(Counter)
    for form, tied in known.names.items():
        for part in _ALSO_CALLED.split(form):
            if is_proper(part) and (max(tied.values()) > 0 or part[0].isupper()):
                meant[key(part)].update(tied)
    return meant


def _chosen(words: str, ranked: list[tuple[Entity, int]], known: Known) -> Entity | None:
    """Whom the words name, if they are likely to name the same in the next article."""
    most = [entity for entity, count in ranked if count == ranked[0][1]]
    actors = [entity for entity in most if entity.startswith("actors/")]
    if len(most) > 1 and len(actors) != 1:  # a state and its territory are called alike; `in` tells them apart
        return None
    entity = actors[0] if len(most) > 1 else most[0]
    whole = set(_WORD.findall(folded(known.registers[entity.split("/")[0]][entity.split("/")[1]]["name"])))
    given = set(_WORD.findall(key(words)))
    if kind(entity, known) == "population_group" and given != whole:
        return None
    return None if kind(entity, known) == "person" and not given & whole else entity


def _standing(text: str, meant: Mapping[str, Counter[Entity]]) -> Iterator[str]:
    """Each stretch of the text that is one of the forms, as it is written there, also one within another."""
    plain = folded(text)
    by_first: dict[str, list[str]] = defaultdict(list)
    for form in meant:
        if match := _WORD.match(form):
            by_first[match.group()].append(form)
    for match in _WORD.finditer(plain):
        for form in by_first.get(match.group(), ()):
            end = match.start() + len(form)
            if plain.startswith(form, match.start()) and not plain[end : end + 1].isalnum():
                yield text[match.start() : end]


def _sheet(article: Article, found: list[Name], known: Known) -> CodingSheet:
    sheet = CodingSheet(Article(article.source_id, article.text, {}), known.registers)
    for name in found:
        table, _, record_id = name.entity.partition("/")
        sheet.tied[name.words] = table, record_id
    return sheet
