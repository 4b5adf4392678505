"""For the environment of mlcroissant: prints what it reads in a folder with `croissant.json`, as `cells` packs it.

The findings on the metadata, and unless there are errors the rows of all record sets; else, or where a file is not the
one that was described, the errors.
"""

import sys
from pathlib import Path
from typing import Any

import cells
import mlcroissant


def read(folder: Path) -> dict[str, Any]:
    """Everything that it says."""
    try:
        dataset = mlcroissant.Dataset(folder / "croissant.json")
    except mlcroissant.ValidationError as error:
        return {"errors": [str(error)]}
    found: dict[str, Any] = {"errors": [], "warnings": sorted(map(str, dataset.metadata.ctx.issues.warnings))}
    try:
        found["rows"] = {
            one.id: [
                {key.removeprefix(f"{one.id}/"): value for key, value in record.items()}
                for record in dataset.records(one.id)
            ]
            for one in dataset.metadata.record_sets
        }
    except mlcroissant.GenerationError as error:
        found["errors"] = [str(error)]
    return found


print(cells.packed(read(Path(sys.argv[1]))))
