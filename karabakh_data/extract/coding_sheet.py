"""The coding sheet of an article: what its script has said of it so far, each entry checked as it is made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.registers import Registers
from karabakh_data.model import TABLES, columns

Value = str | int | float | bool | date


@dataclass(slots=True)
class CodingSheet:
    """An article under coding: its passages, claims and mentions as plain rows, in the order of the script."""

    article: Article
    registers: Registers
    passages: list[dict[str, Any]]
    claims: list[dict[str, Any]]
    mentions: dict[Span, tuple[str, str]]

    def mention(self, span: Span, entity: str) -> None:
        """Tie one spot to an actor or place, written with its table."""
        table, _, record_id = entity.partition("/")
        if table not in ("actors", "places") or record_id not in self.registers[table]:
            self.article.fail(
                f"'{self.article.text[span.start : span.end]}' is tied to '{entity}', which is in no register"
            )
        self.mentions[span] = (table, record_id)

    def claim(
        self,
        passage_id: str,
        within: Span | None,
        table: str,
        record_id: str,
        quote: str,
        fields: Mapping[str, Value | None],
        *,
        by: str | None = None,
        derived: str | None = None,
        judged: str | None = None,
        note: str | None = None,
        denies: bool = False,
        questions: bool = False,
    ) -> None:
        """Claim values of fields of one record, all resting on the same words of a passage, which lies at `within`.

        Of a passage that was not found (`within` is None) nothing is claimed. `by` is the actor whom the article has
        say it. A value that cannot be read in the words is `derived` or `judged`, and the text given there is the
        note. Every failure is kept with the article.
        """
        article = self.article
        if within is None:
            return
        span = article.find(quote, within=within)
        if span is None:
            return
        where = f"{table}/{record_id} ('{quote}', {article.line(span.start)})"
        registered = self.registers.get(table)
        if registered is not None and record_id not in registered:
            article.fail(f"{where}: '{record_id}' is not in registers/{table}.toml; add it there or mend the id")
        if by is not None and by not in self.registers["actors"]:
            article.fail(f"{where}: by '{by}', who is not in registers/actors.toml")
        if bool(derived) + bool(judged) > 1 or (denies and questions):
            article.fail(f"{where}: a claim has one basis and one stance")
        known = {column.name: column for column in columns(TABLES[table], "coded")}
        for name, value in fields.items():
            if value is None:
                continue
            if name not in known:
                article.fail(f"{where}: '{name}' is no coded field of {table}; these are: {', '.join(known)}")
                continue
            problem = (
                f"is {value!r}, which is not of the type {known[name].type.__name__}"
                if type(value) is not known[name].type
                else known[name].definition.failure(value)
            )
            if problem:
                article.fail(f"{where}: `{name}` {problem}")
                continue
            self._check_reference(known[name].definition.references, value, where)
            row = {
                "record_table": table,
                "record_id": record_id,
                "field": name,
                "value": str(value),
                "source_id": article.source_id,
                "passage_id": passage_id,
                "char_start": span.start,
                "char_end": span.end,
                "quote": article.text[span.start : span.end],
                "attributed_to": by,
                "stance": "denies" if denies else "questions" if questions else "asserts",
                "basis": "derived" if derived else "judged" if judged else "stated",
                "note": derived or judged or note,
            }
            self.claims.append({"claim_id": claim_id(row)} | row)

    def _check_reference(self, references: str | None, value: Value, where: str) -> None:
        if references is None:
            return
        table = references.split(".")[0]
        if table in self.registers and value not in self.registers[table]:
            self.article.fail(f"{where}: '{value}' is not in registers/{table}.toml")


def claim_id(row: Mapping[str, Any]) -> str:
    """The id of a claim: its source, and a hash of what is claimed, by whom, and where it stands."""
    parts = ("record_table", "record_id", "field", "value", "char_start", "char_end", "attributed_to", "stance")
    content = "\n".join(str(row[part]) for part in parts)
    return f"{row['source_id']}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
