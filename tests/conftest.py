"""Fixtures that several floors share."""

from __future__ import annotations

from pathlib import Path

import corpus
import pytest
from hypothesis import settings

# The same examples on each run, and no wall clock: a slow machine is no failure.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the small invented corpus; not to be written to."""
    return corpus.build(tmp_path_factory.mktemp("corpus"))
