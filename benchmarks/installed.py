"""The package as pip installs it: compiled, and no checkout whose cache may be switched off or whose files change."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def install(folder: Path) -> Path:
    """Put a compiled copy of the package into the folder; a process that runs there imports that. Gives the copy."""
    copy = folder / "karabakh_data"
    shutil.copytree(ROOT / "karabakh_data", copy, ignore=shutil.ignore_patterns("__pycache__"))
    compile_all(copy)
    return copy


def compile_all(folder: Path) -> None:
    """Compile every module below the folder."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(folder)], check=True)
