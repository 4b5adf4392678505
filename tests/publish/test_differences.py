"""What `compare` finds: rows by key, cells, columns and claims, and nothing where nothing differs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karabakh_data.model import TABLES, Casualty, EventTopic, Row, Source, columns
from karabakh_data.model.arrow import arrow_schema, to_arrow
from karabakh_data.publish.diff import RowChange, TableDiff, as_json, as_markdown, as_text, compare, part_of_version
from karabakh_data.publish.diff.shown import shown
from karabakh_data.testing.strategies import row_lists

PACKAGES = settings(max_examples=8)


@contextmanager
def packages(table: str, *sides: pa.Table) -> Iterator[list[Path]]:
    """Folders with these tables under that name, one each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / str(at) for at in range(len(sides))]
        for path, side in zip(paths, sides, strict=True):
            path.mkdir()
            pq.write_table(side, path / f"{table}.parquet")
        yield paths


def differences(table: str, old: pa.Table, new: pa.Table) -> tuple[list[TableDiff], list[RowChange]]:
    """What differs between two tables of that name."""
    with packages(table, old, new) as (before, after), compare(before, after) as tables:
        return tables, [row for one in tables for row in one.rows()]


def clauses(**cells: Any) -> pa.Table:
    """A clause with these cells, the rest as an invented clause has it."""
    row = {column.name: None for column in columns(TABLES["clauses"])}
    row |= {"clause_id": "bridge", "agreement_id": "truce", "provision": "ceasefire", "summary": "The bridge"}
    return pa.Table.from_pylist([row | {"modality": "obligation"} | cells], arrow_schema(TABLES["clauses"]))


def column(name: str, values: Sequence[Any], type: pa.DataType, nullable: bool = True) -> pa.Table:
    """The clause `bridge` with one column of another type, in its place; several values make several clauses."""
    table = pa.concat_tables(
        clauses().set_column(0, arrow_schema(TABLES["clauses"]).field(0), pa.array([f"bridge-{at}"]))
        for at in range(len(values))
    )
    place = table.column_names.index(name)
    return table.set_column(place, pa.field(name, type, nullable), pa.array(values, type))


@pytest.mark.parametrize("model", [Casualty, EventTopic])
@PACKAGES
@given(data=st.data())
def test_nothing_differs_from_itself(model: type[Row], data: st.DataObject) -> None:
    table = to_arrow(model, data.draw(row_lists(model)))
    assert differences(model.table, table, table.take(pa.array(range(table.num_rows)[::-1], pa.int64()))) == ([], [])


@pytest.mark.parametrize("model", [Casualty, EventTopic])
@PACKAGES
@given(data=st.data())
def test_the_other_way_round(model: type[Row], data: st.DataObject) -> None:
    old, new = (to_arrow(model, rows) for rows in two_sides(model, data))
    there, back = differences(model.table, old, new), differences(model.table, new, old)
    assert [(one.added, one.removed, one.changed) for one in there[0]] == [
        (one.removed, one.added, one.changed) for one in back[0]
    ]
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert sorted((row.kind, row.record_id) for row in there[1]) == sorted(
        (opposite[row.kind], row.record_id) for row in back[1]
    )
    assert {(row.record_id, cell.column, cell.old, cell.new) for row in there[1] for cell in row.cells} == {
        (row.record_id, cell.column, cell.new, cell.old) for row in back[1] for cell in row.cells
    }


@pytest.mark.parametrize("model", [Casualty, Source, EventTopic])
@PACKAGES
@given(data=st.data())
def test_the_changes_make_the_new_from_the_old(model: type[Row], data: st.DataObject) -> None:
    old, new = ({row.id: row.model_dump() for row in rows} for rows in two_sides(model, data))
    sides = (
        pa.Table.from_pylist(list(rows.values()), arrow_schema(model)).cast(arrow_schema(model)) for rows in (old, new)
    )
    for change in differences(model.table, *sides)[1]:
        if change.kind == "removed":
            del old[change.record_id]
        elif change.kind == "added":
            assert change.new is not None
            old[change.record_id] = {name: cell and cell.plain() for name, cell in change.new.items()}
        else:
            old[change.record_id] |= {cell.column: cell.new and cell.new.plain() for cell in change.cells}
    assert {key: as_plain(row) for key, row in old.items()} == {key: as_plain(row) for key, row in new.items()}


def two_sides(model: type[Row], data: st.DataObject) -> tuple[list[Row], list[Row]]:
    """Rows of two sides that share some keys."""
    old, new = data.draw(row_lists(model)), data.draw(row_lists(model))
    both = data.draw(st.lists(st.sampled_from(old), unique_by=lambda row: row.id)) if old else []
    others = data.draw(st.lists(row_lists(model, 1), min_size=len(both), max_size=len(both)))
    changed = [
        row.model_copy(update={name: getattr(other[0], name) for name in model.model_fields if name not in model.key})
        for row, other in zip(both, others, strict=True)
        if other
    ]
    known = {row.id for row in changed}
    return old, [*changed, *(row for row in new if row.id not in known)]


