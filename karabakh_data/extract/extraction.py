"""All articles through their scripts: the passages, claims and mentions of each, checked for tiling.

Articles are read one by one, and what is drawn from them is kept in columns, which take a fraction of the memory that
rows take. Many articles are read by several processes; the result is the same.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import chain, pairwise
from operator import itemgetter
from pathlib import Path
from types import FrameType
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from karabakh_data.extract import scripts
from karabakh_data.extract.article import Article, ExtractionError, read
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.registers import Registers, read_crosswalk, read_history, read_registers
from karabakh_data.extract.script import Script, read_script
from karabakh_data.extract.spread import spread
from karabakh_data.extract.text import Code, Text
from karabakh_data.model import Claim, Crosswalk, FormerId, Mention, Passage, Source, columns
from karabakh_data.model.arrow import from_arrow, to_arrow

SOURCE_FACTS = frozenset(column.name for column in columns(Source)) | {"published_reasoning"}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was drawn from the articles.

    `sources` holds what source.toml gives and no claim needs to support, by source; `tables` the passages, claims and
    mentions, by table.
    """

    registers: Registers
    crosswalk: list[Crosswalk]
    history: list[FormerId]
    sources: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, pa.Table]

    @property
    def passages(self) -> list[Passage]:
        """The passages as rows."""
        return from_arrow(Passage, self.tables["passages"])

    @property
    def claims(self) -> list[Claim]:
        """The claims as rows."""
        return from_arrow(Claim, self.tables["claims"])

    @property
    def mentions(self) -> list[Mention]:
        """The mentions as rows."""
        return from_arrow(Mention, self.tables["mentions"])


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was drawn from one article."""

    source: Mapping[str, Any]
    passages: list[Passage]
    claims: list[Claim]
    mentions: list[Mention]


def script_name(source_id: str) -> str:
    """The name of an article's script: its id with underscores."""
    return source_id.replace("-", "_")


def extract(root: Path, progress: Callable[[str], None] = lambda _: None) -> Extraction:
    """Everything that the articles below `root/raw` say, as their scripts read them; `progress` is told of articles.

    Raises ExtractionError that lists the failures of all articles, registers and scripts together. For many articles
    several processes are started, which import the program's main module: as ever, it must not run on import.
    """
    failures: list[str] = list(_orphans(root / "raw"))
    registers = read_registers()
    portions: list[Portion] = []
    for paths, portion in spread(_portion, folders(root / "raw"), registers):
        progress(paths[-1].name)
        portions.append(portion)
        failures += portion.failures
    if failures:
        raise ExtractionError(failures)
    return Extraction(
        registers=registers,
        crosswalk=read_crosswalk(),
        history=read_history(),
        sources={source["source_id"]: source for portion in portions for source in portion.sources},
        tables={
            name: pa.concat_tables(portion.tables[name] for portion in portions)
            for name in ("passages", "claims", "mentions")
        },
    )


@dataclass(frozen=True, slots=True)
class Portion:
    """What was drawn from some articles, and what is wrong with the others."""

    sources: Sequence[Mapping[str, Any]]
    tables: Mapping[str, pa.Table]
    failures: Sequence[str]


def _portion(paths: Sequence[Path], registers: Registers) -> Portion:
    drawn: list[Extracted] = []
    failures: list[str] = []
    for path in paths:
        try:
            drawn.append(extract_article(path, _script(path.name), registers))
        except ExtractionError as error:
            failures += error.failures
    return Portion(
        sources=[one.source for one in drawn],
        tables={
            "passages": to_arrow(Passage, chain.from_iterable(one.passages for one in drawn)),
            "claims": to_arrow(Claim, chain.from_iterable(one.claims for one in drawn)),
            "mentions": to_arrow(Mention, chain.from_iterable(one.mentions for one in drawn)),
        },
        failures=failures,
    )


def folders(raw: Path) -> list[Path]:
    """The folders of the articles, by name. Raises ExtractionError if there is none."""
    found = sorted(path for path in raw.glob("*") if path.is_dir()) if raw.is_dir() else []
    if not found:
        raise ExtractionError([f"{raw} holds no article; run this in a checkout of the repository"])
    return found


def _orphans(raw: Path) -> Iterator[str]:
    articles = {script_name(folder.name): folder.name for folder in folders(raw)}
    modules = {module.name for module in pkgutil.iter_modules(scripts.__path__)}
    for name in sorted(articles.keys() - modules):
        yield f"{articles[name]}: extract/scripts/{name}.py is missing; `karabakh-data new` makes one"
    for name in sorted(modules - articles.keys()):
        yield f"extract/scripts/{name}.py has no article; raw/{name.replace('_', '-')}/ is missing"


