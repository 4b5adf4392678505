"""The distributed engine: Apache Spark schedules the pieces of a check, and in each of them DuckDB runs the rules.

Measured, this takes a fourth of the time that Spark's own SQL takes, and there is one dialect instead of two. What
Spark adds is processors, and a way to every file system that it reads.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from py4j.protocol import Py4JJavaError
from pyspark import SparkFiles
from pyspark.errors import PySparkRuntimeError
from pyspark.sql import SparkSession

import karabakh_data
from karabakh_data.check.engines.damage import opened
from karabakh_data.check.engines.offending_rows import Outcome
from karabakh_data.check.engines.runnable import divided, explained
from karabakh_data.check.engines.slices import Found, Piece, added, batches, findings, pieces, rows_per_slice
from karabakh_data.check.engines.views import Files
from karabakh_data.check.package.files import TableFile
from karabakh_data.check.package.requirements import row_counts
from karabakh_data.check.report import Failure, Progress
from karabakh_data.check.rules.rule import Rule
from karabakh_data.errors import MissingJava, NoPackage

_NAME = "karabakh-data"


def run(
    session: Any,
    files: Files,
    rules: Sequence[Rule],
    max_examples: int,
    suspect: Collection[str] = (),
    progress: Progress | None = None,
    slice_rows: int | None = None,
) -> tuple[list[Failure], dict[str, str]]:
    """What the rules find in these files, and by id the rules that could not be run: as the embedded engine does.

    Every worker must have the files under the same path, unless they were `fetched`. `slice_rows` is how many rows a
    slice has, by default what keeps all processors busy.
    """
    with opened(files) as (_, files, shut):
        runnable, not_run = divided(rules, files, suspect)
    rows = {table: row_counts(parts) for table, parts in files.items()}
    size = slice_rows or rows_per_slice(runnable, rows, session.sparkContext.defaultParallelism)
    outcomes: dict[str, Outcome] = {}
    left = runnable
    # Sorted slices that do not follow one another prove nothing: these tables are searched whole.
    for step, by_order in ((size, True), (sys.maxsize, False)):
        if progress:
            progress(len(outcomes), len(runnable), "")
        planned = batches(pieces(left, rows, step, by_order=by_order), size)
        outcomes |= added(left, _spread(session, planned, files, max_examples), max_examples)
        left = [rule for rule in left if rule.id not in outcomes]
    if progress:
        progress(len(runnable), len(runnable), "")
    found = [replace(outcome, rule=rule) for rule in runnable if isinstance(outcome := outcomes[rule.id], Failure)]
    errors = {name: outcome for name, outcome in outcomes.items() if isinstance(outcome, Exception)}
    failures, not_run = explained(runnable, files, found, errors, not_run, suspect)
    return [*shut, *failures], not_run


@contextmanager
def session(master: str | None = None) -> Iterator[Any]:
    """A Spark session whose workers have this package's code: the one that is active, or one on this master.

    Without a master Spark's own configuration decides. One that was made here is stopped in the end.
    Raises MissingJava if Spark finds no Java.
    """
    active = SparkSession.getActiveSession()
    if active is None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.appName(_NAME).config("spark.ui.showConsoleProgress", "false")
        try:
            made = (builder.master(master) if master else builder).getOrCreate()
        except PySparkRuntimeError as error:
            if error.getCondition() != "JAVA_GATEWAY_EXITED":
                raise
            step = "install Java 17 or later, and let JAVA_HOME name its folder if java is not on the path"
            raise MissingJava(f"Spark cannot start Java: {step}") from error
    else:
        made = active
    try:
        _send_code(made)
        yield made
    finally:
        if active is None:
            made.stop()


def fetched(session: Any, path: Path | str) -> Path:
    """The folder at a path; at a URL of any file system that Spark reads, a copy here, and on each worker later.

    Raises NoPackage if Spark finds no folder at the URL.
    """
    url = str(path)
    if "://" not in url:
        return Path(path)
    try:
        session.sparkContext.addFile(url, recursive=True)
    except Py4JJavaError as error:
        raise NoPackage(f"{url}: Spark finds no folder there ({error.java_exception.getMessage()})") from error
    return Path(SparkFiles.get(url.rstrip("/").rpartition("/")[2]))


def _spread(session: Any, planned: Sequence[Sequence[Piece]], files: Files, max_examples: int) -> list[Found]:
    """What the pieces find, each batch of them run by one task of Spark."""
    if not planned:
        return []
    threads = int(session.conf.get("spark.task.cpus", "1"))
    sent = SparkFiles.getRootDirectory()

    def work(batch: Sequence[Piece]) -> list[Found]:
        here = {table: [_on_this_machine(file, sent) for file in parts] for table, parts in files.items()}
        return findings(batch, here, max_examples, threads)

    each = session.sparkContext.parallelize(planned, len(planned)).map(work).collect()
    return [found for batch in each for found in batch]


def _on_this_machine(file: TableFile, sent: str) -> TableFile:
    """A file that Spark has copied, where it has copied it to; any other file as it is."""
    if not file.path.is_relative_to(sent):
        return file
    return replace(file, path=Path(SparkFiles.getRootDirectory(), file.path.relative_to(sent)))


def _send_code(session: Any) -> None:
    """Give the workers this package's code, once a session, as an archive that Python can import from."""
    root = Path(karabakh_data.__file__).parent
    # Where Spark keeps the session's own files, and removes them with it.
    target = Path(SparkFiles.getRootDirectory(), "sent", f"{_NAME}.zip")
    if target.exists():
        return
    target.parent.mkdir(exist_ok=True)
    with ZipFile(target, "w") as archive:
        for file in sorted(root.rglob("*.py")):
            archive.writestr(ZipInfo(file.relative_to(root.parent).as_posix()), file.read_bytes())
    session.sparkContext.addPyFile(str(target))
