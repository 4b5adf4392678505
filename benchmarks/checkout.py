"""A checkout with synthetic articles: `raw/`, a script an article, and the registers, as coders would have made them.

`python -m benchmarks.checkout FOLDER ARTICLES` writes one, in a process of its own.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.installed import compile_all, install
from karabakh_data.extract.registers import REGISTERED
from karabakh_data.model import TABLES, columns, key_of
from karabakh_data.testing.corpus import Corpus, batches, corpus_texts

STORIES = 200  # at a time in memory
Record = Mapping[str, Any]

FACTS = (
    *("language", "sha256", "rights", "framing"),
    *("title", "publisher", "author", "origin", "dateline", "published_edtf"),
)
# How a script names a record of each table, and to which table each table of links belongs.
RECORDS = {table: table.removesuffix("s") for table in REGISTERED} | {"casualties": "casualty"}
LINKS = {name: f"{name.split('_')[0]}s" for name in ("event_actors", "event_topics", "clause_actors", "clause_events")}


def write(folder: Path, articles: int) -> None:
    """Write the package with these articles instead of the real ones into the folder, compiled."""
    corpus = Corpus(articles=articles)
    package = install(folder)
    scripts, registers = package / "extract" / "scripts", package / "extract" / "registers"
    shutil.rmtree(package / "data")
    for file in (*scripts.glob("*.py"), *(registers / f"{table}.toml" for table in REGISTERED)):
        if file.name != "__init__.py":
            file.unlink()
    texts = corpus_texts(corpus)
    for first in range(0, corpus.stories, STORIES):
        last = min(first + STORIES, corpus.stories)
        rows = {name: _rows(corpus, name, first, last) for name in (*REGISTERED, "sources")}
        of_source = {name: _by_source(_rows(corpus, name, first, last)) for name in ("passages", "claims", "mentions")}
        for table in REGISTERED:
            with (registers / f"{table}.toml").open("a", encoding="utf-8") as register:
                register.writelines(_entry(table, row) for row in rows[table])
        for source, (source_id, text) in zip(rows["sources"], texts, strict=False):
            raw = folder / "raw" / source_id
            raw.mkdir(parents=True)
            (raw / "article.txt").write_bytes(text.encode())
            facts = {**source, "sha256": hashlib.sha256(text.encode()).hexdigest()}
            (raw / "source.toml").write_text(_toml({name: facts[name] for name in FACTS}), encoding="utf-8")
            lines = _script(text, *(of_source[name][source_id] for name in ("passages", "claims", "mentions")))
            (scripts / f"{source_id.replace('-', '_')}.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    compile_all(scripts)


def _rows(corpus: Corpus, table: str, first: int, last: int) -> list[Record]:
    return [row for batch in batches(corpus, table, first, last) for row in batch.to_pylist()]


def _by_source(rows: Sequence[Record]) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        grouped[row["source_id"]].append(row)
    return grouped


def _toml(entry: Record) -> str:
    return "".join(
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in entry.items() if value is not None
    )


def _entry(table: str, row: Record) -> str:
    (key,) = TABLES[table].key
    given = [column.name for column in columns(TABLES[table], "authored", "reference")]
    return f"[{row[key]}]\n{_toml({name: row[name] for name in given if name != key})}\n"


def _script(
    text: str, passages: Sequence[Record], claims: Sequence[Record], mentions: Sequence[Record]
) -> Iterator[str]:
    yield '"""An invented article."""\n\n\ndef code(text):'
    for passage in sorted(passages, key=lambda row: int(row["seq"])):
        start, end = passage["char_start"], passage["char_end"]
        words = text[start:end]
        reason = f", no_fact={passage['reason']!r}" if passage["reason"] else ""
        yield f"    s = text.{passage['role']}({words!r}{reason})"
        for row in mentions:
            if start <= row["char_start"] and row["char_end"] <= end:
                entity = f"{row['entity_table']}/{row['entity_id']}"
                yield f"    s.mention({_marked(words, row, start)!r}, {entity!r})"
        named: dict[tuple[str | None, ...], str] = {}
        for row in claims:
            # The precision of a place is claimed with it.
            if row["passage_id"] == passage["passage_id"] and row["field"] != "where_prec":
                yield from _claimed(row, _marked(words, row, start), named)


def _marked(words: str, row: Record, start: int) -> str:
    """The words of the row, among as many more of the passage as make them stand there once."""
    first, last = row["char_start"] - start, row["char_end"] - start
    before, after = first, last
    while words.count(words[before:after]) > 1:
        before, after = max(0, before - 5), min(len(words), after + 5)
    marked = words[first:last]
    return f"{words[before:first]}{{{marked}}}{words[last:after]}" if (before, after) != (first, last) else marked


def _claimed(row: Record, quote: str, named: dict[tuple[str | None, ...], str]) -> Iterator[str]:
    """The line that claims a value, after one that names the record, if none did in this passage and voice."""
    table, field = row["record_table"], row["field"]
    key = key_of(TABLES[table], row["record_id"]) or {}
    owner = LINKS.get(table, table)
    record = (owner, row["attributed_to"], next(iter(key.values())))
    if owner != "sources" and record not in named:
        named[record] = f"r{len(named)}"
        voice = f"s.said_by({row['attributed_to']!r})" if row["attributed_to"] else "s"
        yield f"    {named[record]} = {voice}.{RECORDS[owner]}({record[2]!r})"
    step = f", {row['basis'] if row['basis'] != 'stated' else 'note'}={row['note']!r}" if row["note"] else ""
    step += f", {row['stance']}=True" if row["stance"] != "asserts" else ""
    if owner == "sources":
        yield f"    s.source.{field.removesuffix('_edtf')}({quote!r}{step})"
    elif table in ("event_actors", "clause_actors"):
        yield f"    {named[record]}.{key['role']}({key['actor_id']!r}, {quote!r}{step})"
    elif table == "event_topics":
        yield f"    {named[record]}.about({key['record_table'] + '/' + key['record_id']!r}, {quote!r}{step})"
    elif table == "clause_events":
        yield f"    {named[record]}.outcome({row['value']!r}, {key['event_id']!r}, {quote!r}{step})"
    else:
        (column,) = (column for column in columns(TABLES[table]) if column.name == field)
        value = row["value"] if column.type is str else column.type(row["value"])
        yield f"    {named[record]}.{field.removesuffix('_id').removesuffix('_edtf')}({value!r}, {quote!r}{step})"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
