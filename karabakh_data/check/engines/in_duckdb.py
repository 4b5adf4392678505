"""The embedded engine: DuckDB runs the rules straight over the Parquet files, without loading tables into Python."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow.parquet as pq

from karabakh_data.check.engines.scans import Scan, scans
from karabakh_data.check.package.files import folder_columns
from karabakh_data.check.package.requirements import DAMAGED, failure
from karabakh_data.check.report import Failure, Progress
from karabakh_data.check.rules.rule import Rule, counted
from karabakh_data.model import TABLES, columns
from karabakh_data.model.sql import literal

# Where DuckDB's dialect lacks a name of the common subset.
PRELUDE = "CREATE OR REPLACE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)"
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
_SQL_TYPES: dict[type, str] = {str: "varchar", int: "integer", float: "double", bool: "boolean", date: "date"}
SIDE_BY_SIDE = 2
MEMORY_LIMIT = "320MiB"
# To look for offending rows takes longer to plan than to doubt; to read more rows than these twice takes longer still.
MANY_ROWS = 100_000

Files = Mapping[str, Sequence[Path]]
Outcome = Failure | duckdb.Error | None


def run(
    files: Files,
    rules: Sequence[Rule],
    max_examples: int,
    suspect: Collection[str] = (),
    progress: Progress | None = None,
) -> tuple[list[Failure], dict[str, str]]:
    """What the rules find in these files, and by id the rules that could not be run, with the reason.

    Each failure has at most `max_examples` examples, those with the least keys. `suspect` names the tables whose
    columns are not the model's. Raises duckdb.Error if a rule fails though its tables are in order.
    """
    runnable, not_run = divided(rules, files, suspect)
    with connection(files) as con:
        found, errors = outcomes(con, runnable, max_examples, progress)
    return explained(runnable, files, found, errors, not_run, suspect)


def divided(rules: Sequence[Rule], files: Files, suspect: Collection[str]) -> tuple[list[Rule], dict[str, str]]:
    """The rules that can be run on these files, and by id why the others cannot."""
    not_run: dict[str, str] = {}
    for rule in rules:
        if absent := sorted(rule.tables - files.keys()):
            not_run[rule.id] = f"no readable table {', '.join(absent)}"
        elif rule.accepts and not rule.tables.isdisjoint(suspect):
            not_run[rule.id] = f"{rule.table} has not the columns of the model"
    return [rule for rule in rules if rule.id not in not_run], not_run


def explained(
    rules: Sequence[Rule],
    files: Files,
    found: list[Failure],
    errors: Mapping[str, Exception],
    not_run: Mapping[str, str],
    suspect: Collection[str],
) -> tuple[list[Failure], dict[str, str]]:
    """What was found, and why some rules could not be run: because files are damaged, or columns not the model's.

    Raises the error of a rule whose files explain none.
    """
    damaged: dict[str, Failure] = {}
    if errors:
        with connection(files) as con:
            damaged = _damaged(con, {table for rule in rules if rule.id in errors for table in rule.tables})
    for rule in rules:
        if rule.id in errors and not rule.tables & {*suspect, *damaged}:
            raise errors[rule.id]
    reasons = {rule.id: str(errors[rule.id]).splitlines()[0] for rule in rules if rule.id in errors}
    return [*damaged.values(), *found], {**not_run, **reasons}


@contextmanager
def connection(files: Files, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with these tables as views; what does not fit into memory spills into a folder of its own."""
    with TemporaryDirectory(prefix="karabakh-data-") as spill, duckdb.connect(":memory:", config=SETTINGS) as con:
        con.execute(f"SET memory_limit = '{MEMORY_LIMIT}'; SET temp_directory = {literal(spill)}")
        con.execute("SET parquet_metadata_cache = true")  # each file's footer is read once, and not once a scan
        if threads is not None:
            con.execute(f"SET threads = {threads}")
        con.execute(PRELUDE)
        for table, paths in files.items():
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM {parquet(paths)}")
        yield con


def outcomes(
    con: duckdb.DuckDBPyConnection, rules: Sequence[Rule], max_examples: int, progress: Progress | None = None
) -> tuple[list[Failure], dict[str, duckdb.Error]]:
    """What the rules find in the connection's tables or views, and by id the errors of those that fail."""
    planned = scans(rules)
    results: dict[str, Outcome] = {}

    def answer(scan: Scan) -> dict[str, Outcome]:
        with con.cursor() as cursor:
            return answers(cursor, scan, max_examples)

    # One scan keeps no processor busy all the time: it plans, reads row by row where order counts, gathers.
    with ThreadPoolExecutor(SIDE_BY_SIDE) as side_by_side:
        for done, (scan, found) in enumerate(zip(planned, side_by_side.map(answer, planned), strict=True)):
            if progress:
                progress(done, len(planned), scan.table)
            results |= found
    if progress:
        progress(len(planned), len(planned), "")
    failures = [replace(outcome, rule=rule) for rule in rules if isinstance(outcome := results[rule.id], Failure)]
    return failures, {name: outcome for name, outcome in results.items() if isinstance(outcome, duckdb.Error)}


