"""The files of the commit that is checked out, as git has them, whatever else lies in the folder."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

from karabakh_data.errors import FailuresError


def export(root: Path, folder: Path) -> None:
    """Writes the files of the checkout's commit to `folder`.

    A tree that is made from the commit holds nothing that a configuration of git hides: files that
    `.git/info/exclude` or `core.excludesFile` name, or that are marked `skip-worktree` and say something else.
    Raises FailuresError where git fails.
    """
    with tarfile.open(fileobj=io.BytesIO(git(root, "archive", "--format=tar", "HEAD"))) as packed:
        packed.extractall(folder, filter="data")


def altered(root: Path, exported: Path) -> Iterator[str]:
    """The files of the checkout that are not what the commit has, though git may be told not to look at them."""
    for file in sorted(exported.rglob("*")):
        path = file.relative_to(exported)
        if file.is_file() and (not (root / path).is_file() or (root / path).read_bytes() != file.read_bytes()):
            yield (
                f"{path.as_posix()}: not what the commit has; commit it, or restore it (`git ls-files -v` marks with S "
                "or a small letter what git is told to overlook)"
            )


def git(root: Path, *arguments: str) -> bytes:
    """What git prints of the checkout. Raises FailuresError where it fails."""
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip()
        raise FailuresError([f"`{' '.join(command)}` failed ({why}); release from a clone of git"])
    return done.stdout
