"""Croissant metadata in the reference reader, mlcroissant: it is valid, and every record of every table comes out."""

from __future__ import annotations

import datetime as dt
import json
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
    """What mlcroissant reads in the folder."""
    found: dict[str, Any] = installed.isolated_script(
        "mlcroissant", Path(__file__).with_name("read_croissant.py"), folder
    )
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the metadata and the tables."""
    return export("croissant", tmp_path_factory.mktemp("croissant") / "tables")


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    """What mlcroissant reads in it."""
    return read(folder)


def as_mlcroissant(value: Any) -> Any:
    """A cell as the reader has it: texts are UTF-8 bytes, days are moments."""
    if isinstance(value, str):
        return ["bytes", value]
    return ["moment", f"{value}T00:00:00"] if isinstance(value, dt.date) else value


def test_the_metadata_is_valid(found: dict[str, Any]) -> None:
    assert found["errors"] == []
    assert found["warnings"] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_record_comes_out(name: str, found: dict[str, Any]) -> None:
    assert found["records"][name] == [
        {column: as_mlcroissant(value) for column, value in row.items()} for row in kd.load(name).to_pylist()
    ]


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
    wrong: Callable[[dict[str, Any]], Any], kind: str, words: str, folder: Path, tmp_path: Path
) -> None:
    broken = shutil.copytree(folder, tmp_path / "broken")
    metadata = json.loads((broken / "croissant.json").read_text(encoding="utf-8"))
    wrong(metadata)
    (broken / "croissant.json").write_text(json.dumps(metadata), encoding="utf-8")

    assert any(words in one for one in read(broken)[kind])
