"""Every rule catches the smallest broken table that it is for, and leaves a clean corpus alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import duckdb
import pyarrow as pa
import pytest
from one_story import rows, story, table_of

from karabakh_data.check.engines.in_duckdb import outcomes
from karabakh_data.check.engines.views import connection
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.catalogue import rules as all_rules
from karabakh_data.check.rules.catalogue import select
from karabakh_data.errors import UnknownName
from karabakh_data.testing.faults import faults, inject

RULES = {rule.id: rule for rule in all_rules()}
EXAMPLES = 10


@pytest.fixture(scope="module")
def clean() -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the tables of the clean corpus."""
    with connection({}, threads=1) as con:
        for name, table in story().items():
            _load(con, name, table)
        yield con


def test_a_clean_corpus_breaks_no_rule(clean: duckdb.DuckDBPyConnection) -> None:
    assert outcomes(clean, all_rules(), EXAMPLES) == ([], {})


def test_ids_are_unique() -> None:
    assert len(RULES) == len(all_rules())


def test_every_rule_has_a_fault() -> None:
    assert set(faults()) == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_rule(name: str, clean: duckdb.DuckDBPyConnection) -> None:
    broken, fault, rule = rows(), faults()[name], RULES[name]

    key = inject(name, broken)
    found = {failure.rule.id: failure for failure in _failures(clean, broken)}

    assert name in found
    others = set(found) - {name}
    assert others - set(fault.companions) == set()
    assert fault.possible or set(fault.companions) - others == set()
    assert [tuple(example[part] for part in rule.key) for example in found[name].examples] == [key] * found[name].count


def _failures(con: duckdb.DuckDBPyConnection, broken: Iterable[str]) -> list[Failure]:
    """What the rules that read a changed table find; the others read what they read before."""
    changed = {table: table_of(broken, table) for table in broken}
    for table, made in changed.items():
        _load(con, table, made)
    try:
        failures, errors = outcomes(con, [rule for rule in all_rules() if rule.tables & changed.keys()], EXAMPLES)
    finally:
        for table in changed:
            _load(con, table, story()[table])
    assert errors == {}
    return failures


def _load(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    con.register("loaded", table)
    con.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM loaded")
    con.unregister("loaded")


def test_select_by_table_and_by_pattern() -> None:
    assert {rule.table for rule in select(["events"])} == {"events"}
    assert [rule.id for rule in select(["casualties: low is greater*"])] == [
        "casualties: low is greater than best",
        "casualties: low is greater than high",
    ]


def test_select_refuses_what_matches_nothing() -> None:
    with pytest.raises(UnknownName, match=r"(?s)no rule is called 'evnets'.*no rule is called 'zzz'"):
        select(["evnets", "events", "zzz"])
