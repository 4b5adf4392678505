"""One function a table: complete, as the models say, and written by its generator."""

from __future__ import annotations

import doctest
import inspect

import pyarrow as pa
import pytest
import table_functions

import karabakh_data as kd
from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.reader import each_table
from karabakh_data.reader.tables import NAMES


def test_the_names_are_those_of_the_models() -> None:
    assert tuple(TABLES) == NAMES
    assert kd.tables() == list(TABLES)


def test_the_functions_are_as_generated() -> None:
    written = table_functions.TARGET.read_text(encoding="utf-8")
    assert written == table_functions.text(), "run `python tests/reader/table_functions.py`"


@pytest.mark.parametrize("name", NAMES)
def test_each_table_has_its_function(name: str) -> None:
    table = getattr(kd, name)()
    assert isinstance(table, pa.Table)
    assert table.schema.equals(arrow_schema(TABLES[name]), check_metadata=True)
    assert table.equals(kd.load(name))


@pytest.mark.parametrize("name", NAMES)
def test_each_function_describes_each_column(name: str) -> None:
    text = inspect.getdoc(getattr(kd, name)) or ""
    folded = " ".join(text.split())
    for field in arrow_schema(TABLES[name]):
        described = f"{field.name} {field.type} {field.metadata[b'description'].decode()}"
        assert described in folded


@pytest.mark.parametrize("module", [kd, each_table], ids=lambda module: module.__name__)
def test_the_examples_run(module: object) -> None:
    results = doctest.testmod(module)  # type: ignore[arg-type]
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("name", [name for name in kd.__all__ if name != "model"])
def test_each_public_function_is_documented_and_has_an_example(name: str) -> None:
    function = getattr(kd, name)
    assert callable(function), f"{name} is hidden by a module of that name"
    assert ">>> " in (inspect.getdoc(function) or "")
    assert "Raises" in function.__doc__ or name in ("tables", "version", "disagreements")
