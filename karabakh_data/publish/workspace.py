"""The folder in which one build at a time prepares its files, on the same file system as what they will replace."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from karabakh_data.errors import KarabakhDataError
from karabakh_data.publish import placing

WORK = ".karabakh-data-build"


class Busy(KarabakhDataError, ValueError):
    """Another build is at work in the same place."""


@contextmanager
def workspace(root: Path) -> Iterator[Path]:
    """An empty folder below `root` for the files of one build; it is gone afterwards, whatever happens.

    What a killed build left half done is undone first. Raises Busy while another build is at work below `root`.
    """
    work = root / WORK
    work.mkdir(exist_ok=True)
    (work / ".gitignore").write_text("*\n", encoding="utf-8")
    with (work / "lock").open("a", encoding="utf-8") as lock:
        if not _locked(lock):
            raise Busy(f"another build is at work in {root}; wait until it has ended, and build again")
        placing.recover(root, work)
        try:
            yield work / "staged"
        finally:
            # The lock itself is left where it is: whoever waits for it must find the same file.
            for path in (*work.glob("staged"), *work.glob("undo.*")):
                shutil.rmtree(path)


def recover(root: Path) -> bool:
    """Put back what a build that was killed while it put files in place has changed; whether there was anything."""
    if not (root / WORK).is_dir():
        return False
    undone = (root / WORK / placing.UNDO).is_dir()
    with workspace(root):
        return undone


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[str]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        # The operating system lets go of the lock when its holder dies, however it dies.
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
