"""Synthetic corpora: the same from the same seed, consistent with every rule, and wrong only where they are to be."""

from __future__ import annotations

import doctest
import hashlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from karabakh_data.check import check
from karabakh_data.check.articles.quotations import quotation_failures
from karabakh_data.check.articles.support import support_failures
from karabakh_data.check.rules.catalogue import rules
from karabakh_data.model import TABLES
from karabakh_data.model.arrow import from_arrow
from karabakh_data.resolve import subset
from karabakh_data.testing import corpus as corpora
from karabakh_data.testing.corpus import (
    Corpus,
    batches,
    corpus_of_events,
    corpus_tables,
    corpus_texts,
    seeded,
    write_articles,
    write_corpus,
)
from karabakh_data.testing.faults import faults

RULES = {rule.id: rule for rule in rules()}
# One alone, a pair and one, and more than there are different stories.
SIZES = pytest.mark.parametrize("articles", [1, 3, 67])


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_examples_in_the_documentation_are_true() -> None:
    assert doctest.testmod(corpora).failed == 0


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    errors = {"events: title is null": 2, "claims: claim_id is not unique": 2}
    for name, seed in (("first", 1), ("again", 1), ("other", 2)):
        write_corpus(Corpus(articles=21, seed=seed, errors=errors), tmp_path / name)
    assert hashes(tmp_path / "first") == hashes(tmp_path / "again")
    assert hashes(tmp_path / "first") != hashes(tmp_path / "other")


@SIZES
def test_a_clean_corpus_has_no_failures(articles: int, tmp_path: Path) -> None:
    corpus = Corpus(articles=articles)
    written = write_corpus(corpus, tmp_path)
    report = check(tmp_path)
    assert report.as_text().splitlines()[:-1] == []
    assert report.rows == written
    assert (written["sources"], written["events"]) == (articles, 5 * articles)


@pytest.mark.parametrize("events", [1, 2, 4, 12])
def test_articles_with_fewer_or_more_events_are_consistent_too(events: int, tmp_path: Path) -> None:
    write_corpus(Corpus(articles=5, events_per_article=events), tmp_path)
    assert check(tmp_path).failures == ()


def test_every_row_is_one_of_its_model() -> None:
    for name, table in corpus_tables(Corpus(articles=3)).items():
        assert table.num_rows > 0
        assert from_arrow(TABLES[name], table)


def test_repeated_stories_are_what_resolution_makes_of_their_claims() -> None:
    tables = corpus_tables(Corpus(articles=2 * corpora.DIFFERENT + 5))
    sources = tables["sources"]["source_id"].to_pylist()
    assert subset(tables, sources) == tables
    in_conflict = tables["claims"].filter((pc.field("record_table") == "events") & pc.field("in_conflict"))
    disputed = tables["events"].filter(pc.field("disputed"))
    assert set(in_conflict["record_id"].to_pylist()) == set(disputed["event_id"].to_pylist()) != set()


@pytest.mark.parametrize("parts", [1, 3])
def test_rows_are_sorted_by_key_through_all_parts(parts: int, tmp_path: Path) -> None:
    corpus = Corpus(articles=41)
    write_corpus(corpus, tmp_path, parts=parts)
    for name, table in corpus_tables(corpus).items():
        files = [tmp_path / f"{name}.parquet"] if parts == 1 else sorted((tmp_path / name).glob("*.parquet"))
        written = pa.concat_tables([pq.ParquetFile(file).read() for file in files]) if files else table
        assert written.to_pylist() == table.to_pylist()
        keys = list(zip(*(table[column].to_pylist() for column in TABLES[name].key), strict=True))
        assert all(before < after for before, after in pairwise(keys))


def test_portions_are_small_and_make_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = Corpus(articles=400)
    whole = corpus_tables(corpus)["claims"]
    monkeypatch.setattr(corpora, "ROWS", 1000)
    portions = list(batches(corpus, "claims"))
    assert max(portion.num_rows for portion in portions) < 1200
    assert pa.concat_tables(portions).equals(whole)


