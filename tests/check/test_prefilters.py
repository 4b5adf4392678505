"""What spares a search spares no error: with it the engine finds what the rules say, row for row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from karabakh_data.check.engines import in_duckdb, offending_rows
from karabakh_data.check.engines.prefilters import prefilter, sorting_key
from karabakh_data.check.engines.scans import scans
from karabakh_data.check.engines.views import connection
from karabakh_data.check.package.files import TableFile, locate
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.catalogue import rules
from karabakh_data.check.rules.relations import MARKS
from karabakh_data.check.rules.rule import Rule, counted
from karabakh_data.testing.corpus import Corpus, seeded, write_corpus

FILTERED = [rule for rule in rules() if prefilter(rule) != (rule.relation, rule.predicate)]
SORTED = [rule for rule in rules() if sorting_key(rule)]
ALL = 10_000

Rows = list[dict[str, Any]]


def _by_definition(con: duckdb.DuckDBPyConnection, rule: Rule) -> Rows:
    """The rows that break a rule, by its SQL and its function alone."""
    cursor = con.execute(rule.sql)
    rows = [dict(zip(rule.outputs, values, strict=True)) for values in cursor.fetchall()]
    if rule.accepts:
        rows = [row for row in rows if not rule.accepts(*(row[name] for name in rule.columns))]
    plain = [{name: str(value) if isinstance(value, date) else value for name, value in row.items()} for row in rows]
    return sorted(plain, key=repr)


def _rows(failures: Iterable[Failure]) -> dict[str, Rows]:
    return {failure.rule.id: sorted(map(dict, failure.examples), key=repr) for failure in failures}


def test_errors_of_every_kind_together(
    with_errors: tuple[Corpus, Mapping[str, Sequence[TableFile]]],
    failures: Mapping[str, Failure],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whether there are many rows, and the search is spared a first reading, or few."""
    corpus, files = with_errors
    monkeypatch.setattr(offending_rows, "MANY_ROWS", 0)
    plain = [rule for scan in scans(rules()) if scan.plain for rule in scan.rules]

    unasked, _ = in_duckdb.run(files, plain, ALL)
    found = _rows(failures.values())

    assert _rows(unasked) == {rule.id: found[rule.id] for rule in plain}
    with connection(files) as con:
        assert found == {rule.id: rows for rule in rules() if (rows := _by_definition(con, rule))}
    for rule in rules():
        keys = {tuple(row[name] for name in rule.key) for row in found[rule.id]}
        assert {tuple(key) for key in seeded(corpus)[rule.id]} <= keys, rule.id


@pytest.mark.parametrize("rule", [*FILTERED, *SORTED], ids=lambda rule: rule.id)
def test_an_error_alone(rule: Rule, tmp_path: Path) -> None:
    """Beside errors of other kinds a prefilter may be true for their sake."""
    write_corpus(Corpus(articles=6, errors={rule.id: 1}), tmp_path, tables=rule.tables)
    files = locate(tmp_path).tables

    found, _ = in_duckdb.run(files, [rule], ALL)

    with connection(files) as con:
        assert _rows(found) == {rule.id: _by_definition(con, rule)}


def test_without_errors_nothing_is_searched(tmp_path: Path) -> None:
    write_corpus(Corpus(articles=6), tmp_path)

    with connection(locate(tmp_path).tables) as con:
        true_of = {
            rule.id: con.execute(f"SELECT {counted(asked.predicate)} FROM {asked.relation}").fetchall()
            for rule in FILTERED
            if (asked := prefilter(rule))
        }
        proofs = {rule.id: offending_rows.ascend(con, rule.table, sorting_key(rule)) for rule in SORTED}

    assert true_of == {rule.id: [(0,)] for rule in FILTERED}
    assert proofs == {rule.id: () for rule in SORTED}


NAMED = next(rule for rule in FILTERED if MARKS not in rule.relation)


@pytest.mark.parametrize("rule", [NAMED, SORTED[0]], ids=lambda rule: rule.id)
def test_another_rule_of_the_same_name_is_searched(rule: Rule) -> None:
    other = replace(rule, predicate="false")

    assert prefilter(other) == (other.relation, other.predicate)
    assert sorting_key(other) == ()
