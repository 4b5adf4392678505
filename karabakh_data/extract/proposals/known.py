"""What coded articles tell of names and records, from which the coding of the next one is proposed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from karabakh_data.extract.registers import Registers
from karabakh_data.model import NAMED_TABLES, TABLES, columns

DATA = Path("karabakh_data/data")
Rows = Sequence[Mapping[str, Any]]
Entity = str  # its table and id, joined by `/`, as scripts write it
RECORDS = ("events", "clauses", "casualties", "agreements")
LINKED = {"event_actors": "events", "clause_actors": "clauses"}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before an article is coded.

    `names` gives for each surface form the entities that articles tie to it, each with the number of those articles,
    and 0 for the name in the register; `traits` gives for each record that an article tells of the actors, places and
    dates that are claimed of it, with the number of claims: `actors/...`, `places/...`, an EDTF text as it is.
    """

    registers: Registers
    names: Mapping[str, Counter[Entity]]
    traits: Mapping[Entity, Counter[str]]


def read_known(root: Path, registers: Registers) -> Known:
    """What the published tables of a checkout tell.

    Where nothing has been published yet, the names of the registers are all that is known.
    """
    rows: dict[str, Rows] = {}
    for table in ("mentions", "claims"):
        path = root / DATA / f"{table}.parquet"
        rows[table] = pq.read_table(path).to_pylist() if path.is_file() else []
    return known(registers, rows["mentions"], rows["claims"])


def known(registers: Registers, mentions: Rows, claims: Rows) -> Known:
    """What mentions and claims tell: rows of these tables."""
    articles: dict[str, dict[Entity, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in mentions:
        entity = f"{row['entity_table']}/{row['entity_id']}"
        if not _is_registered(entity, registers):  # any more
            continue
        articles[" ".join(row["surface"].split())][entity].add(row["source_id"])
    names = {name: Counter({entity: len(of) for entity, of in tied.items()}) for name, tied in articles.items()}
    for table in NAMED_TABLES:
        for record_id, entry in registers[table].items():
            names.setdefault(entry["name"], Counter())[f"{table}/{record_id}"] += 0
    return Known(
        registers,
        names,
        traits={record: traits for record, traits in _traits(claims).items() if _is_registered(record, registers)},
    )


def _is_registered(record: Entity, registers: Registers) -> bool:
    table, _, record_id = record.partition("/")
    return record_id in registers[table]


def _traits(claims: Rows) -> dict[Entity, Counter[str]]:
    """Of each record, the actors and places that claims link to it, and the days that they give it."""
    found: dict[Entity, Counter[str]] = defaultdict(Counter)
    for row in claims:
        table, record_id = row["record_table"], row["record_id"]
        if table in LINKED:
            owner, actor = record_id.split("/")[:2]
            found[f"{LINKED[table]}/{owner}"][f"actors/{actor}"] += 1
        elif table in RECORDS:
            trait = _trait(table, row["field"], row["value"])
            if trait:
                found[f"{table}/{record_id}"][trait] += 1
    return found


def _trait(table: str, field: str, value: str) -> str | None:
    if field.endswith("_edtf"):
        return value
    (column,) = [column for column in columns(TABLES[table]) if column.name == field]
    owner = (column.definition.references or "").partition(".")[0]
    return f"{owner}/{value}" if owner in NAMED_TABLES else None
