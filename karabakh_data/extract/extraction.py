"""All articles through their scripts: the passages, claims and mentions of each, checked for tiling.

Articles are read one by one, and what is drawn from them is kept in columns, which take a fraction of the memory that
rows take. Many articles are read by several processes; the result is the same.
"""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec, module_from_spec
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from karabakh_data.extract import scripts
from karabakh_data.extract.article import Article, ExtractionError, Span, read
from karabakh_data.extract.registers import Registers, read_crosswalk, read_registers
from karabakh_data.extract.spread import spread
from karabakh_data.extract.text import Code, Text
from karabakh_data.model import Claim, Crosswalk, Mention, Passage, Source, columns
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


def _script(source_id: str) -> Code:
    spec = find_spec(f"{scripts.__name__}.{script_name(source_id)}")
    if spec is None or spec.loader is None:
        raise ExtractionError([])  # reported as an orphan
    module = module_from_spec(spec)  # not kept among the loaded modules, where thousands would stay
    spec.loader.exec_module(module)
    code: Code = module.code
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
    for earlier, later in pairwise(spans):
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
