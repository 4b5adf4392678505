"""A file of JSON Lines for each table: one object a row, dates as ISO 8601, nulls written out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes a folder with a file for each table."""
    target.mkdir()
    for name, table in tables.items():
        with (target / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for row in table.to_pylist():
                file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