def as_plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as JSON has it."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


@pytest.mark.parametrize(
    ("old", "new", "shown_as"),
    [
        ("caf\u0065\u0301", "caf\u00e9", r"'café' (U+0065 U+0301) -> 'café' (U+00E9)"),
        ("\u0065\u0301", "\u00e9", "'\u0065\u0301' (U+0065 U+0301) -> '\u00e9' (U+00E9)"),
        ("10 km", "10\u00a0km", r"'10 km' (U+0020) -> '10\u00a0km' (U+00A0)"),
        ("bridge", "bri\u200bdge", r"'bridge' (nothing) -> 'bri\u200bdge' (U+200B)"),
        ("bridge", "bridge ", "'bridge' (nothing) -> 'bridge ' (U+0020)"),
        ("bridge", "b\nridge", r"'bridge' (nothing) -> 'b\nridge' (U+000A)"),
        ("Shusha", "Shush\u0430", "'Shusha' (U+0061) -> 'Shush\u0430' (U+0430)"),
        ("a\x1b[31mb", "a", r"'a\u001b[31mb' -> a"),
        ("a\u202eb", "ab", r"'a\u202eb' (U+202E) -> 'ab' (nothing)"),
        ("nul\x00l", "null", r"'nul\u0000l' (U+0000) -> 'null' (nothing)"),
        (None, "null", "null -> 'null'"),
        (None, "", "null -> ''"),
        ("Handover of Zenda", "Transfer of Zenda", "Handover of Zenda -> Transfer of Zenda"),
        ("x" * 300 + "a", "x" * 300 + "b", f"…{'x' * 40}a (301 characters) -> …{'x' * 40}b (301 characters)"),
    ],
)
def test_a_text_is_shown_as_what_it_is(old: str | None, new: str | None, shown_as: str) -> None:
    with packages("clauses", clauses(unit=old), clauses(unit=new)) as (before, after), compare(before, after) as tables:
        lines = list(as_text.lines(tables))
    assert lines[2] == f"      unit: {shown_as}".replace("café", "cafe\u0301", 1)


def test_texts_longer_than_what_is_read_are_told_apart_by_their_hashes() -> None:
    _, (row,) = differences("clauses", clauses(unit="x" * 5000 + "a"), clauses(unit="x" * 5000 + "b"))
    (cell,) = row.cells
    assert cell.old is not None
    assert cell.new is not None
    assert (cell.old.text, cell.old.length, cell.old.cut) == (cell.new.text, 5001, True)
    assert cell.old.sha256 != cell.new.sha256


@pytest.mark.parametrize(
    ("values", "others"),
    [
        (pa.array([float("nan")]), pa.array([float("nan")])),
        (pa.array([-0.0]), pa.array([0.0])),
        (pa.array([2.0]), pa.array([2], pa.int32())),
        (pa.array([7], pa.int32()), pa.array([7], pa.int64())),
        (pa.array([date(2020, 11, 15)]), pa.array(["2020-11-15"])),
        (pa.array(["a"]), pa.array(["a"], pa.large_string())),
        (pa.array(["a"]), pa.array(["a"]).dictionary_encode()),
    ],
    ids=["NaN", "minus nought", "float as integer", "wider integer", "day as text", "large string", "dictionary"],
)
def test_the_same_values_are_no_change_of_rows(values: pa.Array, others: pa.Array) -> None:
    sides = [column("quantity", one.to_pylist(), one.type) for one in (values, others)]
    tables, rows = differences("clauses", *sides)
    assert rows == []
    assert [one.columns[0].what for one in tables] == (
        [] if values.type == others.type else [tables[0].columns[0].what]
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (2932897, "10000-01-01"),
        (2147483647, "5881580-07-11"),
        (-2147483647, "5877642-06-24 (BC)"),
        (-2147483648, "5877642-06-23 (BC)"),
        (-719163, "0001-12-31 (BC)"),
    ],
)
def test_any_day_is_shown_as_a_day(days: int, expected: str) -> None:
    old = clauses(due_date=date(2020, 11, 15))
    place = old.column_names.index("due_date")
    new = old.set_column(place, old.schema.field(place), pa.array([days], pa.int32()).cast(pa.date32()))
    _, (row,) = differences("clauses", old, new)
    assert [(cell.column, shown(cell.old), shown(cell.new)) for cell in row.cells] == [
        ("due_date", "2020-11-15", expected)
    ]


