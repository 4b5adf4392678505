"""Verdicts kept by what they rest on: an unchanged package under unchanged rules is not checked twice.

A verdict is a report as JSON, in a file whose name is a hash of everything that the report follows from: the bytes of
the files, the package's code and the libraries that judge, the rules chosen, and how many examples were asked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import karabakh_data
from karabakh_data.check.package.files import Package
from karabakh_data.check.report import Report
from karabakh_data.check.rules.rule import Rule

PACKAGE = Path(karabakh_data.__file__).parent
LIBRARIES = ("duckdb", "pyarrow")
# Published tables are what is judged, unless others are; and Python writes its caches as it likes.
_NO_CODE = ("data", "__pycache__")


def verdict_folder() -> Path:
    """Where verdicts are kept unless told otherwise: the cache folder of this user, as the system names it."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "karabakh-data" / "verdicts"
    caches = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or caches) / "karabakh-data" / "verdicts"


def verdict_name(
    package: Package, hashes: Mapping[Path, str], rules: Sequence[Rule], tables: Iterable[str], max_failures: int
) -> str:
    """The name of the verdict on these files by these rules: a SHA-256 of everything that it follows from."""
    content = {
        "code": code_hash(PACKAGE),
        "libraries": {library: version(library) for library in LIBRARIES},
        "python": sys.version,
        "rules": [rule.id for rule in rules],
        "tables": {
            table: [(_below(package, file.path), hashes.get(file.path)) for file in package.tables.get(table, ())]
            for table in tables
        },
        "unknown": sorted(_below(package, file) for file in package.unknown),
        "listed": [
            (resource.name, _below(package, resource.path), hashes.get(resource.path), dict(resource.properties))
            for resource in package.resources
        ],
        "max_failures": max_failures,
    }
    return hashlib.sha256(json.dumps(content, default=str).encode()).hexdigest()


def kept_verdict(folder: Path, name: str) -> Report | None:
    """The verdict of that name, if it was kept and can be read."""
    try:
        data: dict[str, Any] = json.loads((folder / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return None
    return Report.from_data(data)


def keep_verdict(folder: Path, name: str, report: Report) -> None:
    """Keep a verdict under that name. A folder that cannot be written keeps none: the next check takes longer."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".part", delete=False) as part:
            part.write(report.as_json())
        Path(part.name).replace(folder / f"{name}.json")
    except OSError:
        return


def _below(package: Package, file: Path) -> str:
    return os.path.relpath(file, package.root)


def code_hash(package: Path) -> str:
    """The SHA-256 of the names and bytes of all files of a Python package in a folder, but for data and caches.

    A verdict does not rest on all of them; but a list of those on which it does would go wrong without a word.
    """
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*")):
        inside = file.relative_to(package)
        if file.is_file() and not set(_NO_CODE) & {*inside.parts}:
            content = file.read_bytes()
            digest.update(f"{inside.as_posix()} {len(content)} ".encode() + content)
    return digest.hexdigest()
