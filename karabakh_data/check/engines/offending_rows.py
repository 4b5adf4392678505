"""The search for rows that break the rules of a scan: first whether there may be any, then how many and which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb

from karabakh_data.check.engines.damage import READING
from karabakh_data.check.engines.scans import Scan, scan_alone
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.rule import Rule, counted
from karabakh_data.model import TABLES, columns
from karabakh_data.model.sql import literal

_SQL_TYPES: dict[type, str] = {str: "varchar", int: "integer", float: "double", bool: "boolean", date: "date"}
# To search takes longer to plan than to ask prefilters; to read more rows than these twice takes longer still.
MANY_ROWS = 100_000

Outcome = Failure | Exception | None


def search(con: duckdb.DuckDBPyConnection, scan: Scan, max_examples: int) -> dict[str, Outcome]:
    """By id what each rule of the scan finds: a failure, nothing, or an error if it cannot be run."""
    found: dict[str, Outcome] = dict.fromkeys(rule.id for rule in scan.rules)
    try:
        groups: dict[str, list[Rule]] = {}
        for rule in _uncleared(con, scan):
            groups.setdefault(rule.relation, []).append(rule)
        for group in groups.values():
            found |= _failures(con, group, max_examples)
    except READING as error:
        if len(scan.rules) == 1:
            return {scan.rules[0].id: error}
        each = (search(con, scan_alone(rule), max_examples) for rule in scan.rules)
        return {name: outcome for one in each for name, outcome in one.items()}
    return found


def ascend(con: duckdb.DuckDBPyConnection, table: str, key: Sequence[str], *asked: str) -> tuple[Any, ...] | None:
    """What is asked of the keys, if each row has a greater one than the row before it; else None.

    Nulls are not greater. Asked are SQL aggregates of `key`, a text that sorts as the rows do.
    """
    joined = " || '!' || ".join(key)
    before = f"SELECT key, lag(key, 1, '') OVER () AS less FROM (SELECT {joined} AS key FROM {table})"
    wanted = ", ".join((counted("key > less IS NOT TRUE"), *asked))
    ((wrong, *answers),) = _rows(con, f"SELECT {wanted} FROM ({before})")
    return None if wrong else tuple(answers)


def _uncleared(con: duckdb.DuckDBPyConnection, scan: Scan) -> list[Rule]:
    """The rules of the scan that some row may break, those that Python judges with what it rejects beside them."""
    if scan.sorting_key:
        return list(scan.rules) if ascend(con, scan.table, scan.sorting_key) is None else []
    if scan.values:
        return _uncleared_by_values(con, scan)
    asked, searched = dict(zip(scan.rules, scan.prefilters, strict=True)), list[Rule]()
    if scan.plain and _rows(con, f"SELECT count(*) FROM {scan.relation}")[0][0] > MANY_ROWS:
        searched = [rule for rule in scan.rules if rule.relation == scan.relation]
    return searched + _unfiltered(con, scan.relation, {rule: asked[rule] for rule in asked if rule not in searched})


def _unfiltered(con: duckdb.DuckDBPyConnection, relation: str, prefilters: Mapping[Rule, str]) -> list[Rule]:
    """The rules whose prefilter is true of some row, asked of every row: a WHERE would change how joins are planned."""
    if not prefilters:
        return []
    query = f"SELECT {', '.join(counted(predicate) for predicate in prefilters.values())} FROM {relation}"
    return [rule for rule, count in zip(prefilters, _rows(con, query)[0], strict=True) if count]


def _uncleared_by_values(con: duckdb.DuckDBPyConnection, scan: Scan) -> list[Rule]:
    """The rules that some combination of values breaks."""
    table = scan.table
    named = ", ".join(f"{table}.{name}" for name in scan.values)
    con.execute(f"CREATE OR REPLACE TEMP TABLE combinations AS SELECT DISTINCT {named} FROM {scan.relation}")
    filtered = {rule: asked for rule, asked in zip(scan.rules, scan.prefilters, strict=True) if not rule.accepts}
    uncleared = _unfiltered(con, f"combinations AS {table}", filtered)
    for rule in scan.rules:
        if rule.accepts and (rejected := _rejected(con, rule)):
            same = " AND ".join(f"rejected.{name} IS NOT DISTINCT FROM {table}.{name}" for name in rule.columns)
            values = f"(VALUES {', '.join(rejected)}) AS rejected({', '.join(rule.columns)})"
            uncleared.append(replace(rule, relation=f"{rule.relation} SEMI JOIN {values} ON {same}"))
    return uncleared


def _rejected(con: duckdb.DuckDBPyConnection, rule: Rule) -> list[str]:
    """The combinations of values that the rule's function does not accept, each as an SQL row."""
    assert rule.accepts is not None
    types = {column.name: _SQL_TYPES[column.type] for column in columns(TABLES[rule.table])}
    cursor = con.execute(f"SELECT DISTINCT {', '.join(rule.columns)} FROM combinations")
    rejected = []
    while batch := cursor.fetchmany(10_000):
        for row in batch:
            if not rule.accepts(*row):
                cells = (
                    f"CAST({'NULL' if value is None else literal(str(value))} AS {types[name]})"
                    for name, value in zip(rule.columns, row, strict=True)
                )
                rejected.append(f"({', '.join(cells)})")
    return rejected


def _failures(con: duckdb.DuckDBPyConnection, rules: Sequence[Rule], max_examples: int) -> dict[str, Outcome]:
    """By id what rules with the same relation find in it."""
    asked = []
    for rule in rules:
        row = ", ".join(f"{name} := {value}" for name, value in rule.outputs.items())
        # The whole row decides which examples are the least, so that they are the same however the rows come.
        least = f"min(struct_pack({row}), {max_examples})" if max_examples else "any_value(NULL)"
        asked.append(f"{counted(rule.predicate)}, {least} FILTER (WHERE {rule.predicate})")
    some = " OR ".join(f"({rule.predicate})" for rule in rules)
    (answer,) = _rows(con, f"SELECT {', '.join(asked)} FROM {rules[0].relation} WHERE {some}")
    found: dict[str, Outcome] = {}
    for rule, count, examples in zip(rules, answer[::2], answer[1::2], strict=True):
        plain = tuple({name: _plain(value) for name, value in example.items()} for example in examples or ())
        found[rule.id] = Failure(rule=rule, count=int(count), examples=plain) if count else None
    return found


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return con.execute(query).fetchall()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
