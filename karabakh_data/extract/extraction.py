"""All articles through their scripts: the passages, claims and mentions of each, checked for tiling."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from karabakh_data.extract import scripts
from karabakh_data.extract.article import Article, ExtractionError, Span, read
from karabakh_data.extract.passage import Code, Text
from karabakh_data.extract.registers import Registers, read_crosswalk, read_registers
from karabakh_data.model import Claim, Crosswalk, Mention, Passage, Source, columns

SOURCE_FACTS = frozenset(column.name for column in columns(Source)) | {"published_reasoning"}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was drawn from the articles; `sources` holds what source.toml gives and no claim needs to support."""

    registers: Registers
    crosswalk: list[Crosswalk]
    sources: Mapping[str, Mapping[str, Any]]
    passages: list[Passage]
    claims: list[Claim]
    mentions: list[Mention]


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
    """Everything that the articles below `root/raw` say, as their scripts read them.

    Raises ExtractionError that lists the failures of all articles, registers and scripts together.
    """
    failures: list[str] = list(_orphans(root / "raw"))
    registers = read_registers()
    drawn: list[Extracted] = []
    for folder in folders(root / "raw"):
        progress(folder.name)
        try:
            drawn.append(extract_article(folder, _script(folder.name), registers))
        except ExtractionError as error:
            failures += error.failures
    if failures:
        raise ExtractionError(failures)
    return Extraction(
        registers=registers,
        crosswalk=read_crosswalk(),
        sources={one.source["source_id"]: one.source for one in drawn},
        passages=[passage for one in drawn for passage in one.passages],
        claims=[claim for one in drawn for claim in one.claims],
        mentions=[mention for one in drawn for mention in one.mentions],
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


def _script(source_id: str) -> Code:
    if script_name(source_id) not in {module.name for module in pkgutil.iter_modules(scripts.__path__)}:
        raise ExtractionError([])  # reported as an orphan
    code: Code = importlib.import_module(f"{scripts.__name__}.{script_name(source_id)}").code
    return code


def extract_article(folder: Path, code: Code, registers: Registers) -> Extracted:
    """What one article says, as its script reads it. Raises ExtractionError that lists all its failures."""
    article = read(folder)
    text = Text(article, registers, passages=[], claims=[], mentions={})
    code(text)
    article.failures.extend(_failures(text))
    if article.failures:
        raise ExtractionError(article.failures)
    coded = {claim["passage_id"] for claim in text.claims}
    try:
        return Extracted(
            source=_source(article),
            passages=[
                Passage(**row, disposition="coded" if row["passage_id"] in coded else "no_fact")
                for row in text.passages
            ],
            claims=[Claim(**row) for row in text.claims],
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
                for span, (table, record_id) in sorted(text.mentions.items())
            ],
        )
    except ValidationError as error:
        raise ExtractionError([f"{article.source_id}: {error}"]) from error


def _source(article: Article) -> dict[str, Any]:
    facts = {name: article.facts.get(name) for name in ("language", "url", "sha256", "rights", "framing")}
    return {"source_id": article.source_id, "char_count": len(article.text)} | facts


def _failures(text: Text) -> Iterator[str]:
    article = text.article
    for name in sorted(article.facts.keys() - SOURCE_FACTS):
        yield f"{article.source_id}: source.toml gives `{name}`, which is no column of sources"
    yield from _untiled(article, [Span(row["char_start"], row["char_end"]) for row in text.passages])
    coded = {claim["passage_id"] for claim in text.claims}
    for row in text.passages:
        where = f"{article.source_id}: the passage at {article.line(row['char_start'])}"
        if row["passage_id"] in coded and row["reason"]:
            yield f"{where} has claims and yet a reason for having none ('{row['reason']}')"
        if row["passage_id"] not in coded and not row["reason"]:
            yield f"{where} has no claim; code it or give `no_fact` with a reason"
    for claim_id, count in Counter(claim["claim_id"] for claim in text.claims).items():
        if count > 1:
            claim = next(claim for claim in text.claims if claim["claim_id"] == claim_id)
            what = f"{claim['record_table']}/{claim['record_id']}.{claim['field']} = {claim['value']}"
            yield f"{article.source_id}: {what} is claimed {count} times from the same words ('{claim['quote']}')"


def _untiled(article: Article, spans: list[Span]) -> Iterator[str]:
    for earlier, later in itertools.pairwise(spans):
        if later.start < earlier.start:
            yield f"{article.source_id}: the passage at {article.line(later.start)} is coded after one further on"
        elif later.overlaps(earlier):
            both = f"{earlier.start}-{earlier.end} and {later.start}-{later.end}"
            yield f"{article.source_id}: the passages at {both} overlap"
    end = 0
    for span in [*sorted(spans), Span(len(article.text), len(article.text))]:
        gap = article.text[end : span.start]
        if gap.strip():
            yield (
                f"{article.source_id}: no passage holds characters {end}-{span.start} ('{gap.strip()[:60]}', "
                f"{article.line(end)})"
            )
        end = max(end, span.end)
