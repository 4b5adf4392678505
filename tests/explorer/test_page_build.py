"""What `make page` builds: the same bytes each time, of our own files and packages that are free for all."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import installed
import pytest

pytestmark = pytest.mark.browser

EXPLORER = installed.ROOT / "explorer"
PERMISSIVE = {"ISC", "MIT", "BSD-3-Clause", "0BSD", "Apache-2.0"}


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_another_build_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    command = [installed.program("node"), EXPLORER / "make" / "page.mjs", tmp_path / "page"]
    subprocess.run(command, check=True, capture_output=True)
    again = files(tmp_path / "page")
    assert again.keys() == files(built).keys()
    assert [name for name, content in files(built).items() if again[name] != content] == []


def test_every_package_in_it_is_named_with_its_licence(built: Path) -> None:
    named = re.findall(r"^([a-z0-9/@-]+) \d\S* \((.+)\)$", (built / "licences.txt").read_text("utf-8"), re.MULTILINE)
    direct = json.loads((EXPLORER / "package.json").read_text("utf-8"))["dependencies"]
    assert {licence for _, licence in named} <= PERMISSIVE
    assert (
        {"preact", "hyparquet", "world-atlas"} <= {name for name, _ in named} <= {*direct, "world-atlas", *transitive()}
    )


def transitive() -> set[str]:
    packages = json.loads((EXPLORER / "package-lock.json").read_text("utf-8"))["packages"]
    return {path.removeprefix("node_modules/") for path, about in packages.items() if path and not about.get("dev")}


def test_the_page_holds_no_script_and_no_style_in_the_document(built: Path) -> None:
    document = (built / "index.html").read_text("utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=|javascript:", document) == []


def test_locks_name_no_registry() -> None:
    assert "resolved" not in (EXPLORER / "package-lock.json").read_text("utf-8")
