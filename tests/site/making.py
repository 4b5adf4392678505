"""Makes the site as `make site` does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import installed

MAKE = installed.ROOT / "docs/make_site.py"


def make(target: Path) -> Path:
    """The site, made in a folder of that name."""
    subprocess.run([installed.isolated("site", "python"), MAKE, target], cwd=installed.ROOT, check=True)
    return target
