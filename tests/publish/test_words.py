"""The codebook and the citation: complete, well formed, and made from the same words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pytest
import yaml
from markdown_it import MarkdownIt

from karabakh_data.check.package import requirements
from karabakh_data.check.rules.catalogue import rules, written_rules
from karabakh_data.check.rules.rule import Requirement
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


@dataclass
class Section:
    """What a reader sees below one heading: the items of lists, and the cells of each table's rows."""

    items: list[str]
    rows: list[list[str]]
    code: list[str]  # what stands between backticks
    links: list[str]


@pytest.fixture(scope="module")
def sections(text: str) -> dict[str, Section]:
    """The codebook as a Markdown reader shows it, by heading."""
    section = Section([], [], [], [])
    found = dict[str, Section]()
    kind = ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in ("heading_open", "list_item_open", "th_open", "td_open"):
            kind = token.type
        elif token.type == "tr_open":
            section.rows.append([])
        elif token.children is not None:
            shown = "".join(child.content for child in token.children)
            if kind == "heading_open":
                assert shown not in found, f"the heading '{shown}' stands twice"
                section = found[shown] = Section([], [], [], [])
            elif kind == "list_item_open":
                section.items.append(shown)
            elif kind in ("th_open", "td_open"):
                section.rows[-1].append(shown)
            section.code += (child.content for child in token.children if child.type == "code_inline")
            section.links += (str(child.attrs["href"]) for child in token.children if child.type == "link_open")
        elif token.type in ("heading_close", "list_item_close", "th_close", "td_close"):
            kind = ""
    return found


def shown(text: str) -> str:
    """Words of ours as a reader sees them: of Markdown they hold backticks alone."""
    return text.replace("`", "")


def row(section: Section, first: str) -> list[str]:
    (cells,) = (cells for cells in section.rows if cells[0] == first)
    return cells


@pytest.mark.parametrize("name", TABLES)
def test_the_codebook_describes_every_column(name: str, sections: Mapping[str, Section]) -> None:
    for column in columns(TABLES[name]):
        _, _, origin, meaning = row(sections[name], column.name)
        assert origin == column.definition.origin
        assert meaning.startswith(shown(column.definition.description))


@pytest.mark.parametrize(
    ("column", "limits"),
    [
        ("events.event_id", "Matches ^[a-z0-9]+(-[a-z0-9]+)*$."),
        ("events.title", "At most 120 characters."),
        ("events.place_id", "Names a row of places. Resolved by place."),
        ("events.where_prec", "At least 1. At most 7. Resolved by least."),
        ("places.iso_3166_2", "Matches ^[A-Z]{2}-[A-Z0-9]{1,3}$."),
        ("places.latitude", "At least -90. At most 90."),
        ("mentions.entity_table", "Matches ^(actors|places)$."),
        ("claims.char_end", "At least 1."),
    ],
)
def test_the_codebook_gives_limits(column: str, limits: str, sections: Mapping[str, Section]) -> None:
    table, name = column.split(".")
    assert row(sections[table], name)[3].endswith(limits)


@pytest.mark.parametrize("name", TABLES)
def test_patterns_survive_markdown(name: str, sections: Mapping[str, Section]) -> None:
    definitions = [column.definition for column in columns(TABLES[name])]
    patterns = [one.pattern for one in definitions if one.pattern and not one.references]
    assert [code for code in sections[name].code if code.startswith("^")] == patterns


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_codebook_defines_every_term(name: str, sections: Mapping[str, Section]) -> None:
    defined = {term: shown(definition) for term, definition in VOCABULARIES[name].terms.items()}
    assert dict(sections[f"Vocabulary: {name}"].rows[1:]) == defined


def test_the_codebook_lists_every_written_rule(sections: Mapping[str, Section]) -> None:
    def listed(one: Requirement, table: str = "") -> str:
        return f"{table}{shown(one.name)}{' (warning)' if one.severity == 'warning' else ''}"

    for table in TABLES:
        written = [listed(rule) for rule in written_rules() if rule.table == table]
        assert sections.get(f"Checks of {table}", Section([], [], [], [])).items == written
    assert sections["Checks of the files"].items == [listed(one) for one in requirements.REQUIREMENTS]
    assert sections["Checks against the articles"].items == [
        listed(one, f"{one.table}: " if one.table in TABLES else "") for one in checkout.REQUIREMENTS
    ]


def test_what_is_not_listed_follows_from_a_column() -> None:
    """Each rule that the codebook leaves out reads one column or a key, and is named for that."""
    written = {rule.id for rule in written_rules()}
    for rule in rules():
        if rule.id not in written:
            assert rule.columns == rule.key or len(rule.columns) == 1
            assert rule.name.startswith((", ".join(rule.columns), f"no claim supports {rule.columns[0]}"))


def test_the_codebook_gives_every_rule_of_resolution(sections: Mapping[str, Section]) -> None:
    assert dict(sections["How claims become values"].rows[1:]) == {name: shown(text) for name, text in RULES.items()}


def anchor(heading: str) -> str:
    """The anchor that a Markdown reader gives a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_codebook_is_well_formed(text: str, sections: Mapping[str, Section]) -> None:
    anchors = [f"#{anchor(heading)}" for heading in sections]
    links = {link for section in sections.values() for link in section.links}
    assert len(anchors) == len(set(anchors))
    assert links
    assert links <= set(anchors)
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
