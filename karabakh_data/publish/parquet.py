"""Tables as Parquet files whose bytes depend on nothing but the rows, the model and the version of pyarrow."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.model import Row
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.publish.about import NAME
from karabakh_data.version import __version__

# Each as plain as every reader takes it: snappy because readers in the browser know no other codec without an add-on,
# data page 1.0 and no page index because old readers know nothing newer; the Arrow schema carries the descriptions.
SETTINGS = {
    "compression": "snappy",
    "version": "2.6",
    "data_page_version": "1.0",
    "write_statistics": True,
    "store_schema": True,
}


def published_schema(model: type[Row]) -> pa.Schema:
    """The model's Arrow schema with what a file says of itself: data set, version, table and meaning, sorted by key.

    No date and no host name is among it, so that two builds give the same bytes.
    """
    schema = arrow_schema(model)
    metadata = {**schema.metadata, b"dataset": NAME.encode(), b"dataset_version": __version__.encode()}
    return schema.with_metadata(dict(sorted(metadata.items())))


def parquet_bytes(model: type[Row], table: pa.Table) -> bytes:
    """The table as the bytes of a Parquet file, its rows sorted by primary key.

    Raises ValueError if the table's columns are not those of the model.
    """
    schema = published_schema(model)
    if not table.schema.equals(schema):
        raise ValueError(f"the table {model.table} has the columns\n{table.schema}\nand its model has\n{schema}")
    ordered = table.sort_by([(name, "ascending") for name in model.key]).cast(schema)
    sink = pa.BufferOutputStream()
    with writer(sink, model) as parquet:
        parquet.write_table(ordered)
    return bytes(sink.getvalue())


def writer(where: object, model: type[Row], *, nullable: bool = False) -> pq.ParquetWriter:
    """A writer of Parquet to a path or stream by the settings of this module; rows must come sorted by primary key.

    With `nullable`, any column may hold a null, as it may in tables that are still to be checked.
    """
    schema = published_schema(model)
    sorted_by = pq.SortingColumn.from_ordering(schema, [(name, "ascending") for name in model.key])
    if nullable:
        schema = pa.schema([field.with_nullable(True) for field in schema], metadata=schema.metadata)
    return pq.ParquetWriter(where, schema, sorting_columns=sorted_by, **SETTINGS)
