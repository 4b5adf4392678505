"""The invented articles of one story, the Courier's and the Herald's, coded and resolved as real ones are.

An article is a list of paragraphs (`paragraphs`), which tell of the details of the story (`world`). `zenda` is the
smallest story; `story` tells one of any length by chance, as a template that `templates` multiplies.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pyarrow as pa

from karabakh_data.extract.extraction import extract_article
from karabakh_data.extract.text import Text
from karabakh_data.model import Claim, Crosswalk, FormerId, Mention, Passage
from karabakh_data.model.arrow import to_arrow
from karabakh_data.resolve import resolve
from karabakh_data.testing import paragraphs, world
from karabakh_data.testing.paragraphs import RETOLD, ROUND, Writer
from karabakh_data.testing.world import Details, Registers

MARK = "0000000"  # the digits of the story's number: they open every id of its own, and stand in every sentence
COURIER, HERALD = "courier-2020-11-16", "herald-2020-12-02"
CROSSWALK = (
    Crosswalk(
        vocabulary="event_type", term="handover", scheme="CAMEO", code="none", label="nothing fits", match="none"
    ),
)


@dataclass(frozen=True, slots=True)
class InventedArticle:
    """An invented article: the facts of its source.toml, and its paragraphs, each with the details that it tells of."""

    source_id: str
    facts: Mapping[str, str]
    paragraphs: Sequence[tuple[Writer, Details]]

    @property
    def text(self) -> str:
        """The article as it was published."""
        return "".join(f"{next(write(d))[1]}\n" for write, d in self.paragraphs)

    def code(self, text: Text) -> None:
        """The coding of the article, as its script."""
        published, names = self.text, {name: entity for _, d in self.paragraphs for name, entity in d.names.items()}
        for name, entity in names.items():
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", published):
                text.names(entity, name)
        for write, d in self.paragraphs:
            paragraph = write(d)
            role, words = next(paragraph)
            with suppress(StopIteration):
                paragraph.send(getattr(text, role)(words))


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of the same events, and the registers of what they tell of."""

    articles: Sequence[InventedArticle]
    registers: Registers
    former: str | None = None  # what the first of its events was called in an earlier release

    def write(self, raw: Path) -> None:
        """The articles as folders of `raw/`."""
        for article in self.articles:
            folder = raw / article.source_id
            folder.mkdir(parents=True)
            content = article.text.encode()
            (folder / "article.txt").write_bytes(content)
            facts = {
                **article.facts,
                **{"language": "en", "sha256": hashlib.sha256(content).hexdigest()},
                **{"rights": "Invented; it belongs to nobody.", "framing": "None."},
            }
            lines = "".join(f'{name} = "{fact}"\n' for name, fact in facts.items())
            (folder / "source.toml").write_text(lines, encoding="utf-8")

    def tables(self, raw: Path, crosswalk: Iterable[Crosswalk] = CROSSWALK) -> dict[str, pa.Table]:
        """All tables, drawn from the articles in the folder and resolved."""
        found = [extract_article(raw / one.source_id, one.code, self.registers) for one in self.articles]
        rows = {
            "passages": to_arrow(Passage, (row for one in found for row in one.passages)),
            "claims": to_arrow(Claim, (row for one in found for row in one.claims)),
            "mentions": to_arrow(Mention, (row for one in found for row in one.mentions)),
        }
        return resolve(
            {**self.registers, "sources": {one.source["source_id"]: one.source for one in found}},
            rows,
            crosswalk,
            self._history(),
        )

    def _history(self) -> list[FormerId]:
        if self.former is None:
            return []
        now = min(self.registers["events"])
        given = {"old_id": self.former, "record_table": "events", "new_id": now, "version": "0.0.2"}
        return [FormerId(**given, note="The old id said too little.")]


def zenda() -> Story:
    """The smallest story: two articles of a few sentences that disagree.

    An id that is in two tables (`zenda-handover`), a date and a figure in dispute, a denial, and the same town under
    three names are in it.
    """
    d = Details(world.world())
    first = [paragraphs.headline, *ROUND[:3], paragraphs.footer]
    second = [paragraphs.imprint, paragraphs.arrival, paragraphs.count, paragraphs.denial]
    return Story(
        [
            InventedArticle(COURIER, {"title": "Zenda handed over"}, [(write, d) for write in first]),
            InventedArticle(HERALD, {"publisher": "The Herald"}, [(write, d) for write in second]),
        ],
        d.registers,
    )


def story(seed: str, articles: int, events: int) -> Story:
    """A story whose number is `MARK`: so many articles, one or two, each the first to tell of so many events."""
    random, registers = Random(f"karabakh-data {seed} {articles} {events}"), world.world()
    first, second = (
        [world.drawn(random, registers, f"{MARK}-{letter}{at:02}-") for at in range(1 + events // len(ROUND))]
        for letter in "ab"
    )
    opening = first[0]
    facts = {"author": "A. Hope", "origin": "the Evening Post", "dateline": "Strelsau"}
    facts |= {"title": f"{opening.town.name} handed over{opening.wire}", "published_edtf": f"{opening.year}-11-30"}
    told = [(paragraphs.headline, opening), (paragraphs.byline, opening), *_told(first, events)[1:]]
    retold = [(RETOLD[at % len(ROUND)], first[at // len(ROUND)]) for at in range(events)]
    again = [(write, d) for write, d in retold if write]
    # Who denies the dead tells of an event of its own.
    again += [(paragraphs.denial, opening)] * (events > 1)
    own = [(paragraphs.imprint, opening), *again, *_told(second, events - (events > 1))]
    made = [
        InventedArticle(f"{MARK}-{COURIER}", facts, [*told, (paragraphs.footer, opening)]),
        InventedArticle(f"{MARK}-{HERALD}", {"publisher": "The Herald"}, own),
    ]
    return Story(made[:articles], registers, f"{MARK}-former")


def _told(rounds: Sequence[Details], events: int) -> list[tuple[Writer, Details]]:
    """The paragraphs by which an article is the first to tell of so many events, a handover under its heading."""
    found: list[tuple[Writer, Details]] = []
    for at in range(events):
        d, write = rounds[at // len(ROUND)], ROUND[at % len(ROUND)]
        found += [(paragraphs.subheading, d)] if write is paragraphs.handover else []
        found.append((write, d))
    return found
