"""What it costs to have a first table in a new process, beside the floors and beside peers that do the like."""

from __future__ import annotations

from pathlib import Path

from benchmarks.chapter import Aim, Chapter, ratio_of
from benchmarks.installed import install
from benchmarks.processes import in_turns, python, whole

ROUNDS = 25

BARE = "bare interpreter"
IMPORT = "import karabakh_data"
LEANEST = "leanest pyarrow read of events.parquet"
EVENTS = "karabakh_data.events()"

# What each process runs. `{file}` is events.parquet.
PROCESSES = {
    BARE: "pass",
    IMPORT: "import karabakh_data",
    LEANEST: "from pyarrow.parquet import ParquetFile; ParquetFile({file!r}).read()",
    EVENTS: "import karabakh_data; karabakh_data.events()",
    "pyarrow.parquet.read_table": "import pyarrow.parquet; pyarrow.parquet.read_table({file!r})",
    "import palmerpenguins": "import palmerpenguins",
    "palmerpenguins.load_penguins()": "import palmerpenguins; palmerpenguins.load_penguins()",
    "import vega_datasets": "import vega_datasets",
    "vega_datasets.data.cars()": "import vega_datasets; vega_datasets.data.cars()",
    "import pandas": "import pandas",
    "pandas.read_parquet": "import pandas; pandas.read_parquet({file!r})",
}

# (what, beside what, at most)
AIMS = ((IMPORT, BARE, 1.3), (EVENTS, LEANEST, 1.15))


def measure(room: Path, quick: bool = False) -> list[Chapter]:
    """The median cost of each process."""
    rounds = 5 if quick else ROUNDS
    folder = room / "reading"
    file = str(install(folder) / "data" / "events.parquet")
    commands = {name: python("-c", code.format(file=file)) for name, code in PROCESSES.items()}
    runs = in_turns(commands, rounds, cwd=folder)
    costs = {name: whole(of_it) for name, of_it in runs.items()}
    chapter = Chapter(
        title="Import and first table",
        note=f"Medians of {rounds} new processes each.",
        costs=costs,
        beside=(BARE, LEANEST),
        aims=[Aim(f"{what} / {beside}", ratio_of(costs, what, beside), most) for what, beside, most in AIMS],
        memory=False,
    )
    return [chapter]
