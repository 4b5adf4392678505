"""Where the tables of a package lie: Parquet files by table, and the descriptor that lists them."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from karabakh_data.errors import DataFileError, NoPackage, UnfitPackage
from karabakh_data.model import TABLES

DESCRIPTOR = "datapackage.json"
# Our own release has its tables two folders below the descriptor.
_LEVELS_UP = 2
# Ours has 12 kB; one that lists a hundred thousand files has not a thousand times as much.
LARGEST_DESCRIPTOR = 64 * 2**20


@dataclass(frozen=True, slots=True)
class TableFile:
    """A Parquet file of a table, and the names of the folders that lead to it from the package's own."""

    path: Path
    folders: tuple[str, ...] = ()

    @property
    def folder_columns(self) -> tuple[tuple[str, int], ...]:
        """The columns whose values stand in folders' names, as in `source_id=first/0.parquet`, written as there.

        Each has the number of its folder, counted from the file as 1.
        """
        last = len(self.folders) + 1
        return tuple((folder.partition("=")[0], last - at) for at, folder in enumerate(self.folders) if "=" in folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file as a descriptor lists it, with what the descriptor says of it."""

    name: str
    path: Path
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The files of each table of the model below `root`, what else is there, and what the descriptor lists, if any."""

    root: Path
    tables: Mapping[str, tuple[TableFile, ...]]
    unknown: tuple[Path, ...]
    resources: tuple[Resource, ...]


def locate(path: Path) -> Package:
    """The package at a path: a folder of Parquet files, a folder with a datapackage.json, or that file itself.

    A table is `<table>.parquet`, or a folder `<table>` with Parquet files at any depth, in whose folders' names there
    may be columns. Names below the folder that begin with `_` or `.` are left out, as Spark and DuckDB mean them. With
    a descriptor in the folder, the tables are its resources.

    What has the name of a table's file and is no plain file, such as a pipe or a link to nothing, is among the files.

    Raises NoPackage if nothing is there, UnfitPackage if it is none of these or the descriptor is no descriptor,
    DataFileError if the descriptor is no plain file.
    """
    if not path.exists():
        raise NoPackage(f"{path}: no such folder; name a folder of Parquet files or a {DESCRIPTOR}")
    if path.name == DESCRIPTOR:
        path = path.parent
    if not path.is_dir():
        raise UnfitPackage(f"{path}: expected a folder of Parquet files or a {DESCRIPTOR}")
    if os.path.lexists(path / DESCRIPTOR):
        resources = _resources(path / DESCRIPTOR)
        tables: dict[str, tuple[TableFile, ...]] = {}
        for resource in resources:
            if resource.name in TABLES:
                tables[resource.name] = (*tables.get(resource.name, ()), _below(path, resource.path))
        unknown = tuple(resource.path for resource in resources if resource.name not in TABLES)
        return Package(root=path, tables=tables, unknown=unknown, resources=resources)
    tables = {table: files for table in TABLES if (files := _files(path, table))}
    known = {file.path for files in tables.values() for file in files}
    unknown = tuple(file for file in _parquet_below(path) if file not in known)
    return Package(root=path, tables=tables, unknown=unknown, resources=_descriptor_above(path, known))


def _below(root: Path, file: Path) -> TableFile:
    return TableFile(file, file.relative_to(root).parent.parts)


def _files(folder: Path, table: str) -> tuple[TableFile, ...]:
    single = folder / f"{table}.parquet"
    nested = folder / table
    # Spark names a folder like a file when it is told to write there.
    parts = (part for root in (single, nested) if root.is_dir() for part in _parquet_below(root))
    there = os.path.lexists(single) and not single.is_dir()
    return tuple(_below(folder, file) for file in (*((single,) if there else ()), *parts))


def _parquet_below(folder: Path) -> list[Path]:
    """The Parquet files at any depth, without those that a writer has not finished or keeps for itself."""
    files = (file for file in sorted(folder.rglob("*.parquet")) if not file.is_dir())
    return [file for file in files if not any(part[0] in "_." for part in file.relative_to(folder).parts)]


def _descriptor_above(folder: Path, files: set[Path]) -> tuple[Resource, ...]:
    parents = folder.resolve().parents[:_LEVELS_UP]
    known = {file.resolve() for file in files}
    for parent in parents:
        if os.path.lexists(parent / DESCRIPTOR):
            resources = _resources(parent / DESCRIPTOR)
            if any(resource.path.resolve() in known for resource in resources):
                return resources
    return ()


def _resources(descriptor: Path) -> tuple[Resource, ...]:
    content = _plain_bytes(descriptor, LARGEST_DESCRIPTOR)
    try:
        listed = json.loads(content)["resources"]
        named = [(item["name"], item["path"], item) for item in listed if "path" in item]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnfitPackage(f"{descriptor}: no data package descriptor ({error!r}); build the package again") from error
    resources = []
    for name, given, item in named:
        for text in given if isinstance(given, list) else [given]:
            parts = PurePosixPath(text)
            if parts.is_absolute() or ".." in parts.parts:
                raise UnfitPackage(f"{descriptor}: the resource '{name}' lies outside the package, at '{text}'")
            resources.append(Resource(name=name, path=descriptor.parent / parts, properties=item))
    return tuple(resources)


def _plain_bytes(file: Path, most: int) -> bytes:
    """The bytes of a plain file of at most so many; DataFileError for anything else, without waiting for a writer."""
    try:
        # Without waiting: a pipe that nobody writes to would be waited for for ever.
        with open(file, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as stream:
            found = os.fstat(stream.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise DataFileError(f"{file}: there is no plain file; put the file itself there")
            if found.st_size > most:
                raise DataFileError(f"{file}: {found.st_size} bytes are more than any descriptor has ({most})")
            return stream.read(most)
    except OSError as error:
        raise DataFileError(f"{file} cannot be read ({error.strerror}); put the file itself there") from error
