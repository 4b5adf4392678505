"""`check --engine spark`: the same report from a program of its own, and calls that no cluster can answer."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from karabakh_data.testing.corpus import Corpus, write_corpus

ERRORS = {
    "claims: the claim does not lie in its passage": 3,
    "casualties: low is greater than best": 2,
    "events: status is no term of event_status": 1,
}

Run = Callable[..., Result]


@pytest.mark.spark
def test_spark_reports_what_duckdb_reports(run: Run, tmp_path: Path) -> None:
    write_corpus(Corpus(articles=40, errors=ERRORS, seed=3), tmp_path)
    # Fresh: a report that one engine left in the cache would be the other's.
    arguments = ["check", str(tmp_path), "--format", "json", "--fresh"]
    spark = ["--engine", "spark", "--master", "local[2]"]

    embedded = run(*arguments, "--engine", "duckdb")
    distributed = subprocess.run(
        [sys.executable, "-m", "karabakh_data", *arguments, *spark],
        capture_output=True,
        text=True,
        env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable},
    )

    assert distributed.stdout == embedded.stdout, distributed.stderr
    assert distributed.returncode == embedded.exit_code == 1
    found = {f"{one['table']}: {one['rule']}": one["count"] for one in json.loads(distributed.stdout)["failures"]}
    assert ERRORS.items() <= found.items()


@pytest.mark.spark
def test_without_java(data: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "karabakh_data", "check", str(data), "--engine", "spark", "--master", "local[2]"],
        capture_output=True,
        text=True,
        env=os.environ | {"JAVA_HOME": str(tmp_path)},
    )
    assert done.returncode == 2
    assert "error: Spark cannot start Java: install Java 17 or later" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("library", ["pyspark", "py4j"])
def test_without_spark(library: str, data: Path) -> None:
    code = (
        f"import sys; sys.modules[{library!r}] = None; sys.argv = ['', 'check', {str(data)!r}, '--engine', 'spark']\n"
        "from karabakh_data.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == (
        "error: checking on Spark needs more than was installed: pip install 'karabakh-data[spark]', "
        "or in a clone pip install '.[spark]'\n"
    )


def test_no_master_answers(run: Run) -> None:
    with socket.socket() as silent, socket.socket() as other:  # taken, and nobody listens
        places = []
        for one in (silent, other):
            one.bind(("127.0.0.1", 0))
            places.append(f"127.0.0.1:{one.getsockname()[1]}")
        result = run("check", "--engine", "spark", "--master", f"spark://{','.join(places)}")
    assert result.exit_code == 2
    for place, line in zip(places, result.stderr.splitlines(), strict=True):
        assert line.startswith(f"error: spark://{place}: no Spark master answers there (")


@pytest.mark.parametrize(
    ("master", "message"),
    [
        ("localhost:7077", "'localhost:7077' names no cluster: use spark://HOST:PORT"),
        ("spark:7077", "'spark:7077' names no cluster"),
        ("spark://127.0.0.1", "spark://127.0.0.1: no Spark master answers there (it needs a host and a port)"),
        ("spark://127.0.0.1:x", "spark://127.0.0.1:x: no Spark master answers there (Port"),
    ],
)
def test_what_names_no_master(run: Run, master: str, message: str) -> None:
    result = run("check", "--engine", "spark", "--master", master)
    assert result.exit_code == 2
    assert message in result.stderr
