"""An article that was coded once is counted as such: a warning of the check, and a sentence in the codebook."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from karabakh_data.coding.reliability import Measures
from karabakh_data.coding.second_coding import CODED_ONCE, coded_once, second_coding_failures
from karabakh_data.model import TABLES
from karabakh_data.publish.codebook import codebook
from karabakh_data.reader.tables import load


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout in which the courier was coded twice, the herald once, and the gazette by neither."""
    for coder, sources in {"first": ["courier", "herald"], "second": ["courier"]}.items():
        (tmp_path / "coding" / coder).mkdir(parents=True)
        for source_id in sources:
            (tmp_path / "coding" / coder / f"{source_id}.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_what_was_coded_once_is_known_with_the_file_that_is_missing(root: Path) -> None:
    missing = {"gazette": "coding/second/gazette.toml", "herald": "coding/second/herald.toml"}
    assert coded_once(["courier", "gazette", "herald"], root) == missing
    (root / "coding/second/herald.toml").touch()
    (root / "coding/first/herald.toml").unlink()
    assert coded_once(["herald"], root) == {"herald": "coding/first/herald.toml"}


def test_it_is_a_warning(root: Path) -> None:
    sources = pa.table({"source_id": ["courier", "gazette", "herald"]})

    (failure,) = second_coding_failures(sources, root, max_examples=1)

    assert (failure.rule, failure.count, failure.rule.severity) == (CODED_ONCE, 2, "warning")
    assert failure.examples == ({"source_id": "gazette", "missing": "coding/second/gazette.toml"},)
    assert second_coding_failures(sources.slice(0, 1), root) == []


def test_the_codebook_counts_it() -> None:
    tables, measures = {name: load(name) for name in TABLES}, Measures(articles=5, found=(), agreed=())

    assert "\nAll 5 articles were coded twice, the second time from the texts" in codebook(tables, measures)
    told = codebook(tables, measures, ["herald-2020-12-02"])
    assert "\n5 of 6 articles were coded twice, the second time from the texts" in told
    assert "\nCoded once so far, and in none of these figures: `herald-2020-12-02`.\n" in told
