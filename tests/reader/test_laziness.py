"""What is imported when: nothing at all for the package itself, and no more than a table needs for a table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pyarrow", "matplotlib", "pydantic", "numpy", "pandas", "polars", "duckdb", "typer", "rich", "frictionless"}
LIGHT = {"typing", "pathlib", "dataclasses", "re", "inspect", "json", "importlib.metadata"}
FLOORS = {f"karabakh_data.{name}" for name in ("model", "extract", "resolve", "check", "publish", "cli")}


def imported_by(code: str) -> set[str]:
    """The modules that an isolated interpreter has after the code and had not before."""
    script = f"import sys; before = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_the_package_imports_nothing() -> None:
    imported = imported_by("import karabakh_data")
    assert imported - {"__future__"} == {
        "karabakh_data",
        "karabakh_data.reader",
        "karabakh_data.reader.each_table",
        "karabakh_data.version",
    }


def test_a_table_imports_the_reader_alone(data: Path) -> None:
    imported = imported_by(
        "import karabakh_data as kd\n"
        "from karabakh_data.reader import tables\n"
        "from pathlib import Path\n"
        f"tables.DATA = Path({str(data)!r})\n"
        "kd.events()"
    )
    assert not imported & (FLOORS | HEAVY - {"pyarrow", "numpy"})  # pyarrow imports numpy where it is installed
    assert "pyarrow.dataset" not in imported


@pytest.mark.parametrize("names", ["", ", karabakh_data.version"], ids=["alone", "after the module version"])
def test_the_models_come_when_they_are_asked_for(names: str) -> None:
    code = f"import karabakh_data{names}\nassert karabakh_data.model.Event.table == 'events'\nkarabakh_data.__version__"
    assert "karabakh_data.model" in imported_by(code)


@pytest.mark.parametrize("name", ["KarabakhDataError", "UnknownName", "DataFileError", "MissingExtra"])
def test_an_error_comes_when_it_is_asked_for(name: str) -> None:
    imported = imported_by(f"from karabakh_data import {name}\nassert {name}.__module__ == 'karabakh_data.errors'")
    assert "karabakh_data.errors" in imported
    assert not imported & (FLOORS | HEAVY)


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(subprocess.CalledProcessError) as failure:
        imported_by("import karabakh_data\nkarabakh_data.evnts")
    assert "module 'karabakh_data' has no attribute 'evnts'" in failure.value.stderr


def test_an_editor_sees_the_public_names_alone() -> None:
    import karabakh_data

    assert dir(karabakh_data) == sorted(karabakh_data.__all__)
