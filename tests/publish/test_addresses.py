"""Where the project lives, who made it and when: said in one place, and the same in all that names it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest
import yaml

from karabakh_data.publish.about import AUTHORS, HOMEPAGE, ISSUES, YEAR, described
from karabakh_data.publish.citation_file import citation_cff
from karabakh_data.publish.descriptor import descriptor
from karabakh_data.publish.exports import csvw, dataset_jsonld, huggingface

ROOT = Path(__file__).parents[2]


def test_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"] == {"Homepage": HOMEPAGE, "Issues": ISSUES}
    assert project["authors"] == [{"name": AUTHORS}]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_documents_say_where_to_report_a_wrong_cell(document: str) -> None:
    named = re.findall(r"<(https://github\.com/[^>]+)>", (ROOT / document).read_text(encoding="utf-8"))
    assert named
    assert set(named) == {ISSUES}


def test_the_citation_file() -> None:
    cff = yaml.safe_load(citation_cff())
    assert (cff["url"], cff["repository-code"]) == (HOMEPAGE, HOMEPAGE)
    assert cff["authors"] == [{"name": AUTHORS}]
    preferred = cff["preferred-citation"]
    assert (preferred["year"], preferred["url"], preferred["authors"]) == (YEAR, HOMEPAGE, cff["authors"])
    assert (preferred["title"], preferred["version"]) == (cff["title"], cff["version"])


def test_the_descriptor(tables: Mapping[str, pa.Table]) -> None:
    package = descriptor(tables, dict.fromkeys(tables, b""))
    assert (package["homepage"], package["bugs"]) == (HOMEPAGE, ISSUES)
    assert [(one["title"], one["path"]) for one in package["contributors"]] == [(AUTHORS, HOMEPAGE)]


def test_the_exports(tables: Mapping[str, pa.Table]) -> None:
    jsonld = json.loads(dataset_jsonld.files(tables)[dataset_jsonld.METADATA])
    assert (jsonld["url"], jsonld["creator"]["name"], jsonld["datePublished"]) == (HOMEPAGE, AUTHORS, str(YEAR))
    assert str(YEAR) in jsonld["citation"]
    assert csvw.metadata()["schema:url"] == {"@id": HOMEPAGE}
    assert ISSUES in huggingface.card(tables)
    assert (described()["homepage"], described()["issues"]) == (HOMEPAGE, ISSUES)
