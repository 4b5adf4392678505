"""The SQLite database that `karabakh-data export sqlite` makes, in sqlite-utils and datasette."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import installed
import pytest

import karabakh_data as kd
from karabakh_data.model import TABLES, columns
from karabakh_data.publish.exports.export import export
from karabakh_data.publish.exports.sqlite_views import VIEWS

pytestmark = pytest.mark.importers


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the published tables."""
    return export("sqlite", tmp_path_factory.mktemp("sqlite") / "karabakh.sqlite")


def as_sqlite(value: Any) -> Any:
    """What is lost: SQLite knows no days and no truth values."""
    return value.isoformat() if isinstance(value, date) else int(value) if isinstance(value, bool) else value


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a table as SQLite has them."""
    return [{key: as_sqlite(value) for key, value in row.items()} for row in kd.load(name).to_pylist()]


@pytest.mark.parametrize("name", TABLES)
def test_sqlite_utils_knows_rows_keys_and_references(name: str, file: Path) -> None:
    database = installed.module("sqlite_utils").Database(str(file))
    table = database[name]
    assert list(table.rows) == rows(name)
    assert table.pks == list(TABLES[name].key)
    assert {(key.column, f"{key.other_table}.{key.other_column}") for key in table.foreign_keys} == {
        (one.name, one.definition.references) for one in columns(TABLES[name]) if one.definition.references
    }
    database.close()


def asked(file: Path, *paths: str) -> list[Any]:
    """What datasette answers to these addresses."""
    datasette = installed.module("datasette.app").Datasette([], immutables=[str(file)])

    async def answers() -> list[Any]:
        return [await datasette.client.get(f"/{file.stem}{path}") for path in paths]

    return asyncio.run(answers())


@pytest.mark.parametrize("name", TABLES)
def test_datasette_serves_the_rows(name: str, file: Path) -> None:
    (answer,) = asked(file, f"/{name}.json?_shape=array&_size=max")
    key = TABLES[name].key
    assert sorted(answer.json(), key=lambda row: [row[one] for one in key]) == rows(name)[:1000]


def test_datasette_shows_every_page(file: Path) -> None:
    paths = ["", *(f"/{name}" for name in (*TABLES, *VIEWS)), "/events?_facet=event_type&_sort=date_start"]
    assert [answer.status_code for answer in asked(file, *paths)] == [200] * len(paths)


def test_datasette_shows_names_for_ids_and_leads_to_their_rows(file: Path) -> None:
    (link, *_) = kd.event_actors().to_pylist()
    (page,) = asked(file, f"/event_actors?event_id={link['event_id']}")
    for table, column, label in (("events", "event_id", "title"), ("actors", "actor_id", "name")):
        (named,) = [row[label] for row in rows(table) if row[column] == link[column]]
        assert f'<a href="/{file.stem}/{table}/{link[column]}">{named}</a>' in page.text
