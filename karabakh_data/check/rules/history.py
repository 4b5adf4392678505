"""Rules of the ids that records had in earlier releases: none is given again, and each leads to a record."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.relations import record_tables, records
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES
from karabakh_data.model.sql import listed


def history_rules() -> Iterator[Rule]:
    """The rules of the table of former ids. Links have no ids of their own to change."""
    named = tuple(table for table in record_tables() if len(TABLES[table].key) == 1)
    yield Rule(
        name="record_table is no table of records with ids",
        table="id_history",
        columns=("record_table",),
        predicate=f"id_history.record_table NOT IN {listed(named)}",
    )
    yield Rule(
        name="old_id is the id of a record",
        table="id_history",
        columns=("record_table", "old_id"),
        relation=(
            f"id_history SEMI JOIN {records(named)} AS given"
            " ON given.record_table = id_history.record_table AND given.record_id = id_history.old_id"
        ),
        predicate="true",
    )
    yield Rule(
        name="new_id names no row of record_table",
        table="id_history",
        columns=("record_table", "new_id"),
        relation=(
            f"id_history ANTI JOIN {records(named)} AS named"
            " ON named.record_table = id_history.record_table AND named.record_id = id_history.new_id"
        ),
        predicate="id_history.new_id IS NOT NULL",
    )
