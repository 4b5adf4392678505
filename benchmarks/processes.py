"""Whole processes, run in turns, with the time that each takes and the most memory that it holds.

In turns, so that a machine that is busy with other things is busy for all of them alike. This module and its callers
load nothing big themselves: Linux counts what a parent holds as held by the child that it starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process cost: seconds from start to end, peak memory in MiB of its largest process, what it printed."""

    seconds: float
    peak: float
    output: str


@dataclass(frozen=True, slots=True)
class Cost:
    """The medians of some runs: seconds, and MiB where it was asked; `found` is what the work reports of itself."""

    seconds: float
    peak: float | None = None
    rows: int | None = None
    found: Mapping[str, Any] = field(default_factory=dict)


def run(command: Command, *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Run:
    """Run a process to its end. Raises RuntimeError, with what it printed as errors, if it ends badly."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env={**os.environ, **(env or {})}, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        for stream in (output, errors):
            stream.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)[:300]} ended with {process.returncode}:\n{errors.read().decode()}")
        return Run(seconds, usage.ru_maxrss / 1024, output.read().decode())


def in_turns(
    commands: Mapping[str, Command],
    rounds: int,
    *,
    warm: bool = True,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> dict[str, list[Run]]:
    """Each command `rounds` times, all of them once before any of them again; first once more to warm file caches."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(rounds + warm):
        for name, command in commands.items():
            done = run(command, cwd=cwd, env=env)
            if turn >= warm:
                runs[name].append(done)
    return runs


def whole(runs: Sequence[Run], rows: int | None = None) -> Cost:
    """The cost of whole processes, start-up included."""
    return Cost(median(one.seconds for one in runs), median(one.peak for one in runs), rows)


def work(runs: Sequence[Run], rows: int | None = None) -> Cost:
    """The cost of the work alone, start-up and imports apart: the last line of each run is JSON with its `seconds`."""
    reports = [json.loads(one.output.splitlines()[-1]) for one in runs]
    seconds = median(report["seconds"] for report in reports)
    return Cost(seconds, median(one.peak for one in runs), rows, reports[-1])


def python(*arguments: str) -> list[str]:
    """The command that runs this interpreter with these arguments."""
    return [sys.executable, *arguments]