INT, TEXT = pa.int32(), pa.string()


@pytest.mark.parametrize(
    ("old", "new", "change", "part"),
    [
        (column("quantity", [1], INT), column("quantity", [1], pa.int64()), ("type", "int32", "int64"), "major"),
        (
            column("due_date", [None], pa.date32()),
            column("due_date", [None], TEXT),
            ("type", "date32[day]", "string"),
            "major",
        ),
        (
            column("unit", ["m"], TEXT),
            column("unit", ["m"], pa.large_string()),
            ("representation", "string", "large_string"),
            "patch",
        ),
        (
            column("unit", ["m"], TEXT),
            column("unit", ["m"], TEXT, nullable=False),
            ("nullable", "null allowed", "no null"),
            "major",
        ),
        (
            column("unit", ["m"], TEXT, nullable=False),
            column("unit", ["m"], TEXT),
            ("nullable", "no null", "null allowed"),
            "minor",
        ),
        (clauses(), clauses().drop_columns(["unit"]), ("removed", "string", None), "major"),
        (clauses().drop_columns(["unit"]), clauses(), ("added", None, "string"), "major"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_columns(old: pa.Table, new: pa.Table, change: tuple[str, str | None, str | None], part: str) -> None:
    (table,), rows = differences("clauses", old, new)
    assert [(one.what, one.old, one.new) for one in table.columns] == [change]
    assert (rows, part_of_version([table])) == ([], part)


def test_the_order_of_columns_and_what_they_mean() -> None:
    old = clauses()
    names = old.column_names
    (table,), rows = differences("clauses", old, old.select([names[0], *reversed(names[1:])]))
    assert ([one.what for one in table.columns], rows) == (["order"], [])
    assert part_of_version([table]) == "major"
    meaning = old.schema.field("unit").with_metadata({"description": "Another meaning."})
    place = names.index("unit")
    (table,), _ = differences("clauses", old, old.set_column(place, meaning, old.column(place)))
    assert [(one.column, one.what, one.new) for one in table.columns] == [("unit", "description", "Another meaning.")]
    assert part_of_version([table]) == "patch"


def test_what_rows_ask_of_the_version() -> None:
    two = pa.concat_tables([clauses(), clauses(clause_id="road")])
    assert part_of_version(differences("clauses", clauses(), two)[0]) == "minor"
    assert part_of_version(differences("clauses", clauses(unit="m"), clauses(unit="km"))[0]) == "patch"
    assert part_of_version(differences("clauses", clauses(), clauses())[0]) is None


def test_a_key_is_its_columns_and_not_what_they_make_together() -> None:
    schema = arrow_schema(TABLES["clause_events"])

    def link(clause: str, event: str) -> pa.Table:
        row = {"clause_id": clause, "event_id": event, "outcome": "fulfilled", "days_late": None}
        return pa.Table.from_pylist([row], schema)

    (table,), _ = differences("clause_events", link("a/b", "c"), link("a", "b/c"))
    assert (table.added, table.removed, table.changed) == (1, 1, 0)


def test_titles_and_claims_stand_beside_the_record(small_corpus: Path, tmp_path: Path) -> None:
    """A figure and the claim on it changed, and a link of the event was removed."""
    for name in TABLES:
        table = pq.read_table(small_corpus / f"{name}.parquet")
        if name == "casualties":
            table = replaced(table, "wording", "eight or nine")
        elif name == "claims":
            table = table.filter(pc.not_equal(table.column("value"), "8"))
        elif name == "event_actors":
            table = table.filter(pc.not_equal(table.column("role"), "recipient"))
        pq.write_table(table, tmp_path / f"{name}.parquet")
    with compare(small_corpus, tmp_path) as tables:
        lines = list(as_text.lines(tables))
        data = "\n".join(as_json.lines(tables))
        notes = list(as_markdown.lines(tables))
    assert lines[:4] == [
        "casualties: 0 added, 0 removed, 1 changed",
        "  ~ zenda-dead (7 to 8 killed, military)",
        "      wording: null -> eight or nine",
        "      best: - claim 8 «eight dead soldiers» · herald-2020-12-02 · in its own voice",
    ]
    assert "  - zenda-handover/ruritania/recipient (Handover of Zenda: Ruritania: recipient)" in lines
    assert "- removed `zenda-handover/ruritania/recipient`: Handover of Zenda: Ruritania: recipient" in notes
    assert '"quote": "eight dead soldiers"' in data


def replaced(table: pa.Table, name: str, value: str) -> pa.Table:
    """The table with that value in every row of a column."""
    place = table.column_names.index(name)
    return table.set_column(place, table.schema.field(place), pa.array([value] * table.num_rows, pa.string()))
