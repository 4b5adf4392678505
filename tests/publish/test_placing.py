"""Files are put in place all together or not at all, whatever happens on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from karabakh_data.publish import placing
from karabakh_data.publish.workspace import WORK, Busy, recover, workspace

BEFORE = {"kept.txt": "same", "changed.txt": "old", "data/changed.txt": "old", "data/removed.txt": "old"}
STAGED = {"kept.txt": "same", "changed.txt": "new", "data/changed.txt": "new", "data/more/added.txt": "new"}
REMOVED = ["data/removed.txt"]
AFTER = STAGED

# A build that kills itself after so many steps of putting files in place, or of putting them back.
KILLED = f"""
import os, signal, sys
from pathlib import Path
from karabakh_data.publish import placing
from karabakh_data.publish.workspace import recover, workspace

root, steps = Path(sys.argv[1]), int(sys.argv[2])

def step(original):
    def counted(*arguments, **options):
        global steps
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        steps -= 1
        return original(*arguments, **options)
    return counted

def count_steps():
    os.replace, Path.unlink, Path.mkdir = step(os.replace), step(Path.unlink), step(Path.mkdir)

if sys.argv[3:] == ["recovering"]:
    count_steps()
    recover(root)
    sys.exit()
with workspace(root) as staged:
    for path, text in {STAGED!r}.items():
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).write_text(text)
    written = placing.changed(staged, root)
    count_steps()
    placing.place(staged, root, staged.parent, written, {REMOVED!r})
"""
HALF_WAY = 11  # steps, after which some files are in place and others not


def killed(root: Path, *arguments: object) -> bool:
    """Whether a build with these arguments killed itself before it was done."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(root), *map(str, arguments)], check=False)
    assert done.returncode in (0, -signal.SIGKILL)
    return done.returncode != 0


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def content(root: Path) -> dict[str, str]:
    """What lies below the folder, the workspace apart."""
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return {path: (root / path).read_text(encoding="utf-8") for path in files if not path.startswith(WORK)}


def place(root: Path) -> None:
    with workspace(root) as staged:
        write(staged, STAGED)
        removed = [path for path in REMOVED if (root / path).exists()]
        placing.place(staged, root, staged.parent, placing.changed(staged, root), removed)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, BEFORE)
    return tmp_path


def test_files_are_placed_and_removed(root: Path) -> None:
    place(root)
    assert content(root) == AFTER


def test_a_file_with_the_same_content_stays_untouched(root: Path) -> None:
    before = (root / "kept.txt").stat()
    place(root)
    after = (root / "kept.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_workspace_is_empty_afterwards_and_unseen_by_git(root: Path) -> None:
    place(root)
    assert {path.name for path in (root / WORK).iterdir()} == {".gitignore", "lock"}
    assert (root / WORK / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("error", [OSError("the disk is full"), KeyboardInterrupt()], ids=["an error", "an interrupt"])
@pytest.mark.parametrize("good_steps", range(6))
def test_after_an_error_at_any_step_all_is_as_before(
    good_steps: int, error: BaseException, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [good_steps]

    def failing(original: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] == -1:  # once: what undoes the work must not fail with it
                raise error
            return original(*arguments, **options)

        return step

    monkeypatch.setattr(os, "replace", failing(os.replace))
    monkeypatch.setattr(Path, "unlink", failing(Path.unlink))
    with pytest.raises(type(error)):
        place(root)
    assert content(root) == BEFORE
    monkeypatch.undo()
    place(root)
    assert content(root) == AFTER


@pytest.mark.parametrize("good_steps", range(18))
def test_after_a_kill_at_any_step_all_is_as_before_or_done(good_steps: int, root: Path) -> None:
    expected = BEFORE if killed(root, good_steps) else AFTER
    recover(root)
    assert content(root) == expected
    assert not recover(root)


@pytest.mark.parametrize("good_steps", range(8))
def test_a_kill_while_files_are_put_back_is_made_good_too(good_steps: int, root: Path) -> None:
    assert killed(root, HALF_WAY)
    assert content(root) not in (BEFORE, AFTER)
    killed(root, good_steps, "recovering")
    recover(root)
    assert content(root) == BEFORE


def test_a_kill_is_made_good_by_the_next_build(root: Path) -> None:
    assert killed(root, HALF_WAY)
    place(root)
    assert content(root) == AFTER


def test_one_build_at_a_time(root: Path) -> None:
    with workspace(root), pytest.raises(Busy, match="another build is at work"), workspace(root):
        pass
    place(root)


def test_where_nothing_was_built_there_is_nothing_to_put_back(tmp_path: Path) -> None:
    assert not recover(tmp_path)
    assert list(tmp_path.iterdir()) == []
