"""What several tests of checking hold their findings against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from karabakh_data.check.engines import in_duckdb
from karabakh_data.check.package.files import TableFile, locate
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.catalogue import rules
from karabakh_data.testing.corpus import Corpus, write_corpus


@pytest.fixture(scope="session")
def with_errors(tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpus, Mapping[str, Sequence[TableFile]]]:
    """A corpus with one error of each kind, each in another story, and each table in three files."""
    corpus = Corpus(articles=800, errors={rule.id: 1 for rule in rules()}, seed=3)
    folder = tmp_path_factory.mktemp("errors")
    write_corpus(corpus, folder, parts=3)
    return corpus, locate(folder).tables


@pytest.fixture(scope="session")
def failures(with_errors: tuple[Corpus, Mapping[str, Sequence[TableFile]]]) -> Mapping[str, Failure]:
    """What the embedded engine finds in that corpus, by rule, with all examples."""
    found, not_run = in_duckdb.run(with_errors[1], rules(), 10_000)
    assert not_run == {}
    assert all(failure.count == len(failure.examples) for failure in found)
    return {failure.rule.id: failure for failure in found}
