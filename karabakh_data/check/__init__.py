"""Whether a package's tables are what the model says: rules as data, run over Parquet files, all failures listed.

>>> report = check(Path("karabakh_data/data"))  # doctest: +SKIP
>>> print(report.as_text())  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from karabakh_data.check.catalogue import rules as all_rules
from karabakh_data.check.catalogue import select
from karabakh_data.check.files import Package, locate
from karabakh_data.check.package import file_failures, file_hashes, readable_tables, row_count
from karabakh_data.check.report import Failure, Progress, Report
from karabakh_data.check.rule import Demand, Rule
from karabakh_data.check.verdict import keep_verdict, kept_verdict, verdict_folder, verdict_name
from karabakh_data.model import TABLES

__all__ = ["Demand", "Failure", "Report", "Rule", "check", "select", "verdict_folder"]


def check(
    path: Path,
    *,
    rules: Sequence[Rule] | None = None,
    max_failures: int = 10,
    progress: Progress | None = None,
    verdicts: Path | None = None,
) -> Report:
    """The report on the package at a path: files, columns and bytes, then the rules (all, or those given).

    The path is a folder of Parquet files or of folders of them, a folder with a datapackage.json, or that file. Each
    failure has at most `max_failures` examples. `progress` is called with what is done, what there is to do, and the
    table at hand. With rules given, only the tables that they read must be there. In the folder `verdicts` reports are
    kept, so that to check unchanged files again costs no more than to hash them.

    Raises FileNotFoundError or ValueError if there is no package at the path.
    """
    chosen = all_rules() if rules is None else tuple(rules)
    package = locate(path)
    tables = [table for table in TABLES if rules is None or any(table in rule.tables for rule in chosen)]
    listed = [resource.path for resource in package.resources]
    if verdicts is None:
        return _report(package, tables, chosen, max_failures, progress, file_hashes(listed))
    hashes = file_hashes([*listed, *(file for table in tables for file in package.tables.get(table, ()))])
    name = verdict_name(package, hashes, chosen, tables, max_failures)
    report = kept_verdict(verdicts, name)
    if report is None:
        report = _report(package, tables, chosen, max_failures, progress, hashes)
        keep_verdict(verdicts, name, report)
    return report


def _report(
    package: Package,
    tables: Sequence[str],
    rules: Sequence[Rule],
    max_failures: int,
    progress: Progress | None,
    hashes: Mapping[Path, str],
) -> Report:
    from karabakh_data.check import engine_duckdb  # loads DuckDB, which listing the rules does not need

    failures = list(file_failures(package, tables, hashes))
    wrong = {failure.rule.table for failure in failures if failure.rule.columns}
    readable = readable_tables(package, tables, failures)
    found, not_run = engine_duckdb.run(readable, rules, max_failures, wrong, progress)
    return Report(
        rows={table: sum(map(row_count, files)) for table, files in readable.items()},
        rules_run=len(rules) - len(not_run),
        failures=(*failures, *found),
        not_run=not_run,
    )
