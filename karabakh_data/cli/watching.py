"""Files watched for saves: looked at again and again, because a look at some twenty files costs next to nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

SECONDS = 0.3


def changes(files: Callable[[], Iterable[Path]]) -> Iterator[list[Path]]:
    """First nothing, at once; then, without end, the files that are new, gone or saved since the last time.

    What is saved while the caller works on a change comes next.
    """
    before = _states(files())
    yield []
    while True:
        pause()
        now = _states(files())
        if changed := sorted(file for file in before.keys() | now.keys() if before.get(file) != now.get(file)):
            before = now
            yield changed


def pause() -> None:
    """Wait until it is worth looking again."""
    time.sleep(SECONDS)


def _states(files: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    found = {}
    for file in files:
        try:
            state = file.stat()
        except OSError:  # gone, as it is for a moment while some editors save
            continue
        found[file] = state.st_mtime_ns, state.st_size
    return found
