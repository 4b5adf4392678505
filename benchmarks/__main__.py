"""`python -m benchmarks` (or `make bench`): all measurements, one after the other, and the page that shows them.

With `--quick`, smaller ones and no page; names of benchmarks choose some of them, and then there is no page either.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks import building, checking, document, quotations, reading, scale, spark
from benchmarks.chapter import Chapter
from benchmarks.installed import ROOT

BENCHMARKS = {
    "reading": reading,
    "building": building,
    "checking": checking,
    "quotations": quotations,
    "scale": scale,
    "spark": spark,
}
NEEDED = (
    *("dataframely", "duckdb", "frictionless", "matplotlib", "palmerpenguins", "pandas", "pandera", "polars"),
    *("pyspark", "vega_datasets"),
)


def main() -> None:
    """Measures and prints; exits with 2 if something that it needs is not installed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What the package costs.")
    parser.add_argument("names", nargs="*", help=f"some of: {', '.join(BENCHMARKS)}; by default all")
    parser.add_argument("--quick", action="store_true", help="with a tenth of the rows, to try it out")
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in BENCHMARKS]
    absent = [name for name in NEEDED if find_spec(name) is None]
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    if absent:
        parser.error(f"{', '.join(absent)}: not installed; run this by `make bench`")
    print(document.machine(), flush=True)
    measured: dict[str, list[Chapter]] = {}
    with tempfile.TemporaryDirectory(prefix="karabakh-data-bench-") as room:
        for name in given.names or BENCHMARKS:
            measured[name] = BENCHMARKS[name].measure(Path(room), given.quick)
            for chapter in measured[name]:
                print(f"\n{chapter.as_text()}", flush=True)
    if given.quick or given.names:
        print("The page was not written: that takes everything, and not --quick.")
        return
    plotted = measured["checking"][: checking.SIZES]
    document.write([one for some in measured.values() for one in some], plotted, ROOT / "docs")
    print(f"written: docs/{document.PAGE}, docs/{document.PLOT}", file=sys.stderr)


main()
