"""What is new in a unit of review since it was read: which rows came, went or changed, and what became of its values.

What was read is not kept, only its hash. But the tables in place were read before they were published: where a unit of
theirs has the hash that was signed, it is what the reader saw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from karabakh_data.coding.ledger import Ledger
from karabakh_data.coding.review import Row, Unit, content, units
from karabakh_data.errors import DataFileError
from karabakh_data.model import TABLES
from karabakh_data.reader.tables import read_file

TableRow = tuple[str, Row]

# By what a row that is not the same is known again, where it is not by its key: by the words on which it rests, and
# else by what it says in other words.
_SPOT: Mapping[str, tuple[str, ...]] = {
    "claims": ("record_table", "record_id", "field", "source_id", "char_start", "char_end"),
    "mentions": ("source_id", "char_start", "char_end"),
}
_SAID: Mapping[str, tuple[str, ...]] = {
    "claims": ("record_table", "record_id", "field", "source_id", "value", "attributed_to", "stance"),
}


@dataclass(frozen=True, slots=True)
class Changes:
    """How a unit differs from what was read.

    `values` are the columns of its own row, each with the value before and now; `conflicts` the fields on which claims
    cannot all be true any more; `came`, `went` and `changed` (before, now) the rows that hang on it, with their tables;
    `same` those that are as they were.
    """

    values: list[tuple[str, Any, Any]]
    conflicts: list[str]
    came: list[TableRow]
    went: list[TableRow]
    changed: list[tuple[str, Row, Row]]
    same: list[TableRow]


def units_as_read(root: Path, ledger: Ledger) -> dict[str, Unit]:
    """By name, the units of the tables published below `root` that are as a reader signed them; none without tables."""
    try:
        tables = {name: read_file(root / "karabakh_data" / "data" / f"{name}.parquet") for name in TABLES}
        found = units(tables)
    except (DataFileError, KeyError):  # damaged, or of another model: the next build puts good ones in their place
        return {}
    return {unit.name: unit for unit in found if unit.name in ledger and ledger[unit.name].hash == unit.hash}


def changes(before: Unit, now: Unit) -> Changes:
    """What is new in a unit since it was as it was before."""
    old, new = content(before.head or {}), content(now.head or {})
    went, came = _hanging(before), _hanging(now)
    same = _matched(went, came, lambda table, row: tuple(sorted(content(row).items())))
    changed = _matched(went, came, lambda table, row: _cells(row, _SPOT.get(table, TABLES[table].key)))
    changed += _matched(went, came, lambda table, row: _cells(row, _SAID.get(table, ())))
    return Changes(
        values=[(name, old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)],
        conflicts=sorted(_in_conflict(now) - _in_conflict(before)),
        came=came,
        went=went,
        changed=[(table, was, row) for (table, was), (_, row) in changed],
        same=[row for _, row in same],
    )


def _hanging(unit: Unit) -> list[TableRow]:
    return [(table, row) for table, row in unit.rows if row is not unit.head]


def _in_conflict(unit: Unit) -> set[str]:
    return {claim["field"] for claim in unit.of("claims") if claim["in_conflict"]}


def _cells(row: Row, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def _matched(
    went: list[TableRow], came: list[TableRow], known_by: Callable[[str, Row], tuple[Any, ...]]
) -> list[tuple[TableRow, TableRow]]:
    """The rows, before and now, that are known by the same; they leave both lists. What is known by nothing stays."""
    waiting: dict[tuple[Any, ...], list[TableRow]] = defaultdict(list)
    for table, row in went:
        waiting[table, *known_by(table, row)].append((table, row))
    pairs = []
    for table, row in list(came):
        known = known_by(table, row)
        if known and waiting[table, *known]:
            pairs.append((waiting[table, *known].pop(0), (table, row)))
            went.remove(pairs[-1][0])
            came.remove((table, row))
    return pairs
