"""Where what is wrong with a draft was written: the line of its script, and the line of the article."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from karabakh_data.extract.article import line_of
from karabakh_data.extract.one_article import ArticleDraft
from karabakh_data.model import TABLES, id_of

Kind = Literal["extraction", "resolution", "support", "rules", "share"]
# The line of a script, and that of its article; None where there is none.
Place = tuple[int | None, int | None]
NOWHERE: Place = (None, None)


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong with a draft: what it is and what to do, and where, if it is anywhere in its script."""

    kind: Kind
    message: str
    script_line: int | None = None
    article_line: int | None = None


class Places:
    """What stands where in the script and text of a draft."""

    def __init__(self, draft: ArticleDraft) -> None:
        self._lines, self._text = draft.lines, draft.article.text
        self.claims: dict[str, Place] = {}
        self._records: dict[tuple[str, str], list[tuple[str, Place]]] = defaultdict(list)
        for claim in draft.extracted.claims:
            place = self.claims[claim.claim_id] = self._at(claim.claim_id, claim.char_start)
            self._records[claim.record_table, claim.record_id].append((claim.field, place))
        self._passages = {one.passage_id: self._at(one.passage_id, one.char_start) for one in draft.extracted.passages}
        self._mentions = {
            one.mention_id: (self._lines.get(one.surface), self._article_line(one.char_start))
            for one in draft.extracted.mentions
        }
        self._in_order = sorted((line, at) for line, at in self._passages.values() if line and at)

    def of_line(self, script_line: int | None) -> Place:
        """A line of the script, with the line of the article at which it has come."""
        at = bisect_right(self._in_order, script_line or 0, key=lambda place: place[0]) - 1
        return script_line, self._in_order[at][1] if script_line and at >= 0 else None

    def of_record(self, table: str, record_id: str, fields: Sequence[str] = ()) -> list[Place]:
        """Where something is claimed of these fields of a record, or else of any, in the order of the script."""
        said = self._records.get((table, record_id), [])
        places = {place for field, place in said if field in fields} or {place for _, place in said}
        return sorted(places, key=lambda place: place[0] or 0)

    def of_row(self, table: str, row: Mapping[str, Any], fields: Sequence[str] = ()) -> list[Place]:
        """Where a row, given by its key at least, comes from in this script: of a record, where these are claimed."""
        key = TABLES[table].key if table in TABLES else ()
        if not key or not all(name in row for name in key):
            return []
        row_id = id_of(TABLES[table], row)
        apart: Mapping[str, Mapping[str, Place]] = {
            "claims": self.claims,
            "passages": self._passages,
            "mentions": self._mentions,
        }
        if table in apart:
            return [apart[table][row_id]] if row_id in apart[table] else []
        return self.of_record(table, row_id, fields)

    def _at(self, name: str, offset: int) -> Place:
        return self._lines.get(name), self._article_line(offset)

    def _article_line(self, offset: int) -> int:
        return line_of(self._text, offset)
