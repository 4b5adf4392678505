"""For the environment of csvw: prints what it reads in a folder with `csv-metadata.json`, as `cells` packs it.

What it has against the metadata and the tables, and the rows of each.
"""

import sys
from pathlib import Path
from typing import Any

import cells
from csvw import CSVW


def failures(metadata: str) -> list[str]:
    """What is wrong. References that are null are allowed, as the standard allows them."""
    group = CSVW(metadata, strict=False, validate=True)
    try:
        valid = group.is_valid
    except ValueError as error:
        return [str(error)]
    return [] if valid else [str(one.message) for one in group.warnings] or ["not valid"]


def read(metadata: str) -> dict[str, Any]:
    """Everything that it says."""
    found = failures(metadata)
    if found:
        return {"failures": found}
    tables = CSVW(metadata).tablegroup.tables
    return {
        "failures": [],
        "rows": {str(table.url).removesuffix(".csv"): [dict(row) for row in table] for table in tables},
    }


print(cells.packed(read(str(Path(sys.argv[1]) / "csv-metadata.json"))))
