"""CSV on the Web in the reader `csvw`: valid, and its rules have teeth."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cells
import installed
import pytest

pytestmark = pytest.mark.importers


def read(folder: Path) -> dict[str, Any]:
    """What csvw says of the folder."""
    said: dict[str, Any] = cells.unpacked(
        installed.isolated_script("csvw", Path(__file__).with_name("read_csvw.py"), folder)
    )
    return said


def test_the_tables_are_valid(path_of: Callable[[str], Path]) -> None:
    assert read(path_of("csvw"))["failures"] == []


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
def test_what_breaks_a_rule_is_found(
    table: str, change: Callable[[str], str], path_of: Callable[[str], Path], tmp_path: Path
) -> None:
    broken = shutil.copytree(path_of("csvw"), tmp_path / "broken")
    file = broken / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8")

    assert read(broken)["failures"] != []
