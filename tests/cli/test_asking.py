"""`list` and `search`, and what all commands do where a pipe is closed or a terminal has not all letters."""

from __future__ import annotations

import csv
import doctest
import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import corpus
import pytest
from programs import Done, programs
from typer.testing import Result

import karabakh_data as kd
from karabakh_data.cli import exits
from karabakh_data.errors import UnknownName
from karabakh_data.reader import tables

Run = Callable[..., Result]


def rows(result: Result) -> list[dict[str, str]]:
    """What a command prints as CSV."""
    return list(csv.DictReader(io.StringIO(result.stdout)))


def plain(text: str) -> str:
    """The text without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_list_of_tables(run: Run) -> None:
    listed = rows(run("list"))
    assert [row["table"] for row in listed] == kd.table_names()
    assert [int(row["rows"]) for row in listed] == [kd.load(name).num_rows for name in kd.table_names()]
    assert listed[0]["one_row_is"].startswith("something that happened")


@pytest.mark.parametrize("name", [*kd.table_names(), "timeline"])
def test_list_of_records(name: str, run: Run) -> None:
    table = getattr(kd, name)()
    listed = rows(run("list", name))
    assert len(listed) == table.num_rows
    assert all(list(row) == table.column_names for row in listed)
    shown = run("list", name, terminal=True)
    assert shown.exit_code == 0
    first = "event_id" if name == "timeline" else table.column_names[0]
    assert all(str(value) in plain(shown.stdout) for value in table[first].to_pylist())


@pytest.mark.parametrize("columns", [70, 80, 100, 140])
@pytest.mark.parametrize("name", ["casualties", "events", "claims", "places", "timeline"])
def test_a_terminal_of_any_width_breaks_no_word(name: str, columns: int, run: Run) -> None:
    table = getattr(kd, name)()
    known = {word for row in table.to_pylist() for word in said(row)} | {*table.column_names}
    *lines, note = plain(run("list", name, terminal=True, columns=columns).stdout).splitlines()
    assert {word for line in lines for word in line.split()} - known == set()
    assert note.endswith("not shown; through a pipe all are printed, as CSV")


def said(row: dict[str, Any]) -> list[str]:
    """The words of a row."""
    return [word for value in row.values() for word in str(value).split()]


def test_a_terminal_tells_who_reported_which_losses(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "DATA", tables.PACKAGE / "data")
    shown = " ".join(plain(run("list", "casualties", terminal=True, columns=80).stdout).split())
    for row in kd.casualties().to_pylist():
        told = (row[name] for name in ("measure", "best", "wording", "side_id", "reported_by"))
        assert all(" ".join(str(value).split()) in shown for value in told if value is not None)


def test_disagreements_and_names_are_asked_for_as_in_python(run: Run) -> None:
    asked = rows(run("disagreements", "--actor", "northland", "--since", "2020", "--source", corpus.FIRST))
    assert {row["record_id"] for row in asked} == {"zenda-handover"}
    assert len(asked) == kd.disagreements(actor="northland", since="2020", source=corpus.FIRST).num_rows
    assert rows(run("disagreements", "--place", "zenda", "--until", "2020-11-14")) == []
    names = rows(run("names", "places", "--place", "zenda", "--source", corpus.FIRST))
    assert [row["surface"] for row in names] == ["Zenda"]
    for wrong in (["names", "actors", "--place", "zenda"], ["list", "events", "--since", "2021", "--until", "2020"]):
        failed = run(*wrong)
        assert failed.exit_code == 2
        assert "Traceback" not in failed.stderr
    assert "since=2021-01-01 is after until=2020-12-31" in failed.stderr


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["events", "--actor", "northland"], ["northland-denial", "zenda-handover"]),
        (["events", "--type", "denial", "--type", "ceasefire"], ["northland-denial", "truce"]),
        (["events", "--place", "zenda", "--since", "2020-11", "--until", "2020-11-15"], ["zenda-handover"]),
        (["events", "--source", corpus.SECOND, "--status", "occurred"], ["northland-denial", "zenda-handover"]),
        (["clauses", "--since", "2021"], []),
    ],
    ids=" ".join,
)
def test_list_of_what_is_asked_for(asked: list[str], expected: list[str], run: Run) -> None:
    assert [next(iter(row.values())) for row in rows(run("list", *asked))] == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["list", "event"], "no table 'event'; did you mean events or .* `karabakh-data list` lists them all"),
        (["list", "events", "--actor", "northlend"], "did you mean northland\\? `karabakh-data list actors` lists"),
        (["list", "events", "--since", "soon"], "since: there is no day, month or year 'soon'"),
        (["list", "places", "--status", "planned"], "the table 'places' has no filter 'status'; it takes place, "),
        (["list", "--actor", "northland"], "--actor asks for records: name their table, such as events"),
        (["show", "zend"], "did you mean zenda or .* `karabakh-data search WORDS` finds ids"),
        (["show", "events/zend"], "`karabakh-data list events` holds all"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_exist_names_a_command(arguments: list[str], message: str, run: Run) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.search(message, result.stderr)
    assert "()" not in result.stderr


def test_all_that_does_not_exist_is_an_error_of_its_own(run: Run) -> None:
    result = run("list", "events", "--actor", "x", "--place", "y")
    assert [line[:9] for line in result.stderr.splitlines()] == ["error: th", "error: th"]


def test_the_example_of_messages_runs() -> None:
    assert doctest.testmod(exits).failed == 0


def test_search(run: Run) -> None:
    assert rows(run("search", "TSENDA")) == kd.search("tsenda").to_pylist()
    assert rows(run("search", "eight", "dead")) == kd.search("eight dead").to_pylist()
    assert rows(run("search", "qqq")) == []
    shown = plain(run("search", "zenda", terminal=True).stdout)
    assert shown.startswith("Zenda  places/zenda\n  name in an article: «Zenda»\n")
    assert shown.endswith(" found\n")


READING = [["list"], ["list", "events"], ["search", "zenda"], ["show", "events/zenda-handover"], ["names", "places"]]
READING += [["disagreements"], ["--version"], ["--help"], ["show", "--help"]]
HEAVY = ("duckdb", "frictionless", "pandas", "polars", "xlsxwriter", "matplotlib")
ABSENT = f"""
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {HEAVY!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
"""


@pytest.fixture(scope="module")
def without_heavy_libraries(small_corpus: Path) -> Mapping[str, Done]:
    return _by_call(READING, programs(small_corpus, READING, before=ABSENT))


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_needs_no_heavy_library(arguments: list[str], without_heavy_libraries: Mapping[str, Done]) -> None:
    done = without_heavy_libraries[" ".join(arguments)]
    assert (done.status, done.err) == (0, "")
    assert done.out


# Loaded once for all of these, as they are about what comes last.
LOADED = "import pandas, typer.rich_utils, karabakh_data.check.rules.catalogue\n"
PRINTING = [*READING, ["rules"], ["show", "qqq"]]


@pytest.fixture(scope="module", params=[{}, {"FORCE_COLOR": "1"}], ids=["plain", "rich"])
def to_a_closed_pipe(small_corpus: Path, request: pytest.FixtureRequest) -> Mapping[str, Done]:
    return _by_call(PRINTING, programs(small_corpus, PRINTING, closed=True, before=LOADED, **request.param))


@pytest.mark.parametrize("arguments", PRINTING[:-1], ids=" ".join)
def test_a_closed_pipe_is_no_error(arguments: list[str], to_a_closed_pipe: Mapping[str, Done]) -> None:
    done = to_a_closed_pipe[" ".join(arguments)]
    assert (done.status, done.err) == (0, "")


def test_a_closed_pipe_makes_no_wrong_call_right(to_a_closed_pipe: Mapping[str, Done]) -> None:
    assert to_a_closed_pipe["show qqq"].status == 2


def _by_call(calls: Sequence[Sequence[str]], done: Sequence[Done]) -> dict[str, Done]:
    return dict(zip(map(" ".join, calls), done, strict=True))


@pytest.mark.parametrize("terminal", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "rich"])
def test_a_letter_that_a_terminal_does_not_have_is_an_escape(terminal: dict[str, str], data: Path) -> None:
    (done,) = programs(data, [["show", "zenda-dead"]], PYTHONIOENCODING="ascii", **terminal)
    assert (done.status, done.err) == (0, "")
    assert r"\xabSeven\xbb" in plain(done.out)


def test_completion(data: Path) -> None:
    shells = [{"_KARABAKH_DATA_COMPLETE": f"source_{shell}"} for shell in ("bash", "zsh", "fish")]
    asked = {"_KARABAKH_DATA_COMPLETE": "complete_bash", "COMP_WORDS": "karabakh-data se", "COMP_CWORD": "1"}

    *scripts, offered = programs(data, [[]] * 4, [*shells, asked])

    assert [script.status for script in scripts] == [0, 0, 0]
    assert all("karabakh-data" in script.out for script in scripts)
    assert offered.out.split() == ["search"]


def test_messages_keep_what_is_no_call() -> None:
    text = str(UnknownName("the id 'zenda' stands in several tables: say 'a/zenda'"))
    assert exits.in_commands(text) == text
