"""Croissant metadata in the reference reader, mlcroissant: valid, and what is wrong is found."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cells
import installed
import pytest

pytestmark = pytest.mark.importers


def read(folder: Path) -> dict[str, Any]:
    """What mlcroissant says of the folder."""
    said: dict[str, Any] = cells.unpacked(
        installed.isolated_script("mlcroissant", Path(__file__).with_name("read_mlcroissant.py"), folder)
    )
    return said


def test_the_metadata_is_valid(path_of: Callable[[str], Path]) -> None:
    found = read(path_of("croissant"))

    assert found["errors"] == []
    assert found["warnings"] == []


def without(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda metadata: metadata.pop(key)


@pytest.mark.parametrize(
    ("wrong", "kind", "words"),
    [
        pytest.param(without("license"), "warnings", "license", id="no licence"),
        pytest.param(without("distribution"), "errors", "events.parquet", id="no files"),
        pytest.param(
            lambda metadata: metadata["distribution"][0].update(sha256="0" * 64),
            "errors",
            "Download(events.parquet)",
            id="another file",
        ),
        pytest.param(
            lambda metadata: metadata["recordSet"][0]["field"][0]["source"]["extract"].update(column="no_column"),
            "errors",
            "Read(events.parquet)",
            id="a column that is not there",
        ),
    ],
)
def test_what_is_wrong_is_found(
    wrong: Callable[[dict[str, Any]], Any], kind: str, words: str, path_of: Callable[[str], Path], tmp_path: Path
) -> None:
    broken = shutil.copytree(path_of("croissant"), tmp_path / "broken")
    metadata = json.loads((broken / "croissant.json").read_text(encoding="utf-8"))
    wrong(metadata)
    (broken / "croissant.json").write_text(json.dumps(metadata), encoding="utf-8")

    assert any(words in one for one in read(broken)[kind])
