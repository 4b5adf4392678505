"""Rules of which claims are in conflict: marked together, where SQL can see why, and not without cause.

Not all can be seen here: resolution also asks what dates and places have in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.relations import marked, not_marked, record_tables
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, columns
from karabakh_data.model.sql import listed

_FIELD = ("record_table", "record_id", "field")
# What claims on other fields or records can contradict, be there one claim on it: a part and its whole, bounds, and an
# outcome and the dates and status on which it rests.
_FROM_OUTSIDE = (
    *("places.part_of", "actors.part_of", "events.part_of", "events.date_edtf", "events.status"),
    *("casualties.subset_of", "casualties.measure", "casualties.victim_class"),
    *("casualties.low", "casualties.best", "casualties.high"),
    *("clause_events.outcome", "clauses.due_edtf"),
)


def _same(one: str, other: str, *more: str) -> str:
    return " AND ".join(f"{one}.{name} = {other}.{name}" for name in (*_FIELD, *more))


_NAMED = "claims.record_table || '.' || claims.field"
_BESIDE_THE_MARKED = (
    f"claims JOIN (SELECT {', '.join(_FIELD)}, min(value) = max(value) AND min(stance) = max(stance) AS alike"
    f" FROM claims WHERE in_conflict GROUP BY {', '.join(_FIELD)}) AS marked ON {_same('marked', 'claims')}"
)


def conflict_rules() -> Iterator[Rule]:
    """The rules of which claims are in conflict."""
    yield Rule(
        name="in_conflict is false, and other claims on the field are in conflict",
        table="claims",
        columns=(*_FIELD, "in_conflict"),
        relation=_BESIDE_THE_MARKED,
        predicate="claims.in_conflict = false",
    )
    yield Rule(
        # But not on when an event happens: the dates of mere plans do not count where it came about.
        name="in_conflict is false, and one claim asserts what another denies",
        table="claims",
        columns=(*_FIELD, "value", "in_conflict"),
        relation=(
            "(SELECT * FROM claims WHERE in_conflict = false AND stance = 'asserts') AS claims"
            " SEMI JOIN (SELECT record_table, record_id, field, value FROM claims"
            " WHERE in_conflict = false AND stance = 'denies') AS denied"
            f" ON {_same('denied', 'claims', 'value')}"
        ),
        predicate=f"{_NAMED} <> 'events.date_edtf'",
    )
    yield Rule(
        name="in_conflict is true, and no two claims on the field differ",
        table="claims",
        columns=(*_FIELD, "value", "in_conflict"),
        relation=_BESIDE_THE_MARKED,
        predicate=f"claims.in_conflict AND marked.alike AND {_NAMED} NOT IN {listed(_FROM_OUTSIDE)}",
    )


def null_rules() -> Iterator[Rule]:
    """The rules of the columns that are null only where the claims on them are in conflict."""
    for table in record_tables():
        for column in columns(TABLES[table]):
            if column.definition.always_claimed:
                yield Rule(
                    name=f"{column.name} is null, and no claims on it are in conflict",
                    table=table,
                    columns=(column.name,),
                    relation=marked(table),
                    predicate=f"{table}.{column.name} IS NULL AND {not_marked(column.name)}",
                )
