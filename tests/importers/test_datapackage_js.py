"""The CSV package in the npm package `datapackage`: valid, whole, and its references lead to their rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import elsewhere
import pytest

from karabakh_data.model import TABLES
from karabakh_data.model.table_schema import table_schema

pytestmark = pytest.mark.importers


@pytest.fixture(scope="module")
def package(path_of: Callable[[str], Path]) -> dict[str, Any]:
    """What it says of the package."""
    return elsewhere.datapackage_js(path_of("csv"))


def test_the_package_is_valid_and_whole(package: dict[str, Any]) -> None:
    assert (package["valid"], package["errors"]) == (True, [])
    assert [*package["tables"]] == [*TABLES]


@pytest.mark.parametrize("name", TABLES)
def test_references_lead_to_their_rows(name: str, package: dict[str, Any]) -> None:
    rows = [dict(row) for row in package["tables"][name]["rows"]]
    for key in table_schema(TABLES[name]).get("foreignKeys", []):
        (field,), (referred,) = key["fields"], key["reference"]["fields"]
        by_key = {row[referred]: row for row in package["tables"][key["reference"]["resource"] or name]["rows"]}
        for row in rows:
            row[field] = row[field] and by_key[row[field]]

    assert package["tables"][name]["related"] == rows
