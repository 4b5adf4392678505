"""CITATION.cff in the validator of its format."""

from __future__ import annotations

import subprocess
from pathlib import Path

import installed
import pytest

pytestmark = pytest.mark.importers

CITATION = installed.ROOT / "CITATION.cff"


def validate(file: Path) -> subprocess.CompletedProcess[str]:
    """What cffconvert says of the file."""
    command = [str(installed.isolated("cffconvert")), "--validate", "--infile", str(file)]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def test_the_citation_file_is_valid() -> None:
    run = validate(CITATION)

    assert run.returncode == 0, run.stdout
    assert "valid according to schema version 1.2.0" in run.stdout


def test_a_citation_file_without_a_title_is_refused(tmp_path: Path) -> None:
    lines = CITATION.read_text(encoding="utf-8").splitlines(keepends=True)
    file = tmp_path / "CITATION.cff"
    file.write_text("".join(line for line in lines if not line.startswith("title:")), encoding="utf-8")

    assert validate(file).returncode == 1
