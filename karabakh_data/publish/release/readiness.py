"""Whether a checkout can be released: what stands against it, all of it at once."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from karabakh_data.errors import FailuresError
from karabakh_data.publish.build import publish_tables
from karabakh_data.publish.descriptor import DATA, SCHEMAS
from karabakh_data.publish.diff import compare, data_changes, part_of_version
from karabakh_data.publish.diff.release_notes import RELEASED, release_of
from karabakh_data.publish.diff.version_part import allows
from karabakh_data.publish.extracted_tables import tables_of_articles
from karabakh_data.publish.generated_code import generated_code_for
from karabakh_data.publish.release.commit import git
from karabakh_data.publish.release.notes import CHANGELOG, newest
from karabakh_data.version import __version__


def failures(root: Path) -> list[str]:
    """What stands against a release of the checkout `root`, a sentence each; nothing if it can be released.

    Everything has to be committed, the files that a build makes have to be what it makes now, and the version has to
    be the changelog's newest, not yet given to another commit, and the one that the changes of the data ask for.
    """
    return [*uncommitted(root), *not_as_built(root), *misnumbered(root), *misreported(root)]


def uncommitted(root: Path) -> Iterator[str]:
    """Files that no commit has, and a version that another commit has."""
    for line in _lines(root, "status", "--porcelain"):
        yield f"{line[3:]}: not committed ({line[:2].strip()}); commit it, or take it away"
    tag = f"v{__version__}"
    if tag in _lines(root, "tag") and git(root, "rev-parse", f"{tag}^{{commit}}") != git(root, "rev-parse", "HEAD"):
        yield f"{tag}: another commit is released under this version; raise it in karabakh_data/version.py"


def not_as_built(root: Path) -> Iterator[str]:
    """What a build finds wrong, or else the files that it makes otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        try:
            written = publish_tables(tables_of_articles(root), made, checkout=root).written
        except FailuresError as error:
            yield from error.failures
            return
        files = {path: (made / path).read_bytes() for path in written} | generated_code_for(root)
        for path, content in files.items():
            if not (root / path).is_file() or (root / path).read_bytes() != content:
                yield f"{path}: not what the build makes; run `make data` and commit it"
        for there, pattern in ((DATA, "*.parquet"), (SCHEMAS, "*.json")):
            for file in sorted((root / there).glob(pattern)):
                if not (made / there / file.name).exists():
                    yield f"{there}/{file.name}: no build makes it; run `make data` and commit that it is gone"


def misnumbered(root: Path) -> Iterator[str]:
    """A version that is not what the changes since the last release ask for."""
    last = root / RELEASED
    if not last.is_dir():
        return
    before = release_of(last)
    if before is None:
        yield f"{RELEASED}: the files do not say of which version they are; copy those of the last release there"
        return
    with compare(last, root / DATA) as tables:
        part = part_of_version(tables)
    if not allows(before, __version__, part):
        yield (
            f"karabakh_data/version.py: {before} was released, and what changed since asks for a new {part} version, "
            f"which {__version__} is not; raise it"
        )


def misreported(root: Path) -> Iterator[str]:
    """A changelog whose newest section is of another version, or does not tell what changed in the data."""
    try:
        version, text = newest(root)
    except ValueError as error:
        yield str(error)
        return
    if version != __version__:
        yield f"{CHANGELOG}: the newest section is of '{version}', karabakh_data/version.py says {__version__}"
    last = root / RELEASED
    changes = data_changes(last if last.is_dir() else None, root / DATA)
    if changes.strip() not in text:
        yield f"{CHANGELOG}: the newest section has to say, under Data:\n{changes}"


def _lines(root: Path, *arguments: str) -> list[str]:
    return git(root, *arguments).decode().splitlines()
