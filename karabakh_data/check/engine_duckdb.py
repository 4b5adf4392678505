"""The embedded engine: DuckDB runs the rules straight over the Parquet files, without loading tables into Python."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa

from karabakh_data.check.package import DAMAGED, failure
from karabakh_data.check.report import Failure, Progress
from karabakh_data.check.rule import Rule, counted
from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema

# Where DuckDB's dialect lacks a name of the common subset.
PRELUDE = "CREATE OR REPLACE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)"
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "preserve_insertion_order": False,
    "python_enable_replacements": False,
}
MEMORY_LIMIT = "400MiB"


def run(
    files: Mapping[str, Sequence[Path]],
    rules: Sequence[Rule],
    max_examples: int,
    suspect: Collection[str] = (),
    progress: Progress | None = None,
) -> tuple[list[Failure], dict[str, str]]:
    """What the rules find in these files, and by id the rules that could not be run, with the reason.

    Each failure has at most `max_examples` examples, those with the least keys. `suspect` names the tables whose
    columns are not the model's. Raises duckdb.Error if a rule fails though its tables are in order.
    """
    not_run: dict[str, str] = {}
    for rule in rules:
        if absent := sorted(rule.tables - files.keys()):
            not_run[rule.id] = f"no readable table {', '.join(absent)}"
        elif rule.accepts and not rule.tables.isdisjoint(suspect):
            not_run[rule.id] = f"{rule.table} has not the columns of the model"
    runnable = [rule for rule in rules if rule.id not in not_run]
    with TemporaryDirectory(prefix="karabakh-data-") as spill, duckdb.connect(":memory:", config=SETTINGS) as con:
        con.execute(f"SET memory_limit = '{MEMORY_LIMIT}'; SET temp_directory = {_literal(spill)}")
        for table, paths in files.items():
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM {parquet(paths)}")
        found, errors = outcomes(con, runnable, max_examples, progress)
        damaged = _damaged(con, {table for rule in runnable if rule.id in errors for table in rule.tables})
    for rule in runnable:
        if rule.id in errors and not rule.tables & {*suspect, *damaged}:
            raise errors[rule.id]
    not_run |= {name: _first_line(error) for name, error in errors.items()}
    return [*damaged.values(), *found], not_run


def outcomes(
    con: duckdb.DuckDBPyConnection, rules: Sequence[Rule], max_examples: int, progress: Progress | None = None
) -> tuple[list[Failure], dict[str, duckdb.Error]]:
    """What the rules find in the connection's tables or views, and by id the errors of those that fail."""
    con.execute(PRELUDE)
    groups = shared_scans(rules)
    found: dict[str, Failure] = {}
    errors: dict[str, duckdb.Error] = {}
    for done, group in enumerate(groups):
        if progress:
            progress(done, len(groups), group[0].table)
        for rule, outcome in _outcomes(con, group, max_examples):
            if isinstance(outcome, Failure):
                found[rule.id] = outcome
            else:
                errors[rule.id] = outcome
    if progress:
        progress(len(groups), len(groups), "")
    return [found[rule.id] for rule in rules if rule.id in found], errors


def shared_scans(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that one scan answers: those with the same relation; one by itself that Python judges."""
    groups: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        groups.setdefault((rule.relation, rule.id if rule.accepts else ""), []).append(rule)
    return list(groups.values())


def parquet(paths: Sequence[Path]) -> str:
    """The DuckDB relation of these files as one table."""
    return f"read_parquet([{', '.join(_literal(path.as_posix()) for path in paths)}], hive_partitioning = false)"


def _outcomes(
    con: duckdb.DuckDBPyConnection, group: list[Rule], max_examples: int
) -> Iterator[tuple[Rule, Failure | duckdb.Error]]:
    """The rules of a group that found something or could not be run, with what they found or why not."""
    try:
        if group[0].accepts:
            found = [_judged(con, rule, max_examples) for rule in group]
        else:
            counts = _counts(con, group)
            found = [
                _failure(con, rule, rule.sql, count, max_examples) for rule, count in zip(group, counts, strict=True)
            ]
    except duckdb.Error as error:
        if len(group) == 1:
            yield group[0], error
        else:
            for rule in group:
                yield from _outcomes(con, [rule], max_examples)
        return
    yield from ((rule, item) for rule, item in zip(group, found, strict=True) if item is not None)


def _counts(con: duckdb.DuckDBPyConnection, group: list[Rule]) -> list[int]:
    relation = group[0].relation
    if len(group) == 1:
        query = f"SELECT count(*) FROM {relation} WHERE {group[0].predicate}"
    else:
        query = f"SELECT {', '.join(counted(rule.predicate) for rule in group)} FROM {relation}"
    return [int(count) for count in _rows(con, query)[0]]


def _judged(con: duckdb.DuckDBPyConnection, rule: Rule, max_examples: int) -> Failure | None:
    """Ask the rule's function once for each distinct combination of values, then find the rows that have a bad one."""
    assert rule.accepts is not None
    values = ", ".join(f"{rule.table}.{name}" for name in rule.columns)
    cursor = con.execute(f"SELECT DISTINCT {values} FROM {rule.relation} WHERE {rule.predicate}")
    rejected: list[tuple[Any, ...]] = []
    while batch := cursor.fetchmany(10_000):
        rejected.extend(row for row in batch if not rule.accepts(*row))
    if not rejected:
        return None
    schema = arrow_schema(TABLES[rule.table])
    columns = zip(rule.columns, zip(*rejected, strict=True), strict=True)
    con.register("rejected", pa.table({name: pa.array(column, schema.field(name).type) for name, column in columns}))
    try:
        same = " AND ".join(f"rejected.{name} IS NOT DISTINCT FROM judged.{name}" for name in rule.columns)
        query = f"SELECT judged.* FROM ({rule.sql}) AS judged SEMI JOIN rejected ON {same}"
        count = int(_rows(con, f"SELECT count(*) FROM ({query})")[0][0])
        return _failure(con, rule, query, count, max_examples)
    finally:
        con.unregister("rejected")


def _failure(con: duckdb.DuckDBPyConnection, rule: Rule, query: str, count: int, max_examples: int) -> Failure | None:
    if count == 0:
        return None
    rows = _rows(con, f"SELECT * FROM ({query}) ORDER BY ALL LIMIT {max_examples}")
    names = [item[0] for item in con.description or ()]
    examples = tuple({name: _plain(value) for name, value in zip(names, row, strict=True)} for row in rows)
    return Failure(rule=rule, count=count, examples=examples)


def _damaged(con: duckdb.DuckDBPyConnection, tables: Collection[str]) -> dict[str, Failure]:
    """Read these tables to their ends, and report those that cannot be."""
    failures = {}
    for table in sorted(tables):
        try:
            con.execute(f"SELECT bit_xor(hash(COLUMNS(*))) FROM {table}").fetchall()
        except duckdb.Error as error:
            failures[table] = failure(DAMAGED, table, {"reason": _first_line(error)})
    return failures


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return con.execute(query).fetchall()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _first_line(error: duckdb.Error) -> str:
    return str(error).splitlines()[0]
