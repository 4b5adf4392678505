"""The codebook and the citation: complete, well formed, and made from the same words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest
import yaml

from karabakh_data.check.package import requirements
from karabakh_data.check.rules.catalogue import rules
from karabakh_data.coding import checkout
from karabakh_data.model import TABLES, columns
from karabakh_data.model.vocabularies import VOCABULARIES
from karabakh_data.publish.about import AUTHORS, TITLE
from karabakh_data.publish.citation_file import citation_cff
from karabakh_data.publish.codebook import codebook
from karabakh_data.resolve import RULES
from karabakh_data.version import __version__


@pytest.fixture(scope="module")
def text(tables: Mapping[str, pa.Table]) -> str:
    return codebook(tables)


def anchor(heading: str) -> str:
    """The anchor that a Markdown reader gives a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", TABLES)
def test_the_codebook_describes_every_column(name: str, text: str) -> None:
    section = text.split(f"\n### {name}\n")[1].split("\n###")[0]
    for column in columns(TABLES[name]):
        (line,) = (line for line in section.splitlines() if line.startswith(f"| `{column.name}` |"))
        assert column.definition.meaning in line
        assert f"| {column.definition.origin} |" in line


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_codebook_defines_every_term(name: str, text: str) -> None:
    section = text.split(f"\n### Vocabulary: {name}\n")[1].split("\n###")[0]
    for term, definition in VOCABULARIES[name].terms.items():
        assert f"| `{term}` | {definition} |" in section


def test_the_codebook_lists_every_rule(text: str) -> None:
    plain = text.replace("`", "")
    assert [rule.id for rule in (*rules(), *requirements.REQUIREMENTS) if f"\n- {rule.name}" not in plain] == []
    assert [rule.id for rule in checkout.REQUIREMENTS if rule.name.replace("`", "") not in plain] == []
    assert [name for name in RULES if f"| *{name}* |" not in text] == []


def test_the_codebook_is_well_formed(text: str) -> None:
    anchors = [anchor(line.lstrip("# ")) for line in text.splitlines() if line.startswith("#")]
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= set(anchors)
    for block in text.split("\n\n"):
        if block.startswith("|"):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1, block


def test_the_codebook_counts_rows(text: str, tables: Mapping[str, pa.Table]) -> None:
    for name in TABLES:
        assert f"| [{name}](#{name}) | {tables[name].num_rows:,} |" in text


def test_the_citation_is_of_this_data_set(published: Path) -> None:
    descriptor = json.loads((published / "datapackage.json").read_text(encoding="utf-8"))
    citation = yaml.safe_load(citation_cff())
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "dataset"
    assert citation["version"] == descriptor["version"] == __version__
    assert citation["title"] == descriptor["title"] == TITLE
    assert citation["abstract"] == descriptor["description"]
    assert citation["keywords"] == descriptor["keywords"]
    assert citation["license"] == [one["name"] for one in descriptor["licenses"]]
    assert citation["authors"] == [{"name": AUTHORS}]
    assert "date-released" not in citation
