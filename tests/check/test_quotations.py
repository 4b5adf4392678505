"""Quotations, mentions and passages are held to the articles, and their shares are counted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import karabakh_data
from karabakh_data.check.articles import quotations
from karabakh_data.check.articles.quotations import quotation_failures
from karabakh_data.check.articles.shares import TOO_MUCH, Shares, share_failures, shares

ROOT = Path(__file__).parents[2]
TEXT = "“Zenda” fell.\n\nRead more."
Tables = dict[str, list[dict[str, Any]]]


def rows() -> Tables:
    """An article of two passages, with a claim and a mention, as rows to be broken at will."""
    return {
        "sources": [
            {"source_id": "courier", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "char_count": len(TEXT)}
        ],
        "passages": [
            _spot("passage_id", "p1", 0, 13, role="sentence", disposition="coded"),
            _spot("passage_id", "p2", 15, 25, role="boilerplate", disposition="no_fact"),
        ],
        "claims": [_spot("claim_id", "c1", 8, 12, quote="fell")],
        "mentions": [_spot("mention_id", "m1", 1, 6, surface="Zenda")],
    }


def _spot(key: str, name: str, start: int, end: int, **cells: Any) -> dict[str, Any]:
    return {key: name, "source_id": "courier", "char_start": start, "char_end": end, **cells}


def _tables(made: Tables) -> dict[str, pa.Table]:
    return {name: pa.Table.from_pylist(listed) for name, listed in made.items()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with the article in `raw`."""
    (tmp_path / "raw" / "courier").mkdir(parents=True)
    (tmp_path / "raw" / "courier" / "article.txt").write_bytes(TEXT.encode())
    return tmp_path


def test_what_stands_in_the_articles_fails_nothing(root: Path) -> None:
    assert quotation_failures(_tables(rows()), root) == []


@pytest.mark.parametrize("name", ["sources", "passages", "claims", "mentions"])
def test_the_published_tables_stand_in_the_articles(name: str) -> None:
    tables = {table: karabakh_data.load(table) for table in rows()}

    found = [failure for failure in quotation_failures(tables, ROOT) if failure.rule.table == name]

    assert found == []


