"""One article through its script: what it says, and all that is wrong with its coding.

A draft of which some lines fail still gives what its other lines claim, so that it can be read and checked on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from operator import itemgetter
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

from pydantic import ValidationError

from karabakh_data.extract.article import Article, ExtractionError, ScriptFailure, Span, read
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.registers import Registers
from karabakh_data.extract.script import Script
from karabakh_data.extract.source_facts import fact_failures, identity
from karabakh_data.extract.text import Code, Text
from karabakh_data.model import Claim, Mention, Passage, Row

R = TypeVar("R", bound=Row)

# In a draft, the reason of a passage of which nothing is said.
UNCODED = "not coded yet"
Told = tuple[int | None, str]  # a line of the script, and what is wrong there


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was drawn from one article."""

    source: Mapping[str, Any]
    passages: list[Passage]
    claims: list[Claim]
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article under coding: what its script says rightly, and what is wrong with it.

    `lines` and `unmade` are those of its `CodingSheet`.
    """

    article: Article
    extracted: Extracted
    failures: list[ScriptFailure]
    lines: Mapping[str | Span, int | None]
    unmade: set[tuple[str, str, str | None]]


def extract_article(folder: Path, code: Code, registers: Registers) -> Extracted:
    """What one article says, as its script reads it. Raises ExtractionError that lists all its failures."""
    draft = draft_article(folder, code, registers)
    if draft.failures:
        raise ExtractionError(draft.failures)
    return draft.extracted


def draft_article(folder: Path, code: Code, registers: Registers) -> ArticleDraft:
    """What one article says, as far as its script can be followed; lines that fail claim nothing.

    Raises ExtractionError if the article itself cannot be read.
    """
    article = replace(read(folder), script_line=lambda: _line_of(code))
    sheet = CodingSheet(article, registers)
    code(Text(sheet))
    article.failures.extend(_failures(sheet))
    coded = {claim["passage_id"] for claim in sheet.claims}
    for row in sheet.passages:
        if row["passage_id"] not in coded and not row["reason"]:
            row["reason"] = UNCODED
    extracted = Extracted(
        source=identity(article),
        passages=_valid(
            sheet,
            Passage,
            (row | {"disposition": "coded" if row["passage_id"] in coded else "no_fact"} for row in sheet.passages),
        ),
        # Whether claims are in conflict shows when all articles are resolved together.
        claims=_valid(sheet, Claim, (row | {"in_conflict": False} for row in sheet.claims)),
        mentions=_valid(sheet, Mention, _mentions(sheet)),
    )
    return ArticleDraft(article, extracted, article.failures, sheet.lines, sheet.unmade)


def _mentions(sheet: CodingSheet) -> Iterator[dict[str, Any]]:
    source_id = sheet.article.source_id
    for span, (table, record_id) in sorted(sheet.mentions().items()):
        if record_id in sheet.registers.get(table, ()):
            yield {
                "mention_id": f"{source_id}-m{span.start:05}-{span.end:05}",
                "source_id": source_id,
                "char_start": span.start,
                "char_end": span.end,
                "surface": sheet.article.text[span.start : span.end],
                "entity_table": table,
                "entity_id": record_id,
            }


def _valid(sheet: CodingSheet, model: type[R], rows: Iterable[Mapping[str, Any]]) -> list[R]:
    """The rows that their model takes; of others it is a failure, unless failures have told it."""
    made = []
    for row in rows:
        try:
            made.append(model(**row))
        except ValidationError as error:
            if not sheet.article.failures:
                sheet.article.fail(str(error))
    return made


def _line_of(code: Code) -> int | None:
    """The line of a script that is being followed, or else that is being run in the file of the coding, if any."""
    if isinstance(code, Script):
        return code.line
    frame: FrameType | None = sys._getframe()
    while frame is not None and frame.f_code.co_filename != code.__code__.co_filename:
        frame = frame.f_back
    return frame.f_lineno if frame else None


def _failures(sheet: CodingSheet) -> Iterator[ScriptFailure]:
    """What shows only when the whole script was followed."""
    for message in fact_failures(sheet):
        yield ScriptFailure(sheet.article.source_id, None, message)
    for line, message in chain(_idle(sheet), _unaccounted(sheet), _disordered(sheet), _gaps(sheet)):
        yield ScriptFailure(sheet.article.source_id, line, message)


def _idle(sheet: CodingSheet) -> Iterator[Told]:
    for name in sheet.idle():
        longer = "stands only within longer names, or where a `mention` says otherwise"
        yield sheet.lines[name], f"the name '{name}' ties nothing, because it {longer}; delete it"


def _unaccounted(sheet: CodingSheet) -> Iterator[Told]:
    coded = {claim["passage_id"] for claim in sheet.claims}
    for row in sheet.passages:
        where = f"the passage at {sheet.article.line(row['char_start'])}"
        if row["passage_id"] in coded and row["reason"]:
            yield _line(sheet, row), f"{where} has claims and yet a reason for having none ('{row['reason']}')"
        if row["passage_id"] not in coded | sheet.tried and not row["reason"]:
            yield _line(sheet, row), f"{where} has no claim; code it or give `no_fact` with a reason"


def _disordered(sheet: CodingSheet) -> Iterator[Told]:
    for earlier, later in pairwise(sheet.passages):
        if later["char_start"] < earlier["char_start"]:
            where = sheet.article.line(later["char_start"])
            yield _line(sheet, later), f"the passage at {where} is coded after one further on; follow the article"
        elif later["char_start"] < earlier["char_end"]:
            both = " and ".join(f"{row['char_start']}-{row['char_end']}" for row in (earlier, later))
            yield _line(sheet, later), f"the passages at {both} overlap; end the one where the other opens"


def _gaps(sheet: CodingSheet) -> Iterator[Told]:
    text, end, line, after = sheet.article.text, 0, None, ""
    ends = {"char_start": len(text), "char_end": len(text), "passage_id": "", "seq": len(sheet.passages) + 1}
    for row in [*sorted(sheet.passages, key=itemgetter("char_start")), ends]:
        gap = text[end : row["char_start"]].strip()
        if gap and row["seq"] - 1 not in sheet.lost:  # else a failure has named what should stand there
            stands = f"'{gap[:60]}', {sheet.article.line(end)}"
            yield line, f"{after}no passage holds characters {end}-{row['char_start']} ({stands}); add one that does"
        end = max(end, row["char_end"])
        line, after = _line(sheet, row), "after this passage, "


def _line(sheet: CodingSheet, row: Mapping[str, Any]) -> int | None:
    return sheet.lines.get(row["passage_id"])
