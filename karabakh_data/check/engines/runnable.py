"""Which rules can be run on the files at hand, and why the others cannot."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from karabakh_data.check.engines.damage import damaged, reason
from karabakh_data.check.engines.views import Files
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
    failures = damaged(files, {table for rule in rules if rule.id in errors for table in rule.tables})
    explaining = {*suspect, *(one.rule.table for one in failures)}
    for rule in rules:
        if rule.id in errors and rule.tables.isdisjoint(explaining):
            if not isinstance(errors[rule.id], UnicodeDecodeError):
                raise errors[rule.id]
            # DuckDB has read what Python cannot: no rule is at fault, but the letters of the table.
            failures.append(failure(DAMAGED, rule.table, {"reason": reason(errors[rule.id])}))
            explaining.add(rule.table)
    reasons = {rule.id: reason(errors[rule.id]) for rule in rules if rule.id in errors}
    return [*failures, *found], {**not_run, **reasons}
