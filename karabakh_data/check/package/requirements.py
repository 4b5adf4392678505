"""What is required of a package's files: every table, the model's columns, the bytes that the descriptor lists."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.check.package.files import Package, Resource, TableFile
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.rule import Requirement
from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema

EVERY_TABLE = "*"

MISSING = Requirement(name="the table is missing", table=EVERY_TABLE)
UNKNOWN = Requirement(name="the file belongs to no table of the model", table=EVERY_TABLE, severity="warning")
UNREADABLE = Requirement(name="the file is no Parquet file, or is cut off", table=EVERY_TABLE)
DAMAGED = Requirement(name="the file cannot be read to its end", table=EVERY_TABLE)
NO_COLUMN = Requirement(name="a column is missing", table=EVERY_TABLE)
EXTRA_COLUMN = Requirement(name="a column is not in the model", table=EVERY_TABLE)
ORDER = Requirement(name="the columns are not in the model's order", table=EVERY_TABLE)
TYPE = Requirement(name="a column has another type than in the model", table=EVERY_TABLE)
NO_FILE = Requirement(name="a file that the descriptor lists is missing", table=EVERY_TABLE)
HASH = Requirement(name="the file's SHA-256 is not the descriptor's", table=EVERY_TABLE)
BYTES = Requirement(name="the file's size is not the descriptor's", table=EVERY_TABLE)

REQUIREMENTS = (
    *(MISSING, UNKNOWN, UNREADABLE, DAMAGED, NO_COLUMN, EXTRA_COLUMN, ORDER, TYPE),
    *(NO_FILE, HASH, BYTES),
)

# One and the same in Parquet; which of them a reader reports depends on who wrote the file.
_TEXT = (pa.string(), pa.large_string(), pa.string_view())


def file_failures(package: Package, tables: Iterable[str], hashes: Mapping[Path, str]) -> Iterator[Failure]:
    """What is wrong with the files of these tables, without reading their rows; `hashes` are those of listed files."""
    listed = {resource.path for resource in package.resources}  # those that are not there are told below
    for unknown in package.unknown:
        yield failure(UNKNOWN, EVERY_TABLE, {"file": unknown.name})
    for table in tables:
        if table not in package.tables:
            yield failure(MISSING, table)
        for file in package.tables.get(table, ()):
            if file.path.is_file():
                yield from schema_failures(table, file)
            elif file.path not in listed:
                yield failure(UNREADABLE, table, {"file": file.path.name, "reason": "there is no plain file"})
    for resource in package.resources:
        yield from resource_failures(resource, hashes)


def schema_failures(table: str, file: TableFile) -> Iterator[Failure]:
    """What is wrong with the columns of one file, by its footer."""
    try:
        found = pq.ParquetFile(file.path).schema_arrow
    except (pa.ArrowException, OSError, ValueError) as error:  # the last where a name is no UTF-8
        yield failure(UNREADABLE, table, {"file": file.path.name, "reason": str(error)})
        return
    whole = arrow_schema(TABLES[table])
    beside = {unquote(name) for name, _ in file.folder_columns} - set(found.names)
    expected = pa.schema([field for field in whole if field.name not in beside or not pa.types.is_string(field.type)])
    for name in expected.names:
        if name not in found.names:
            yield failure(NO_COLUMN, table, {"file": file.path.name, "column": name}, columns=(name,))
        elif not _same_type(found.field(name).type, expected.field(name).type):
            types = {"found": str(found.field(name).type), "expected": str(expected.field(name).type)}
            yield failure(TYPE, table, {"file": file.path.name, "column": name, **types}, columns=(name,))
    for name in found.names:
        if name not in expected.names:
            yield failure(EXTRA_COLUMN, table, {"file": file.path.name, "column": name}, columns=(name,))
    if found.names != expected.names and sorted(found.names) == sorted(expected.names):
        yield failure(ORDER, table, {"file": file.path.name, "found": ", ".join(found.names)})


def readable_tables(
    package: Package, tables: Iterable[str], failures: Iterable[Failure]
) -> dict[str, tuple[TableFile, ...]]:
    """The files of those tables that are all there and that are all Parquet."""
    unreadable = {item.rule.table for item in failures if item.rule.name == UNREADABLE.name}
    return {
        table: package.tables[table]
        for table in tables
        if table in package.tables
        and table not in unreadable
        and all(file.path.is_file() for file in package.tables[table])
    }


def row_counts(files: Iterable[TableFile]) -> list[int]:
    """How many rows each Parquet file has, by its footer."""
    return [int(pq.read_metadata(file.path).num_rows) for file in files]


def resource_failures(resource: Resource, hashes: Mapping[Path, str]) -> Iterator[Failure]:
    """What is wrong with one file that a descriptor lists: it is missing, or its bytes are others."""
    if not resource.path.is_file():
        yield failure(NO_FILE, resource.name, {"file": resource.path.name})
        return
    given = resource.properties
    if "hash" in given:
        found = f"sha256:{hashes[resource.path]}"
        if found != given["hash"]:
            example = {"file": resource.path.name, "found": found, "expected": given["hash"]}
            yield failure(HASH, resource.name, example)
    if "bytes" in given and resource.path.stat().st_size != given["bytes"]:
        example = {"file": resource.path.name, "found": resource.path.stat().st_size, "expected": given["bytes"]}
        yield failure(BYTES, resource.name, example)


def file_hashes(files: Iterable[Path]) -> dict[Path, str]:
    """The SHA-256 of the bytes of each file that is there, lower-case hexadecimal."""
    there = [file for file in dict.fromkeys(files) if file.is_file()]
    # The greatest first, so that none is still being read when all others are done.
    ordered = sorted(there, key=lambda file: -file.stat().st_size)
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        return dict(zip(ordered, side_by_side.map(_sha256, ordered), strict=True))


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def failure(
    requirement: Requirement, table: str, example: Mapping[str, Any] | None = None, columns: tuple[str, ...] = ()
) -> Failure:
    """A failure of one file to meet a requirement on every table."""
    rule = replace(requirement, table=table, columns=columns)
    return Failure(rule=rule, count=1, examples=() if example is None else (example,))


def _same_type(found: pa.DataType, expected: pa.DataType) -> bool:
    return found == expected or (found in _TEXT and expected in _TEXT)
