"""Every rule catches the smallest broken table that it is for, and leaves a clean corpus alone."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pytest
from broken_cells import RULES, cases
from minimal_corpus import Tables, tables

from karabakh_data.check.engines.in_duckdb import outcomes
from karabakh_data.check.engines.views import connection
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.catalogue import rules, select
from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema

CASES = cases()


@pytest.fixture(scope="module")
def clean():
    """A connection with the tables of the clean corpus."""
    with connection({}, threads=1) as con:
        _load(con, tables())
        yield con


def test_a_clean_corpus_breaks_no_rule(clean: duckdb.DuckDBPyConnection) -> None:
    assert outcomes(clean, rules(), 10) == ([], {})


def test_ids_are_unique() -> None:
    assert len(RULES) == len(rules())


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_rule(name: str, clean: duckdb.DuckDBPyConnection) -> None:
    before, broken, case = tables(), tables(), CASES[name]

    case.spoil(broken)
    changed = [table for table in TABLES if broken[table] != before[table]]
    failures = _failures(clean, broken, before, changed)

    found = {failure.rule.id: failure for failure in failures}
    others = set(found) - {name}
    assert name in found
    assert others <= set(case.companions) if case.made else others == set(case.companions)
    assert found[name].count >= 1
    assert set(RULES[name].key) <= found[name].examples[0].keys()


def _failures(con: duckdb.DuckDBPyConnection, broken: Tables, clean: Tables, changed: list[str]) -> list[Failure]:
    """What the rules that read a changed table find; the others read what they read before."""
    _load(con, {table: broken[table] for table in changed})
    try:
        failures, errors = outcomes(con, [rule for rule in rules() if not rule.tables.isdisjoint(changed)], 10)
    finally:
        _load(con, {table: clean[table] for table in changed})
    assert errors == {}
    return failures


def _load(con: duckdb.DuckDBPyConnection, made: Tables) -> None:
    for table, rows in made.items():
        schema = pa.schema([field.with_nullable(True) for field in arrow_schema(TABLES[table])])
        con.register("loaded", pa.Table.from_pylist(rows, schema=schema))
        con.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM loaded")
        con.unregister("loaded")


def test_select_by_table_and_by_pattern() -> None:
    assert {rule.table for rule in select(["events"])} == {"events"}
    assert [rule.id for rule in select(["casualties: low is greater*"])] == [
        "casualties: low is greater than best",
        "casualties: low is greater than high",
    ]


def test_select_refuses_what_matches_nothing() -> None:
    with pytest.raises(KeyError, match="no rule is called 'evnets'"):
        select(["evnets"])
