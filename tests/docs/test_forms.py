"""The forms by which somebody writes to the project are such as GitHub takes, and ask for what is documented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from documents import ROOT

from karabakh_data.publish.about import HOMEPAGE

FORMS = ROOT / ".github/ISSUE_TEMPLATE"

# GitHub Docs, "Syntax for GitHub's form schema": the attributes that an element must have and may have.
ELEMENTS: dict[str, tuple[set[str], set[str]]] = {
    "markdown": ({"value"}, set()),
    "input": ({"label"}, {"description", "placeholder", "value"}),
    "textarea": ({"label"}, {"description", "placeholder", "value", "render"}),
    "dropdown": ({"label", "options"}, {"description", "multiple", "default"}),
    "checkboxes": ({"label", "options"}, {"description"}),
}


def form(path: Path) -> dict[str, Any]:
    """What the file holds."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", ["wrong-cell", "article", "bug"])
def test_a_form_is_one_that_github_takes(name: str) -> None:
    asked = form(FORMS / f"{name}.yml")
    assert {"name", "description", "body"} <= set(asked) <= {"name", "description", "title", "labels", "body"}
    ids = [element["id"] for element in asked["body"]]
    assert len(set(ids)) == len(ids)
    for element in asked["body"]:
        must, may = ELEMENTS[element["type"]]
        assert must <= set(element["attributes"]) <= must | may, element
        assert set(element) <= {"type", "id", "attributes", "validations"}
        for option in element["attributes"].get("options", []):
            assert set(option) <= {"label", "required"}
    assert any(element.get("validations", {}).get("required") for element in asked["body"])


def test_every_form_is_known_here() -> None:
    assert {path.stem for path in FORMS.iterdir()} == {"wrong-cell", "article", "bug", "config"}


def test_a_wrong_cell_is_told_by_record_field_and_words() -> None:
    """What CONTRIBUTING asks for."""
    ids = {element["id"] for element in form(FORMS / "wrong-cell.yml")["body"]}
    assert {"record", "field", "words"} <= ids


def test_what_is_private_has_one_address() -> None:
    (contact,) = form(FORMS / "config.yml")["contact_links"]
    assert contact["url"] == f"{HOMEPAGE}/security/advisories/new"
    for document in ("SECURITY.md", "CODE_OF_CONDUCT.md"):
        assert f"<{contact['url']}>" in (ROOT / document).read_text(encoding="utf-8")
