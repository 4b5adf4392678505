"""The forms of the tables, each written once, and what each tool reads in its form, read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import installed
import pytest
from comparison import Comparison, compare
from tools import PACKAGE, PARQUET, Tool

from karabakh_data.publish.exports.export import export
from karabakh_data.publish.exports.formats import FORMATS

STANDING = {PARQUET: installed.ROOT / "karabakh_data" / "data", PACKAGE: installed.ROOT / "datapackage.json"}


@pytest.fixture(scope="session")
def path_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives the file or folder with all tables in a form; not to be written to."""

    @cache
    def path(form: str) -> Path:
        if form in STANDING:
            return STANDING[form]
        return export(form, tmp_path_factory.mktemp(form) / FORMATS[form].target)

    return path


@pytest.fixture(scope="session")
def seen(path_of: Callable[[str], Path]) -> Callable[[Tool], Comparison]:
    """Gives what a tool has read, beside what is published."""

    @cache
    def comparison(tool: Tool) -> Comparison:
        return compare(tool.holds(), tool.read(path_of(tool.form)), tool.lost)

    return comparison
