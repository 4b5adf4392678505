"""Every test here runs commands on the small invented corpus, or on a copy of it that may be damaged."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from karabakh_data.cli import app
from karabakh_data.reader import tables


@pytest.fixture(autouse=True)
def data(small_corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the reader reads; not to be written to."""
    monkeypatch.setattr(tables, "DATA", small_corpus)
    return small_corpus


@pytest.fixture
def own_copy(data: Path, tmp_path: Path) -> Path:
    """A copy of the corpus that a test may spoil."""
    copy = tmp_path / "copy"
    shutil.copytree(data, copy)
    return copy


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the command line with these arguments; an error that is no message is raised."""

    def run(*arguments: object, terminal: bool = False, columns: int = 100) -> Result:
        env = {"FORCE_COLOR": "1" if terminal else None, "COLUMNS": str(columns), "NO_COLOR": None, "TERM": "xterm"}
        return CliRunner(env=env).invoke(app, [str(one) for one in arguments], catch_exceptions=False)

    return run
