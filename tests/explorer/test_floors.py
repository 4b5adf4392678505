"""The page's folders import only from those above them in the list of its README."""

from __future__ import annotations

import re
from pathlib import Path

EXPLORER = Path(__file__).parents[2] / "explorer"
SOURCE = EXPLORER / "src"
IMPORT = re.compile(r'from "(?P<path>\.[^"]+)"')


def test_folders_import_only_from_those_above_them() -> None:
    floors = re.findall(r"^\| `src/(\w+)/` \|", (EXPLORER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    downwards = [
        f"{file.relative_to(SOURCE)}: {path}"
        for file in sorted(SOURCE.glob("*/**/*.ts*"))
        for path in IMPORT.findall(file.read_text(encoding="utf-8"))
        if _floor(floors, (file.parent / path).resolve()) > _floor(floors, file)
    ]

    assert set(floors) == {folder.name for folder in SOURCE.iterdir() if folder.is_dir()}
    assert downwards == []


def _floor(floors: list[str], file: Path) -> int:
    return floors.index(file.relative_to(SOURCE).parts[0])
