"""Tables of the model as tables of SQL."""

from __future__ import annotations

from datetime import date
from graphlib import CycleError
from typing import Annotated, ClassVar

import pytest

from karabakh_data.model import TABLES, Place, Row, columns
from karabakh_data.model.column import authored
from karabakh_data.publish.exports import relational
from karabakh_data.publish.exports.relational import (
    create_table,
    in_order_of_reference,
    own_references,
    referred,
)

TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "BOOLEAN", date: "DATE"}


def test_every_table_comes_after_those_that_it_refers_to() -> None:
    order = [model.table for model in in_order_of_reference()]
    assert sorted(order) == sorted(TABLES)
    for model in TABLES.values():
        targets = {target[0] for target in map(referred, columns(model)) if target} - {model.table}
        assert all(order.index(target) < order.index(model.table) for target in targets)


def test_tables_that_refer_to_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    class Chicken(Row):
        """A bird."""

        table: ClassVar[str] = "chickens"
        one_row_is: ClassVar[str] = "a bird"
        key: ClassVar[tuple[str, ...]] = ("name",)

        name: Annotated[str, authored("Its name.")]
        egg: Annotated[str, authored("Where it came from.", references="eggs.name")]

    class Egg(Row):
        """What it lays."""

        table: ClassVar[str] = "eggs"
        one_row_is: ClassVar[str] = "what it lays"
        key: ClassVar[tuple[str, ...]] = ("name",)

        name: Annotated[str, authored("Its name.")]
        chicken: Annotated[str, authored("Who laid it.", references="chickens.name")]

    monkeypatch.setattr(relational, "TABLES", {"chickens": Chicken, "eggs": Egg})
    with pytest.raises(CycleError):
        in_order_of_reference()


def test_the_statement() -> None:
    class Tool(Row):
        """A tool."""

        table: ClassVar[str] = "tools"
        one_row_is: ClassVar[str] = "a tool"
        key: ClassVar[tuple[str, ...]] = ("name", "order")

        name: Annotated[str, authored("Its name.")]
        order: Annotated[int, authored("Its place.", minimum=1, maximum=9)]
        basis: Annotated[str | None, authored("How it is known.", vocabulary="published_basis")]
        part_of: Annotated[str | None, authored("What it is part of.", references="tools.name")]

    assert create_table(Tool, TYPES, {int: "even({0})"}, commented=True) == (
        'CREATE TABLE "tools" ( -- One row is a tool.\n'
        '  "name" TEXT NOT NULL, -- Its name.\n'
        '  "order" INTEGER NOT NULL CHECK (even("order") AND "order" >= 1 AND "order" <= 9), -- Its place.\n'
        """  "basis" TEXT CHECK ("basis" IN ('stated', 'inferred')), -- How it is known.\n"""
        '  "part_of" TEXT, -- What it is part of.\n'
        '  PRIMARY KEY ("name", "order"),\n'
        '  FOREIGN KEY ("part_of") REFERENCES "tools" ("name")\n'
        ")"
    )
    assert "--" not in create_table(Tool, TYPES, {}, commented=False)
    assert own_references(Tool) == ["part_of"]


def test_a_type_that_the_database_lacks() -> None:
    with pytest.raises(KeyError, match="float"):
        create_table(Place, {str: "TEXT", int: "INTEGER", bool: "INTEGER"}, {}, commented=False)
