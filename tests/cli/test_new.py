"""`new`: what it prints, and how it ends. What it writes is tested with extraction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from karabakh_data.extract.new_article import SCRIPTS

Run = Callable[..., Result]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / SCRIPTS).mkdir(parents=True)
    (tmp_path / "herald.txt").write_text("Zenda handed over\n\nNorthland left.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_new(checkout: Path, run: Run) -> None:
    result = run("new", "herald.txt", "--id", "herald-2020", "--language", "de")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:3] == [
        "written: karabakh_data/extract/scripts/herald_2020.py",
        "written: raw/herald-2020/article.txt",
        "written: raw/herald-2020/source.toml",
    ]
    assert "next: fill in raw/herald-2020/source.toml" in result.stdout
    assert 'language = "de"\n' in (checkout / "raw/herald-2020/source.toml").read_text(encoding="utf-8")


def test_new_called_wrongly(checkout: Path, run: Run) -> None:
    result = run("new", "harold.txt", "--id", "Herald")
    assert result.exit_code == 2
    errors = result.stderr.splitlines()
    assert len(errors) == 3
    assert errors[0].startswith("error: the id is 'Herald', which does not match")
    assert errors[1] == "error: harold.txt: no such file; name the text of the article"
    assert errors[2] == "error: nothing was written"
    assert list((checkout / "raw").iterdir()) == []


def test_new_twice(checkout: Path, run: Run) -> None:
    run("new", "herald.txt", "--id", "herald-2020")
    result = run("new", "herald.txt", "--id", "herald-2020")
    assert result.exit_code == 2
    assert "herald_2020.py exists, and is not overwritten" in result.stderr
