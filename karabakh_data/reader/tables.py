"""The published tables: where each one and what describes it lies, and how it is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetFile

from karabakh_data.errors import DataFileError, UnknownName, unknown
from karabakh_data.reader.each_table import TABLE_NAMES
from karabakh_data.reader.identifiers import one, several

Read = Callable[[str], pa.Table]

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
    if not {"/", "."} & {*name}:
        return table_path(name)
    if name not in DESCRIBING:
        raise unknown("table or file", name, (*TABLE_NAMES, *DESCRIBING), "table_names() lists all tables.")
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


def load(name: str, sources: Iterable[str] | None = None, as_: str = "arrow", **filters: Any) -> Any:
    """A table by its name; see `karabakh_data.load`. Filters are those of its function; None asks for nothing."""
    name = one("name", name)
    table_path(name)
    asked = {each: value for each, value in filters.items() if value is not None}
    convert = None if as_ == "arrow" else converter(as_)
    table = _as_asked(name, sources, asked) if asked or sources is not None else read_file(table_path(name))
    return table if convert is None else convert(table)


def read_file(file: Path) -> pa.Table:
    """The rows of one Parquet file. Raises DataFileError if it cannot be read.

    A notebook is told here how tables are shown: whatever is asked first, a table or a search, comes by this way.
    """
    if "IPython" in sys.modules:
        from karabakh_data.reader.notebook import tell_ipython

        tell_ipython()
    # Not read_table(): it loads the dataset machinery, and pandas where that is installed.
    try:
        with ParquetFile(file) as parquet:
            return parquet.read()
    except (OSError, pa.ArrowException) as error:
        reason = " ".join(str(error).split())
        raise DataFileError(f"{file} cannot be read as Parquet ({reason}); {REMEDY}") from error


def converter(as_: str) -> Callable[[pa.Table], Any]:
    """What makes of a table what `as_` names; see `karabakh_data.reader.frames`."""
    from karabakh_data.reader import frames

    return frames.converter(as_)


def reader(sources: Iterable[str] | None) -> Read:
    """What gives each table by its name, and reads none twice; with `sources`, as these articles alone would have it.

    Raises UnknownName that names every article that does not exist.
    """
    if sources is None:
        return cache(lambda name: read_file(table_path(name)))
    wanted = _known_sources(sources)
    from karabakh_data.resolve import subset  # it needs the models, which a reader of whole tables does not

    return subset({table: load(table) for table in TABLE_NAMES}, wanted).__getitem__


def _as_asked(name: str, sources: Iterable[str] | None, filters: Mapping[str, Any]) -> pa.Table:
    read = reader(sources)
    if not filters:
        return read(name)
    from karabakh_data.reader.filters import chosen

    return chosen(name, read, read if sources is None else reader(None), filters)


def _known_sources(sources: Iterable[str]) -> list[str]:
    wanted = several("sources", sources)
    known = load("sources").column("source_id").to_pylist()
    failures = [
        str(unknown("article", source, known, "sources() lists them all.")) for source in wanted if source not in known
    ]
    if failures:
        raise UnknownName("\n".join(failures))
    return wanted
