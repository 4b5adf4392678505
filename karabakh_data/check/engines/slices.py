"""A check in pieces that can be run apart: which rows each piece judges, what it finds, and how findings add up.

Most rules judge a row by itself, beside other tables that they read whole; so their table can be cut into slices, and
what the slices find is added. A slice is a run of rows of some files.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import duckdb

from karabakh_data.check.engines.damage import READING
from karabakh_data.check.engines.offending_rows import Outcome, ascend, search
from karabakh_data.check.engines.scans import Scan, scans
from karabakh_data.check.engines.views import Files, connection, parquet
from karabakh_data.check.package.files import TableFile
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.rule import Rule

# (file, first row, row after the last), by the file's place among those of its table.
Slice = tuple[tuple[int, int, int], ...]

# So many batches for each processor even out that some take longer than others.
BATCHES_PER_PROCESSOR = 4
LEAST_ROWS_PER_SLICE = 500_000
# To take in a row that is read whole costs about so much more than to judge a row.
_BESIDE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A scan of one slice of its table, or of all of it; `rows` is how many rows it reads, of all tables together."""

    scan: Scan
    slice: Slice | None
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Of a slice that is sorted by key: the keys of its first and its last row, None where it has no rows."""

    first: str | None
    last: str | None


Found = Mapping[str, Outcome | Order]


def rows_per_slice(rules: Sequence[Rule], rows: Mapping[str, Sequence[int]], processors: int) -> int:
    """How many rows a slice should have, so that this check makes enough of them for so many processors."""
    whole = pieces(rules, rows, sys.maxsize)
    return max(LEAST_ROWS_PER_SLICE, sum(piece.rows for piece in whole) // (BATCHES_PER_PROCESSOR * processors))


def pieces(
    rules: Sequence[Rule], rows: Mapping[str, Sequence[int]], rows_per_slice: int, *, by_order: bool = True
) -> list[Piece]:
    """The pieces of a check, the greatest first. `rows` gives, by table, the rows of each file."""
    # A prefilter on another table would not show in slices of that one what it shows in the whole.
    planned = scans(rules, by_prefilters=False, by_order=by_order)
    return sorted((piece for scan in planned for piece in _cut(scan, rows, rows_per_slice)), key=lambda one: -one.rows)


def batches(planned: Iterable[Piece], rows_per_batch: int) -> list[list[Piece]]:
    """The pieces in batches of about so many rows: a great piece makes one of its own, small ones share one."""
    found: list[list[Piece]] = []
    room = 0
    for piece in planned:
        if piece.rows > room:
            found.append([])
            room = rows_per_batch
        found[-1].append(piece)
        room -= piece.rows
    return found


def findings(batch: Sequence[Piece], files: Files, max_examples: int, threads: int) -> list[Found]:
    """What the rules of each piece find in its rows, by id."""
    names = {table for piece in batch for rule in piece.scan.rules for table in rule.tables}
    with connection({table: files[table] for table in names}, threads) as con:
        return [_findings(con, piece, files, max_examples) for piece in batch]


def _findings(con: duckdb.DuckDBPyConnection, piece: Piece, files: Files, max_examples: int) -> Found:
    scan = piece.scan
    if piece.slice is None:
        return search(con, scan, max_examples)
    con.execute(f"CREATE OR REPLACE VIEW slice AS {_rows_of(piece.slice, files[scan.table])}")
    if scan.sorting_key:
        return _ordered(con, scan)
    return search(con, _of_slice(scan), max_examples)


def added(rules: Iterable[Rule], found: Sequence[Found], max_examples: int) -> dict[str, Outcome]:
    """What each rule finds in all pieces together: counts added, of examples those with the least keys.

    A rule whose slices are all sorted, one after another, has found nothing. Of one whose slices are not, nothing is
    known: it is left out.
    """
    by_rule: dict[str, list[Outcome | Order]] = {}
    for part in found:
        for name, outcome in part.items():
            by_rule.setdefault(name, []).append(outcome)
    total: dict[str, Outcome] = {}
    for rule in rules:
        outcomes = by_rule[rule.id]
        failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
        orders = [outcome for outcome in outcomes if isinstance(outcome, Order)]
        errors = (outcome for outcome in outcomes if isinstance(outcome, Exception))
        if len(orders) < len(outcomes) or _follow(orders):
            total[rule.id] = next(errors, None) or (_sum(failures, max_examples) if failures else None)
    return total


def _cut(scan: Scan, rows: Mapping[str, Sequence[int]], rows_per_slice: int) -> Iterator[Piece]:
    own = rows[scan.table]
    beside = 0 if scan.sorting_key else sum(sum(rows[table]) for table in _read(scan)) - sum(own)
    # What is read whole is read again for each slice, so that slices must be great against it.
    slices = 1 if any(rule.whole for rule in scan.rules) else -(-sum(own) // max(rows_per_slice, _BESIDE * beside))
    if slices <= 1:
        yield Piece(scan=scan, slice=None, rows=sum(own) + beside)
        return
    for part in cut(own, slices):
        yield Piece(scan=scan, slice=part, rows=sum(stop - start for _, start, stop in part) + beside)


def _read(scan: Scan) -> list[str]:
    """The tables that a scan reads, one that is named twice given twice."""
    tables = frozenset[str]().union(*(rule.tables for rule in scan.rules))
    return [name for name in re.findall(r"\b(?:FROM|JOIN)\s+([a-z_]+)\b", f"FROM {scan.relation}") if name in tables]


def cut(rows: Sequence[int], slices: int) -> list[Slice]:
    """So many slices of nearly the same number of rows each, in order, of files of so many rows each."""
    total = sum(rows)
    bounds = [total * number // slices for number in range(slices + 1)]
    found = []
    for low, high in pairwise(bounds):
        part, before = [], 0
        for file, count in enumerate(rows):
            start, stop = max(low - before, 0), min(high - before, count)
            if start < stop:
                part.append((file, start, stop))
            before += count
        found.append(tuple(part))
    return found


def _rows_of(part: Slice, files: Sequence[TableFile]) -> str:
    each = (
        f"SELECT * EXCLUDE (file_row_number) FROM {parquet([files[file]], numbered=True)}"
        f" WHERE file_row_number BETWEEN {start} AND {stop - 1}"
        for file, start, stop in part
    )
    return " UNION ALL ".join(each)


def _of_slice(scan: Scan) -> Scan:
    """The scan with the slice in place of its table, where that is first named."""

    def sliced(relation: str) -> str:
        return re.sub(rf"\b{scan.table}\b", f"slice AS {scan.table}", f"FROM {relation}", count=1)[len("FROM ") :]

    rules = tuple(replace(rule, relation=sliced(rule.relation)) for rule in scan.rules)
    return replace(scan, rules=rules, relation=sliced(scan.relation))


def _ordered(con: duckdb.DuckDBPyConnection, scan: Scan) -> Found:
    (rule,) = scan.rules
    try:
        ends = ascend(con, "slice", scan.sorting_key, "min(key)", "max(key)")
    except READING as error:
        return {rule.id: error}
    # Two orders that cannot follow one another say that nothing is proven.
    return {rule.id: Order(first=ends[0], last=ends[1]) if ends else Order(first="", last="")}


def _follow(orders: Iterable[Order]) -> bool:
    """Whether slices follow one another with keys that grow from each to the next."""
    ends = sorted((order.first, order.last) for order in orders if order.first is not None and order.last is not None)
    return all(last < first for (_, last), (first, _) in pairwise(ends)) and all(first for first, _ in ends)


def _sum(failures: Sequence[Failure], max_examples: int) -> Failure:
    examples = sorted((example for failure in failures for example in failure.examples), key=_order)
    return Failure(
        rule=failures[0].rule,
        count=sum(failure.count for failure in failures),
        examples=tuple(examples[:max_examples]),
    )


def _order(example: Mapping[str, Any]) -> list[tuple[bool, Any]]:
    # As DuckDB sorts rows: by each value in turn, nulls last.
    return [(value is None, 0 if value is None else value) for value in example.values()]
