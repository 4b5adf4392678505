"""The published tables: where each one and what describes it lies, and how it is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetFile

from karabakh_data.errors import DataFileError, UnknownName, unknown
from karabakh_data.reader.each_table import TABLE_NAMES
from karabakh_data.reader.identifiers import one, several

PACKAGE = Path(__file__).parents[1]
DATA = PACKAGE / "data"

# What describes the tables: in the package's folder where it is installed, above it in a checkout.
DESCRIBING = ("datapackage.json", "CODEBOOK.md", *(f"schemas/{name}.json" for name in TABLE_NAMES))

REMEDY = (
    "install the package again (pip install --force-reinstall karabakh-data), "
    "or run `karabakh-data build` in a checkout"
)


def path(name: str) -> Path:
    """The file of a table, or one that describes them; see `karabakh_data.path`."""
    name = one("name", name)
    if name not in DESCRIBING:
        return table_path(name)
    for folder in (PACKAGE, PACKAGE.parent):
        if (folder / name).is_file():
            return folder / name
    raise DataFileError(f"{PACKAGE / name} is missing; {REMEDY}")


def table_path(name: str) -> Path:
    """The Parquet file of a table. Raises UnknownName, and DataFileError if the file is missing."""
    if name not in TABLE_NAMES:
        raise unknown("table", name, TABLE_NAMES, "table_names() lists them all.")
    file = DATA / f"{name}.parquet"
    if not file.is_file():
        raise DataFileError(f"{file} is missing; {REMEDY}")
    return file


def load(name: str, sources: Iterable[str] | None = None) -> pa.Table:
    """A table by its name; see `karabakh_data.load`."""
    name = one("name", name)
    file = table_path(name)
    if sources is None:
        return read_file(file)
    wanted = _known_sources(sources)
    from karabakh_data.resolve import subset  # it needs the models, which a reader of whole tables does not

    return subset({table: load(table) for table in TABLE_NAMES}, wanted)[name]


def read_file(file: Path) -> pa.Table:
    """The rows of one Parquet file. Raises DataFileError if it cannot be read."""
    # Not read_table(): it loads the dataset machinery, and pandas where that is installed.
    try:
        with ParquetFile(file) as parquet:
            return parquet.read()
    except (OSError, pa.ArrowException) as error:
        reason = " ".join(str(error).split())
        raise DataFileError(f"{file} cannot be read as Parquet ({reason}); {REMEDY}") from error


def _known_sources(sources: Iterable[str]) -> list[str]:
    wanted = several("sources", sources)
    known = load("sources").column("source_id").to_pylist()
    failures = [
        str(unknown("article", source, known, "sources() lists them all.")) for source in wanted if source not in known
    ]
    if failures:
        raise UnknownName("\n".join(failures))
    return wanted
