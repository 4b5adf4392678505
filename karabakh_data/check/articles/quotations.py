"""Whether what is quoted stands in the articles, and whether their passages tile them.

SQL sees offsets and lengths; only with the articles of `raw/` at hand can the words themselves be compared.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.check.report import Failure, Finding, gathered
from karabakh_data.check.rules.rule import Requirement
from karabakh_data.model import TABLES

MISSING = Requirement(name="its article is not in raw", table="sources", columns=("source_id",))
ALTERED = Requirement(name="sha256 is not that of its article", table="sources", columns=("sha256",))
NO_TEXT = Requirement(name="its article is not UTF-8", table="sources", columns=("source_id",))
LENGTH = Requirement(name="char_count is not the length of its article", table="sources", columns=("char_count",))
UNTILED = Requirement(
    name="a character of the article that is not white space does not lie in exactly one passage",
    table="passages",
    columns=("char_start", "char_end"),
)
QUOTE = Requirement(
    name="quote is not what the article has from char_start to char_end",
    table="claims",
    columns=("char_start", "char_end", "quote"),
)
SURFACE = Requirement(
    name="surface is not what the article has from char_start to char_end",
    table="mentions",
    columns=("char_start", "char_end", "surface"),
)
# Rows at a time: the words of so few are still in the processor's cache when they are compared.
BATCH = 4096

REQUIREMENTS = (MISSING, ALTERED, NO_TEXT, LENGTH, UNTILED, QUOTE, SURFACE)


def quotation_failures(tables: Mapping[str, pa.Table], root: Path, max_examples: int = 10) -> list[Failure]:
    """What is wrong with the sources, passages, claims and mentions beside the articles in `root/raw`.

    Holds the texts of all sources at once. Each failure has at most `max_examples` examples.
    """
    texts: dict[str, str] = {}
    findings = chain(
        _sources(tables["sources"], root / "raw", texts),
        _untiled(tables["passages"], texts),
        _misquoted(tables["claims"], QUOTE, texts),
        _misquoted(tables["mentions"], SURFACE, texts),
    )
    return gathered(findings, REQUIREMENTS, max_examples)


def _sources(sources: pa.Table, raw: Path, texts: dict[str, str]) -> Iterator[Finding]:
    """What is wrong with the articles themselves; puts the text of each that can be read into `texts`."""
    for source in sources.select(["source_id", "sha256", "char_count"]).to_pylist():
        source_id = source["source_id"]
        try:
            # Plain strings: of ten thousand short files, building paths costs more than reading.
            with open(f"{raw}/{source_id}/article.txt", "rb") as file:
                content = file.read()
        except FileNotFoundError:
            yield MISSING, {"source_id": source_id, "expected": f"raw/{source_id}/article.txt"}
            continue
        found = hashlib.sha256(content).hexdigest()
        if found != source["sha256"]:
            yield ALTERED, {"source_id": source_id, "sha256": source["sha256"], "found": found}
        try:
            text = texts[source_id] = content.decode()
        except UnicodeDecodeError as error:
            yield NO_TEXT, {"source_id": source_id, "reason": str(error)}
            continue
        if len(text) != source["char_count"]:
            yield LENGTH, {"source_id": source_id, "char_count": source["char_count"], "found": len(text)}


def _untiled(passages: pa.Table, texts: Mapping[str, str]) -> Iterator[Finding]:
    spans = defaultdict(list)
    rows = passages.select(["source_id", "char_start", "char_end"]).drop_null()
    for source_id, start, end in zip(*(column.to_pylist() for column in rows.columns), strict=True):
        spans[source_id].append((start, end))
    for source_id, text in texts.items():
        for start, end, times in _apart(text, spans[source_id]):
            place = {"source_id": source_id, "char_start": start, "char_end": end}
            yield UNTILED, {**place, "passages": times, "text": text[start:end].strip()[:60]}


def _apart(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The stretches of the text, white space apart, that lie in no span or in several."""
    reached = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        first, last, times = (reached, start, "none") if start >= reached else (start, min(reached, end), "several")
        if text[first:last].strip():
            yield first, last, times
        reached = max(reached, end)


def _misquoted(table: pa.Table, requirement: Requirement, texts: Mapping[str, str]) -> Iterator[Finding]:
    """The rows whose words are not what their article has there."""
    start, end, words = requirement.columns
    rows = table.select([*TABLES[requirement.table].key, "source_id", start, end, words])
    source = rows["source_id"].combine_chunks().dictionary_encode("encode")  # rows without a source have one of None
    text_of = [*map(texts.get, source.dictionary.to_pylist())]
    rows = rows.append_column("text", source.indices)
    for batch in rows.to_batches(max_chunksize=BATCH):
        places = zip(*(batch[name].to_pylist() for name in ("text", start, end)), strict=True)
        found = pa.array([text[a:b] if (text := text_of[at]) is not None else None for at, a, b in places], pa.string())
        # Null where there is no text or no quotation: the one is reported already, the other is SQL's to find.
        wrong = pc.indices_nonzero(pc.not_equal(batch[words], found))
        for row, actual in zip(batch.take(wrong).to_pylist(), found.take(wrong).to_pylist(), strict=True):
            del row["text"]
            yield requirement, {**row, "found": actual}
