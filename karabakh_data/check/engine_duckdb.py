"""The embedded engine: DuckDB runs the rules straight over the Parquet files, without loading tables into Python."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.check.files import folder_columns
from karabakh_data.check.package import DAMAGED, failure
from karabakh_data.check.report import Failure, Progress
from karabakh_data.check.rule import Rule, counted
from karabakh_data.check.scans import Scan, scans
from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema

# Where DuckDB's dialect lacks a name of the common subset.
PRELUDE = "CREATE OR REPLACE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)"
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
MEMORY_LIMIT = "320MiB"

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
        con.execute(f"SET memory_limit = '{MEMORY_LIMIT}'; SET temp_directory = {_literal(spill)}")
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
    ordered = [scan for scan in planned if scan.ordered]
    results: dict[str, Outcome] = {}
    # A proof by order keeps one processor busy, and next to no memory; the other scans use what is left.
    with ThreadPoolExecutor(1) as beside, con.cursor() as cursor:
        future = beside.submit(lambda: [answers(cursor, scan, max_examples) for scan in ordered])
        for done, scan in enumerate(scan for scan in planned if not scan.ordered):
            if progress:
                progress(done, len(planned), scan.table)
            results |= answers(con, scan, max_examples)
        if progress and ordered:
            progress(len(planned) - len(ordered), len(planned), ordered[0].table)
        for found_beside in future.result():
            results |= found_beside
    if progress:
        progress(len(planned), len(planned), "")
    found = [outcome for rule in rules if isinstance(outcome := results[rule.id], Failure)]
    return found, {name: outcome for name, outcome in results.items() if isinstance(outcome, duckdb.Error)}


def parquet(paths: Sequence[Path], numbered: bool = False) -> str:
    """The DuckDB relation of these files as one table, with a `file_row_number` if the rows are to be numbered."""
    listed = ", ".join(_literal(path.as_posix()) for path in paths)
    # DuckDB would take a column from the names of folders even where the files have it.
    by_folders = any(folder_columns(path) - set(pq.read_schema(path).names) for path in paths[:1])
    options = {"hive_partitioning": by_folders, "hive_types_autocast": False, "file_row_number": numbered}
    return f"read_parquet([{listed}], {', '.join(f'{name} = {value}' for name, value in options.items())})"


def answers(con: duckdb.DuckDBPyConnection, scan: Scan, max_examples: int) -> dict[str, Outcome]:
    """By id what each rule of the scan finds: a failure, nothing, or an error if it cannot be run."""
    nothing: dict[str, Outcome] = dict.fromkeys(rule.id for rule in scan.rules)
    try:
        if scan.ordered and proven(con, scan.table, scan.rules[0]):
            return nothing
        if scan.values:
            doubted = _doubted_by_values(con, scan)
        else:
            doubted = [(rule, "") for rule in _in_doubt(con, scan.relation, scan.rules)]
        return nothing | {rule.id: _failure(con, rule, among, max_examples) for rule, among in doubted}
    except duckdb.Error as error:
        if len(scan.rules) == 1:
            return {scan.rules[0].id: error}
        alone = (scans([rule])[0] for rule in scan.rules)
        return {name: outcome for one in alone for name, outcome in answers(con, one, max_examples).items()}


def proven(con: duckdb.DuckDBPyConnection, table: str, rule: Rule) -> tuple[str | None, str | None] | None:
    """The keys of the first and of the last row, if each row has a greater key than the row before it; else None.

    Nulls are not greater. The keys are texts that sort as the rows do.
    """
    key = " || '!' || ".join(rule.ascending)
    before = f"SELECT greater, lag(greater, 1, '') OVER () AS less FROM (SELECT {key} AS greater FROM {table})"
    wrong = counted("greater > less IS NOT TRUE")
    ((count, first, last),) = _rows(con, f"SELECT {wrong}, min(greater), max(greater) FROM ({before})")
    return None if count else (first, last)


def _in_doubt(con: duckdb.DuckDBPyConnection, relation: str, rules: Sequence[Rule]) -> list[Rule]:
    """The rules of which some row makes one doubt, asked of every row: a filter would change how joins are planned."""
    query = f"SELECT {', '.join(counted(rule.doubt[1]) for rule in rules)} FROM {relation}"
    return [rule for rule, count in zip(rules, _rows(con, query)[0], strict=True) if count]


def _doubted_by_values(con: duckdb.DuckDBPyConnection, scan: Scan) -> list[tuple[Rule, str]]:
    """The rules that some combination of values breaks; with each, the table of those that Python rejects."""
    table = scan.table
    named = ", ".join(f"{table}.{name}" for name in scan.values)
    con.execute(f"CREATE OR REPLACE TEMP TABLE combinations AS SELECT DISTINCT {named} FROM {scan.relation}")
    plain = [rule for rule in scan.rules if not rule.accepts]
    doubted = [(rule, "") for rule in _in_doubt(con, f"combinations AS {table}", plain)] if plain else []
    for number, rule in enumerate(rule for rule in scan.rules if rule.accepts):
        rejected = _rejected(con, rule)
        if rejected:
            schema = arrow_schema(TABLES[table])
            cells = zip(rule.columns, zip(*rejected, strict=True), strict=True)
            arrays = {name: pa.array(column, schema.field(name).type) for name, column in cells}
            con.register("rejected_values", pa.table(arrays))
            con.execute(f"CREATE OR REPLACE TEMP TABLE rejected_{number} AS SELECT * FROM rejected_values")
            con.unregister("rejected_values")
            doubted.append((rule, f"rejected_{number}"))
    return doubted


def _rejected(con: duckdb.DuckDBPyConnection, rule: Rule) -> list[tuple[Any, ...]]:
    assert rule.accepts is not None
    cursor = con.execute(f"SELECT DISTINCT {', '.join(rule.columns)} FROM combinations")
    rejected: list[tuple[Any, ...]] = []
    while batch := cursor.fetchmany(10_000):
        rejected.extend(row for row in batch if not rule.accepts(*row))
    return rejected


def _failure(con: duckdb.DuckDBPyConnection, rule: Rule, among: str, max_examples: int) -> Failure | None:
    """What a rule in doubt finds, among the rejected combinations if there are such."""
    rows = rule.sql
    if among:
        same = " AND ".join(f"{among}.{name} IS NOT DISTINCT FROM judged.{name}" for name in rule.columns)
        rows = f"SELECT judged.* FROM ({rows}) AS judged SEMI JOIN {among} ON {same}"
    # The whole row decides which examples are the least, so that they are the same however the rows come.
    least = f"min(offending, {max_examples})" if max_examples else "NULL"
    ((count, examples),) = _rows(con, f"SELECT count(*), {least} FROM ({rows}) AS offending")
    if not count:
        return None
    plain = tuple({name: _plain(value) for name, value in example.items()} for example in examples or ())
    return Failure(rule=rule, count=int(count), examples=plain)


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


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
