"""Whether a package's tables are what the model says: rules as data, run over Parquet files, all failures listed.

>>> report = check(Path("karabakh_data/data"))  # doctest: +SKIP
>>> print(report.as_text())  # doctest: +SKIP

`package` finds the files and says what is required of them; `rules` says what is wrong with a row; `engines` find the
rows of which it is true; `report` is what was found. `check` does no more, as any package can be held to that much.

`articles` has the checks in Python that read the articles' words. They need a checkout, so that `check` does not call
them: `karabakh_data.coding.checkout` does, together with the ledger of what was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal

from karabakh_data.check.package.files import Package, locate
from karabakh_data.check.package.requirements import file_failures, file_hashes, readable_tables, row_counts
from karabakh_data.check.package.verdicts import keep_verdict, kept_verdict, verdict_folder, verdict_name
from karabakh_data.check.report import Failure, Progress, Report
from karabakh_data.check.rules.catalogue import rules as all_rules
from karabakh_data.check.rules.catalogue import select
from karabakh_data.check.rules.rule import Requirement, Rule
from karabakh_data.errors import WrongCall
from karabakh_data.model import TABLES

Engine = Literal["duckdb", "spark"]
# DuckDB makes room for all examples of each rule before it finds one.
MOST_EXAMPLES = 10_000
# What an engine is: files, rules, how many examples, tables to be wary of, progress; failures, and rules not run.
Run = Callable[..., tuple[list[Failure], dict[str, str]]]

__all__ = ["Failure", "Report", "Requirement", "Rule", "check", "select", "verdict_folder"]


def check(
    path: Path | str,
    *,
    rules: Sequence[Rule] | None = None,
    max_failures: int = 10,
    progress: Progress | None = None,
    verdicts: Path | None = None,
    engine: Engine = "duckdb",
    master: str | None = None,
) -> Report:
    """The report on the package at a path: files, columns and bytes, then the rules (all, or those given).

    The path is a folder of Parquet files or of folders of them, a folder with a datapackage.json, or that file. Each
    failure has at most `max_failures` examples. `progress` is called with what is done, what there is to do, and the
    table at hand. With rules given, only the tables that they read must be there. In the folder `verdicts` reports are
    kept, so that to check unchanged files again costs no more than to hash them.

    The engine `spark` takes the session that is active, or makes one on `master` (a URL such as `spark://host:7077`)
    and stops it in the end; the path may then also be a URL of any file system that Spark reads. Both engines give the
    same report.

    Raises NoPackage or UnfitPackage if there is no package at the path, WrongCall for another
    engine or more than 10,000 examples, and MissingJava where Spark finds none.
    """
    if not 0 <= max_failures <= MOST_EXAMPLES:
        raise WrongCall(
            f"{max_failures} examples of each failure: ask for at most {MOST_EXAMPLES}, and mend those first"
        )
    chosen = all_rules() if rules is None else tuple(rules)
    needed = [table for table in TABLES if rules is None or any(table in rule.tables for rule in chosen)]
    with _engine(engine, master, path) as (place, run):
        package = locate(place)
        listed = [resource.path for resource in package.resources]
        if verdicts is None:
            return _report(package, needed, chosen, max_failures, progress, file_hashes(listed), run)
        hashes = file_hashes([*listed, *(file.path for table in needed for file in package.tables.get(table, ()))])
        name = verdict_name(package, hashes, chosen, needed, max_failures)
        report = kept_verdict(verdicts, name)
        if report is None:
            report = _report(package, needed, chosen, max_failures, progress, hashes, run)
            keep_verdict(verdicts, name, report)
        return report


@contextmanager
def _engine(name: str, master: str | None, path: Path | str) -> Iterator[tuple[Path, Run]]:
    """Where the files at the path are at hand, and the engine of that name: it is loaded now, which takes time."""
    if name == "duckdb":
        from karabakh_data.check.engines import in_duckdb

        yield Path(path), in_duckdb.run
    elif name == "spark":
        from karabakh_data.check.engines import on_spark

        with on_spark.session(master) as session:
            yield on_spark.fetched(session, path), partial(on_spark.run, session)
    else:
        raise WrongCall(f"no engine is called '{name}'; there are duckdb and spark")


def _report(
    package: Package,
    tables: Sequence[str],
    rules: Sequence[Rule],
    max_failures: int,
    progress: Progress | None,
    hashes: Mapping[Path, str],
    run: Run,
) -> Report:
    failures = list(file_failures(package, tables, hashes))
    wrong = {failure.rule.table for failure in failures if failure.rule.columns}
    readable = readable_tables(package, tables, failures)
    found, not_run = run(readable, rules, max_failures, wrong, progress)
    return Report(
        rows={table: sum(row_counts(files)) for table, files in readable.items()},
        rules_run=len(rules) - len(not_run),
        failures=(*failures, *found),
        not_run=not_run,
    )
