"""Which rules can be run on the files at hand, and why the others cannot."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import duckdb

from karabakh_data.check.engines.views import Files, connection
from karabakh_data.check.package.requirements import DAMAGED, failure
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.rule import Rule


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


def _damaged(con: duckdb.DuckDBPyConnection, tables: Collection[str]) -> dict[str, Failure]:
    """Read these tables to their ends, and report those that cannot be."""
    failures = {}
    for table in sorted(tables):
        try:
            con.execute(f"SELECT bit_xor(hash(COLUMNS(*))) FROM {table}").fetchall()
        except duckdb.Error as error:
            failures[table] = failure(DAMAGED, table, {"reason": str(error).splitlines()[0]})
    return failures
