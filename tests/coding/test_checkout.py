"""What only a checkout shows: which package belongs to one, and what is told of it."""

from pathlib import Path

import pytest

from karabakh_data.check.report import Report
from karabakh_data.coding.checkout import REQUIREMENTS, accounts, checkout_failures, find_checkout, without_checkout
from karabakh_data.coding.ledger import LEDGER
from karabakh_data.model import TABLES
from karabakh_data.reader.tables import load

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("place", ["", "datapackage.json", "karabakh_data/data"])
def test_a_checkout_is_found_from_its_package(place: str) -> None:
    assert find_checkout(ROOT / place) == ROOT


def test_tables_without_articles_or_ledger_are_no_checkout(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    assert find_checkout(tmp_path) is None


def test_another_package_in_a_checkout_is_not_its_own(tmp_path: Path) -> None:
    for folder in ("raw", "coding", "other/tables"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / LEDGER).touch()

    assert find_checkout(tmp_path) == tmp_path
    assert find_checkout(tmp_path / "other") is None
    assert find_checkout(tmp_path / "other" / "tables") is None


def test_what_was_not_held_against_the_checkout_is_told() -> None:
    report = without_checkout(Report(rows={}, rules_run=1, failures=(), not_run={}))

    assert report.exit_status == 1
    assert "not run: checks against the articles and the ledger" in report.as_text()


def test_the_published_tables_hold_against_articles_and_ledger() -> None:
    found = checkout_failures({name: load(name) for name in TABLES}, ROOT)
    assert [failure for failure in found if failure.rule.severity == "error"] == []


def test_missing_articles_and_an_empty_ledger_are_told(tmp_path: Path) -> None:
    found = {failure.rule.name for failure in checkout_failures({name: load(name) for name in TABLES}, tmp_path)}

    assert "it was never read against its passages; `karabakh-data review` shows it" in found
    assert len(found & {one.name for one in REQUIREMENTS}) == len(found) >= 2
    assert not (tmp_path / LEDGER).exists()


def test_each_article_is_accounted_for() -> None:
    found = accounts({name: load(name) for name in TABLES})

    assert list(found.sources) == load("sources")["source_id"].to_pylist()
    for share in found.sources.values():
        assert share["coded"] + share["dismissed"] + share["boilerplate"] == pytest.approx(1, abs=2e-4)
        assert share["quoted"] > 0
        assert share["quoted"] < share["quoted_or_named"] < 1
    assert sum(found.claims_by_basis.values()) == pytest.approx(1, abs=2e-4)
