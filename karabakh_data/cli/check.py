"""`check`: whether tables are what the model says."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import pyarrow as pa
import typer
from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from karabakh_data.cli.exits import CALL_IS_WRONG, fail
from karabakh_data.cli.paths import named, named_path
from karabakh_data.cli.spark_master import refuse_unreachable
from karabakh_data.cli.terminal import console
from karabakh_data.errors import UnwritableTarget


class ReportFormat(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


class Engine(StrEnum):
    """What runs the rules."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def check(
    path: Annotated[
        str | None,
        typer.Argument(
            parser=named,
            help="A folder of Parquet files or a data package (with Spark also a URL); by default the tables of this "
            "installation.",
        ),
    ] = None,
    rules: Annotated[
        list[str] | None,
        typer.Option("--rules", metavar="PATTERN", help="Only these rules: a table or a pattern of names; repeatable."),
    ] = None,
    form: Annotated[ReportFormat, typer.Option("--format", help="For people or for machines.")] = ReportFormat.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            parser=named_path, metavar="FILE", help="Also write the failures there as Parquet, an example a row."
        ),
    ] = None,
    max_failures: Annotated[int, typer.Option(min=0, help="How many examples to show of each failure.")] = 10,
    engine: Annotated[Engine, typer.Option(help="Embedded, or a Spark cluster for what outgrows one machine.")] = (
        Engine.DUCKDB
    ),
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="The Spark cluster, such as spark://host:7077; goes with Spark.")
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Check again also what was checked before, unchanged.")
    ] = False,
) -> None:
    """Check tables against all rules, and list every failure with its records.

    In a checkout of the repository, quotations are also held against the articles, stated values against their
    quotations, and records against the review ledger; how much of each article is coded and quoted is told as well.
    Reports on unchanged files are kept in the user's cache folder: a second check only hashes the files.

    Exits with 0 if the data are fine, 1 if a rule is broken or could not be run, 2 if there is nothing to check, or no
    cluster to check it on.
    """
    from karabakh_data.check import check as run
    from karabakh_data.check import select, verdict_folder
    from karabakh_data.coding.checkout import accounts, find_checkout, with_checkout, without_checkout
    from karabakh_data.reader import tables
    from karabakh_data.reader.each_table import TABLE_NAMES

    if output is not None and not output.parent.is_dir():
        fail(CALL_IS_WRONG, f"{output.parent}: no such folder; make it, or name another for --output")
    if master and engine is not Engine.SPARK:
        fail(CALL_IS_WRONG, "--master names a Spark cluster; add --engine spark")
    if master:
        refuse_unreachable(master)
    chosen = select(rules) if rules else None
    errors = Console(stderr=True)
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def show(done: int, total: int, table: str) -> None:
            progress.update(task, completed=done, total=total, description=table)

        report = run(
            path or tables.DATA,
            rules=chosen,
            max_failures=max_failures,
            progress=show,
            verdicts=None if fresh else verdict_folder(),
            engine=engine.value,
            master=master,
        )
    root = None if chosen or "://" in (path or "") else find_checkout(Path(path or tables.DATA))
    if root is not None and report.errors:
        report = without_checkout(report)
    elif root is not None:
        data = root / "karabakh_data" / "data"
        published = {name: tables.read_file(data / f"{name}.parquet") for name in TABLE_NAMES}
        report = with_checkout(report, published, root, max_failures)
        report = replace(report, accounts=accounts(published))
    if output is not None:
        _write(report.as_arrow(), output)
    if form is ReportFormat.JSON:
        print(report.as_json())
    else:
        _print_report(report.as_text())
    raise typer.Exit(report.exit_status)


def _write(table: pa.Table, file: Path) -> None:
    """Writes the table as Parquet: the whole of it, or nothing. Raises UnwritableTarget where it cannot."""
    from pyarrow.parquet import write_table

    try:
        with TemporaryDirectory(prefix=f".{file.name}-", dir=file.parent) as folder:
            part = Path(folder, file.name)
            write_table(table, part)
            part.replace(file)
    except OSError as error:
        raise UnwritableTarget(file, error) from error


def _print_report(text: str) -> None:
    output = console()
    for line in text.splitlines():
        kind = line.partition(":")[0]
        style = {"error": "bold red", "not run": "bold red", "warning": "bold yellow"}.get(kind, "")
        output.print(Text(line, style), soft_wrap=True)
