"""The files of a release, from a checkout that is fit to be one, all or nothing."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from karabakh_data.errors import FailuresError
from karabakh_data.publish.about import NAME
from karabakh_data.publish.exports.formats import FORMATS
from karabakh_data.publish.release.archive import archive, name_beside, write_export
from karabakh_data.publish.release.built import built, not_built, serve_from
from karabakh_data.publish.release.commit import altered, export
from karabakh_data.publish.release.readiness import failures, not_as_built
from karabakh_data.publish.release.reproduction import reproductions
from karabakh_data.version import __version__

CHECKSUMS = "SHA256SUMS"
PACKAGE = "karabakh_data"


class NotReady(FailuresError):
    """The checkout cannot be released. `failures` lists all that stands against it."""


def release(root: Path, target: Path) -> list[Path]:
    """Writes the release of the checkout `root` to the folder `target`, in the place of what was there, and returns its
    files: source distribution, wheel (built from it), archive, what is no part of the archive, and their checksums.

    All is made from the files of the commit alone, folders that other tools built from them included, and held to the
    articles: none may stand in it for longer than a quotation.

    Two releases of one commit under the same locks are the same bytes, but for exports whose format promises no two
    files alike; these lie beside the archive. Raises NotReady; then, as after any other error, `target` is as it was.
    """
    found = [*failures(root), *not_built(root)]
    if found:
        raise NotReady(found)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".karabakh-data-") as staging:
        committed = Path(staging) / "commit"
        export(root, committed)
        found = [*altered(root, committed), *not_as_built(committed)]
        if found:
            raise NotReady(found)
        staged = Path(staging) / "dist"
        staged.mkdir()
        serve_from(committed / PACKAGE, root)
        _distributions(committed, staged, Path(staging))
        (staged / f"{NAME}-{__version__}.zip").write_bytes(archive(committed, built(root)))
        for form in FORMATS.values():
            if not form.same_bytes:
                write_export(form, committed, staged / name_beside(form))
        articles = {
            file.relative_to(committed).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(committed.glob("raw/*/article.txt"))
        }
        found = list(reproductions(staged, articles))
        if found:
            raise NotReady(found)
        (staged / CHECKSUMS).write_text(
            "".join(
                f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(staged.iterdir())
            ),
            encoding="utf-8",
        )
        _put(staged, target, Path(staging) / "before")
    return sorted(target.iterdir())


def _distributions(root: Path, folder: Path, work: Path) -> None:
    """The source distribution, and the wheel as anybody makes it from that."""
    _hatchling("sdist", root, folder)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        packed.extractall(work, filter="data")
    _hatchling("wheel", work / sdist.name.removesuffix(".tar.gz"), folder)


def _hatchling(kind: str, root: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        raise NotReady([f"the {kind} cannot be built: {done.stdout.strip()}"])


def _put(staged: Path, target: Path, before: Path) -> None:
    # The folder as a whole: a file of another version that stayed in it would be uploaded with the rest.
    if target.exists():
        os.rename(target, before)
    try:
        os.rename(staged, target)
    except OSError:
        if before.exists():
            os.rename(before, target)
        raise
