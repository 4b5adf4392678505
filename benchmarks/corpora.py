"""Synthetic corpora, written once and used by several benchmarks.

`python -m benchmarks.corpora` writes them, in a process of its own, so that what writing holds is not counted as held
by what is measured later.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.processes import python, run

SEEDED = "seeded.json"  # beside the tables: the events that each rule must find, by rule id


def events(work: Path, rows: int, *, times: int = 0, parts: int = 1) -> Path:
    """The folder below `work` with that many events and their places, in which each rule is broken so many times."""
    return _written(work / f"{rows}-events-{times}-errors-{parts}-parts", "events places", rows, times, parts)


def package(work: Path, rows: int) -> Path:
    """The folder below `work` with all tables of a corpus with that many events."""
    return _written(work / f"{rows}-events-whole", "", rows, 0, 1)


def _written(folder: Path, tables: str, *numbers: int) -> Path:
    if not folder.is_dir():
        run(python("-m", "benchmarks.corpora", str(folder), tables, *map(str, numbers)))
    return folder


def seeded(folder: Path) -> dict[str, set[str]]:
    """The events that each rule must find there, by rule id."""
    found: dict[str, list[str]] = json.loads((folder / SEEDED).read_text(encoding="utf-8"))
    return {rule: set(ids) for rule, ids in found.items()}


def write(folder: Path, tables: str, rows: int, times: int, parts: int) -> None:
    """Write these tables as Parquet, or all; the seeded errors beside them; where there are few rows, CSV as well."""
    import pyarrow.csv as pc
    from pyarrow.parquet import ParquetFile

    from benchmarks.checkers.karabakh import chosen
    from karabakh_data.model import TABLES
    from karabakh_data.testing import corpus

    rules = [rule.id for rule in chosen() if rule.table == "events"]
    made = corpus.corpus_of_events(rows, errors=dict.fromkeys(rules, times) if times else {})
    unready = folder.with_suffix(".unready")
    corpus.write_corpus(made, unready, tables=tables.split() or TABLES, parts=parts)
    found = {rule: [str(key) for (key,) in keys] for rule, keys in corpus.seeded(made).items()}
    (unready / SEEDED).write_text(json.dumps(found), encoding="utf-8")
    if rows <= 100_000 and parts == 1:
        for table in tables.split():
            pc.write_csv(ParquetFile(unready / f"{table}.parquet").read(), unready / f"{table}.csv")
    unready.rename(folder)


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
