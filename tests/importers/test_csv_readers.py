"""The CSV package that `karabakh-data export csv` makes, in a reader of Data Packages that knows no Parquet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import installed
import losses
import pytest

import karabakh_data as kd
from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema
from karabakh_data.publish.exports.csv_package import BYTE_ORDER_MARK, with_marks

pytestmark = pytest.mark.importers


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the npm package `datapackage` reads; it does not know the byte-order mark, which Excel needs."""
    folder = tmp_path_factory.mktemp("export") / "csv"
    subprocess.run([sys.executable, "-m", "karabakh_data", "export", "csv", "--to", folder], check=True)
    for file in folder.glob("*.csv"):
        file.write_bytes(file.read_bytes().removeprefix(BYTE_ORDER_MARK))
    script = Path(__file__).with_name("datapackage.mjs")
    read: dict[str, Any] = installed.node(script, "datapackage", folder / "datapackage.json")
    return read


@pytest.fixture(scope="module")
def published() -> dict[str, losses.Rows]:
    """The rows of every table as JavaScript has them, with the marks that keep spreadsheets from guessing."""
    return {name: losses.expected(with_marks(kd.load(name)), losses.javascript) for name in TABLES}


def test_the_package_is_valid_and_whole(package: dict[str, Any]) -> None:
    assert (package["valid"], package["errors"]) == (True, [])
    assert [*package["tables"]] == [*TABLES]


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_ours(name: str, package: dict[str, Any], published: dict[str, losses.Rows]) -> None:
    assert [repr(row) for row in package["tables"][name]["rows"]] == [repr(row) for row in published[name]]


@pytest.mark.parametrize("name", TABLES)
def test_references_lead_to_their_rows(name: str, package: dict[str, Any], published: dict[str, losses.Rows]) -> None:
    rows = [dict(row) for row in published[name]]
    for key in table_schema(TABLES[name]).get("foreignKeys", []):
        (field,), (referred,) = key["fields"], key["reference"]["fields"]
        by_key = {row[referred]: row for row in published[key["reference"]["resource"] or name]}
        for row in rows:
            row[field] = row[field] and by_key[row[field]]

    assert package["tables"][name]["related"] == rows
