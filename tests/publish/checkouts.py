"""Copies of this checkout with a history of one commit, to be released or damaged, and what is built beside them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from karabakh_data.publish.descriptor import DATA
from karabakh_data.publish.diff import data_changes
from karabakh_data.publish.diff.release_notes import RELEASED
from karabakh_data.publish.release.built import BUILT, stamp

ROOT = Path(__file__).parents[2]

# Whatever the user's own configuration asks for.
CONFIGURATION = ("user.name=Tester", "user.email=tester@example.org", "commit.gpgsign=false", "core.autocrlf=false")


def git(root: Path, *arguments: str) -> str:
    """What git prints in that folder."""
    settings = [part for setting in CONFIGURATION for part in ("-c", setting)]
    return subprocess.run(["git", *settings, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root: Path) -> None:
    """Commits all that is in the folder."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A state")


def checkout(target: Path) -> Path:
    """A copy of the files that git has or would take here, committed."""
    for path in git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard").splitlines():
        if (ROOT / path).is_file():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, target / path)
    tell_changes(target)
    git(target, "init", "--quiet")
    commit(target)
    build(target)
    return target


def tell_changes(root: Path) -> None:
    """Has the changelog say of the data what the tables ask for: that ours does is a test of its own."""
    last, changelog = root / RELEASED, root / "CHANGELOG.md"
    changes = data_changes(last if last.is_dir() else None, root / DATA)
    text = changelog.read_text(encoding="utf-8")
    if changes not in text:
        changelog.write_text(text.replace("### Data\n\n", f"### Data\n\n{changes}", 1), encoding="utf-8")


def build(root: Path) -> None:
    """Small folders in the place of those that other tools build for a release, of the state of the checkout."""
    for name in BUILT:
        (root / "build" / name / "deep").mkdir(parents=True, exist_ok=True)
        (root / "build" / name / "deep/index.html").write_text(f"<title>{name}</title>", encoding="utf-8")
        (root / "build" / name / "data").mkdir(exist_ok=True)
        (root / "build" / name / "data/table.txt").write_text("a table", encoding="utf-8")
        stamp(root, name)
