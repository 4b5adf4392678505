"""What a script does with an article: it goes from passage to passage and says what each one claims.

A script reads like a marked-up article. Each line names a record, the words on which it rests, and what they say of it:

    s = text.sentence("Kalbajar should … postponed the event.")
    s.clause("kalbajar-handover-2020", "November 15", due_edtf="2020-11-15", derived="the year is the article's")
    s.event("kalbajar-postponement-2020", "had postponed the event", status="occurred")
    s.event_actor("kalbajar-postponement-2020", "azerbaijan", "actor", "Baku")
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from karabakh_data.extract.article import Span
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.passage import Passage


@dataclass(slots=True)
class Text(CodingSheet):
    """The coding sheet as a script fills it in: passage by passage, and names throughout."""

    def passage(
        self, role: str, words: str, *, no_fact: str | None = None, nth: tuple[int, int] | None = None
    ) -> Passage:
        """The passage that the words open and close; `no_fact` gives the reason for coding nothing from it.

        Words that begin with the elision open where the passage before ended: so no private name need be written.
        """
        span = self._rest(words.removeprefix("… ")) if words.startswith("… ") else self.article.find(words, nth=nth)
        passage_id = f"{self.article.source_id}-p{len(self.passages) + 1:03}"
        if span is not None:
            self.passages.append(
                {
                    "passage_id": passage_id,
                    "source_id": self.article.source_id,
                    "seq": len(self.passages) + 1,
                    "char_start": span.start,
                    "char_end": span.end,
                    "role": role,
                    "reason": no_fact,
                }
            )
        return Passage(self, passage_id, span)

    def _rest(self, closing: str) -> Span | None:
        end_before = self.passages[-1]["char_end"] if self.passages else 0
        rest = self.article.text[end_before:]
        start = end_before + len(rest) - len(rest.lstrip())
        closed = self.article.find(closing, within=Span(start, len(self.article.text)))
        return Span(start, closed.end) if closed else None

    def headline(self, words: str, **options: Any) -> Passage:
        """The article's title."""
        return self.passage("headline", words, **options)

    def byline(self, words: str, **options: Any) -> Passage:
        """Who wrote it."""
        return self.passage("byline", words, **options)

    def dateline(self, words: str, **options: Any) -> Passage:
        """Where and when it was written or published."""
        return self.passage("dateline", words, **options)

    def caption(self, words: str, **options: Any) -> Passage:
        """Words that go with a picture or video."""
        return self.passage("caption", words, **options)

    def standfirst(self, words: str, **options: Any) -> Passage:
        """The lead between headline and text."""
        return self.passage("standfirst", words, **options)

    def sentence(self, words: str, **options: Any) -> Passage:
        """A sentence of the text."""
        return self.passage("sentence", words, **options)

    def subheading(self, words: str, **options: Any) -> Passage:
        """A heading within the text."""
        return self.passage("subheading", words, **options)

    def related_link(self, words: str, **options: Any) -> Passage:
        """The headline of another article."""
        return self.passage("related_link", words, **options)

    def boilerplate(self, words: str, *, no_fact: str | None = "site furniture", **options: Any) -> Passage:
        """Site furniture."""
        return self.passage("boilerplate", words, no_fact=no_fact, **options)

    def comment_footer(self, words: str, *, no_fact: str = "about readers' comments", **options: Any) -> Passage:
        """Words about readers' comments."""
        return self.passage("comment_footer", words, no_fact=no_fact, **options)

    def names(self, names: Mapping[str, str]) -> None:
        """Tie names to actors and places wherever they stand in the article as whole words, the longest name first.

        The entity is written with its table: `"Baku": "actors/azerbaijan"`. A passage's own `mention` goes before.
        """
        taken: list[Span] = []
        for surface in sorted(names, key=lambda name: (-len(name), name)):
            matches = list(re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", self.article.text))
            if not matches:
                self.article.fail(f"the name '{surface}' does not stand in the article")
            for match in matches:
                span = Span(match.start(), match.end())
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    self.mention(span, names[surface])


Code = Callable[[Text], None]
