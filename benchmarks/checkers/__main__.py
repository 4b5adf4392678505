"""`python -m benchmarks.checkers TOOL FOLDER`: check the events there, and print the time and the findings as JSON."""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Imports the tool first, so that only the checking is timed."""
    tool, folder = sys.argv[1:]
    find = importlib.import_module(f"benchmarks.checkers.{tool}").find
    start = time.perf_counter()
    found = find(Path(folder))
    seconds = time.perf_counter() - start
    findings = {rule: sorted({str(event) for event in events}) for rule, events in found.items()}
    print(json.dumps({"seconds": seconds, "found": findings}))


main()
