"""The site, made once for all its tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import make


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site; not to be written to."""
    return make(tmp_path_factory.mktemp("made") / "site")
