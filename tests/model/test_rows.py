"""Every row model: what is written to Parquet is read back unchanged, and what is no row is refused."""

import math
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from karabakh_data.model import TABLES, FieldColumn, Row, columns, id_of, key_of
from karabakh_data.model.arrow import arrow_schema, from_arrow, key_column, to_arrow
from karabakh_data.model.sql import identifier, record_id
from karabakh_data.testing.strategies import row_lists, rows, values

MODELS = pytest.mark.parametrize("model", TABLES.values(), ids=TABLES)
COLUMNS = [(name, model, column) for name, model in TABLES.items() for column in columns(model)]
# Texts are drawn by pattern and thrown away where they do not fit: slow, not wrong.
PATIENT = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def a_row(model: type[Row]) -> Row:
    drawn: list[Row] = []

    @settings(PATIENT, max_examples=5)
    @given(rows(model))
    def draw(row: Row) -> None:
        drawn.append(row)

    draw()
    return drawn[0]


def refused(column: FieldColumn) -> dict[str, Any]:
    """Values that the column must refuse, by what is wrong with them."""
    definition, wrong = column.definition, {}
    wrong["another type"] = {str: 7, int: "7", float: "7", bool: 1, date: "2020-11-10"}[column.type]
    if not column.nullable:
        wrong["null"] = None
    if column.type is str:
        wrong |= {"nothing": "", "padded": " x ", "half a surrogate pair": "\ud800"}
    if column.type is int:
        wrong |= {"too great for 32 bits": 2**31, "too small for 32 bits": -(2**31) - 1, "a fraction": 1.5}
    if column.type is float:
        wrong |= {"not a number": math.nan, "infinite": math.inf}
    if column.type is date:
        wrong["a moment"] = datetime(2020, 11, 10, 1)
    if definition.vocabulary:
        wrong["no term"] = "no-such-term"
    if definition.pattern:
        wrong["against the pattern"] = "?"
    if definition.form == "edtf":
        wrong["no date"] = "2020-11-31"
    if definition.minimum is not None:
        wrong["too small"] = column.type(definition.minimum - 1)
    if definition.maximum is not None:
        wrong["too great"] = column.type(definition.maximum + 1)
    if definition.max_length is not None:
        wrong["too long"] = "x" * (definition.max_length + 1)
    return wrong


@MODELS
@PATIENT
@given(data=st.data())
def test_rows_to_arrow_to_parquet_to_rows_is_the_identity(model: type[Row], data: st.DataObject) -> None:
    drawn = data.draw(row_lists(model))
    sink = pa.BufferOutputStream()
    pq.write_table(to_arrow(model, drawn), sink)
    read = pq.ParquetFile(pa.BufferReader(sink.getvalue())).read()
    assert from_arrow(model, read) == sorted(drawn, key=lambda row: tuple(getattr(row, name) for name in model.key))
    assert read.schema.equals(arrow_schema(model), check_metadata=True)


@pytest.mark.parametrize(
    ("model", "column", "value"),
    [
        pytest.param(model, column.name, value, id=f"{name}.{column.name}-{what}")
        for name, model, column in COLUMNS
        for what, value in refused(column).items()
    ],
)
def test_a_value_that_the_column_forbids_is_refused(model: type[Row], column: str, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**dict(a_row(model)), column: value})
    assert {error["loc"] for error in caught.value.errors()} == {(column,)}


@MODELS
def test_a_row_has_the_columns_of_its_model_and_no_others(model: type[Row]) -> None:
    row = dict(a_row(model))
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate({**row, "no_such_column": "x"})
    for name in row:
        with pytest.raises(ValidationError, match="Field required"):
            model.model_validate({other: value for other, value in row.items() if other != name})


@MODELS
def test_a_row_cannot_be_changed(model: type[Row]) -> None:
    row = a_row(model)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(row, model.key[0], "x")


@MODELS
def test_the_id_is_the_key_joined_by_slashes(model: type[Row]) -> None:
    row = a_row(model)
    assert row.id == "/".join(str(getattr(row, name)) for name in model.key)
    assert key_of(model, row.id) == {name: str(getattr(row, name)) for name in model.key}


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


@MODELS
@PATIENT
@given(data=st.data())
def test_arrow_and_sql_join_and_split_ids_as_python_does(
    model: type[Row], connection: duckdb.DuckDBPyConnection, data: st.DataObject
) -> None:
    key = {column.name: values(column) for column in columns(model) if column.name in model.key}
    drawn = data.draw(st.lists(st.fixed_dictionaries(key), max_size=5))
    table = pa.Table.from_pylist(drawn, pa.schema([arrow_schema(model).field(name) for name in key]))
    ids = [id_of(model, row) for row in drawn]
    connection.register(model.table, table)
    assert connection.sql(f"SELECT {record_id(model)} FROM {model.table}").fetchall() == [(each,) for each in ids]
    for name in model.key:
        split = key_column(model, pa.chunked_array([ids], pa.string()), name)
        assert split.to_pylist() == [str(row[name]) for row in drawn]


@pytest.mark.parametrize("name", ["role", "order", 'a"b', "it's", "one.two"])
def test_any_name_is_an_identifier(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    assert connection.sql(f"SELECT 1 AS {identifier(name)}").columns == [name]


def test_an_id_with_too_few_parts_is_no_key() -> None:
    assert key_of(TABLES["event_actors"], "handover/armenia") is None
    assert key_of(TABLES["event_topics"], "speech/event_actors/handover/armenia/actor") == {
        "event_id": "speech",
        "record_table": "event_actors",
        "record_id": "handover/armenia/actor",
    }


def test_a_column_of_an_unknown_type_has_no_strategy() -> None:
    unknown = FieldColumn("duration", complex, False, columns(TABLES["events"])[0].definition)
    with pytest.raises(TypeError, match="duration has the type complex, which no strategy covers"):
        values(unknown)
