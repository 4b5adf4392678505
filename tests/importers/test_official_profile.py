"""The descriptor by the official profile of Data Package 2.0, as check-datapackage packages it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
import pytest
from installed import ROOT

pytestmark = pytest.mark.importers

FILE = ROOT / ".venv-profile" / "check_datapackage" / "schemas" / "data-package-2-0.json"


@cache
def profile() -> Any:
    """The profile as a JSON Schema."""
    if not FILE.is_file():
        raise FileNotFoundError(f"{FILE} is missing: make .venv-profile/stamp installs it")
    return json.loads(FILE.read_text(encoding="utf-8"))


def descriptor() -> dict[str, Any]:
    """The committed descriptor."""
    read: dict[str, Any] = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    return read


def with_schemas() -> dict[str, Any]:
    """The descriptor with each schema in the place of its path."""
    read = descriptor()
    inlined = [
        {**one, "schema": json.loads((ROOT / one["schema"]).read_text(encoding="utf-8"))} for one in read["resources"]
    ]
    return {**read, "resources": inlined}


@pytest.mark.parametrize("read", [descriptor, with_schemas])
def test_the_descriptor_is_valid_by_the_official_profile(read: Any) -> None:
    jsonschema.validate(read(), profile())


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"resources": []}, id="no resources"),
        pytest.param({"licenses": [{"title": "Free"}]}, id="a licence without a name"),
        pytest.param({"resources": [{"name": "events"}]}, id="a resource without a path"),
        pytest.param({"contributors": []}, id="no contributors"),
    ],
)
def test_the_official_profile_refuses_what_is_wrong(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**descriptor(), **wrong}, profile())
