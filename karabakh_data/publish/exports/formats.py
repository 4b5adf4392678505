"""The formats in which all tables can be written, for the command line to list and `export` to find their writers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from karabakh_data.publish.about import NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form of the tables for tools that read no Parquet.

    `description` is what the command line's help says of it. `module` stands beside this one and holds the writer,
    `write(tables, target)`; it is imported only to write. `ending` is that of a format of one file, None where the
    target is a folder. `same_bytes` is whether the same tables give the same bytes each time.
    """

    name: str
    description: str
    module: str
    ending: str | None = None
    same_bytes: bool = True

    @property
    def target(self) -> str:
        """The name of the file or folder that is written where none is given."""
        return f"{NAME}-{self.name}" if self.ending is None else f"{NAME}{self.ending}"


FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format(
            name="csv",
            description="a Data Package of CSV files, safe to open in a spreadsheet",
            module="csv_package",
        ),
        Format(name="jsonl", description="a file of JSON Lines for each table", module="json_lines"),
        Format(
            name="xlsx",
            description="an Excel workbook with a sheet for each table and links between rows",
            module="xlsx_workbook",
            ending=".xlsx",
        ),
        Format(
            name="sqlite",
            description="a SQLite database with keys, indexes and views that read well",
            module="sqlite_database",
            ending=".sqlite",
        ),
        Format(
            name="duckdb",
            description="a DuckDB database with keys and comments",
            module="duckdb_database",
            ending=".duckdb",
            same_bytes=False,
        ),
        Format(name="geojson", description="places and located events as GeoJSON", module="geojson"),
        Format(name="geoparquet", description="places and located events as GeoParquet", module="geoparquet"),
        Format(
            name="ged",
            description="the events that UCDP GED would count, in its columns",
            module="ged",
            ending="-ged.csv",
        ),
        Format(
            name="annotations",
            description="every claim as a W3C Web Annotation",
            module="annotations",
            ending="-annotations.jsonld",
        ),
        Format(name="csvw", description="CSV files with W3C metadata, cells exact", module="csvw"),
        Format(name="croissant", description="Parquet files with Croissant metadata", module="croissant"),
        Format(name="jsonld", description="Parquet files with schema.org metadata", module="dataset_jsonld"),
        Format(name="huggingface", description="Parquet files with a Hugging Face card", module="huggingface"),
    )
}
