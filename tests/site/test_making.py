"""A site that says what is not so is not made: where a cell fails or a link leads nowhere, nothing is written."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import installed
import pytest
from making import MAKE

pytestmark = pytest.mark.importers

CELLS = "---\nfile_format: mystnb\nkernelspec: {name: python3}\n---\n"
CELL = "\n```{code-cell} python\nimport karabakh_data as kd\n%s\n```\n"


def make(root: Path, front: str) -> subprocess.CompletedProcess[str]:
    """What comes of making a site of that front page alone, in a checkout of the package with an article beside it."""
    shutil.copytree(installed.ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(installed.ROOT / "karabakh_data", root / "karabakh_data", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(installed.ROOT / "raw", root / "raw", ignore=shutil.ignore_patterns("README.md"))
    (root / "docs/index.md").write_text(front, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    command = [installed.isolated("site", "python"), MAKE, root / "build/site"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_a_page_shows_what_its_cells_give_and_quotations_alone(tmp_path: Path) -> None:
    explained = CELL % 'kd.explain("kalbajar-postponement-2020")'
    done = make(tmp_path, f"{CELLS}# Front\n{explained}")
    assert done.returncode == 0, done.stdout + done.stderr
    shown = (tmp_path / "build/site/index.html").read_text(encoding="utf-8")
    assert "<h3" in shown
    assert '<q style="font-weight:bold">postponed</q><footer' in shown  # here, where the whole sentence is at hand


def test_what_is_wrong_is_told_all_at_once_and_nothing_written(tmp_path: Path) -> None:
    unknown = CELL % 'kd.events(place="atlantis")'
    dead = "\n[one](nowhere.md) [two](#no-such-heading) ![Three](/docs/nothing.svg)\n"
    done = make(tmp_path, f"{CELLS}# Front\n{unknown}{dead}")
    assert done.returncode != 0
    told = done.stdout + done.stderr
    wrong = ("there is no place 'atlantis'", "nowhere.md", "no-such-heading", "nothing.svg")
    assert [one for one in wrong if one not in told] == []
    assert not (tmp_path / "build/site").exists()
