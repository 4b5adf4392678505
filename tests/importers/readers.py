"""How libraries of Python read the published tables: from a path, the rows of each table by its name."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import installed
from comparison import Rows

from karabakh_data.model import TABLES
from karabakh_data.publish.exports.spreadsheet_text import unguarded

Read = Callable[[Path], Mapping[str, Rows]]


def each_file(read: Callable[[Path], Rows]) -> Read:
    """Reads a folder in which each table is a Parquet file, given how one is read."""

    @functools.wraps(read)
    def tables(folder: Path) -> Mapping[str, Rows]:
        return {file.stem: read(file) for file in sorted(folder.glob("*.parquet"))}

    return tables


def without_marks(read: Read) -> Read:
    """Reads CSV files in whose texts an apostrophe keeps spreadsheets from guessing, and takes it off again."""

    def text(cell: Any) -> Any:
        return unguarded(cell) if isinstance(cell, str) else cell

    @functools.wraps(read)
    def tables(folder: Path) -> Mapping[str, Rows]:
        return {
            name: [{column: text(cell) for column, cell in row.items()} for row in rows]
            for name, rows in read(folder).items()
        }

    return tables


@each_file
def pyarrow(file: Path) -> Rows:
    return installed.module("pyarrow.parquet").read_table(file).to_pylist()


@each_file
def pandas(file: Path) -> Rows:
    return installed.module("pandas").read_parquet(file).to_dict("records")


@each_file
def pandas_with_arrow_types(file: Path) -> Rows:
    return installed.module("pandas").read_parquet(file, dtype_backend="pyarrow").to_dict("records")


@each_file
def pandas_with_nullable_types(file: Path) -> Rows:
    return installed.module("pandas").read_parquet(file, dtype_backend="numpy_nullable").to_dict("records")


@each_file
def fastparquet(file: Path) -> Rows:
    with file.open("rb") as opened:  # by a path, it leaves the file open
        return installed.module("fastparquet").ParquetFile(opened).to_pandas().to_dict("records")


@each_file
def polars(file: Path) -> Rows:
    return installed.module("polars").read_parquet(file).to_dicts()


@each_file
def duckdb(file: Path) -> Rows:
    with installed.module("duckdb").connect() as database:
        return _relation(database.read_parquet(str(file)))


def duckdb_database(file: Path) -> Mapping[str, Rows]:
    with installed.module("duckdb").connect(file, read_only=True) as database:
        return {name: _relation(database.table(name).order(", ".join(model.key))) for name, model in TABLES.items()}


def _relation(relation: Any) -> Rows:
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


@each_file
def arro3(file: Path) -> Rows:
    rows = installed.module("arro3.io").read_parquet(file).read_all().to_struct_array()
    return [row.as_py() for chunk in rows.chunks for row in chunk]


def frictionless(path: Path) -> Mapping[str, Rows]:
    descriptor = path / "datapackage.json" if path.is_dir() else path
    package = installed.module("frictionless").Package(str(descriptor))
    return {resource.name: [row.to_dict() for row in resource.read_rows()] for resource in package.resources}


frictionless_csv = without_marks(frictionless)


def geopandas(folder: Path) -> Mapping[str, Rows]:
    library = installed.module("geopandas")
    return {
        file.stem: _frame(library.read_parquet(file) if file.suffix == ".parquet" else library.read_file(file))
        for file in sorted(folder.iterdir())
        if file.suffix in (".parquet", ".geojson")
    }


def _frame(frame: Any) -> Rows:
    """The rows, the point at the end; in GeoJSON it is the geometry, and the key is the feature's id as well."""
    frame = frame.assign(longitude=frame.geometry.x, latitude=frame.geometry.y)
    point = ["longitude", "latitude"]
    names = [name for name in frame.columns if name not in ("id", "geometry", *point)]
    return frame[names + point].to_dict("records")


def sqlite_utils(file: Path) -> Mapping[str, Rows]:
    with closing(installed.module("sqlite_utils").Database(str(file))) as database:
        return {name: list(database[name].rows) for name in database.table_names() if name != "about"}


def datasette(file: Path) -> Mapping[str, Rows]:
    application = installed.module("datasette.app").Datasette([], immutables=[str(file)])

    async def table(name: str) -> Rows:
        rows, address = [], f"/{file.stem}/{name}.json?_shape=objects&_size=max"
        while address:
            page = (await application.client.get(address)).json()
            rows += page["rows"]
            address = (page["next_url"] or "").removeprefix("http://localhost")
        return rows

    async def every() -> Mapping[str, Rows]:
        return {name: await table(name) for name in TABLES}

    return asyncio.run(every())


def openpyxl(file: Path) -> Mapping[str, Rows]:
    with closing(installed.module("openpyxl").load_workbook(file, read_only=True)) as workbook:
        return {name: _sheet(workbook[name].values) for name in workbook.sheetnames if name != "about"}


def _sheet(values: Iterator[tuple[Any, ...]]) -> Rows:
    names = next(values)
    return [dict(zip(names, row, strict=True)) for row in values]
