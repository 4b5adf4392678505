"""Tables to publish, and the package that they make."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest

from karabakh_data.check import check, select
from karabakh_data.publish import build as building
from karabakh_data.publish.build import publish_tables
from karabakh_data.testing.corpus import Corpus, corpus_tables


@pytest.fixture(scope="session")
def tables() -> Mapping[str, pa.Table]:
    """All tables of a synthetic corpus of three articles."""
    return corpus_tables(Corpus(articles=3, seed=7))


@pytest.fixture(scope="session")
def published(tables: Mapping[str, pa.Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of these tables; not to be written to."""
    root = tmp_path_factory.mktemp("published")
    publish_tables(tables, root)
    return root


@pytest.fixture
def hardly_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps of a build, those that check by few rules, for what is not about what they find."""
    monkeypatch.setattr(building, "check", partial(check, rules=select(["events: *is null"])))
    monkeypatch.setattr(building, "inline_failures", lambda tables: [])