CASES: dict[str, tuple[Any, Callable[[Tables], Any], dict[str, Any]]] = {
    "other hash": (
        quotations.ALTERED,
        lambda made: made["sources"][0].update(sha256="0" * 64),
        {"found": hashlib.sha256(TEXT.encode()).hexdigest()},
    ),
    "other length": (quotations.LENGTH, lambda made: made["sources"][0].update(char_count=24), {"found": 25}),
    "other quotation": (quotations.QUOTE, lambda made: made["claims"][0].update(char_start=7), {"found": " fell"}),
    "other surface": (quotations.SURFACE, lambda made: made["mentions"][0].update(surface="zenda"), {"found": "Zenda"}),
    "gap": (
        quotations.UNTILED,
        lambda made: made["passages"][0].update(char_end=12),
        {"char_start": 12, "char_end": 15, "passages": "none", "text": "."},
    ),
    "end": (
        quotations.UNTILED,
        lambda made: made["passages"].pop(),
        {"char_start": 13, "char_end": 25, "passages": "none", "text": "Read more."},
    ),
    "overlap": (
        quotations.UNTILED,
        lambda made: made["passages"][1].update(char_start=12),
        {"char_start": 12, "char_end": 13, "passages": "several", "text": "."},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_does_not_stand_there_is_found(name: str, root: Path) -> None:
    requirement, damage, shown = CASES[name]
    made = rows()
    damage(made)

    (failure,) = quotation_failures(_tables(made), root)

    assert (failure.rule, failure.count) == (requirement, 1)
    assert failure.examples[0]["source_id"] == "courier"
    assert shown.items() <= failure.examples[0].items()


def test_a_missing_article_is_found_and_its_rows_are_left_alone(root: Path) -> None:
    (root / "raw" / "courier" / "article.txt").unlink()

    (failure,) = quotation_failures(_tables(rows()), root)

    assert failure.rule == quotations.MISSING
    assert failure.examples == ({"source_id": "courier", "expected": "raw/courier/article.txt"},)


def test_an_article_that_is_no_text_is_found(root: Path) -> None:
    (root / "raw" / "courier" / "article.txt").write_bytes(b"\xff")

    found = quotation_failures(_tables(rows()), root)

    assert [failure.rule for failure in found] == [quotations.ALTERED, quotations.NO_TEXT]


def test_white_space_between_passages_belongs_to_none(root: Path) -> None:
    made = rows()
    made["passages"][0]["char_end"] = 15

    assert quotation_failures(_tables(made), root) == []


def test_rows_without_source_or_offsets_are_left_to_other_rules(root: Path) -> None:
    made = rows()
    made["claims"].append(_spot("claim_id", "c2", 0, 4, quote="fell") | {"source_id": None})
    made["passages"].append(_spot("passage_id", "p3", 0, 4) | {"char_start": None})

    assert quotation_failures(_tables(made), root) == []


def test_failures_are_counted_beyond_their_examples(root: Path) -> None:
    made = rows()
    made["claims"] = [_spot("claim_id", f"c{number}", 8, 12, quote="rose") for number in range(12)]

    (failure,) = quotation_failures(_tables(made), root, max_examples=2)

    assert (failure.count, len(failure.examples)) == (12, 2)


def test_shares_count_each_character_once() -> None:
    made = rows()
    made["claims"] += [_spot("claim_id", "c2", 8, 13, quote="fell."), _spot("claim_id", "c3", 5, 9, quote="a” f")]

    (found,) = shares(_tables(made))

    assert found == Shares(
        source_id="courier",
        coded=13 / 23,
        dismissed=0,
        boilerplate=10 / 23,
        quoted=8 / 23,
        quoted_or_named=12 / 23,
    )


@pytest.mark.parametrize(("end", "found"), [(16, []), (20, [{"source_id": "courier", "quoted": 0.5217}])])
def test_quotations_stay_below_one_half_of_an_article(end: int, found: list[dict[str, Any]]) -> None:
    made = rows()
    made["claims"] = [_spot("claim_id", "c1", 8, end, quote=TEXT[8:end])]

    assert [(one.rule, *one.examples) for one in share_failures(_tables(made))] == [(TOO_MUCH, one) for one in found]


def test_exactly_one_half_is_too_much() -> None:
    made = rows()
    made["passages"] = [_spot("passage_id", "p1", 0, 10, role="sentence", disposition="coded")]
    made["claims"] = [_spot("claim_id", "c1", 5, 10, quote=TEXT[5:10])]

    (failure,) = share_failures(_tables(made))
    assert (failure.rule, failure.count) == (TOO_MUCH, 1)


spans = st.lists(st.tuples(st.sampled_from(["courier", "herald"]), st.integers(0, 90), st.integers(1, 10)))


@given(spans, spans)
def test_shares_are_those_of_a_set_of_characters(quoted: Any, named: Any) -> None:
    def table(key: str, listed: Any) -> pa.Table:
        made = [
            _spot(key, str(at), start, start + length) | {"source_id": source}
            for at, (source, start, length) in enumerate(listed)
        ]
        schema = {key: pa.string(), "source_id": pa.string(), "char_start": pa.int32(), "char_end": pa.int32()}
        return pa.Table.from_pylist(made, schema=pa.schema(schema))

    passages = [
        _spot("passage_id", source, 0, 100, role="caption", disposition="no_fact") | {"source_id": source}
        for source in ("courier", "herald")
    ]
    tables = {
        "passages": pa.Table.from_pylist(passages),
        "claims": table("claim_id", quoted),
        "mentions": table("mention_id", named),
    }

    for found in shares(tables):
        own, all_own = (
            {at for source, start, length in listed if source == found.source_id for at in range(start, start + length)}
            for listed in (quoted, quoted + named)
        )
        assert (found.dismissed, found.quoted, found.quoted_or_named) == (1, len(own) / 100, len(all_own) / 100)
