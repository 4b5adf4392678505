"""What the documents say of the data is in the data: each row of evidence is a claim, each quotation an article's."""

from __future__ import annotations

import re
from pathlib import Path

import documents
import pyarrow as pa
import pytest

import karabakh_data as kd
from karabakh_data.extract.article import read
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.registers import read_registers
from karabakh_data.extract.script import read_script
from karabakh_data.extract.text import Text
from karabakh_data.reader.each_table import TABLE_NAMES

EVIDENCE = ("words", "record", "field", "value", "said by")
SCRIPT_HEAD = "from karabakh_data.extract.text import Text\n\n\ndef code(text: Text) -> None:\n"
LONGEST = 160  # characters that are published of an article at one place


@pytest.fixture(scope="module")
def claims() -> pa.Table:
    """All claims."""
    return kd.claims()


@pytest.mark.parametrize(("row", "cells"), [pytest.param(*row, id=str(row[0])) for row in documents.rows(*EVIDENCE)])
def test_words_support_the_value(row: documents.Found, cells: list[str], claims: pa.Table) -> None:
    words, record, field, value, speaker = (cell.strip("`“”") for cell in cells)
    table, _, record_id = record.partition("/")
    said = [
        claim
        for claim in claims.to_pylist()
        if (claim["record_table"], claim["record_id"], claim["field"]) == (table, record_id, field)
    ]
    as_printed = [
        claim
        for claim in said
        if (claim["value"], claim["attributed_to"] or "the article") == (value, speaker)
        and words in " ".join(claim["quote"].strip("“”").split())
    ]
    assert as_printed, f"{row}: {row.text}\nis no claim; on {record}.{field} there are {said}"


@pytest.mark.parametrize("quotation", documents.quotations(), ids=str)
def test_quotation_stands_in_an_article(quotation: documents.Found) -> None:
    articles = [path.read_text(encoding="utf-8") for path in documents.ROOT.glob("raw/*/article.txt")]
    words = " ".join(quotation.text.split())
    assert len(words) <= LONGEST
    assert any(words in " ".join(article.split()) for article in articles), f"{quotation}: “{words}” is in no article"


@pytest.mark.parametrize("excerpt", documents.blocks("python", "toml"), ids=str)
def test_excerpt_stands_in_a_script_or_register(excerpt: documents.Found) -> None:
    suffix = {"python": "scripts/*.py", "toml": "registers/*.toml"}[excerpt.kind]
    files = [
        path.read_text(encoding="utf-8").splitlines()
        for path in (documents.ROOT / "karabakh_data/extract").glob(suffix)
    ]
    assert any(_in_order(excerpt.text.splitlines(), lines) for lines in files), f"{excerpt}: in no {suffix}"


@pytest.mark.parametrize("excerpt", documents.blocks("python"), ids=str)
def test_excerpt_of_a_script_runs(excerpt: documents.Found, claims: pa.Table, tmp_path: Path) -> None:
    """By itself, on the article in which its passage stands, it makes claims that are published."""
    script = tmp_path / "excerpt.py"
    script.write_text(f"{SCRIPT_HEAD}{excerpt.text}", encoding="utf-8")
    words = re.findall(r'text\.sentence\("(.+?) … ', excerpt.text)
    (folder,) = [
        path.parent for path in documents.ROOT.glob("raw/*/article.txt") if words[0] in path.read_text(encoding="utf-8")
    ]
    sheet = CodingSheet(read(folder), read_registers())
    read_script(script, folder.name)(Text(sheet))
    assert sheet.article.failures == []
    made = {claim["claim_id"] for claim in sheet.claims}
    assert made
    assert made <= set(claims["claim_id"].to_pylist())


def _in_order(some: list[str], lines: list[str]) -> bool:
    """Whether some lines stand among others in the same order, with or without lines between them."""
    rest = iter(lines)
    return all(line in rest for line in some)


def test_readme_lists_the_tables_in_order() -> None:
    listed = [cells[0].strip("`") for _, cells in documents.rows("table", "one row is")]
    assert tuple(listed) == TABLE_NAMES
