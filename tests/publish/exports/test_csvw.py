"""CSV on the Web: exact cells, and metadata that says what the models say."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from invented_tables import HOSTILE, made

from karabakh_data.model import TABLES, columns
from karabakh_data.model.vocabularies import VOCABULARIES
from karabakh_data.publish.exports import csvw


def described() -> dict[str, Any]:
    """The description of each table, by its name."""
    return {one["url"].removesuffix(".csv"): one for one in csvw.metadata()["tables"]}


def cell(value: Any) -> str:
    """The cell by the standard's canonical forms."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("name", TABLES)
def test_the_cells_are_the_values(name: str, tables: Mapping[str, pa.Table]) -> None:
    header, *rows = csv.reader(io.StringIO(csvw.files(tables)[f"{name}.csv"].decode(), newline=""))

    assert header == [column["name"] for column in described()[name]["tableSchema"]["columns"]]
    for read, row in zip(rows, tables[name].to_pylist(), strict=True):
        for text, value in zip(read, row.values(), strict=True):
            assert float(text) == value if isinstance(value, float) else text == cell(value)


def test_hostile_text_is_a_cell_as_it_is() -> None:
    text = f'=1+1 "a",\r\nb {HOSTILE}'
    content = csvw.files(made(events=[{"event_id": "raid", "title": text, "date_start": date(2020, 11, 25)}]))[
        "events.csv"
    ]
    (row,) = csv.DictReader(io.StringIO(content.decode(), newline=""))

    assert (row["title"], row["date_start"], row["date_end"]) == (text, "2020-11-25", "")


@pytest.mark.parametrize("name", TABLES)
def test_keys_and_references_are_those_of_the_model(name: str) -> None:
    schema, model = described()[name]["tableSchema"], TABLES[name]

    assert schema["primaryKey"] == list(model.key)
    assert {
        (key["columnReference"][0], key["reference"]["resource"], key["reference"]["columnReference"][0])
        for key in schema.get("foreignKeys", [])
    } == {
        (column.name, f"{table}.csv", field)
        for column in columns(model)
        if column.definition.references
        for table, field in [column.definition.references.split(".")]
    }


@pytest.mark.parametrize("name", TABLES)
def test_types_and_constraints_are_those_of_the_model(name: str) -> None:
    for column, one in zip(columns(TABLES[name]), described()[name]["tableSchema"]["columns"], strict=True):
        datatype, definition = one["datatype"], column.definition
        assert one["required"] is not column.nullable
        assert one["dc:description"] == definition.description
        assert datatype.get("minimum") == definition.minimum
        assert datatype.get("maximum") == definition.maximum
        assert datatype.get("maxLength") == definition.max_length
        if definition.vocabulary:
            assert all(re.search(datatype["format"], term) for term in VOCABULARIES[definition.vocabulary].terms)
            assert not re.search(datatype["format"], "no_such_term")
        elif definition.pattern:
            assert datatype["format"] == definition.pattern


def test_the_metadata_is_a_file_beside_the_tables(tables: Mapping[str, pa.Table]) -> None:
    files = csvw.files(tables)

    assert json.loads(files["csv-metadata.json"]) == csvw.metadata()
    assert files.keys() == {"csv-metadata.json", *(f"{name}.csv" for name in TABLES)}
