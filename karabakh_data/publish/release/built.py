"""Folders that other tools build for a release, such as the site: each with the state of the files it is built from."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from karabakh_data.publish.release.commit import git

# What lies in `build/` under that name once `make` was called with it, and in the archive of a release.
BUILT: Mapping[str, str] = {
    "site": "the documents as a site, to be read without a network; begin with `site/index.html`",
    "page": "the evidence explorer with its tables, for any static host; here `karabakh-data explore` shows it",
}

# What the package itself serves, from its own tables: those of the page lie beside it in `data/`.
SERVED, TABLES = "page", "data"


def state(root: Path) -> str:
    """A hash of all files of the checkout that git has or would take, by their paths and bytes."""
    listed = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").decode().split("\0")
    hashed = hashlib.sha256()
    for path in sorted(set(listed) - {""}):
        content = (root / path).read_bytes() if (root / path).is_file() else b"no file"
        hashed.update(f"{hashlib.sha256(content).hexdigest()}  {path}\n".encode())
    return hashed.hexdigest()


def stamp(root: Path, name: str) -> None:
    """Notes that the folder of that name was built from the files of the checkout as they are now."""
    _note(root, name).write_text(f"{state(root)}\n", encoding="utf-8")


def not_built(root: Path) -> Iterator[str]:
    """The folders that are not there, or were built from other files than those of the checkout."""
    now = f"{state(root)}\n"
    for name in BUILT:
        note = _note(root, name)
        if not (root / "build" / name).is_dir() or not note.is_file():
            yield f"build/{name}: not built; run `make {name}`"
        elif note.read_text(encoding="utf-8") != now:
            yield f"build/{name}: built from other files than these; run `make {name}`"


def built(root: Path) -> dict[str, bytes]:
    """The files of these folders, by their paths in an archive."""
    build = root / "build"
    files = (file for name in BUILT for file in sorted((build / name).rglob("*")) if file.is_file())
    return {file.relative_to(build).as_posix(): file.read_bytes() for file in files}


def serve_from(package: Path, root: Path) -> None:
    """Puts the built page into the package's folder, where `explore` finds it, without its copy of the tables."""
    page = root / "build" / SERVED
    shutil.copytree(page, package / SERVED, ignore=lambda folder, _: [TABLES] if Path(folder) == page else [])


def _note(root: Path, name: str) -> Path:
    return root / "build" / f"{name}.built-from"
