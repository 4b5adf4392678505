"""The CSV package: what other tools read in it is what the tables hold."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hostile_texts import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import csv as arrow_csv

from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.publish.exports import csv_package
from karabakh_data.publish.exports.csv_package import csv_bytes, csv_schema, with_marks, without_marks, write
from karabakh_data.publish.exports.spreadsheet_text import unguarded

KINDS = ("plain", "hostile")
Package = tuple[Path, Mapping[str, pa.Table]]


@pytest.fixture(scope="module", params=KINDS)
def package(
    request: pytest.FixtureRequest,
    tables: Mapping[str, pa.Table],
    hostile: Mapping[str, pa.Table],
    tmp_path_factory: pytest.TempPathFactory,
) -> Package:
    """A folder with the package, and the tables that it was made of."""
    given = tables if request.param == "plain" else hostile
    folder = tmp_path_factory.mktemp("csv") / "package"
    write(given, folder)
    return folder, given


def by_pyarrow(file: Path, schema: pa.Schema) -> pa.Table:
    """As one reads it who knows the schema; a cell may span lines."""
    options = arrow_csv.ConvertOptions(column_types=schema, strings_can_be_null=True, null_values=[""])
    parse = arrow_csv.ParseOptions(newlines_in_values=True)
    return arrow_csv.read_csv(file, convert_options=options, parse_options=parse)


def by_pandas(file: Path, schema: pa.Schema) -> pa.Table:
    """With the types that pandas takes from Arrow; without `keep_default_na`, "NULL" would be a null."""
    types = {field.name: pd.ArrowDtype(field.type) for field in schema}
    frame = pd.read_csv(file, dtype=types, keep_default_na=False, na_values=[""])
    return pa.Table.from_pandas(frame, schema=schema, preserve_index=False)


def by_polars(file: Path, schema: pa.Schema) -> pa.Table:
    types = pl.Schema(pl.from_arrow(schema.empty_table()).schema)
    return pl.read_csv(file, schema=types).to_arrow().cast(schema)


def by_duckdb(file: Path, schema: pa.Schema) -> pa.Table:
    types = {field.name: str(duckdb.from_arrow(schema.empty_table())[field.name].types[0]) for field in schema}
    # All texts of these files stand in quotation marks: read as null is only what stands in none.
    return (
        duckdb.read_csv(str(file), columns=types, header=True, allow_quoted_nulls=False).to_arrow_table().cast(schema)
    )


READERS = (by_pyarrow, by_pandas, by_polars, by_duckdb)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", TABLES)
def test_nothing_is_lost(name: str, read: Callable[[Path, pa.Schema], pa.Table], package: Package) -> None:
    folder, given = package
    found = read(folder / f"{name}.csv", arrow_schema(TABLES[name]))
    assert without_marks(found).to_pylist() == given[name].to_pylist()


def test_frictionless_finds_it_valid(tables: Mapping[str, pa.Table], tmp_path: Path) -> None:
    write(tables, tmp_path / "package")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])


@pytest.fixture(scope="module")
def by_frictionless(package: Package) -> frictionless.Package:
    folder, _ = package
    return frictionless.Package(str(folder / "datapackage.json"))


@pytest.mark.parametrize("name", TABLES)
def test_frictionless_reads_the_rows(name: str, package: Package, by_frictionless: frictionless.Package) -> None:
    with by_frictionless.get_resource(name) as resource:
        rows = [row.to_dict() for row in resource.row_stream]
    assert rows == with_marks(package[1][name]).to_pylist()


def test_bytes_and_hashes(package: Package) -> None:
    folder, _ = package
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in described["resources"]} | {"datapackage.json"} == {
        one.name for one in folder.iterdir()
    }
    for resource in described["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        assert resource["profile"] == "tabular-data-resource"
    assert csv_package.RULE in described["description"]


def test_a_spreadsheet_runs_nothing_and_knows_the_encoding(package: Package) -> None:
    folder, given = package
    for name, table in given.items():
        assert (folder / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        texts = [field.name for field in table.schema if pa.types.is_string(field.type)]
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            cells = [row[column] for row in csv.DictReader(file) for column in texts]
        assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


def test_an_empty_text_is_no_null() -> None:
    given = pa.table({"text": pa.array(["", None, "x"])})
    assert csv_bytes(given) == b'\xef\xbb\xbf"text"\n"\'"\n\n"x"\n'


def test_a_pattern_that_leaves_an_end_open(monkeypatch: pytest.MonkeyPatch) -> None:
    schema: dict[str, Any] = {"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "[a-z]"}}]}
    monkeypatch.setattr(csv_package, "table_schema", lambda model: schema)
    with pytest.raises(TypeError, match=r"the pattern \[a-z\] does not say what the whole text is"):
        csv_schema("events")


@given(st.lists(st.tuples(st.none() | st.text() | st.sampled_from(HOSTILE), st.none() | st.booleans()), min_size=1))
def test_any_text_can_be_had_back(rows: list[tuple[str | None, bool | None]]) -> None:
    schema = pa.schema([("text", pa.string()), ("flag", pa.bool_()), ("number", pa.int32())])
    table = pa.table([[text for text, _ in rows], [flag for _, flag in rows], range(len(rows))], schema=schema)
    read = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline="")))
    assert [unguarded(text) if text else None for text, _, _ in read[1:]] == [text for text, _ in rows]
    assert [flag for _, flag, _ in read[1:]] == [str(flag).lower() if flag is not None else "" for _, flag in rows]