@pytest.mark.parametrize("table", ["claims", "mentions"])
def test_offsets_lead_to_the_words_and_hashes_to_the_texts(table: str) -> None:
    corpus = Corpus(articles=7)
    tables, texts = corpus_tables(corpus), dict(corpus_texts(corpus))
    for row in tables[table].to_pylist():
        text = texts[row["source_id"]]
        assert text[row["char_start"] : row["char_end"]] == row["quote" if table == "claims" else "surface"]
    for source in tables["sources"].to_pylist():
        text = texts[source["source_id"]]
        assert source["sha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert source["char_count"] == len(text)


def test_what_is_stated_can_be_read_in_its_quotation() -> None:
    assert support_failures(corpus_tables(Corpus(articles=67))) == []


def test_articles_are_written_where_their_sources_say(tmp_path: Path) -> None:
    corpus = Corpus(articles=5)
    assert write_articles(corpus, tmp_path) == 5
    tables = corpus_tables(corpus)
    assert quotation_failures(tables, tmp_path) == []
    for source in tables["sources"].to_pylist():
        content = (tmp_path / source["raw_path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == source["sha256"]


def test_a_number_of_events_is_met_exactly() -> None:
    assert corpus_tables(corpus_of_events(1000))["events"].num_rows == 1000


def test_every_rule_can_be_broken() -> None:
    assert faults().keys() == RULES.keys()


def test_every_seeded_error_is_found(tmp_path: Path) -> None:
    corpus = Corpus(articles=4 * len(RULES), errors=dict.fromkeys(RULES, 2))
    write_corpus(corpus, tmp_path, parts=3)
    report = check(tmp_path, max_failures=1000)
    assert report.not_run == {}
    found = {
        failure.rule.id: {
            tuple(example[name] for name in TABLES[failure.rule.table].key) for example in failure.examples
        }
        for failure in report.failures
    }
    wanted = seeded(corpus)
    assert {rule_id: len(keys) for rule_id, keys in wanted.items()} == dict.fromkeys(RULES, 2)
    missed = {rule_id: set(keys) - found.get(rule_id, set()) for rule_id, keys in wanted.items()}
    assert {rule_id: keys for rule_id, keys in missed.items() if keys} == {}


def test_only_what_is_asked_for_is_wrong(tmp_path: Path) -> None:
    asked = {"events: title has more than 120 characters": 4, "claims: quote is null": 3}
    corpus = Corpus(articles=60, errors=asked)
    write_corpus(corpus, tmp_path)
    failures = {failure.rule.id: failure for failure in check(tmp_path).failures}
    assert {rule_id: failure.count for rule_id, failure in failures.items()} == asked
    for rule_id, failure in failures.items():
        (key,) = TABLES[failure.rule.table].key
        assert sorted((example[key],) for example in failure.examples) == sorted(seeded(corpus)[rule_id])


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        pytest.param(lambda: Corpus(articles=0), ValueError, "expected 1 to", id="no articles"),
        pytest.param(lambda: Corpus(articles=1, events_per_article=0), ValueError, "1 to 499 events", id="no events"),
        pytest.param(lambda: corpus_of_events(7), ValueError, "7 events cannot be told", id="uneven"),
        pytest.param(
            lambda: seeded(Corpus(articles=9, errors={"no such rule": 1})),
            KeyError,
            "no rule has the id no such rule",
            id="an unknown rule",
        ),
        pytest.param(
            lambda: seeded(Corpus(articles=9, errors={"events: title is null": 4})),
            ValueError,
            "ask for 10 articles or more",
            id="too few stories",
        ),
        pytest.param(
            lambda: seeded(Corpus(articles=9, events_per_article=1, errors={"clause_events: outcome is null": 1})),
            ValueError,
            "give each article 5 events or more",
            id="too few events",
        ),
        pytest.param(
            lambda: seeded(Corpus(articles=9, errors={"vocabulary: label is null": 999})),
            ValueError,
            "the table vocabulary has fewer rows",
            id="too few terms",
        ),
    ],
)
def test_what_cannot_be_made_is_refused(call: Callable[[], object], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
