"""For the environment of mlcroissant: prints what it reads in a folder with `croissant.json`, as JSON.

The findings on the metadata, and unless there are errors the records of all record sets; a text of bytes is
`["bytes", text]`, a moment `["moment", text]`. Where a file is not the one that was described, the error.
"""

import json
import sys
from pathlib import Path
from typing import Any

import mlcroissant
import pandas as pd


def cell(value: Any) -> Any:
    """The value with its type, where JSON has none for it."""
    if isinstance(value, bytes):
        return ["bytes", value.decode()]
    if pd.isna(value):
        return None
    return ["moment", value.isoformat()] if isinstance(value, pd.Timestamp) else value


def read(folder: Path) -> dict[str, Any]:
    """Everything that it says."""
    try:
        dataset = mlcroissant.Dataset(folder / "croissant.json")
    except mlcroissant.ValidationError as error:
        return {"errors": [str(error)]}
    found: dict[str, Any] = {"errors": [], "warnings": sorted(map(str, dataset.metadata.ctx.issues.warnings))}
    try:
        found["records"] = {
            one.id: [
                {key.removeprefix(f"{one.id}/"): cell(value) for key, value in record.items()}
                for record in dataset.records(one.id)
            ]
            for one in dataset.metadata.record_sets
        }
    except mlcroissant.GenerationError as error:
        found["errors"] = [str(error)]
    return found


print(json.dumps(read(Path(sys.argv[1]))))
