"""The exported SQLite database in sqlite-utils and datasette: its keys and references, and pages that read well."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import installed
import pytest

import karabakh_data as kd
from karabakh_data.model import TABLES, columns
from karabakh_data.publish.exports.sqlite_views import VIEWS

pytestmark = pytest.mark.importers


@pytest.fixture(scope="module")
def file(path_of: Callable[[str], Path]) -> Path:
    """The database of the published tables."""
    return path_of("sqlite")


@pytest.mark.parametrize("name", TABLES)
def test_sqlite_utils_knows_keys_and_references(name: str, file: Path) -> None:
    with closing(installed.module("sqlite_utils").Database(str(file))) as database:
        table = database[name]
        assert table.pks == list(TABLES[name].key)
        assert {(key.column, f"{key.other_table}.{key.other_column}") for key in table.foreign_keys} == {
            (one.name, one.definition.references) for one in columns(TABLES[name]) if one.definition.references
        }


def asked(file: Path, *paths: str) -> list[Any]:
    """What datasette answers to these addresses."""
    datasette = installed.module("datasette.app").Datasette([], immutables=[str(file)])

    async def answers() -> list[Any]:
        return [await datasette.client.get(f"/{file.stem}{path}") for path in paths]

    return asyncio.run(answers())


def test_datasette_shows_every_page(file: Path) -> None:
    paths = ["", *(f"/{name}" for name in (*TABLES, *VIEWS)), "/events?_facet=event_type&_sort=date_start"]
    assert [answer.status_code for answer in asked(file, *paths)] == [200] * len(paths)


def test_datasette_shows_names_for_ids_and_leads_to_their_rows(file: Path) -> None:
    (link, *_) = kd.event_actors().to_pylist()
    (page,) = asked(file, f"/event_actors?event_id={link['event_id']}")
    for table, column, label in (("events", "event_id", "title"), ("actors", "actor_id", "name")):
        (named,) = [row[label] for row in kd.load(table).to_pylist() if row[column] == link[column]]
        assert f'<a href="/{file.stem}/{table}/{link[column]}">{named}</a>' in page.text
