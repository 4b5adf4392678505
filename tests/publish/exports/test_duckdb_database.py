"""The DuckDB database: its rows, keys, checks and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from karabakh_data.errors import UnfitValues
from karabakh_data.model import TABLES, Event, Place, columns
from karabakh_data.publish.exports import duckdb_database
from karabakh_data.publish.exports.duckdb_database import generations, write

Tables = Mapping[str, pa.Table]


@pytest.fixture(scope="module", params=["plain", "hostile"])
def given(request: pytest.FixtureRequest) -> Tables:
    """Tables of an invented corpus, once as they are and once with hostile texts."""
    found: Tables = request.getfixturevalue("tables" if request.param == "plain" else "hostile")
    return found


@pytest.fixture(scope="module")
def file(given: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of these tables."""
    path = tmp_path_factory.mktemp("duckdb") / "all.duckdb"
    write(given, path)
    return path


@pytest.fixture(scope="module")
def database(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(file), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_ours(name: str, given: Tables, database: duckdb.DuckDBPyConnection) -> None:
    found = database.sql(f"SELECT * FROM {name} ORDER BY {', '.join(TABLES[name].key)}").to_arrow_table()
    assert found.schema.names == given[name].schema.names
    assert found.schema.types == given[name].schema.types
    assert found.to_pylist() == given[name].to_pylist()


def test_keys_and_references(database: duckdb.DuckDBPyConnection) -> None:
    found = database.sql(
        "SELECT table_name, constraint_type, constraint_column_names, referenced_table, referenced_column_names "
        "FROM duckdb_constraints() WHERE constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')"
    ).fetchall()
    keys = {table: tuple(names) for table, kind, names, _, _ in found if kind == "PRIMARY KEY"}
    assert keys == {name: model.key for name, model in TABLES.items()}
    references = {
        (table, *names, f"{target}.{', '.join(to)}") for table, kind, names, target, to in found if kind[0] == "F"
    }
    assert references == {
        (name, column.name, column.definition.references)
        for name, model in TABLES.items()
        for column in columns(model)
        if column.definition.references
    }


def test_meanings_are_comments(database: duckdb.DuckDBPyConnection) -> None:
    tables = dict(database.sql("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    assert tables == {name: f"One row is {model.one_row_is}." for name, model in TABLES.items()}
    found = database.sql("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal").fetchall()
    assert set(found) == {
        (name, column.name, column.definition.description)
        for name, model in TABLES.items()
        for column in columns(model)
    }


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("INSERT INTO vocabulary VALUES ('a', NULL, 'c', 'd')", "NOT NULL"),
        ("INSERT INTO crosswalk VALUES ('a', 'b', 'no-scheme', 'c', 'd', 'exact')", "CHECK"),
        ("INSERT INTO event_topics VALUES ('no-event', 'events', 'x')", "foreign key"),
        ("INSERT INTO events SELECT * FROM events", "[Dd]uplicate key"),
    ],
)
def test_nothing_wrong_can_be_put_in(change: str, message: str, tables: Tables, tmp_path: Path) -> None:
    write(tables, tmp_path / "all.duckdb")
    with (
        duckdb.connect(str(tmp_path / "all.duckdb")) as database,
        pytest.raises(duckdb.ConstraintException, match=message),
    ):
        database.execute(change)


def test_two_exports_hold_the_same(given: Tables, database: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """And need not be the same bytes: DuckDB gives each file an identifier of its own."""
    write(given, tmp_path / "again.duckdb")
    with duckdb.connect(str(tmp_path / "again.duckdb"), read_only=True) as again:
        for name in TABLES:
            assert again.sql(f"FROM {name}").fetchall() == database.sql(f"FROM {name}").fetchall()
        schema = "SELECT sql, comment FROM duckdb_tables() ORDER BY table_name"
        assert again.sql(schema).fetchall() == database.sql(schema).fetchall()


def places(**part_of: str | None) -> pa.Table:
    """Places by their id, each with what it is part of."""
    return pa.table({"place_id": [*part_of], "part_of": pa.array(part_of.values(), pa.string())})


def test_a_row_stands_after_the_one_it_refers_to() -> None:
    parts = generations(Place, places(a="b", b="c", c=None, d="c"))
    assert [part["place_id"].to_pylist() for part in parts] == [["c"], ["b", "d"], ["a"]]


def test_rows_that_refer_to_each_other() -> None:
    with pytest.raises(UnfitValues) as raised:
        generations(Place, places(a="b", b="a", c=None))
    assert str(raised.value).splitlines() == [
        "places/a: it refers to itself through b",
        "places/b: it refers to itself through a",
    ]


def test_rows_that_break_a_key(tables: Tables, tmp_path: Path) -> None:
    with pytest.raises(UnfitValues, match=r"foreign key.*`karabakh-data check` lists all such rows"):
        write({**tables, Event.table: tables[Event.table].slice(1)}, tmp_path / "all.duckdb")


def test_a_transaction_that_the_disk_has_no_room_for(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise duckdb.TransactionException("TransactionContext Error: Failed to commit: No space left on device")

    monkeypatch.setattr(duckdb_database, "_write", full)
    with pytest.raises(OSError, match="No space left on device"):
        write(tables, tmp_path / "out.duckdb")
