"""A floor for whoever must look at each value: DuckDB decodes every column of the same files and hashes it."""

from __future__ import annotations

from pathlib import Path

import duckdb


def find(folder: Path) -> dict[str, set[str]]:
    """Nothing, when all is read."""
    with duckdb.connect() as con:
        for file in sorted(folder.glob("*.parquet")):
            con.execute(f"SELECT bit_xor(hash(COLUMNS(*))) FROM read_parquet('{file.as_posix()}')").fetchall()
    return {}
