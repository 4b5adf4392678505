"""What is new in a unit of review: nothing is lost between what came, went, changed and stayed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import corpus
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from karabakh_data.coding.changes import changes
from karabakh_data.coding.review import Unit, units


@pytest.fixture(scope="module")
def handover(tmp_path_factory: pytest.TempPathFactory) -> Unit:
    """An event with claims of two articles, actors and topics."""
    raw = tmp_path_factory.mktemp("changes") / "raw"
    corpus.write_raw(raw)
    tables: dict[str, pa.Table] = corpus.tables(raw)
    return next(unit for unit in units(tables) if unit.name == "events/zenda-handover")


def with_claim(unit: Unit, at: int, **cells: Any) -> Unit:
    """The unit with other cells in one of its claims."""
    rows = list(unit.rows)
    places = [place for place, (table, _) in enumerate(rows) if table == "claims"]
    table, row = rows[places[at]]
    rows[places[at]] = (table, {**row, **cells})
    return Unit(unit.table, unit.record_id, tuple(rows))


@pytest.mark.parametrize(
    "cells",
    [{"value": "2020-11-16"}, {"note": "another"}, {"attributed_to": "northland"}, {"char_start": 3, "char_end": 9}],
    ids=["value", "note", "speaker", "words"],
)
def test_a_claim_that_says_otherwise_or_in_other_words_has_changed(handover: Unit, cells: dict[str, Any]) -> None:
    now = with_claim(handover, 0, **cells)

    found = changes(handover, now)

    assert (found.came, found.went, found.values) == ([], [], [])
    assert [(table, was, row) for table, was, row in found.changed] == [
        ("claims", handover.of("claims")[0], now.of("claims")[0])
    ]
    assert len(found.same) == len(handover.rows) - 2


def test_a_claim_with_other_words_and_another_value_went_and_came(handover: Unit) -> None:
    found = changes(handover, with_claim(handover, 0, value="other", char_start=3, char_end=9))

    assert (len(found.came), len(found.went), found.changed) == (1, 1, [])


@pytest.mark.parametrize("cells", [{"passage_id": "x"}, {"claim_id": "x"}])
def test_what_shifts_is_no_change(handover: Unit, cells: dict[str, Any]) -> None:
    found = changes(handover, with_claim(handover, 0, **cells))

    assert (found.came, found.went, found.changed, found.values, found.conflicts) == ([], [], [], [], [])


@given(st.data())
def test_every_row_is_accounted_for(handover: Unit, data: st.DataObject) -> None:
    hanging = [one for one in handover.rows if one[0] != "events"]
    head = [one for one in handover.rows if one[0] == "events"]
    before, now = (
        Unit("events", "zenda-handover", (*head, *data.draw(st.lists(st.sampled_from(hanging), max_size=6))))
        for _ in range(2)
    )

    found = changes(before, now)

    def counted(rows: Any) -> Counter[str]:
        return Counter(str(row) for row in rows)

    changed_from = [(table, was) for table, was, _ in found.changed]
    changed_to = [(table, row) for table, _, row in found.changed]
    assert counted([*found.went, *changed_from, *found.same]) == counted(before.rows[1:])
    assert counted([*found.came, *changed_to, *found.same]) == counted(now.rows[1:])
