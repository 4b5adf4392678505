"""The embedded engine: DuckDB runs the rules straight over the Parquet files, without loading tables into Python."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import duckdb

from karabakh_data.check.engines.damage import opened
from karabakh_data.check.engines.offending_rows import Outcome, search
from karabakh_data.check.engines.runnable import divided, explained
from karabakh_data.check.engines.scans import Scan, scans
from karabakh_data.check.engines.views import Files
from karabakh_data.check.report import Failure, Progress
from karabakh_data.check.rules.rule import Rule

SIDE_BY_SIDE = 2


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
    with opened(files) as (con, sound, shut):
        runnable, not_run = divided(rules, sound, suspect)
        found, errors = outcomes(con, runnable, max_examples, progress)
    failures, not_run = explained(runnable, sound, found, errors, not_run, suspect)
    return [*shut, *failures], not_run


def outcomes(
    con: duckdb.DuckDBPyConnection, rules: Sequence[Rule], max_examples: int, progress: Progress | None = None
) -> tuple[list[Failure], dict[str, Exception]]:
    """What the rules find in the connection's tables or views, and by id the errors of those that fail."""
    planned = scans(rules)
    results: dict[str, Outcome] = {}

    def apart(scan: Scan) -> dict[str, Outcome]:
        with con.cursor() as cursor:
            return search(cursor, scan, max_examples)

    # One scan keeps no processor busy all the time: it plans, reads row by row where order counts, gathers.
    with ThreadPoolExecutor(SIDE_BY_SIDE) as side_by_side:
        for done, (scan, found) in enumerate(zip(planned, side_by_side.map(apart, planned), strict=True)):
            if progress:
                progress(done, len(planned), scan.table)
            results |= found
    if progress:
        progress(len(planned), len(planned), "")
    failures = [replace(outcome, rule=rule) for rule in rules if isinstance(outcome := results[rule.id], Failure)]
    return failures, {name: outcome for name, outcome in results.items() if isinstance(outcome, Exception)}
