"""A synthetic article while it is written: sentence by sentence, with the claims and mentions that rest on each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from karabakh_data.model import Claim, Mention, Passage
from karabakh_data.testing.invented import Record

Value = str | int


@dataclass(slots=True)
class Draft:
    """The article so far, and what is coded from it."""

    source_id: str
    text: str = ""
    passages: list[Record] = field(default_factory=list)
    claims: list[Record] = field(default_factory=list)
    mentions: list[Record] = field(default_factory=list)

    def passage(self, words: str, *, role: str = "sentence", reason: str | None = None) -> None:
        """Write a passage; the claims and mentions that follow rest on it."""
        self.text += "\n" if self.text else ""
        start = len(self.text)
        self.text += words
        self.passages.append(
            {
                "passage_id": f"{self.source_id}-p{len(self.passages) + 1:03}",
                "source_id": self.source_id,
                "seq": len(self.passages) + 1,
                "char_start": start,
                "char_end": len(self.text),
                "role": role,
                "reason": reason,
            }
        )

    def claim(
        self,
        record: str,
        quote: str,
        *,
        note: str | None = None,
        judged: bool = False,
        by: str | None = None,
        denies: bool = False,
        **values: Value,
    ) -> None:
        """Claim values of a record, written with its table, from words of the passage; with a note they are derived."""
        table, _, record_id = record.partition("/")
        for name, value in values.items():
            self.claims.append(
                {
                    "claim_id": f"{self.source_id}-c{len(self.claims) + 1:03}",
                    "record_table": table,
                    "record_id": record_id,
                    "field": name,
                    "value": str(value),
                    "source_id": self.source_id,
                    "passage_id": self.passages[-1]["passage_id"],
                    **self._spot(quote),
                    "quote": quote,
                    "attributed_to": by,
                    "stance": "denies" if denies else "asserts",
                    "basis": "judged" if judged else "derived" if note else "stated",
                    "note": note,
                }
            )

    def mention(self, words: str, entity: str) -> None:
        """Say that words of the passage name an actor or place, written with its table."""
        table, _, entity_id = entity.partition("/")
        self.mentions.append(
            {
                "mention_id": f"{self.source_id}-m{len(self.mentions) + 1:03}",
                "source_id": self.source_id,
                **self._spot(words),
                "surface": words,
                "entity_table": table,
                "entity_id": entity_id,
            }
        )

    def rows(self) -> tuple[list[Passage], list[Claim], list[Mention]]:
        """What is coded from the article, as rows of the models."""
        coded = {claim["passage_id"] for claim in self.claims}
        return (
            [Passage(**row, disposition="coded" if row["passage_id"] in coded else "no_fact") for row in self.passages],
            [Claim(**row, in_conflict=False) for row in self.claims],
            [Mention(**row) for row in self.mentions],
        )

    def identity(self) -> Record:
        """The source's columns that no claim gives."""
        return {
            "source_id": self.source_id,
            "language": "en",
            "url": None,
            "sha256": hashlib.sha256(self.text.encode()).hexdigest(),
            "char_count": len(self.text),
            "rights": "An invented article; it belongs to nobody.",
            "framing": "An invented article; it takes no side.",
        }

    def _spot(self, words: str) -> dict[str, int]:
        start = self.text.index(words, self.passages[-1]["char_start"])
        return {"char_start": start, "char_end": start + len(words)}
