"""What the same check costs on a Spark cluster with two workers, beside the embedded engine on the same processors.

`python -m benchmarks.spark MASTER FOLDER` times the check of the folder, once the workers are at work.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks import corpora
from benchmarks.chapter import Aim, Chapter, ratio_of
from benchmarks.cluster import HOST, cluster
from benchmarks.processes import Cost, in_turns, python, work

SPARK = "Spark, two workers"
EMBEDDED = "embedded"
START = "start of the Spark session and its workers"
TIMES = 3  # each error


def measure(room: Path, quick: bool = False) -> list[Chapter]:
    """The check of events and their places by both engines; raises ValueError if they do not find the same errors."""
    rows, rounds = (1_000_000, 2) if quick else (10_000_000, 3)
    folder, faulty = corpora.events(room, rows), corpora.events(room, 100_000, times=TIMES)
    env = {"SPARK_LOCAL_IP": HOST, "PYSPARK_PYTHON": sys.executable}
    with cluster(room / "cluster") as master:
        commands = {
            SPARK: python("-m", "benchmarks.spark", master, str(folder)),
            EMBEDDED: python("-m", "benchmarks.checkers", "karabakh", str(folder)),
        }
        costs = {name: work(runs, rows) for name, runs in in_turns(commands, rounds, warm=False, env=env).items()}
        commands = {name: [*command[:-1], str(faulty)] for name, command in commands.items()}
        found = {name: work(runs).found["found"] for name, runs in in_turns(commands, 1, warm=False, env=env).items()}
    if found[SPARK] != found[EMBEDDED] or costs[SPARK].found["found"] or costs[EMBEDDED].found["found"]:
        raise ValueError("the engines find different errors, or find errors where there are none")
    ratio = ratio_of(costs, SPARK, EMBEDDED)
    costs[START] = Cost(costs[SPARK].found["start"])
    chapter = Chapter(
        f"Checking {rows:,} events by Spark",
        f"Time of the checking alone; a standalone cluster on this machine, whose two workers have a processor each. "
        f"Of 100,000 events with {TIMES} errors of each kind, both engines find the same to break {len(found[SPARK])} "
        f"rules, and none in the {rows:,}.",
        costs,
        (EMBEDDED,),
        [Aim("Spark / the embedded engine", ratio, most=1.6)],
        memory=False,
    )
    return [chapter]


def main(master: str, folder: Path) -> None:
    """Times the check in a session whose workers have their processes and DuckDB already."""
    start = time.perf_counter()
    from pyspark.sql import SparkSession

    from benchmarks.checkers.karabakh import MOST, chosen
    from karabakh_data.check import check

    session = SparkSession.builder.master(master).getOrCreate()
    try:
        session.sparkContext.parallelize(range(2), 2).map(ready).collect()
        started = time.perf_counter()
        report = check(folder, rules=chosen(), max_failures=MOST, engine="spark")
        end = time.perf_counter()
    finally:
        session.stop()
    if report.not_run:
        raise ValueError(report.as_text())
    found = {
        failure.rule.id: sorted({str(example["event_id"]) for example in failure.examples})
        for failure in report.failures
        if failure.rule.table == "events"
    }
    print(json.dumps({"seconds": end - started, "start": started - start, "found": found}))


def ready(number: int) -> str:
    """Loads DuckDB where this is run."""
    import duckdb

    return f"{number}: {duckdb.__version__}"


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
