"""The forms of the tables as a release has them, and what each tool reads in its form, read once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import installed
import pytest
from comparison import Comparison, compare
from tools import PACKAGE, PARQUET, Tool

from karabakh_data.publish.exports.formats import FORMATS
from karabakh_data.publish.release.archive import EXPORTS, archive, write_export

IN_THE_ARCHIVE = {PARQUET: "karabakh_data/data", PACKAGE: "datapackage.json"}


@pytest.fixture(scope="session")
def path_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives the file or folder with all tables in a form, out of the archive of a release; not to be written to."""
    folder = tmp_path_factory.mktemp("release")
    with zipfile.ZipFile(io.BytesIO(archive(installed.ROOT))) as packed:
        packed.extractall(folder)

    @cache
    def path(form: str) -> Path:
        if form in IN_THE_ARCHIVE:
            return folder / IN_THE_ARCHIVE[form]
        export = FORMATS[form]
        found = folder / EXPORTS / export.target
        if not export.same_bytes:  # then it lies beside the archive
            write_export(export, installed.ROOT, found)
        return found

    return path


@pytest.fixture(scope="session")
def seen(path_of: Callable[[str], Path]) -> Callable[[Tool], Comparison]:
    """Gives what a tool has read, beside what is published."""

    @cache
    def comparison(tool: Tool) -> Comparison:
        return compare(tool.holds(), tool.read(path_of(tool.form)), tool.lost)

    return comparison
