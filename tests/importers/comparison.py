"""What a tool has read, cell by cell beside the published tables, and whether its losses are the declared ones."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import losses
import pyarrow as pa
from cells import NOT_A_TIME
from losses import Loss

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was seen: the tables that were read, the declared losses that were seen, in words, and what is wrong."""

    tables: list[str]
    lost: list[str]
    failures: list[str]


def compare(published: Mapping[str, pa.Table], read: Mapping[str, Rows], declared: Sequence[Loss]) -> Comparison:
    """What the tool has read beside what is published.

    A failure is each table that is missing, has other columns or another number of rows, and each column in which
    a cell has a loss that is not declared, or not the loss that is. So is a declared loss that no cell has.
    """
    failures = [f"{name}: not read" for name in published if name not in read]
    failures += [f"{name}: no such table is published" for name in read if name not in published]
    seen: Counter[tuple[str, str]] = Counter()
    for name in published:
        if name in read:
            failures += _in_table(name, published[name], read[name], declared, seen)
    failures += [
        f"declared and no longer seen: {loss.of(kind)}"
        for loss in declared
        for kind in loss.types
        if not seen[loss.words, kind]
    ]
    observed = [loss.of(*(kind for kind in loss.types if seen[loss.words, kind])) for loss in declared]
    lost = [str(loss) for loss in observed if loss.types]
    return Comparison([name for name in published if name in read], lost, failures)


def _in_table(
    name: str, published: pa.Table, read: Rows, declared: Sequence[Loss], seen: Counter[tuple[str, str]]
) -> Iterator[str]:
    if len(read) != published.num_rows:
        yield f"{name}: {len(read)} rows were read, {published.num_rows} are published"
        return
    if {tuple(row) for row in read} - {tuple(published.column_names)}:  # of no rows, columns cannot be told
        other = next(list(row) for row in read if [*row] != published.column_names)
        yield f"{name}: the columns read are {other}, those published {published.column_names}"
        return
    for field in published.schema:
        kind = losses.TYPES[field.type]
        column = published[field.name]
        here = [loss for loss in declared if kind in loss.types]
        wrong: Counter[str] = Counter()
        first: dict[str, str] = {}
        for position, value in enumerate(column.to_pylist()):
            cell = _plain(read[position][field.name])
            loss, expected = _expected(value, column, here)
            if not _same(cell, expected):
                words = _in_words(value, cell, column, kind, loss)
                wrong[words] += 1
                first.setdefault(words, f"row {position + 1}, published {value!r}, read {cell!r}")
            elif loss is not None:
                seen[loss.words, kind] += 1
        yield from (f"{name}.{field.name}: {words}: {count} cells, {first[words]}" for words, count in wrong.items())


def _expected(value: Any, column: pa.ChunkedArray, declared: Sequence[Loss]) -> tuple[Loss | None, Any]:
    """The declared loss that concerns the cell, if there is one, and what the tool should have."""
    for loss in declared:
        changed = loss.makes(value, column)
        if not _same(changed, value):
            return loss, changed
    return None, value


def _in_words(value: Any, cell: Any, column: pa.ChunkedArray, kind: str, declared: Loss | None) -> str:
    """What is wrong with a cell."""
    if _same(value, cell) and declared is not None:
        return f"declared and no longer seen: {declared.of(kind)}"
    for loss in losses.EVERY:
        if kind in loss.types and _same(cell, loss.makes(value, column)):
            return f"not declared: {loss.of(kind)}"
    return f"not declared, and of no kind that is known, among {kind}"


def _plain(cell: Any) -> Any:
    """The cell as a value of Python's own: pandas and numpy have types that add nothing to it."""
    if type(cell).__name__ == "NaTType":
        return NOT_A_TIME
    if isinstance(cell, dt.datetime):
        return dt.datetime.fromisoformat(cell.isoformat())
    return cell.item() if hasattr(cell, "item") else cell


def _same(one: Any, other: Any) -> bool:
    """Whether two cells are the same, where 1 is not 1.0 or True, a day is no moment, and NaN is NaN."""
    return type(one) is type(other) and (one == other or (one != one and other != other))
