"""What it costs to build many articles: from `raw/`, scripts and registers to the checked package."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.chapter import Aim, Chapter
from benchmarks.processes import Cost, Run, python, run, whole

# All of a build but the ledger, in which somebody would have to sign that each record was read.
BUILD = """
from pathlib import Path
from karabakh_data.publish.build import publish_tables
from karabakh_data.publish.extracted_tables import tables_of_articles
publish_tables(tables_of_articles(Path(".")), Path("."))
"""

# What was built beside the corpus from which the articles were made.
COMPARE = """
import json
from pyarrow.parquet import ParquetFile
from karabakh_data.testing.corpus import Corpus, batches
import pyarrow as pa
corpus = Corpus(articles={articles})
size = {{}}
for table in ("events", "casualties", "clauses", "event_actors", "passages", "claims"):
    built = ParquetFile(f"karabakh_data/data/{{table}}.parquet").read()
    made = pa.concat_tables(batches(corpus, table))
    # Only the ids of claims are others: a script's claims are named by what they say.
    same = [name for name in made.column_names if name != "claim_id"]
    order = [(name, "ascending") for name in same]
    if not built.select(same).sort_by(order).equals(made.select(same).sort_by(order)):
        raise ValueError(f"{{table}}: what was built is not what the articles say")
    size[table] = built.num_rows
print(json.dumps(size))
"""


def measure(room: Path, quick: bool = False) -> list[Chapter]:
    """The build from scratch of so many articles, ten times as many, and a hundred times."""
    sizes = (100, 300, 1_000) if quick else (100, 1_000, 10_000)
    costs: dict[str, Cost] = {}
    rows = {}
    for articles, rounds in zip(sizes, (3, 3, 1), strict=True):
        folder = room / f"{articles}-articles"
        run(python("-m", "benchmarks.checkout", str(folder), str(articles)))
        runs = [_build(folder) for _ in range(rounds)]
        costs[f"{articles:,} articles"] = whole(runs, articles)
        rows = json.loads(run(python("-c", COMPARE.format(articles=articles)), cwd=folder).output)
        shutil.rmtree(folder)
    middle, large = list(costs.values())[1:]
    times = large.seconds / middle.seconds
    growth = (large.peak or 0) - (middle.peak or 0)
    held = f"{1024 * growth / (sizes[2] - sizes[1]):.0f} KiB an article"
    chapter = Chapter(
        "Building many articles",
        f"The whole process, from scratch: {sizes[2]:,} articles make {rows['claims']:,} claims and {rows['events']:,} "
        "events, the same as those from which the articles were made. Rows are articles; memory is that of the largest "
        f"process, and from {sizes[1]:,} articles on grows by {held}.",
        costs,
        aims=[Aim(f"{sizes[2]:,} articles / {sizes[1]:,}", times, most=1.1 * sizes[2] / sizes[1])],
    )
    return [chapter]


def _build(folder: Path) -> Run:
    shutil.rmtree(folder / "karabakh_data" / "data", ignore_errors=True)
    return run(python("-c", BUILD), cwd=folder)
