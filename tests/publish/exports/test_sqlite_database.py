"""The SQLite database: its rows, keys, checks, indexes and views, and the same bytes each time."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from karabakh_data.errors import UnfitValues
from karabakh_data.model import TABLES, columns
from karabakh_data.publish.about import described
from karabakh_data.publish.exports.sqlite_database import write
from karabakh_data.publish.exports.sqlite_views import VIEWS

Tables = Mapping[str, pa.Table]


@pytest.fixture(scope="module", params=["plain", "hostile"])
def given(request: pytest.FixtureRequest) -> Tables:
    """Tables of an invented corpus, once as they are and once with hostile texts."""
    found: Tables = request.getfixturevalue("tables" if request.param == "plain" else "hostile")
    return found


@pytest.fixture(scope="module")
def file(given: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of these tables."""
    path = tmp_path_factory.mktemp("sqlite") / "all.sqlite"
    write(given, path)
    return path


@pytest.fixture
def database(file: Path) -> Iterator[sqlite3.Connection]:
    """The database, opened to be changed in memory only, with its keys enforced."""
    with (
        closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as stored,
        closing(sqlite3.connect(":memory:")) as copy,
    ):
        stored.backup(copy)
        copy.execute("PRAGMA foreign_keys = ON")
        copy.row_factory = sqlite3.Row
        yield copy


def as_sqlite(value: Any) -> Any:
    """What is lost, though not to a person: SQLite knows no days and no truth values."""
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_ours(name: str, given: Tables, database: sqlite3.Connection) -> None:
    found = [dict(row) for row in database.execute(f"SELECT * FROM {name}")]
    assert found == [{key: as_sqlite(value) for key, value in row.items()} for row in given[name].to_pylist()]


@pytest.mark.parametrize("name", TABLES)
def test_columns_have_types_that_tools_know(name: str, database: sqlite3.Connection) -> None:
    declared = {
        row["name"]: (row["type"], bool(row["notnull"])) for row in database.execute(f"PRAGMA table_info({name})")
    }
    kinds = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "BOOLEAN", date: "DATE"}
    assert declared == {one.name: (kinds[one.type], not one.nullable) for one in columns(TABLES[name])}


@pytest.mark.parametrize("name", TABLES)
def test_keys_references_and_their_indexes(name: str, database: sqlite3.Connection) -> None:
    info = [row for row in database.execute(f"PRAGMA table_info({name})") if row["pk"]]
    assert [row["name"] for row in sorted(info, key=lambda row: row["pk"])] == list(TABLES[name].key)
    foreign = {
        row["from"]: f"{row['table']}.{row['to']}" for row in database.execute(f"PRAGMA foreign_key_list({name})")
    }
    assert foreign == {
        one.name: one.definition.references for one in columns(TABLES[name]) if one.definition.references
    }
    for column in foreign:
        plan = database.execute(f'EXPLAIN QUERY PLAN SELECT * FROM {name} WHERE "{column}" = ?', ("x",)).fetchone()
        assert re.search("USING (COVERING )?INDEX", plan["detail"])


def test_it_is_sound(database: sqlite3.Connection) -> None:
    assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_it_is(database: sqlite3.Connection) -> None:
    assert dict(map(tuple, database.execute("SELECT * FROM about"))) == described()


@pytest.mark.parametrize("name", TABLES)
def test_the_meaning_of_tables_and_columns_is_kept(name: str, database: sqlite3.Connection) -> None:
    (sql,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    assert f"-- One row is {TABLES[name].one_row_is}.\n" in sql
    for column in columns(TABLES[name]):
        assert f" -- {column.definition.description}\n" in sql


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("UPDATE events SET event_type = 'picnic'", "CHECK constraint failed"),
        ("UPDATE events SET disputed = 2", "CHECK constraint failed"),
        ("UPDATE events SET date_start = '2020-02-31'", "CHECK constraint failed"),
        ("UPDATE events SET date_prec = 6", "CHECK constraint failed"),
        ("UPDATE events SET claim_count = 'many'", "CHECK constraint failed"),
        ("UPDATE places SET latitude = 91.0", "CHECK constraint failed"),
        ("UPDATE events SET title = NULL", "NOT NULL constraint failed"),
        ("UPDATE events SET place_id = 'nowhere'", "FOREIGN KEY constraint failed"),
        ("UPDATE events SET part_of = 'nothing'", "FOREIGN KEY constraint failed"),
        ("UPDATE sources SET source_id = 'the-same'", "UNIQUE constraint failed"),
        ("DELETE FROM sources", "FOREIGN KEY constraint failed"),
    ],
)
def test_nothing_wrong_can_be_put_in(change: str, message: str, database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=message):
        database.execute(change)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_every_column_of_its_table_once(view: str, database: sqlite3.Connection) -> None:
    shown = [column[0] for column in database.execute(f"SELECT * FROM {view}").description]
    table = view.split("_")[0]
    assert shown[: len(columns(TABLES[table]))] == [column.name for column in columns(TABLES[table])]
    assert len(set(shown)) == len(shown)


def test_views_say_the_names(given: Tables, database: sqlite3.Connection) -> None:
    for name, table in (("events_with_names", "events"), ("casualties_with_names", "casualties")):
        assert len(database.execute(f"SELECT * FROM {name}").fetchall()) == given[table].num_rows
    assert len(database.execute("SELECT * FROM claims_with_sources").fetchall()) == given["claims"].num_rows
    named = {row["actor_id"]: row["name"] for row in given["actors"].to_pylist()}
    links = given["event_actors"].to_pylist()
    event = links[0]["event_id"]
    by_role: dict[str, list[str]] = {}
    for link in links:
        if link["event_id"] == event:
            by_role.setdefault(link["role"], []).append(named[link["actor_id"]])
    expected = "; ".join(f"{role}: {', '.join(sorted(by_role[role]))}" for role in sorted(by_role))
    (shown,) = database.execute("SELECT actors FROM events_with_names WHERE event_id = ?", (event,)).fetchone()
    assert shown == expected


def test_the_bytes_are_the_same_each_time(given: Tables, file: Path, tmp_path: Path) -> None:
    write(given, tmp_path / "again.sqlite")
    content = file.read_bytes()
    assert (tmp_path / "again.sqlite").read_bytes() == content
    assert content[96:100] == (3006019).to_bytes(4, "big")  # and not the version of SQLite that wrote it


def test_rows_that_break_a_key(tables: Tables, tmp_path: Path) -> None:
    few = {**tables, "places": tables["places"].slice(0, 0), "sources": tables["sources"].slice(1)}
    with pytest.raises(UnfitValues) as raised:
        write(few, tmp_path / "all.sqlite")
    lines = str(raised.value).splitlines()
    assert any(line.startswith("events/") and line.endswith("is no row of places") for line in lines)
    assert any(line.startswith("claims/") and line.endswith("is no row of sources") for line in lines)
    assert not (tmp_path / "all.sqlite").exists()


def test_rows_that_break_a_check(tables: Tables, tmp_path: Path) -> None:
    twice = {**tables, "sources": pa.concat_tables([tables["sources"], tables["sources"]])}
    with pytest.raises(UnfitValues, match=r"sources: UNIQUE constraint failed: sources\.source_id"):
        write(twice, tmp_path / "all.sqlite")
