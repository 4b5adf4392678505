"""What git is told to overlook comes into no release: that is made from the commit, and the checkout is held to it."""

from __future__ import annotations

from pathlib import Path

import checkouts
import pytest

from karabakh_data.publish.release.commit import altered, export


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of two files."""
    root = tmp_path / "checkout"
    (root / "package").mkdir(parents=True)
    (root / "package/said.txt").write_text("said\n", encoding="utf-8")
    (root / "README.md").write_text("read\n", encoding="utf-8")
    checkouts.git(root, "init", "--quiet")
    checkouts.commit(root)
    return root


def exported(root: Path) -> Path:
    folder = root.parent / "exported"
    export(root, folder)
    return folder


def test_the_commit_alone_is_exported(root: Path) -> None:
    (root / ".git/info/exclude").write_text("article.txt\n", encoding="utf-8")
    (root / "package/article.txt").write_text("of the publisher\n", encoding="utf-8")
    folder = exported(root)
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert files == {"README.md": b"read\n", "package/said.txt": b"said\n"}
    assert list(altered(root, folder)) == []


@pytest.mark.parametrize("mark", ["--skip-worktree", "--assume-unchanged"])
def test_a_change_that_git_overlooks_is_told(mark: str, root: Path) -> None:
    checkouts.git(root, "update-index", mark, "package/said.txt")
    (root / "package/said.txt").write_text("never said\n", encoding="utf-8")
    assert checkouts.git(root, "status", "--porcelain") == ""
    folder = exported(root)
    assert (folder / "package/said.txt").read_bytes() == b"said\n"
    assert [told.partition(";")[0] for told in altered(root, folder)] == ["package/said.txt: not what the commit has"]


def test_a_missing_file_that_git_overlooks_is_told(root: Path) -> None:
    checkouts.git(root, "update-index", "--skip-worktree", "README.md")
    (root / "README.md").unlink()
    assert [told.partition(":")[0] for told in altered(root, exported(root))] == ["README.md"]
