"""What it costs to have a first table in a new process, beside the floors and beside peers that do the like.

`python -m benchmarks.reading` prints medians of whole processes, run in turns so that a noisy machine is noisy for all
of them alike, and the two ratios that the project holds itself to.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import karabakh_data

ROUNDS = 25

BARE = "bare interpreter"
IMPORT = "import karabakh_data"
LEANEST = "leanest pyarrow read of events.parquet"
EVENTS = "karabakh_data.events()"

# What each process runs, and the package that it needs beside ours. `{file}` is events.parquet.
PROCESSES = {
    BARE: ("pass", None),
    IMPORT: ("import karabakh_data", None),
    LEANEST: ("from pyarrow.parquet import ParquetFile; ParquetFile({file!r}).read()", None),
    EVENTS: ("import karabakh_data; karabakh_data.events()", None),
    "pyarrow.parquet.read_table": ("import pyarrow.parquet; pyarrow.parquet.read_table({file!r})", None),
    "import palmerpenguins": ("import palmerpenguins", "palmerpenguins"),
    "palmerpenguins.load_penguins()": ("import palmerpenguins; palmerpenguins.load_penguins()", "palmerpenguins"),
    "import vega_datasets": ("import vega_datasets", "vega_datasets"),
    "vega_datasets.data.cars()": ("import vega_datasets; vega_datasets.data.cars()", "vega_datasets"),
    "import pandas": ("import pandas", "pandas"),
    "pandas.read_parquet": ("import pandas; pandas.read_parquet({file!r})", "pandas"),
}

# (what, beside what, at most)
AIMS = ((IMPORT, BARE, 1.3), (EVENTS, LEANEST, 1.15))


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """The median seconds of each process.

    Raises RuntimeError that names the peers which are not installed, and DataFileError if there is no table to read.
    """
    absent = sorted({package for _, package in PROCESSES.values() if package and find_spec(package) is None})
    if absent:
        raise RuntimeError(f"{', '.join(absent)}: not installed; run this by `make bench`")
    with tempfile.TemporaryDirectory() as folder:
        # A package as pip installs it: compiled, and not a checkout whose cache may be switched off.
        package = karabakh_data.path("events").parents[1]
        shutil.copytree(package, Path(folder, "karabakh_data"), ignore=shutil.ignore_patterns("__pycache__"))
        subprocess.run([sys.executable, "-m", "compileall", "-q", folder], check=True)
        file = str(Path(folder, "karabakh_data", "data", "events.parquet"))
        seconds: dict[str, list[float]] = {name: [] for name in PROCESSES}
        for turn in range(rounds + 1):
            for name, (code, _) in PROCESSES.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, "-c", code.format(file=file)], check=True, cwd=folder)
                if turn:  # the first one warms the file cache
                    seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def table(medians: dict[str, float]) -> str:
    """The measurements as a table: milliseconds, and how many times a bare interpreter and the leanest read."""
    bare, leanest = medians[BARE], medians[LEANEST]
    lines = [f"{'process':42} {'ms':>7} {'x bare':>8} {'x leanest':>10}"]
    lines += [
        f"{name:42} {1000 * taken:7.1f} {taken / bare:8.2f} {taken / leanest:10.2f}" for name, taken in medians.items()
    ]
    return "\n".join(lines)


def aims(medians: dict[str, float]) -> str:
    """The ratios that the project holds itself to, and whether this run kept them."""
    lines = []
    for what, beside, most in AIMS:
        ratio = medians[what] / medians[beside]
        lines.append(f"{what} / {beside}: {ratio:.2f} (at most {most}: {'kept' if ratio <= most else 'MISSED'})")
    return "\n".join(lines)


def versions() -> str:
    """What was measured on."""
    packages = [f"karabakh-data {karabakh_data.version()}"]
    for name in ("pyarrow", "numpy", "pandas", "palmerpenguins", "vega-datasets"):
        try:
            packages.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            packages.append(f"{name} absent")
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; {', '.join(packages)}"


def main() -> None:
    """Measures and prints."""
    medians = measure()
    print(f"Medians of {ROUNDS} new processes each, run in turns. {versions()}\n")
    print(table(medians))
    print()
    print(aims(medians))


if __name__ == "__main__":
    main()
