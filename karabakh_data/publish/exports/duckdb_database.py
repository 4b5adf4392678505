"""A DuckDB database with every table, its keys, and the meaning of tables and columns as comments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from karabakh_data.model import TABLES, columns
from karabakh_data.model.sql import literal


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes the database file."""
    with duckdb.connect() as database:
        # The least block there is: by default a database of so few rows would take 8 MB.
        database.execute(f"ATTACH {literal(str(target))} AS package (BLOCK_SIZE 16384)")
        database.execute("USE package")
        for name, table in tables.items():
            model = TABLES[name]
            database.register("given", table)
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
            database.unregister("given")
            database.execute(f"ALTER TABLE {name} ADD PRIMARY KEY ({', '.join(model.key)})")
            database.execute(f"COMMENT ON TABLE {name} IS {literal(f'One row is {model.one_row_is}.')}")
            for column in columns(model):
                meaning = literal(column.definition.description)
                database.execute(f'COMMENT ON COLUMN {name}."{column.name}" IS {meaning}')
