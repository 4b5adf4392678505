"""Cut into slices, a check finds what it finds uncut: every kind of error, row for row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from karabakh_data.check.engines.offending_rows import Outcome
from karabakh_data.check.engines.prefilters import sorting_key
from karabakh_data.check.engines.slices import added, batches, cut, findings, pieces, rows_per_slice
from karabakh_data.check.package.files import TableFile, locate
from karabakh_data.check.package.requirements import row_counts
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.catalogue import rules
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES
from karabakh_data.testing.corpus import Corpus, seeded, write_corpus

EXAMPLES = 5


def _in_slices(
    files: Mapping[str, Sequence[TableFile]], chosen: Sequence[Rule], size: int, *, by_order: bool = True
) -> dict[str, Outcome]:
    rows = {table: row_counts(paths) for table, paths in files.items()}
    found = findings(pieces(chosen, rows, size, by_order=by_order), files, EXAMPLES, 1)
    return added(chosen, found, EXAMPLES)


def test_slices_find_what_the_whole_has(
    with_errors: tuple[Corpus, Mapping[str, Sequence[TableFile]]], failures: Mapping[str, Failure]
) -> None:
    corpus, files = with_errors
    chosen = list(rules())

    outcomes = _in_slices(files, chosen, 20_000)
    unproven = [rule for rule in chosen if rule.id not in outcomes]
    outcomes |= _in_slices(files, unproven, 10**9, by_order=False)

    assert failures.keys() == seeded(corpus).keys()
    found = [outcome for rule in chosen if isinstance(outcome := outcomes[rule.id], Failure)]
    assert [(one.rule.id, one.count, one.examples) for one in found] == [
        (one.rule.id, one.count, one.examples[:EXAMPLES]) for one in failures.values()
    ]


def test_sorted_slices_prove_that_keys_are_unique(tmp_path: Path) -> None:
    write_corpus(Corpus(articles=40), tmp_path, parts=2)
    unique = [rule for rule in rules() if sorting_key(rule)]

    assert _in_slices(locate(tmp_path).tables, unique, 200) == dict.fromkeys(rule.id for rule in unique)


def test_slices_that_do_not_follow_one_another_prove_nothing(tmp_path: Path) -> None:
    write_corpus(Corpus(articles=40), tmp_path, parts=2)
    files = locate(tmp_path).tables
    unique = [rule for rule in rules() if sorting_key(rule) and rule.table == "events"]

    assert _in_slices(files | {"events": files["events"] * 2}, unique, 50) == {}


@pytest.mark.parametrize(
    ("rows", "slices", "expected"),
    [
        ([10], 1, [((0, 0, 10),)]),
        ([10], 3, [((0, 0, 3),), ((0, 3, 6),), ((0, 6, 10),)]),
        ([2, 0, 4], 2, [((0, 0, 2), (2, 0, 1)), ((2, 1, 4),)]),
        ([0], 1, [()]),
    ],
)
def test_cut(rows: list[int], slices: int, expected: list[object]) -> None:
    assert cut(rows, slices) == expected


def test_small_pieces_share_a_batch_and_great_ones_do_not() -> None:
    rows = {table: [10] for table in TABLES} | {"events": [10_000]}
    chosen = list(rules())
    size = rows_per_slice(chosen, rows, 2)

    planned = pieces(chosen, rows, size)
    packed = batches(planned, size)

    assert [piece for batch in packed for piece in batch] == planned
    assert len(packed) < len(planned) / 10
    assert all(len(batch) == 1 or sum(piece.rows for piece in batch) <= size for batch in packed)


def test_a_relation_names_its_own_table_first() -> None:
    others = [
        rule.id
        for rule in rules()
        if not rule.whole and re.findall(r"\b(?:FROM|JOIN)\s+([a-z_]+)", f"FROM {rule.relation}")[0] != rule.table
    ]

    assert others == []
