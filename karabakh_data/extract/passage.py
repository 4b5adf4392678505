"""A passage of an article as a script marks it up: in the article's own voice, or another's."""

from __future__ import annotations

from karabakh_data.extract.each_record import SourceClaims, Voice


class MarkedPassage(Voice):
    """One passage under coding, and what the article says there in its own voice."""

    def said_by(self, actor_id: str) -> Voice:
        """The voice of an actor whom the article has say what follows."""
        self._sheet.is_registered("actors", actor_id)
        return Voice(self._sheet, self._passage_id, self._span, actor_id)

    @property
    def source(self) -> SourceClaims:
        """The article itself, of which the passage shows what source.toml gives."""
        return SourceClaims(self, self._sheet.article.source_id)

    def mention(self, words: str, entity: str | None) -> None:
        """Tie words to another actor or place than `text.names` does, or with None to none.

        Names within these words or around them stand as well, unless it is None: then none within them does.
        """
        if self._span is None:
            return
        span = self._sheet.article.find(words, within=self._span)
        if span is None:
            return
        for other in [other for other in self._sheet.spots if other == span or other.crosses(span)]:
            before = f"'{self._sheet.article.text[other.start : other.end]}' in script line {self._sheet.lines[other]}"
            self._sheet.article.fail(f"'{words}' overlaps what is said of {before}; say of each spot once what it is")
        self._sheet.lines[span] = self._sheet.article.script_line()
        named = self._sheet.article.text[span.start : span.end]
        self._sheet.spots[span] = None if entity is None else self._sheet.entity(named, entity)