def parquet(paths: Sequence[Path], numbered: bool = False) -> str:
    """The DuckDB relation of these files as one table, with a `file_row_number` if the rows are to be numbered."""
    listed = ", ".join(literal(path.as_posix()) for path in paths)
    # DuckDB would take a column from the names of folders even where the files have it.
    by_folders = any(folder_columns(path) - set(pq.read_schema(path).names) for path in paths[:1])
    options = {"hive_partitioning": by_folders, "hive_types_autocast": False, "file_row_number": numbered}
    return f"read_parquet([{listed}], {', '.join(f'{name} = {value}' for name, value in options.items())})"


def answers(con: duckdb.DuckDBPyConnection, scan: Scan, max_examples: int) -> dict[str, Outcome]:
    """By id what each rule of the scan finds: a failure, nothing, or an error if it cannot be run."""
    found: dict[str, Outcome] = dict.fromkeys(rule.id for rule in scan.rules)
    try:
        groups: dict[str, list[Rule]] = {}
        for rule in _doubted(con, scan):
            groups.setdefault(rule.relation, []).append(rule)
        for group in groups.values():
            found |= _failures(con, group, max_examples)
    except duckdb.Error as error:
        if len(scan.rules) == 1:
            return {scan.rules[0].id: error}
        alone = (scans([rule])[0] for rule in scan.rules)
        return {name: outcome for one in alone for name, outcome in answers(con, one, max_examples).items()}
    return found


def _doubted(con: duckdb.DuckDBPyConnection, scan: Scan) -> list[Rule]:
    """The rules of the scan that may be broken."""
    if scan.ordered:
        return list(scan.rules) if proven(con, scan.table, scan.rules[0]) is None else []
    if scan.values:
        return _doubted_by_values(con, scan)
    if scan.plain and _rows(con, f"SELECT count(*) FROM {scan.relation}")[0][0] > MANY_ROWS:
        return list(scan.rules)
    return _in_doubt(con, scan.relation, scan.rules)


def proven(con: duckdb.DuckDBPyConnection, table: str, rule: Rule, *asked: str) -> tuple[Any, ...] | None:
    """What is asked of the keys, if each row has a greater one than the row before it; else None.

    Nulls are not greater. Asked are SQL aggregates of `key`, a text that sorts as the rows do.
    """
    key = " || '!' || ".join(rule.ascending)
    before = f"SELECT key, lag(key, 1, '') OVER () AS less FROM (SELECT {key} AS key FROM {table})"
    wanted = ", ".join((counted("key > less IS NOT TRUE"), *asked))
    ((wrong, *answers),) = _rows(con, f"SELECT {wanted} FROM ({before})")
    return None if wrong else tuple(answers)


def _in_doubt(con: duckdb.DuckDBPyConnection, relation: str, rules: Sequence[Rule]) -> list[Rule]:
    """The rules of which some row makes one doubt, asked of every row: a filter would change how joins are planned."""
    query = f"SELECT {', '.join(counted(rule.doubt[1]) for rule in rules)} FROM {relation}"
    return [rule for rule, count in zip(rules, _rows(con, query)[0], strict=True) if count]


def _doubted_by_values(con: duckdb.DuckDBPyConnection, scan: Scan) -> list[Rule]:
    """The rules that some combination of values breaks, those that Python judges with what it rejects beside them."""
    table = scan.table
    named = ", ".join(f"{table}.{name}" for name in scan.values)
    con.execute(f"CREATE OR REPLACE TEMP TABLE combinations AS SELECT DISTINCT {named} FROM {scan.relation}")
    plain = [rule for rule in scan.rules if not rule.accepts]
    doubted = _in_doubt(con, f"combinations AS {table}", plain) if plain else []
    for rule in scan.rules:
        if rule.accepts and (rejected := _rejected(con, rule)):
            same = " AND ".join(f"rejected.{name} IS NOT DISTINCT FROM {table}.{name}" for name in rule.columns)
            values = f"(VALUES {', '.join(rejected)}) AS rejected({', '.join(rule.columns)})"
            doubted.append(replace(rule, relation=f"{rule.relation} SEMI JOIN {values} ON {same}"))
    return doubted


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


def _damaged(con: duckdb.DuckDBPyConnection, tables: Collection[str]) -> dict[str, Failure]:
    """Read these tables to their ends, and report those that cannot be."""
    failures = {}
    for table in sorted(tables):
        try:
            con.execute(f"SELECT bit_xor(hash(COLUMNS(*))) FROM {table}").fetchall()
        except duckdb.Error as error:
            failures[table] = failure(DAMAGED, table, {"reason": str(error).splitlines()[0]})
    return failures


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return con.execute(query).fetchall()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
