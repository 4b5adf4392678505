"""The tools that import the tables: in which form each reads them, how, and what it loses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import elsewhere
import losses
import pyarrow as pa
import readers
import versions
from losses import NUMBERS, TEXTS, WHOLE, Loss

import karabakh_data as kd
from karabakh_data.model import TABLES
from karabakh_data.publish.exports import located

PARQUET, PACKAGE = "Parquet", "Data Package"  # the forms that are published as they stand; others are exports

SQLITE = (losses.DAY_IS_TEXT, losses.TRUTH_IS_WHOLE)


def all_tables() -> Mapping[str, pa.Table]:
    """The published tables."""
    return {name: kd.load(name) for name in TABLES}


def tables_with_rows() -> Mapping[str, pa.Table]:
    """The published tables that have rows."""
    return {name: table for name, table in all_tables().items() if table.num_rows}


def layers() -> Mapping[str, pa.Table]:
    """The published rows that have a point, as maps show them, and the point at the end."""
    return {
        layer.name: pa.Table.from_pylist([dict(row) for row in layer.rows], layer.schema).select(
            [name for name in layer.schema.names if name not in located.POINT] + [*located.POINT]
        )
        for layer in located.layers(all_tables())
    }


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool and a form of the tables that it reads.

    `form` is PARQUET, PACKAGE or the name of an export format. `how` is what a user types, `read` does it; `holds`
    gives what should then be there, `lost` how it differs. `version` is that of a lock, None where Debian sets it.
    """

    name: str
    form: str
    how: str
    read: readers.Read
    version: versions.Version | None
    lost: tuple[Loss, ...] = ()
    holds: Callable[[], Mapping[str, pa.Table]] = all_tables

    @property
    def id(self) -> str:
        """What a test calls it."""
        return f"{self.name}-{self.form}".replace(",", "").replace(" ", "-")


