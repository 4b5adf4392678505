"""Files put in place all together, or not at all.

No file system replaces several files at once. So the old ones are copied first, to a folder whose name appears in one
step; if anything stops the replacing, they are put back: at once if it is an error, by the next build if it was killed.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

UNDO = "undo"


def changed(staged: Path, root: Path) -> list[str]:
    """The files below `staged`, as paths from there, that `root` has not or has with other content."""
    paths = sorted(path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file())
    return [path for path in paths if not _same(staged / path, root / path)]


def place(staged: Path, root: Path, work: Path, written: Sequence[str], removed: Sequence[str]) -> None:
    """Move the files `written` from below `staged` to below `root`, and delete the files `removed` from there.

    Whatever is raised on the way, `root` then holds what it held before.
    """
    _remember(root, work, (*written, *removed))
    try:
        for path in written:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged / path, root / path)
        for path in removed:
            (root / path).unlink()
        os.replace(work / UNDO, work / "undo.done")  # from here on the new files are the good ones
    except BaseException:
        recover(root, work)
        raise


def recover(root: Path, work: Path) -> None:
    """Put back what `place` remembered and had no time to finish; nothing if it finished. Can itself be repeated."""
    undo = work / UNDO
    if not undo.is_dir():
        return
    for path in json.loads((undo / "added.json").read_text(encoding="utf-8")):
        (root / path).unlink(missing_ok=True)
    for copy in sorted((undo / "files").rglob("*")):
        if copy.is_file():
            target = root / copy.relative_to(undo / "files")
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(copy, target)
    shutil.rmtree(undo)


def _remember(root: Path, work: Path, paths: Sequence[str]) -> None:
    prepared = work / "undo.new"
    (prepared / "files").mkdir(parents=True)
    for path in paths:
        if (root / path).is_file():
            copy = prepared / "files" / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / path, copy)
    added = [path for path in paths if not (root / path).is_file()]
    (prepared / "added.json").write_text(json.dumps(added), encoding="utf-8")
    os.replace(prepared, work / UNDO)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)
