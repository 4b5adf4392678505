"""The CSV package in frictionless' own command, as whoever has downloaded it checks it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.importers


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `frictionless validate datapackage.json` says in this folder."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    return subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=False)


@pytest.fixture
def csv(path_of: Callable[[str], Path], tmp_path: Path) -> Path:
    """A copy of the CSV package."""
    return shutil.copytree(path_of("csv"), tmp_path / "csv")


def test_the_csv_package_is_valid(csv: Path) -> None:
    run = validate(csv)

    assert run.returncode == 0, run.stdout


def test_a_file_that_was_changed_is_found(csv: Path) -> None:
    file = csv / "events.csv"
    file.write_bytes(file.read_bytes().replace(b'"occurred"', b'"happened"', 1))

    run = validate(csv)

    assert run.returncode == 1
    assert "happened" in run.stdout
