"""The JSON Lines, as other tools read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.publish.exports.json_lines import write

Tables = Mapping[str, pa.Table]


@pytest.fixture(scope="module", params=["plain", "hostile"])
def given(request: pytest.FixtureRequest) -> Tables:
    """Tables of an invented corpus, once as they are and once with hostile texts."""
    found: Tables = request.getfixturevalue("tables" if request.param == "plain" else "hostile")
    return found


@pytest.fixture(scope="module")
def folder(given: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a file for each table."""
    path = tmp_path_factory.mktemp("jsonl") / "lines"
    write(given, path)
    return path


def by_python(file: Path, schema: pa.Schema) -> pa.Table:
    """A day comes as a text, which Arrow takes for a day."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1]]
    return pa.table({field.name: pa.array([row[field.name] for row in rows]).cast(field.type) for field in schema})


def by_pandas(file: Path, schema: pa.Schema) -> pa.Table:
    """Without `dtype=False`, pandas guesses numbers and days in texts."""
    frame = pd.read_json(file, lines=True, dtype=False)
    return pa.table(
        {
            field.name: pa.array([None if pd.isna(value) else value for value in frame[field.name].tolist()]).cast(
                field.type
            )
            for field in schema
        }
    )


def by_polars(file: Path, schema: pa.Schema) -> pa.Table:
    types = dict(pl.Schema(pl.from_arrow(schema.empty_table()).schema))
    days = [name for name, kind in types.items() if kind == pl.Date]
    frame = pl.read_ndjson(file, schema={**types, **dict.fromkeys(days, pl.String)})
    return frame.with_columns(pl.col(days).str.to_date()).to_arrow().cast(schema)


def by_duckdb(file: Path, schema: pa.Schema) -> pa.Table:
    types = {field.name: str(duckdb.from_arrow(schema.empty_table())[field.name].types[0]) for field in schema}
    return duckdb.read_json(str(file), format="newline_delimited", columns=types).to_arrow_table().cast(schema)


@pytest.mark.parametrize("read", [by_python, by_pandas, by_polars, by_duckdb])
@pytest.mark.parametrize("name", TABLES)
def test_nothing_is_lost(name: str, read: Callable[[Path, pa.Schema], pa.Table], given: Tables, folder: Path) -> None:
    assert read(folder / f"{name}.jsonl", arrow_schema(TABLES[name])).to_pylist() == given[name].to_pylist()
