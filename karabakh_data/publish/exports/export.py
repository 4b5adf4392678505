"""All published tables written in another format, all or nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import pyarrow as pa

from karabakh_data.errors import MissingExtra, UnwritableTarget, unknown
from karabakh_data.publish.exports.formats import FORMATS, Format
from karabakh_data.reader.each_table import TABLE_NAMES
from karabakh_data.reader.tables import load


class Write(Protocol):
    """What each writer's module has as `write`."""

    def __call__(self, tables: Mapping[str, pa.Table], target: Path) -> None:
        """Writes the tables, one for each of the model, to `target`: a file or folder that is not there yet.

        Raises OSError where it cannot be written, and UnfitValues for values that the format cannot hold.
        """


def export(name: str, target: Path) -> Path:
    """Writes all tables to `target` in the format of that name, and returns it: a file or a folder.

    All of it or nothing is there in the end. Raises UnknownName for a format that does not exist, FileExistsError if
    something is at the target already, UnwritableTarget where nothing can be written there, MissingExtra where the
    format needs a library that is absent, UnfitValues for values that it cannot hold, and what `karabakh_data.load`
    raises.
    """
    if name not in FORMATS:
        raise unknown("format", name, FORMATS, f"The formats are {', '.join(FORMATS)}.")
    write = writer(FORMATS[name])
    if os.path.lexists(target):
        raise FileExistsError(f"{target} is there already; remove it, or name another place")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".karabakh-data-") as staging:
            staged = Path(staging) / target.name
            write({table: load(table) for table in TABLE_NAMES}, staged)
            os.replace(staged, target)
    except OSError as error:
        raise UnwritableTarget(target, error) from error
    return target


def writer(form: Format) -> Write:
    """The writer of a format. Raises MissingExtra where it needs a library that is absent."""
    try:
        module = import_module(f"karabakh_data.publish.exports.{form.module}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("karabakh_data"):
            raise
        raise MissingExtra("build", f"export to {form.name}") from error
    return cast(Write, module.write)
