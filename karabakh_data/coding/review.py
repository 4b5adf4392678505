"""Whether every record was read against its passages since it last changed, as the review ledger has it.

A unit of review is what a reader signs at once. Every row of every table belongs to exactly one:

- a link belongs to the record of its first key: an event has its actors and topics, a clause its actors and events,
  a term its codes in other schemes;
- a mention belongs to the passage in which it begins, and to its source if it begins in none;
- a claim belongs to the unit of the record that it is on;
- any other row is a unit of its own.

A passage is named by its article and where it starts, not by its number: numbers shift when a passage before is split.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from karabakh_data.check.package.requirements import EVERY_TABLE
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.rule import Requirement
from karabakh_data.coding.ledger import HASH_LENGTH, Ledger, LedgerError, read_ledger
from karabakh_data.model import TABLES, id_of, key_of

Row = Mapping[str, Any]

# The tables whose rows hang on a record of another, which their first key columns name.
HANGS_ON = {
    "event_actors": "events",
    "event_topics": "events",
    "clause_actors": "clauses",
    "clause_events": "clauses",
    "crosswalk": "vocabulary",
}

# Numbers that shift, and an id that repeats the rest, say nothing of the content. Nor does a claim's mark of conflict:
# it follows from the claims, which are in the hash, and nobody reads an article to find it. A record over which another
# article falls out has got that article's claims, and is read again for their sake.
_NOT_CONTENT = ("passage_id", "seq", "claim_id", "in_conflict")

UNREADABLE = Requirement(name="the review ledger cannot be read", table=EVERY_TABLE)
NEVER = Requirement(name="it was never read against its passages; `karabakh-data review` shows it", table=EVERY_TABLE)
CHANGED = Requirement(name="it has changed since it was read; `karabakh-data review` shows it", table=EVERY_TABLE)
WRONG = Requirement(name="it was read and found wrong; mend it and read it again", table=EVERY_TABLE)
GONE = Requirement(
    name="the review ledger signs a record that is no more; the next signature drops it",
    table=EVERY_TABLE,
    severity="warning",
)

REQUIREMENTS = (UNREADABLE, NEVER, CHANGED, WRONG, GONE)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a reader signs at once: its rows, each with its table; the row that gives it its name is in `head`."""

    table: str
    record_id: str
    rows: tuple[tuple[str, Row], ...]

    @property
    def name(self) -> str:
        """The table and the id, `events/kalbajar-handover-2020`."""
        return f"{self.table}/{self.record_id}"

    @property
    def head(self) -> Row | None:
        """The row on which the others hang; None if they hang on a record that does not exist."""
        return next((row for table, row in self.rows if table == self.table), None)

    def of(self, table: str) -> list[Row]:
        """The unit's rows of one table."""
        return [row for name, row in self.rows if name == table]

    @property
    def sources(self) -> set[str]:
        """The articles that its rows come from."""
        return {row["source_id"] for _, row in self.rows if "source_id" in row}

    @property
    def hash(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of what is published of it, in any order of the rows.

        It covers each value that is not null, so that a new column changes it only where it says something.
        """
        signed = sorted(
            json.dumps([table, dict(sorted(content(row).items()))], default=str) for table, row in self.rows
        )
        return hashlib.sha256("\n".join(signed).encode()).hexdigest()[:HASH_LENGTH]


def content(row: Row) -> dict[str, Any]:
    """What a row says that is read and signed: its values but for nulls, and for what shifts or follows."""
    return {name: value for name, value in row.items() if value is not None and name not in _NOT_CONTENT}


def units(tables: Mapping[str, pa.Table]) -> list[Unit]:
    """The units of review of all tables, in the order of the tables and by id. Each row is in exactly one."""
    found: dict[tuple[str, str], list[tuple[str, Row]]] = defaultdict(list)
    passage_of = _passage_finder(tables["passages"].to_pylist())
    for table in TABLES:
        for row in tables[table].to_pylist():
            found[_unit(table, row, passage_of)].append((table, row))
    order = {table: place for place, table in enumerate(TABLES)}
    return [
        Unit(table, record_id, tuple(found[table, record_id]))
        for table, record_id in sorted(found, key=lambda unit: (order.get(unit[0], len(order)), unit))
    ]


def _unit(table: str, row: Row, passage_of: Callable[[Row], tuple[str, str]]) -> tuple[str, str]:
    if table == "passages":
        return table, _passage_name(row)
    if table == "mentions":
        return passage_of(row)
    if table == "claims":
        return _head(row["record_table"], row["record_id"])
    return _head(table, id_of(TABLES[table], row))


def _head(table: str, record_id: str) -> tuple[str, str]:
    """The record of whose unit a record is: itself, or the one on which it hangs, whose key its own begins with."""
    head = HANGS_ON.get(table)
    key = key_of(TABLES[table], record_id) if head else None
    return (head, id_of(TABLES[head], key)) if head and key else (table, record_id)


def _passage_name(passage: Row) -> str:
    return f"{passage['source_id']}/{passage['char_start']:05}"


def _passage_finder(passages: Iterable[Row]) -> Callable[[Row], tuple[str, str]]:
    by_source: dict[str, list[Row]] = defaultdict(list)
    for passage in sorted(passages, key=lambda row: row["char_start"]):
        by_source[passage["source_id"]].append(passage)

    def find(mention: Row) -> tuple[str, str]:
        there = by_source[mention["source_id"]]
        at = bisect_right(there, mention["char_start"], key=lambda row: row["char_start"]) - 1
        if at >= 0 and mention["char_start"] < there[at]["char_end"]:
            return "passages", _passage_name(there[at])
        return "sources", mention["source_id"]

    return find


def requirement(unit: Unit, ledger: Ledger) -> Requirement | None:
    """What is required of a unit, one of NEVER, CHANGED and WRONG; None if it was read as it is and found well."""
    signature = ledger.get(unit.name)
    if signature is None:
        return NEVER
    if signature.hash != unit.hash:
        return CHANGED
    return WRONG if signature.verdict == "wrong" else None


def review_failures(tables: Mapping[str, pa.Table], path: Path, max_failures: int = 10) -> Iterator[Failure]:
    """What is not read, or not found well, by the ledger at `path`; without a file there nothing was read.

    A failure gathers the units of one table, with at most `max_failures` of them as examples: the key, the unit's
    name as `karabakh-data review` takes it, and the day of its last reading.
    """
    try:
        ledger = read_ledger(path)
    except LedgerError as error:
        lines = tuple({"line": line} for line in error.failures)
        yield Failure(rule=UNREADABLE, count=len(lines), examples=lines[:max_failures])
        return
    found: dict[Requirement, list[dict[str, Any]]] = defaultdict(list)
    existing = set()
    for unit in units(tables):
        existing.add(unit.name)
        unmet = requirement(unit, ledger)
        if unmet is not None:
            found[replace(unmet, table=unit.table)].append(_example(unit, ledger))
    for name in sorted(ledger.keys() - existing):
        found[GONE].append({"unit": name})
    for rule, examples in found.items():
        yield Failure(rule=rule, count=len(examples), examples=tuple(examples[:max_failures]))


def _example(unit: Unit, ledger: Ledger) -> dict[str, Any]:
    key = {name: unit.head[name] for name in TABLES[unit.table].key} if unit.head is not None else {}
    read = {"read_on": ledger[unit.name].day.isoformat()} if unit.name in ledger else {}
    return key | {"unit": unit.name} | read