TOOLS = (
    Tool("pyarrow", PARQUET, "`pq.read_table(file)`", readers.pyarrow, versions.of("pyarrow")),
    Tool(
        "pandas",
        PARQUET,
        "`pd.read_parquet(file)`",
        readers.pandas,
        versions.of("pandas"),
        lost=(losses.WHOLE_BESIDE_NULLS_IS_FLOAT, losses.NULL_IS_NAN),
    ),
    Tool(
        "pandas, Arrow types",
        PARQUET,
        '`pd.read_parquet(file, dtype_backend="pyarrow")`',
        readers.pandas_with_arrow_types,
        versions.of("pandas"),
    ),
    Tool(
        "pandas, nullable types",
        PARQUET,
        '`pd.read_parquet(file, dtype_backend="numpy_nullable")`',
        readers.pandas_with_nullable_types,
        versions.of("pandas"),
    ),
    Tool(
        "fastparquet",
        PARQUET,
        "`ParquetFile(file).to_pandas()`",
        readers.fastparquet,
        versions.of("fastparquet"),
        lost=(losses.DAY_IS_MOMENT, losses.NULL_IS_NAN.of(NUMBERS), losses.NULL_IS_NOT_A_TIME),
    ),
    Tool("polars", PARQUET, "`pl.read_parquet(file)`", readers.polars, versions.of("polars")),
    Tool("DuckDB", PARQUET, "`FROM 'events.parquet'`", readers.duckdb, versions.of("duckdb")),
    Tool("DuckDB", "duckdb", "`FROM events ORDER BY event_id`", readers.duckdb_database, versions.of("duckdb")),
    Tool("arro3", PARQUET, "`arro3.io.read_parquet(file)`", readers.arro3, versions.of("arro3-io")),
    Tool("Apache Spark", PARQUET, "`spark.read.parquet(file)`", elsewhere.spark, versions.of("pyspark")),
    Tool(
        "hyparquet in node",
        PARQUET,
        "`parquetReadObjects({ file })`",
        elsewhere.hyparquet,
        versions.of_node("hyparquet"),
        lost=(losses.DAY_IS_MOMENT,),
    ),
    Tool(
        "hyparquet in Chromium",
        PARQUET,
        "`parquetReadObjects({ file })`",
        elsewhere.hyparquet_in_chromium,
        versions.of_node("hyparquet"),
        lost=(losses.DAY_IS_MOMENT,),
    ),
    Tool(
        "frictionless-py",
        PACKAGE,
        '`Package("datapackage.json")`',
        readers.frictionless,
        versions.of("frictionless"),
        lost=(losses.NUMBER_IS_DECIMAL,),
    ),
    Tool(
        "frictionless-py",
        "csv",
        '`Package("datapackage.json")`',
        readers.frictionless_csv,
        versions.of("frictionless"),
        lost=(losses.NUMBER_IS_DECIMAL,),
    ),
    Tool(
        "datapackage-js",
        "csv",
        '`Package.load("datapackage.json")`, the byte-order mark taken off each file',
        elsewhere.datapackage,
        versions.of_node("datapackage"),
        lost=(losses.DAY_IS_MOMENT,),
    ),
    Tool(
        "csvw",
        "csvw",
        '`CSVW("csv-metadata.json")`',
        elsewhere.isolated("csvw"),
        versions.alone("csvw"),
        lost=(losses.DAY_IS_MOMENT,),
    ),
    Tool(
        "mlcroissant",
        "croissant",
        '`Dataset("croissant.json").records(name)`',
        elsewhere.isolated("mlcroissant"),
        versions.alone("mlcroissant"),
        lost=(losses.TEXT_IS_BYTES, losses.DAY_IS_MOMENT),
    ),
    Tool(
        "Hugging Face datasets",
        "huggingface",
        '`load_dataset(folder, name, split="train")`, of tables with rows',
        elsewhere.datasets,
        versions.of("datasets"),
        holds=tables_with_rows,
    ),
    Tool(
        "geopandas",
        "geoparquet",
        "`geopandas.read_parquet(file)`",
        readers.geopandas,
        versions.of("geopandas"),
        lost=(losses.WHOLE_BESIDE_NULLS_IS_FLOAT, losses.NULL_IS_NAN.of(TEXTS, WHOLE)),
        holds=layers,
    ),
    Tool(
        "geopandas",
        "geojson",
        "`geopandas.read_file(file)`",
        readers.geopandas,
        versions.of("geopandas"),
        lost=(
            losses.WHOLE_BESIDE_NULLS_IS_FLOAT,
            losses.NULL_BESIDE_VALUES_IS_NAN.of(TEXTS, WHOLE),
            losses.DAY_IS_MOMENT,
            losses.NULL_IS_NOT_A_TIME,
        ),
        holds=layers,
    ),
    Tool(
        "sqlite-utils",
        "sqlite",
        "`Database(file)[name].rows`",
        readers.sqlite_utils,
        versions.of("sqlite-utils"),
        lost=SQLITE,
    ),
    Tool(
        "datasette",
        "sqlite",
        "`/karabakh-data/events.json`, page by page",
        readers.datasette,
        versions.of("datasette"),
        lost=SQLITE,
    ),
    Tool("R, RSQLite", "sqlite", '`dbReadTable(database, "events")`', elsewhere.in_r("RSQLite"), None, lost=SQLITE),
    Tool(
        "R, readr",
        "csv",
        "`read_csv(file)`",
        readers.without_marks(elsewhere.in_r("readr")),
        None,
        lost=(losses.WHOLE_IS_FLOAT,),
    ),
    Tool(
        "R alone",
        "csv",
        '`read.csv(file, na.strings = "")`',
        readers.without_marks(elsewhere.in_r("base")),
        None,
        lost=(losses.DAY_IS_TEXT, losses.TRUTH_IS_TEXT),
    ),
    Tool(
        "R, jsonlite", "jsonl", "`stream_in(file(name))`", elsewhere.in_r("jsonlite"), None, lost=(losses.DAY_IS_TEXT,)
    ),
    Tool(
        "openpyxl",
        "xlsx",
        "`load_workbook(file)`",
        readers.openpyxl,
        versions.of("openpyxl"),
        lost=(losses.DAY_IS_MOMENT,),
    ),
    Tool("LibreOffice Calc", "xlsx", "open", elsewhere.calc_workbook, None),
    Tool("LibreOffice Calc", "csv", "open as UTF-8, in US English", elsewhere.calc_csv, None),
)
