"""The Parquet files: plain enough for every reader, and the same bytes whenever they are made from the same rows."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.publish.parquet import parquet_bytes
from karabakh_data.version import __version__

EVERY_TABLE = pytest.mark.parametrize("name", TABLES)
Tables = Mapping[str, pa.Table]


def opened(content: bytes) -> pq.ParquetFile:
    return pq.ParquetFile(pa.BufferReader(content))


@EVERY_TABLE
def test_a_file_is_plain_and_says_what_it_is(name: str, tables: Tables) -> None:
    model = TABLES[name]
    file = opened(parquet_bytes(model, tables[name]))
    (group,) = (file.metadata.row_group(i) for i in range(file.num_row_groups))
    columns = [group.column(i) for i in range(group.num_columns)]
    assert file.metadata.format_version == "2.6"
    assert {column.compression for column in columns} == {"SNAPPY"}
    assert all(column.is_stats_set for column in columns)
    assert [(one.column_index, one.descending) for one in group.sorting_columns] == [
        (file.schema_arrow.get_field_index(column), False) for column in model.key
    ]
    assert file.schema_arrow.metadata == {
        b"dataset": b"karabakh-data",
        b"dataset_version": __version__.encode(),
        b"description": model.one_row_is.encode(),
        b"table": name.encode(),
    }
    assert file.read().to_pylist() == tables[name].to_pylist()
    assert [field.metadata for field in file.schema_arrow] == [field.metadata for field in arrow_schema(model)]


@EVERY_TABLE
def test_neither_the_order_of_rows_nor_their_portions_change_the_bytes(name: str, tables: Tables) -> None:
    table = tables[name]
    order = list(range(table.num_rows))
    random.Random(1).shuffle(order)
    shuffled = table.take(order)
    portions = pa.concat_tables([shuffled[: len(order) // 3], shuffled[len(order) // 3 :]])
    assert parquet_bytes(TABLES[name], portions) == parquet_bytes(TABLES[name], table)


@EVERY_TABLE
def test_what_is_read_is_written_again_as_the_same_bytes(name: str, tables: Tables) -> None:
    content = parquet_bytes(TABLES[name], tables[name])
    assert parquet_bytes(TABLES[name], opened(content).read()) == content


@EVERY_TABLE
def test_a_table_without_rows_is_a_file_too(name: str, tables: Tables) -> None:
    assert opened(parquet_bytes(TABLES[name], tables[name][:0])).read().num_rows == 0


def test_other_columns_than_the_models_are_refused(tables: Tables) -> None:
    with pytest.raises(ValueError, match="the table events has the columns"):
        parquet_bytes(TABLES["events"], tables["events"].drop_columns(["title"]))
