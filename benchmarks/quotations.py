"""What it costs to hold quotations to their articles, beside slicing the texts in plain Python and hashing them.

`python -m benchmarks.quotations TOOL FOLDER` times one of the tools on a corpus that was written before. The articles
are read from their files in all of them; the tables are in memory before.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.chapter import Aim, Chapter, ratio_of
from benchmarks.processes import in_turns, python, run, work

ARTICLES = 10_000
EVENTS = 9  # an article; which makes 100 claims

OURS = "karabakh_data.check.articles.quotations"
LISTS = "plain slicing of ready lists, and SHA-256"
ROWS = "plain slicing of Arrow columns, and SHA-256"
TOOLS = {OURS: "ours", LISTS: "lists", ROWS: "columns"}
TABLES = ("sources", "passages", "claims", "mentions")
SLICED = {"claims": "quote", "mentions": "surface"}


def measure(room: Path, quick: bool = False) -> list[Chapter]:
    """Our check of quotations beside the two ways of slicing."""
    articles, rounds = (ARTICLES // 10, 3) if quick else (ARTICLES, 7)
    folder = room / f"{articles}-articles-with-texts"
    rows = int(run(python("-m", "benchmarks.quotations", "write", str(folder), str(articles))).output)
    commands = {name: python("-m", "benchmarks.quotations", tool, str(folder)) for name, tool in TOOLS.items()}
    costs = {name: work(of_it, rows) for name, of_it in in_turns(commands, rounds).items()}
    chapter = Chapter(
        f"Holding {rows:,} quotations and mentions to {articles:,} articles",
        "Time of the work alone. Reading and decoding the files of the articles is in all of them, as is SHA-256; the "
        "tables are in memory before. Ours also finds whether passages tile each article.",
        costs,
        (LISTS, ROWS),
        [Aim("speed of ours / plain slicing", 1 / ratio_of(costs, OURS, LISTS), least=0.5)],
    )
    return [chapter]


def write(folder: Path, articles: int) -> int:
    """Write the corpus and its articles; the number of claims and mentions."""
    from karabakh_data.testing.corpus import Corpus, write_articles, write_corpus

    corpus = Corpus(articles=articles, events_per_article=EVENTS)
    counts = write_corpus(corpus, folder, tables=TABLES)
    write_articles(corpus, folder)
    return sum(counts[table] for table in SLICED)


def main(tool: str, folder: Path) -> None:
    """Times one tool on the corpus in the folder."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    from karabakh_data.check.articles.quotations import quotation_failures

    pa.array([""])  # pyarrow imports pandas, where that is installed, with the first array that it makes
    tables = {table: ParquetFile(folder / f"{table}.parquet").read() for table in TABLES}
    lists = {table: columns(tables[table], words) for table, words in SLICED.items()} if tool == "lists" else {}
    ways: dict[str, Callable[[], Any]] = {
        "ours": lambda: quotation_failures(tables, folder),
        "lists": lambda: sliced(tables["sources"], folder, lists),
        "columns": lambda: sliced(
            tables["sources"], folder, {table: columns(tables[table], words) for table, words in SLICED.items()}
        ),
    }
    start = time.perf_counter()
    wrong = ways[tool]()
    seconds = time.perf_counter() - start
    if wrong:
        raise ValueError(f"the corpus has no error, and yet this was found: {wrong}")
    print(json.dumps({"seconds": seconds}))


def columns(table: Any, words: str) -> tuple[list[Any], ...]:
    """The source, start, end and words of each row, as Python lists."""
    return tuple(table[name].to_pylist() for name in ("source_id", "char_start", "char_end", words))


def sliced(sources: Any, folder: Path, lists: dict[str, tuple[list[Any], ...]]) -> list[str]:
    """The articles that were altered and the words that do not stand where they should, by plain slicing."""
    texts = {}
    wrong = []
    for source_id, sha256 in zip(*(sources[name].to_pylist() for name in ("source_id", "sha256")), strict=True):
        with open(f"{folder}/raw/{source_id}/article.txt", "rb") as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != sha256:
            wrong.append(source_id)
        texts[source_id] = content.decode()
    for rows in lists.values():
        wrong += [words for source, start, end, words in zip(*rows, strict=True) if texts[source][start:end] != words]
    return wrong


if __name__ == "__main__":
    if sys.argv[1] == "write":
        print(write(Path(sys.argv[2]), int(sys.argv[3])))
    else:
        main(sys.argv[1], Path(sys.argv[2]))
