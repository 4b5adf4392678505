"""Each command says what it does, what its arguments mean, and how it is called."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import Result

from karabakh_data.cli import app
from karabakh_data.extract.registers import read_registers
from karabakh_data.reader.citation import ISSUES
from karabakh_data.version import __version__

MAIN = "from karabakh_data.__main__ import main; main()"
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def test_the_commands() -> None:
    assert set(COMMANDS) >= {"show", "names", "disagreements", "build", "check", "rules", "diff", "export"}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_and_examples(name: str, run: Callable[..., Result]) -> None:
    command = COMMANDS[name]
    assert command.help, f"{name} needs a docstring"
    examples = re.findall(r"karabakh-data (\S+)", command.epilog)
    assert examples
    assert set(examples) == {name}
    assert run(name, "--help").exit_code == 0


@pytest.mark.parametrize("record_id", re.findall(r"karabakh-data show (\S+)", COMMANDS["show"].epilog))
def test_the_examples_name_real_records(record_id: str) -> None:
    known = [f"{table}/{one}" for table, records in read_registers().items() for one in records]
    assert record_id in known or sum(one.endswith(f"/{record_id}") for one in known) == 1


@pytest.mark.parametrize(
    ("name", "parameter"),
    [(name, parameter) for name, command in COMMANDS.items() for parameter in command.params],
    ids=lambda value: getattr(value, "name", value),
)
def test_each_argument_has_help(name: str, parameter: object) -> None:
    assert getattr(parameter, "help", None), f"{name}: {parameter} needs help"


def test_the_help_says_where_to_report_a_wrong_cell(run: Callable[..., Result]) -> None:
    assert ISSUES in run("--help").output


def test_no_command_shows_the_help(run: Callable[..., Result]) -> None:
    result = run()
    assert "disagreements" in result.output


@pytest.mark.parametrize("way", [["-m", "karabakh_data"], ["-c", MAIN]])
def test_as_a_program(way: list[str]) -> None:
    done = subprocess.run([sys.executable, *way, "--version"], check=True, capture_output=True, text=True)
    assert done.stdout == f"{__version__}\n"


def test_a_command_that_does_not_exist() -> None:
    done = subprocess.run([sys.executable, "-m", "karabakh_data", "shwo"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "No such command 'shwo'" in done.stderr


@pytest.mark.parametrize("library", ["typer", "rich"])
def test_without_the_libraries_of_the_command_line(library: str) -> None:
    code = f"import sys; sys.modules[{library!r}] = None\n{MAIN}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert "pip install 'karabakh-data[cli]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_library_of_one_command(data: Path) -> None:
    code = f"import sys; sys.modules['duckdb'] = None; sys.argv = ['', 'check', {str(data)!r}]\n{MAIN}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert (
        done.stderr == "error: this command needs more than was installed: pip install 'karabakh-data[build]', "
        "or in a clone pip install '.[build]'\n"
    )
