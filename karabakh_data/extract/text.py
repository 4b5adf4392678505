"""What a script does with an article: it goes from passage to passage and says what each one claims.

A script reads like a marked-up article. A record is named once in a passage; then each line claims one value of it,
with the words on which it rests:

    s = text.sentence("Located between … postponed the event.")
    handover = s.clause("kalbajar-handover")
    handover.modality("obligation", "should have been surrendered")
    handover.due("2020-11-15", "November 15", derived="the year is that of publication, 2020")
    moved = s.event("kalbajar-postponement-2020")
    moved.status("occurred", "postponed")
    moved.actor("azerbaijan", "Baku")
"""

from __future__ import annotations

from collections.abc import Callable

from karabakh_data.extract.article import Span
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.passage import MarkedPassage

Nth = tuple[int, int]


class Text:
    """An article as a script marks it up: names throughout, then passage by passage.

    Each method that takes a passage finds it by the words that open and close it. `no_fact` gives the reason for coding
    nothing from it; `nth=(2, 3)` takes the second of three places where the opening words stand. Words that begin with
    the elision open where the passage before ended: so no private name need be written.
    """

    def __init__(self, sheet: CodingSheet) -> None:
        self._sheet = sheet

    def headline(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """The article's title."""
        return self._passage("headline", words, no_fact, nth)

    def byline(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """Who wrote it."""
        return self._passage("byline", words, no_fact, nth)

    def dateline(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """Where and when it was written or published."""
        return self._passage("dateline", words, no_fact, nth)

    def caption(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """Words that go with a picture or video."""
        return self._passage("caption", words, no_fact, nth)

    def standfirst(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """The lead between headline and text."""
        return self._passage("standfirst", words, no_fact, nth)

    def sentence(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """A sentence of the text."""
        return self._passage("sentence", words, no_fact, nth)

    def subheading(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """A heading within the text."""
        return self._passage("subheading", words, no_fact, nth)

    def related_link(self, words: str, *, no_fact: str | None = None, nth: Nth | None = None) -> MarkedPassage:
        """The headline of another article."""
        return self._passage("related_link", words, no_fact, nth)

    def boilerplate(
        self, words: str, *, no_fact: str | None = "site furniture", nth: Nth | None = None
    ) -> MarkedPassage:
        """Site furniture."""
        return self._passage("boilerplate", words, no_fact, nth)

    def comment_footer(
        self, words: str, *, no_fact: str | None = "about readers' comments", nth: Nth | None = None
    ) -> MarkedPassage:
        """Words about readers' comments."""
        return self._passage("comment_footer", words, no_fact, nth)

    def names(self, entity: str, *names: str) -> None:
        """Tie names to an actor or place wherever they stand in the article as whole words, a longer name first.

        Within a longer name a shorter one counts where it names somebody else.

        The entity is written with its table: `text.names("actors/azerbaijan", "Azerbaijan", "Baku")`. What a passage
        says in a `mention` goes before.
        """
        if not names:
            self._sheet.article.fail(f"'{entity}' is tied to no words: give the names by which the article calls it")
        for name in names:
            if not isinstance(name, str) or not name:
                self._sheet.article.fail(f"the name {name!r} is no text with a character")
            elif name in self._sheet.tied:
                self._sheet.article.fail(f"the name '{name}' is tied before, in script line {self._sheet.lines[name]}")
            elif not self._sheet.standing(name):
                self._sheet.article.fail(f"the name '{name}' does not stand in the article")
            else:
                self._sheet.lines[name] = self._sheet.article.script_line()
                self._sheet.tied[name] = self._sheet.entity(name, entity)

    def _passage(self, role: str, words: str, no_fact: str | None, nth: Nth | None) -> MarkedPassage:
        article = self._sheet.article
        if no_fact is not None and not isinstance(no_fact, str):
            article.fail(f"`no_fact=` is {no_fact!r}, and no text")
            no_fact = None
        rest = str(words).startswith("… ")
        if rest and nth is not None:
            article.fail(f"'{words}' opens where the passage before ended, so that `nth={nth}` says nothing; delete it")
        span = self._rest(words.removeprefix("… ")) if rest else article.find(words, nth=nth)
        return MarkedPassage(self._sheet, self._sheet.add_passage(span, role, no_fact), span)

    def _rest(self, closing: str) -> Span | None:
        end_before = self._sheet.passages[-1]["char_end"] if self._sheet.passages else 0
        rest = self._sheet.article.text[end_before:]
        start = end_before + len(rest) - len(rest.lstrip())
        closed = self._sheet.article.find(closing, within=Span(start, len(self._sheet.article.text)))
        return Span(start, closed.end) if closed else None


Code = Callable[[Text], None]
