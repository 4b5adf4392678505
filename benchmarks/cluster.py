"""A standalone Spark cluster on this machine: one master, and workers with one processor each, on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

HOST = "127.0.0.1"
PATIENCE = 60  # seconds until the cluster must be there


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[str]:
    """The URL of a master with that many workers, which write below the folder; all of them are ended afterwards.

    Raises RuntimeError, with the master's log, if they are not there in time.
    """
    folder.mkdir(parents=True)
    port = _free_port()
    url = f"spark://{HOST}:{port}"
    log = folder / "master.log"
    with ExitStack() as started:
        started.enter_context(_started(log, "master.Master", "--port", str(port)))
        _wait(log, "Starting Spark master", 1)
        for number in range(workers):
            work = str(folder / f"worker-{number}")
            arguments = ("--cores", "1", "--memory", "2g", "--work-dir", work, url)
            started.enter_context(_started(folder / f"worker-{number}.log", "worker.Worker", *arguments))
        _wait(log, "Registering worker", workers)
        yield url


@contextmanager
def _started(log: Path, name: str, *arguments: str) -> Iterator[None]:
    import pyspark  # here, because it takes long and only this benchmark needs it

    command = Path(pyspark.__file__).parent / "bin" / "spark-class"
    options: Sequence[str] = ("--host", HOST, "--webui-port", "0")
    env = {**os.environ, "SPARK_LOCAL_IP": HOST, "PYSPARK_PYTHON": sys.executable}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(command), f"org.apache.spark.deploy.{name}", *options, *arguments],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=env,
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _wait(log: Path, words: str, times: int) -> None:
    end = time.monotonic() + PATIENCE
    while (told := log.read_text(errors="replace")).count(words) < times:
        if time.monotonic() > end:
            raise RuntimeError(f"the Spark cluster did not start in {PATIENCE} s; its master says:\n{told}")
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])
