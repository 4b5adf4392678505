"""Links of the documents in an archive: what they lead to lies there, or else in the repository, and is found there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from karabakh_data.publish.about import HOMEPAGE
from karabakh_data.version import __version__

# The target of `[words](target)` or `![words](target)` that is neither an address nor a heading of the same document.
TARGET = re.compile(r"(?<=\]\()(?![a-z][a-z0-9+.-]*:|#)[^()\s]+(?=\))", re.IGNORECASE)


def leading_on(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with each link of a Markdown document that leads to none of them made one to this version's file in the
    repository; the others stay as they are."""
    return {
        path: _linked(path, content.decode(), files).encode() if path.endswith(".md") else content
        for path, content in files.items()
    }


def _linked(path: str, text: str, files: Mapping[str, bytes]) -> str:
    def target(match: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[0].partition("#")[0]))
        there = file in files or any(other.startswith(f"{file}/") for other in files)
        fragment = match[0].partition("#")[1:]
        return match[0] if there else f"{HOMEPAGE}/blob/v{__version__}/{file}{''.join(fragment)}"

    return TARGET.sub(target, text)
