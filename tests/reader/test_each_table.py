"""One function a table: complete, and as the models say."""

from __future__ import annotations

import doctest
import inspect

import pyarrow as pa
import pytest

import karabakh_data as kd
from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.reader import each_table
from karabakh_data.reader.each_table import TABLE_NAMES


def test_the_names_are_those_of_the_models() -> None:
    assert tuple(TABLES) == TABLE_NAMES
    assert kd.table_names() == list(TABLES)


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_each_table_has_its_function(name: str) -> None:
    table = getattr(kd, name)()
    assert isinstance(table, pa.Table)
    assert table.schema.equals(arrow_schema(TABLES[name]), check_metadata=True)
    assert table.equals(kd.load(name))


@pytest.mark.parametrize("name", TABLE_NAMES)
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


@pytest.mark.parametrize("name", [name for name in kd.__all__ if inspect.isfunction(getattr(kd, name))])
def test_each_public_function_is_documented_and_has_an_example(name: str) -> None:
    function = getattr(kd, name)
    assert ">>> " in (inspect.getdoc(function) or "")
    assert "Raises" in function.__doc__ or name in ("table_names", "disagreements")


def test_all_public_names_are_functions_but_these() -> None:
    others = {name for name in kd.__all__ if not inspect.isfunction(getattr(kd, name))}
    assert others == {
        "model",
        "plot",
        "__version__",
        "DataFileError",
        "KarabakhDataError",
        "MissingExtra",
        "UnknownName",
        "WrongCall",
    }
