"""A Spark cluster on this machine: one master and two workers, each a process of its own, on the loopback address."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyspark

HOME = Path(pyspark.__file__).parent
WORKERS = 2
PATIENCE_S = 60


@contextmanager
def spark_cluster(folder: Path) -> Iterator[str]:
    """Start a cluster that keeps its files in `folder`, give its URL, and stop it.

    Raises TimeoutError with what the master wrote if the workers do not register.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"spark://127.0.0.1:{port}"
    log = folder / "master.log"
    with ExitStack() as running:
        running.enter_context(_process(folder, "master", "--host", "127.0.0.1", "--port", str(port)))
        _wait_for("started REST|I have been elected leader|Starting Spark master", log, 1)
        for number in range(WORKERS):
            name = f"worker-{number}"
            own = ("--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--work-dir", str(folder / name))
            running.enter_context(_process(folder, name, *own, url))
        _wait_for("Registering worker", log, WORKERS)
        yield url


@contextmanager
def _process(folder: Path, name: str, *arguments: str) -> Iterator[None]:
    kind = name.partition("-")[0].capitalize()
    command = [str(HOME / "bin" / "spark-class"), f"org.apache.spark.deploy.{kind.lower()}.{kind}"]
    environment = os.environ | {
        "SPARK_HOME": str(HOME),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_DAEMON_MEMORY": "256m",
    }
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--webui-port", "0", *arguments], stdout=log, stderr=subprocess.STDOUT, env=environment
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def _wait_for(text: str, log: Path, times: int) -> None:
    patience = time.monotonic() + PATIENCE_S
    while sum(log.read_text(errors="replace").count(one) for one in text.split("|")) < times:
        if time.monotonic() > patience:
            raise TimeoutError(f"the Spark master did not say '{text}' {times} times:\n{log.read_text()}")
        time.sleep(0.1)