def _script(source_id: str) -> Script:
    spec = find_spec(f"{scripts.__name__}.{script_name(source_id)}")
    if spec is None or spec.origin is None:
        raise ExtractionError([])  # reported as an orphan
    return read_script(Path(spec.origin), source_id)


def extract_article(folder: Path, code: Code, registers: Registers) -> Extracted:
    """What one article says, as its script reads it. Raises ExtractionError that lists all its failures."""
    article = replace(read(folder), script_line=lambda: _line_of(code))
    sheet = CodingSheet(article, registers)
    code(Text(sheet))
    article.failures.extend(_failures(sheet))
    if article.failures:
        raise ExtractionError(article.failures)
    coded = {claim["passage_id"] for claim in sheet.claims}
    try:
        return Extracted(
            source=_source(article),
            passages=[
                Passage(**row, disposition="coded" if row["passage_id"] in coded else "no_fact")
                for row in sheet.passages
            ],
            # Whether claims are in conflict shows when all articles are resolved together.
            claims=[Claim(**row, in_conflict=False) for row in sheet.claims],
            mentions=[
                Mention(
                    mention_id=f"{article.source_id}-m{span.start:05}",
                    source_id=article.source_id,
                    char_start=span.start,
                    char_end=span.end,
                    surface=article.text[span.start : span.end],
                    entity_table=table,
                    entity_id=record_id,
                )
                for span, (table, record_id) in sorted(sheet.mentions().items())
            ],
        )
    except ValidationError as error:
        raise ExtractionError([f"{article.source_id}: {error}"]) from error


def _line_of(code: Code) -> int | None:
    """The line of a script that is being followed, or else that is being run in the file of the coding, if any."""
    if isinstance(code, Script):
        return code.line
    frame: FrameType | None = sys._getframe()
    while frame is not None and frame.f_code.co_filename != code.__code__.co_filename:
        frame = frame.f_back
    return frame.f_lineno if frame else None


def _source(article: Article) -> dict[str, Any]:
    facts = {name: article.facts.get(name) for name in ("language", "url", "sha256", "rights", "framing")}
    return {"source_id": article.source_id, "char_count": len(article.text)} | facts


def _failures(sheet: CodingSheet) -> Iterator[str]:
    article = sheet.article
    for name in sorted(article.facts.keys() - SOURCE_FACTS):
        yield f"{article.source_id}: source.toml gives `{name}`, which is no column of sources"
    coded = {claim["passage_id"] for claim in sheet.claims}
    for row in sheet.passages:
        where = f"{_line(sheet, row)}: the passage at {article.line(row['char_start'])}"
        if row["passage_id"] in coded and row["reason"]:
            yield f"{where} has claims and yet a reason for having none ('{row['reason']}')"
        if row["passage_id"] not in coded and not row["reason"]:
            yield f"{where} has no claim; code it or give `no_fact` with a reason"
    for earlier, later in pairwise(sheet.passages):
        if later["char_start"] < earlier["char_start"]:
            where = article.line(later["char_start"])
            yield f"{_line(sheet, later)}: the passage at {where} is coded after one further on"
        elif later["char_start"] < earlier["char_end"]:
            both = " and ".join(f"{row['char_start']}-{row['char_end']}" for row in (earlier, later))
            yield f"{_line(sheet, later)}: the passages at {both} overlap"
    yield from _gaps(sheet)


def _gaps(sheet: CodingSheet) -> Iterator[str]:
    text, end, where = sheet.article.text, 0, f"{sheet.article.source_id}:"
    ends = {"char_start": len(text), "char_end": len(text), "passage_id": "", "seq": len(sheet.passages) + 1}
    for row in [*sorted(sheet.passages, key=itemgetter("char_start")), ends]:
        gap = text[end : row["char_start"]].strip()
        if gap and row["seq"] - 1 not in sheet.lost:  # else a failure has named what should stand there
            stands = f"'{gap[:60]}', {sheet.article.line(end)}"
            yield f"{where} no passage holds characters {end}-{row['char_start']} ({stands})"
        end = max(end, row["char_end"])
        where = f"{_line(sheet, row)}: after this passage,"


def _line(sheet: CodingSheet, row: Mapping[str, Any]) -> str:
    return f"{sheet.article.source_id}: script line {sheet.lines.get(row['passage_id'])}"
