"""One side of a comparison: the tables of a package, the columns by their footers, and how DuckDB reads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.check.engines.views import NULL_FOLDER, parquet
from karabakh_data.check.package.files import DESCRIPTOR, Package, TableFile, locate
from karabakh_data.errors import DataFileError, UnfitPackage
from karabakh_data.model import TABLES, columns


@dataclass(frozen=True, slots=True, kw_only=True)
class FileColumn:
    """A column as the files have it: its Arrow type, whether it may be null, and what it means, where they say so.

    `nullable` is None where the column's values are the names of folders, which say neither.
    """

    name: str
    type: str
    nullable: bool | None
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFiles:
    """A table on one side: its files, its columns in order, what one row is, and the SQL that reads it."""

    files: tuple[TableFile, ...]
    columns: Mapping[str, FileColumn]
    description: str | None
    relation: str


def read_side(path: Path) -> dict[str, TableFiles]:
    """The tables of the package at a path, by their footers alone.

    Raises NoPackage or UnfitPackage where there is no package, or no table in it, and DataFileError for what is
    no Parquet file, or lacks a key column of its table: all such files in one message.
    """
    package = locate(path)
    if not package.tables:
        raise UnfitPackage(
            f"{path}: no table of ours is in it; name the folder that holds {', '.join(list(TABLES)[:2])}, ... "
            f"as Parquet files, or a {DESCRIPTOR} that lists them"
        )
    tables: dict[str, TableFiles] = {}
    failures: list[str] = []
    for name in TABLES:
        if name in package.tables:
            try:
                tables[name] = _table(package, name)
            except DataFileError as error:
                failures.append(str(error))
    if failures:
        raise DataFileError("\n".join(failures))
    return tables


def _table(package: Package, name: str) -> TableFiles:
    files = package.tables[name]
    schemas = [_schema(file.path) for file in files]
    found = _columns(schemas, _folder_types(name, files))
    missing = [column for column in TABLES[name].key if column not in found]
    if missing:
        raise DataFileError(f"{files[0].path}: the table {name} lacks its key {', '.join(missing)}; {_MORE}")
    described = next((_text(schema.metadata, b"description") for schema in schemas), None)
    return TableFiles(files=files, columns=found, description=described, relation=parquet(files, by_name=True))


# Written as DuckDB writes it, so that equal numbers are equal texts; nine digits fit any whole number of ours.
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,8}")
_MORE = "`karabakh-data check` says more"


def _schema(file: Path) -> pa.Schema:
    if not file.is_file():
        raise DataFileError(f"{file}: there is no plain file; {_MORE}")
    try:
        with pq.ParquetFile(file) as parquet:
            schema = parquet.schema_arrow
            counted = Counter(name.lower() for name in schema.names)
    except (OSError, ValueError, pa.ArrowException) as error:
        reason = " ".join(str(error).split())
        raise DataFileError(f"{file} cannot be read as Parquet ({reason}); {_MORE}") from error
    if not counted:
        raise DataFileError(f"{file} has no columns; {_MORE}")
    twice = [name for name, count in counted.items() if count > 1]
    if twice:
        raise DataFileError(f"{file} has a column twice, upper and lower case alike: {', '.join(twice)}; {_MORE}")
    return schema


def _columns(schemas: Iterable[pa.Schema], by_folder: Mapping[str, str]) -> dict[str, FileColumn]:
    """The columns of all files together; where files differ, their types are joined by a stroke."""
    found: dict[str, list[pa.Field]] = {}
    for schema in schemas:
        for field in schema:
            found.setdefault(field.name, []).append(field)
    all_columns = {
        name: FileColumn(
            name=name,
            type=" | ".join(dict.fromkeys(str(field.type) for field in fields)),
            nullable=any(field.nullable for field in fields),
            description=next((_text(field.metadata, b"description") for field in fields), None),
        )
        for name, fields in found.items()
    }
    for name in sorted(by_folder.keys() - all_columns.keys()):
        all_columns[name] = FileColumn(name=name, type=by_folder[name], nullable=None, description=None)
    return all_columns


def _folder_types(table: str, files: Iterable[TableFile]) -> dict[str, str]:
    """The columns whose values are folders' names: whole numbers if the model and all values say so, else text."""
    values: dict[str, set[str]] = {}
    for file in files:
        for name, at in file.folder_columns:
            values.setdefault(unquote(name), set()).add(unquote(file.folders[1 - at].partition("=")[2]))
    numbers = {column.name for column in columns(TABLES[table]) if column.type is int}
    return {
        name: "int32" if name in numbers and all(_WHOLE.fullmatch(one) for one in found - {NULL_FOLDER}) else "string"
        for name, found in values.items()
    }


def _text(metadata: Mapping[bytes, bytes] | None, key: bytes) -> str | None:
    value = (metadata or {}).get(key)
    return None if value is None else value.decode("utf-8", "replace")
