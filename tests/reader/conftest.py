"""Every test here reads the small invented corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from karabakh_data.reader import tables


@pytest.fixture(autouse=True)
def data(small_corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the reader reads; not to be written to."""
    monkeypatch.setattr(tables, "DATA", small_corpus)
    return small_corpus
