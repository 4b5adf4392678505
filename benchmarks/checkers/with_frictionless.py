"""With frictionless: our published Table Schemas over CSV, which it reads several times faster than Parquet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from frictionless import Package, Resource, Schema

from benchmarks.checkers import requirements
from benchmarks.checkers.requirements import Found
from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema

RULES = requirements.rule_of()
KINDS = {
    "required": "required",
    "enum": "terms",
    "pattern": "pattern",
    "maxLength": "length",
    "minimum": "minimum",
    "maximum": "maximum",
}


def find(folder: Path) -> Found:
    """What a Table Schema can say: the rules of single columns, of the key and of references."""
    found = requirements.none_found()
    resources = [
        Resource(
            name=table,
            path=f"{table}.csv",
            basepath=str(folder),
            schema=Schema.from_descriptor(table_schema(TABLES[table])),
        )
        for table in ("events", "places")
    ]
    for task in Package(resources=resources).validate().tasks:
        for error in task.errors:
            rule = _rule(error.to_dict()) if task.name == "events" else None
            if rule:
                found[rule].add(error.cells[0] or None)
    return found


def _rule(error: dict[str, Any]) -> str | None:
    if error["type"] == "foreign-key":
        return requirements.REFERENCES[error["fieldNames"][0]]
    if error["type"] == "unique-error":
        return requirements.NOT_UNIQUE
    if error["type"] == "constraint-error":
        kind = KINDS[error["note"].split('"')[1]]
        return RULES.get((error["fieldName"], kind))
    return None
