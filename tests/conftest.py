"""Fixtures that several floors share."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import corpus
import pytest
from hypothesis import settings

# The same examples on each run, and no wall clock: a slow machine is no failure.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


STATED = (
    "This test states facts of the articles that were here when it was written. Where another article has rightly "
    "changed them, write here, or in the document at hand, what they are now."
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that states facts of the articles at hand says so when it fails."""
    report = yield
    if report.failed and item.get_closest_marker("facts"):
        report.sections.append(("facts of the articles", STATED))
    return report


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the small invented corpus; not to be written to."""
    return corpus.build(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def few_tables(small_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with some tables of that corpus, not to be written to; what is tested is the same for each."""
    folder = tmp_path_factory.mktemp("few")
    for name in ("events", "clauses", "agreements", "places", "claims"):
        shutil.copy(small_corpus / f"{name}.parquet", folder)
    return folder
