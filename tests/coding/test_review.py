"""The review ledger: each row is in one unit, a unit's hash changes with what it says, and a ledger is read whole."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import corpus
import pyarrow as pa
import pytest

from karabakh_data.coding.ledger import Ledger, LedgerError, Signature, read_ledger, sign
from karabakh_data.coding.review import (
    CHANGED,
    GONE,
    HANGS_ON,
    NEVER,
    UNREADABLE,
    WRONG,
    Unit,
    review_failures,
    units,
)
from karabakh_data.model import TABLES

DAY = date(2026, 1, 31)
HEADER = "record_table\trecord_id\thash\tday\tverdict\n"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pa.Table]:
    raw = tmp_path_factory.mktemp("review") / "raw"
    corpus.write_raw(raw)
    return corpus.tables(raw)


def by_name(tables: dict[str, pa.Table]) -> dict[str, Unit]:
    return {unit.name: unit for unit in units(tables)}


def signed(tables: dict[str, pa.Table]) -> Ledger:
    return {unit.name: Signature(unit.hash, DAY, "ok") for unit in units(tables)}


def with_rows(tables: dict[str, pa.Table], table: str, rows: list[dict[str, Any]]) -> dict[str, pa.Table]:
    return tables | {table: pa.Table.from_pylist(rows, schema=tables[table].schema)}


def with_cell(tables: dict[str, pa.Table], table: str, row: int, column: str, value: Any) -> dict[str, pa.Table]:
    rows = tables[table].to_pylist()
    rows[row][column] = value
    return with_rows(tables, table, rows)


def written(path: Path, tables: dict[str, pa.Table]) -> Path:
    sign(path, signed(tables), signed(tables))
    return path


def test_each_row_is_in_one_unit(tables: dict[str, pa.Table]) -> None:
    def counted(rows: list[tuple[str, Any]]) -> Counter[str]:
        return Counter(f"{table} {sorted(row.items())}" for table, row in rows)

    found = units(tables)
    assert len({unit.name for unit in found}) == len(found)
    assert counted([row for unit in found for row in unit.rows]) == counted(
        [(name, row) for name, table in tables.items() for row in table.to_pylist()]
    )


def test_the_tables_that_have_units(tables: dict[str, pa.Table]) -> None:
    hanging = {*HANGS_ON, "claims", "mentions"}
    empty = {name for name, table in tables.items() if not table.num_rows}
    assert empty == {"id_history"}
    assert {unit.table for unit in units(tables)} == TABLES.keys() - hanging - empty
    assert all(unit.head is not None for unit in units(tables))


def test_what_hangs_on_a_record(tables: dict[str, pa.Table]) -> None:
    found = by_name(tables)
    event, clause = found["events/zenda-handover"], found["clauses/zenda-handover"]
    assert {row["actor_id"] for row in event.of("event_actors")} == {"northland", "ruritania"}
    assert {row["record_table"] for row in event.of("claims")} == {"events", "event_actors"}
    assert event.sources == {corpus.FIRST, corpus.SECOND}
    assert {table for table, _ in clause.rows} == {"clauses", "clause_actors", "clause_events", "claims"}
    assert [row["code"] for row in found["vocabulary/event_type/handover"].of("crosswalk")] == ["none"]
    headline = found[f"passages/{corpus.FIRST}/00000"]
    assert [row["surface"] for row in headline.of("mentions")] == ["Zenda"]


def test_a_mention_in_no_passage_goes_with_its_source(tables: dict[str, pa.Table]) -> None:
    rows = [row for row in tables["passages"].to_pylist() if row["role"] != "headline"]
    assert [
        row["surface"] for row in by_name(with_rows(tables, "passages", rows))[f"sources/{corpus.FIRST}"].of("mentions")
    ] == ["Zenda"]


def test_rows_that_hang_on_nothing_are_a_unit(tables: dict[str, pa.Table]) -> None:
    unit = by_name(with_rows(tables, "events", []))["events/zenda-handover"]
    assert unit.head is None
    assert len(unit.of("event_actors")) == 2


@pytest.mark.parametrize(
    ("table", "column", "value", "changed"),
    [
        ("events", "title", "Another title", {"events/northland-denial"}),
        ("claims", "note", "Another step", {"claims"}),
        ("claims", "attributed_to", "northland", {"claims"}),
        ("mentions", "entity_id", "northland", {"mentions"}),
        ("crosswalk", "match", "broad", {"vocabulary/event_type/handover"}),
        ("clause_actors", "role", "guarantor", {"clauses/zenda-handover"}),
        ("passages", "role", "caption", {f"passages/{corpus.FIRST}/00000"}),
        # Numbers that shift when a passage is split.
        ("passages", "seq", 9, set()),
        ("passages", "passage_id", "another-p001", set()),
        ("claims", "passage_id", "another-p001", set()),
        ("claims", "claim_id", "another-claim", set()),
    ],
)
def test_the_hash_changes_with_what_is_published(
    tables: dict[str, pa.Table], table: str, column: str, value: Any, changed: set[str]
) -> None:
    if changed in ({"claims"}, {"mentions"}):
        row = tables[table].to_pylist()[0]
        changed = {unit.name for unit in units(tables) if (table, row) in unit.rows}
    ledger = signed(tables)
    now = by_name(with_cell(tables, table, 0, column, value))
    assert {name for name, unit in now.items() if unit.hash != ledger[name].hash} == changed


def test_the_hash_does_not_depend_on_the_order_of_rows(tables: dict[str, pa.Table]) -> None:
    backwards = {name: table.take(pa.array(range(table.num_rows)[::-1], pa.int64())) for name, table in tables.items()}
    assert signed(backwards) == signed(tables)


def test_a_new_column_without_values_changes_no_hash(tables: dict[str, pa.Table]) -> None:
    wider = {name: table.append_column("new", pa.nulls(table.num_rows)) for name, table in tables.items()}
    assert signed(wider) == signed(tables)


def test_without_a_ledger_nothing_was_read(tables: dict[str, pa.Table], tmp_path: Path) -> None:
    failures = list(review_failures(tables, tmp_path / "review.tsv", max_failures=2))
    assert {failure.rule.name for failure in failures} == {NEVER.name}
    assert sum(failure.count for failure in failures) == len(units(tables))
    (events,) = (failure for failure in failures if failure.rule.table == "events")
    assert events.rule.severity == "error"
    assert events.count == 4
    assert events.examples == (
        {"event_id": "northland-denial", "unit": "events/northland-denial"},
        {"event_id": "ruritania-on-deaths", "unit": "events/ruritania-on-deaths"},
    )


def test_all_is_read(tables: dict[str, pa.Table], tmp_path: Path) -> None:
    assert list(review_failures(tables, written(tmp_path / "review.tsv", tables))) == []


def test_a_record_changed_since_it_was_read(tables: dict[str, pa.Table], tmp_path: Path) -> None:
    path = written(tmp_path / "review.tsv", tables)
    (failure,) = review_failures(with_cell(tables, "events", 2, "title", "Another title"), path)
    assert (failure.rule.name, failure.rule.table, failure.count) == (CHANGED.name, "events", 1)
    assert failure.examples == ({"event_id": "truce", "unit": "events/truce", "read_on": "2026-01-31"},)


def test_a_record_found_wrong(tables: dict[str, pa.Table], tmp_path: Path) -> None:
    path = written(tmp_path / "review.tsv", tables)
    unit = by_name(tables)["places/zenda"]
    sign(path, {unit.name: Signature(unit.hash, DAY, "wrong")}, signed(tables))
    (failure,) = review_failures(tables, path)
    assert (failure.rule.name, failure.rule.table, failure.rule.severity) == (WRONG.name, "places", "error")


def test_a_signature_on_a_record_that_is_gone(tables: dict[str, pa.Table], tmp_path: Path) -> None:
    path = written(tmp_path / "review.tsv", tables)
    rows = [row for row in tables["crosswalk"].to_pylist() if not row]
    fewer = with_rows(with_rows(tables, "vocabulary", tables["vocabulary"].to_pylist()[1:]), "crosswalk", rows)
    gone = tables["vocabulary"].to_pylist()[0]
    failures = {failure.rule.name: failure for failure in review_failures(fewer, path)}
    assert failures[GONE.name].rule.severity == "warning"
    assert failures[GONE.name].examples == ({"unit": f"vocabulary/{gone['vocabulary']}/{gone['term']}"},)
    assert sign(path, {}, signed(fewer)) == [f"vocabulary/{gone['vocabulary']}/{gone['term']}"]
    assert GONE.name not in {failure.rule.name for failure in review_failures(fewer, path)}


def test_the_ledger_is_sorted_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "coding" / "review.tsv"
    one, two = Signature("0" * 16, DAY, "ok"), Signature("f" * 16, DAY, "wrong")
    names = ["vocabulary/event_type/war", "events/war", "events/truce"]
    sign(path, {names[0]: one}, names)
    sign(path, {names[1]: two}, names)
    sign(path, {names[2]: one, names[0]: two}, names)
    assert path.read_text(encoding="utf-8") == (
        f"{HEADER}events\ttruce\t0000000000000000\t2026-01-31\tok\n"
        "events\twar\tffffffffffffffff\t2026-01-31\twrong\n"
        "vocabulary\tevent_type/war\tffffffffffffffff\t2026-01-31\twrong\n"
    )
    assert read_ledger(path) == {names[0]: two, names[1]: two, names[2]: one}
    assert [file.name for file in path.parent.iterdir()] == ["review.tsv"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "line 1 is not the header"),
        (b"events\ttruce\t0000000000000000\t2026-01-31\tok\n", "line 1 is not the header"),
        (b"\xff", "is not UTF-8"),
        (f"{HEADER}<<<<<<< ours\n".encode(), "line 2: there are 1 fields and not 5: '<<<<<<< ours'"),
        (f"{HEADER}events\ttruce\tabc\t2026-01-31\tok\n".encode(), "line 2: 'abc' is no hash"),
        (f"{HEADER}events\ttruce\t{'0' * 16}\t31.1.2026\tok\n".encode(), "line 2: '31.1.2026' is no day"),
        (f"{HEADER}events\ttruce\t{'0' * 16}\t2026-01-31\tgood\n".encode(), "line 2: 'good' is no verdict"),
        (
            HEADER.encode() + f"events\ttruce\t{'0' * 16}\t2026-01-31\tok\n".encode() * 2,
            "line 3: events/truce is signed a second time",
        ),
    ],
    ids=["empty", "no header", "no text", "merge", "hash", "day", "verdict", "twice"],
)
def test_a_ledger_that_cannot_be_read(
    tables: dict[str, pa.Table], tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "review.tsv"
    path.write_bytes(content)
    with pytest.raises(LedgerError) as raised:
        read_ledger(path)
    assert len(raised.value.failures) == 1
    assert message in raised.value.failures[0]
    (failure,) = review_failures(tables, path)
    assert (failure.rule, failure.examples) == (UNREADABLE, ({"line": raised.value.failures[0]},))
    with pytest.raises(LedgerError):
        sign(path, signed(tables), signed(tables))
    assert path.read_bytes() == content


def test_all_unreadable_lines_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "review.tsv"
    path.write_text(f"{HEADER}a\nb\nc\n", encoding="utf-8")
    with pytest.raises(LedgerError) as raised:
        read_ledger(path)
    assert len(raised.value.failures) == 3
