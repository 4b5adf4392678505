"""CSV on the Web in the reader `csvw`: valid, whole, and its rules have teeth."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import installed
import pytest

import karabakh_data as kd
from karabakh_data.model import TABLES
from karabakh_data.publish.exports.export import export

pytestmark = pytest.mark.importers


def read(folder: Path) -> dict[str, Any]:
    """What csvw reads in the folder."""
    found: dict[str, Any] = installed.isolated_script("csvw", Path(__file__).with_name("read_csvw.py"), folder)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the metadata and the tables."""
    return export("csvw", tmp_path_factory.mktemp("csvw") / "tables")


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    """What csvw reads in it."""
    return read(folder)


def as_csvw(value: Any) -> Any:
    """A cell as the reader has it: a day is its midnight."""
    return f"{value} 00:00:00" if isinstance(value, dt.date) else value


def test_the_tables_are_valid(found: dict[str, Any]) -> None:
    assert found["failures"] == []


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_ours(name: str, found: dict[str, Any]) -> None:
    assert found["rows"][name] == [
        {column: as_csvw(value) for column, value in row.items()} for row in kd.load(name).to_pylist()
    ]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        pytest.param(
            "events", lambda text: text.replace('"occurred"', '"happened"', 1), id="no term of the vocabulary"
        ),
        pytest.param("events", lambda text: text.replace(",2020-11-20,", ",20.11.2020,", 1), id="no day"),
        pytest.param("places", lambda text: text.replace('"place_id"', '"id"', 1), id="another header"),
        pytest.param("places", lambda text: text + text.splitlines()[-1] + "\n", id="a key twice"),
        pytest.param("places", lambda text: "\n".join(text.splitlines()[:-1]) + "\n", id="a reference to nothing"),
    ],
)
def test_what_breaks_a_rule_is_found(table: str, change: Callable[[str], str], folder: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(folder, tmp_path / "broken")
    file = broken / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8")

    assert read(broken)["failures"] != []
