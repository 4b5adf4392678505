"""Verdicts kept by what they rest on: an unchanged package under unchanged rules is not checked twice.

A verdict is a report as JSON, in a file whose name is a hash of everything that the report follows from: the bytes of
the files and of the rules' own code, the rules chosen, and how many examples were asked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from karabakh_data.check.package.files import Package
from karabakh_data.check.report import Report
from karabakh_data.check.rules.rule import Rule
from karabakh_data.version import __version__

_CODE = ("check", "model", "resolve")


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
        "version": __version__,
        "code": _code(),
        "rules": [rule.id for rule in rules],
        "tables": {
            table: [(_below(package, file), hashes.get(file)) for file in package.tables.get(table, ())]
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


def _code() -> str:
    """The SHA-256 of the code that makes and judges rules."""
    root = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for floor in _CODE:
        for file in sorted((root / floor).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()
