"""Fixtures that several floors share."""

from __future__ import annotations

from pathlib import Path

import corpus
import pytest


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the small invented corpus; not to be written to."""
    return corpus.build(tmp_path_factory.mktemp("corpus"))
