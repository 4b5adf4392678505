"""Modules are small, so that each can be read at one sitting."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import karabakh_data

PACKAGE = Path(karabakh_data.__file__).parent
MOST_LINES = 250
# A script is as long as its article is, and what the build writes (its docstring says so) is not read as code.
SCRIPTS = "extract/scripts/"
GENERATED = "not by hand"


def test_no_module_has_more_than_250_lines() -> None:
    lengths = {
        file.relative_to(PACKAGE).as_posix(): len(text.splitlines())
        for file in sorted(PACKAGE.rglob("*.py"))
        if GENERATED not in _docstring(text := file.read_text(encoding="utf-8"))
    }

    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES and SCRIPTS not in name} == {}


def test_no_two_files_of_tests_share_a_name() -> None:
    # pytest takes files in folders that are no packages for one module where their names are the same, and runs one.
    names = Counter(file.name for file in Path(__file__).parent.rglob("test_*.py"))

    assert {name for name, count in names.items() if count > 1} == set()


def _docstring(text: str) -> str:
    return ast.get_docstring(ast.parse(text)) or ""
