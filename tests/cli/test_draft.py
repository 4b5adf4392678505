"""`draft`: one article, what is wrong with it, line by line; and again at each save."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from karabakh_data.check.report import Accounts
from karabakh_data.cli import watching
from karabakh_data.coding import drafting
from karabakh_data.coding.drafting import DraftReport, Wrong
from karabakh_data.coding.ledger import LedgerError
from karabakh_data.extract.extraction import script_path

ROOT = Path(__file__).parents[2]
SOURCE = sorted(folder.name for folder in (ROOT / "raw").glob("*/"))[0]
Run = Callable[..., Result]

SHARES = dict.fromkeys(("coded", "dismissed", "boilerplate", "quoted", "quoted_or_named"), 0.25)
ACCOUNTS = Accounts(sources={SOURCE: SHARES}, claims_by_basis={"stated": 1.0})


def test_an_article_that_is_published(run: Run) -> None:
    result = run("draft", SOURCE, "--root", ROOT)
    assert result.exit_code == 0, result.stdout
    share, basis, *_, last = result.stdout.splitlines()
    assert share.startswith(f"{SOURCE}: ")
    assert "quotations reproduce " in share
    assert basis.startswith("claims: ")
    assert last == "nothing is wrong"


def test_what_is_wrong_is_told_by_file_and_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = [
        Wrong("extraction", "source.toml lacks `rights`"),
        Wrong("support", "it does not show it", 7, 3),
        Wrong("support", "nor does this", 9, None),
    ]
    report = DraftReport(SOURCE, wrong, ACCOUNTS, ("events/truce.status",), 4)
    monkeypatch.setattr(drafting, "draft", lambda root, source_id: report)
    result = run("draft", SOURCE)
    script = os.path.relpath(script_path(SOURCE) or "")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "source.toml lacks `rights`",
        f"{script}:7: article.txt:3: it does not show it",
        f"{script}:9: nor does this",
        *ACCOUNTS.lines(),
        "in conflict, which is kept as it is: events/truce.status",
        "3 failures: 1 of extraction, 2 of support",
        "4 records are to be read: `karabakh-data review`",
    ]


def test_no_such_article(run: Run) -> None:
    result = run("draft", "herald", "--root", ROOT)
    assert result.exit_code == 2
    assert "there is no article 'herald'" in result.stderr


def test_each_save_is_followed_until_somebody_ends_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "raw" / SOURCE
    folder.mkdir(parents=True)
    reports = iter([DraftReport(SOURCE, [Wrong("support", "too short")]), LedgerError(["a"]), DraftReport(SOURCE, [])])

    def shown(root: Path, source_id: str) -> DraftReport:
        report = next(reports)
        if isinstance(report, Exception):
            raise report
        return report

    saved = iter(["source.toml", None, "article.txt"])

    def pause() -> None:
        try:
            name = next(saved)
        except StopIteration:
            raise KeyboardInterrupt from None
        if name:
            (folder / name).write_text("saved", encoding="utf-8")

    monkeypatch.setattr(drafting, "draft", shown)
    monkeypatch.setattr(watching, "pause", pause)
    result = run("draft", SOURCE, "--watch", "--root", tmp_path)
    assert result.stdout.splitlines() == [
        *("too short", "1 failures: 1 of support"),
        *("", "source.toml saved:", "error: a"),
        *("", "article.txt saved:", "nothing is wrong"),
        "",
    ]
    assert result.exit_code == 0


def test_changes_are_files_that_come_go_and_are_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a", encoding="utf-8")
    steps = iter(
        [
            lambda: None,
            lambda: two.write_text("b", encoding="utf-8"),
            lambda: [os.utime(one, ns=(1, 1)), two.unlink()],
            lambda: one.write_text("longer", encoding="utf-8"),
        ]
    )
    monkeypatch.setattr(watching, "pause", lambda: next(steps)())
    found = watching.changes(lambda: [one, two])
    assert [next(found) for _ in range(4)] == [[], [two], [one, two], [one]]
