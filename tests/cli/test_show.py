"""`show`, `names` and `disagreements`: plain text or CSV for programs, pleasant for people."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import karabakh_data as kd
from karabakh_data.reader import tables

Run = Callable[..., Result]


def plain(text: str) -> str:
    """The text without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_show_outside_a_terminal(run: Run) -> None:
    result = run("show", "zenda-dead")
    assert result.exit_code == 0
    assert result.stdout == f"{kd.explain('zenda-dead')}\n"


def test_show_in_a_terminal(run: Run) -> None:
    result = run("show", "events/zenda-handover", terminal=True)
    text = plain(result.stdout)
    assert result.exit_code == 0
    assert re.match(r"╭─ Handover of Zenda ─+╮\n│ event_type +handover +│\n|╭─", text)
    assert "─ events/zenda-handover ─╯" in text
    assert " date_edtf [2020-11-15,2020-11-25]  DISPUTED\n" in "\n".join(line.rstrip() for line in text.splitlines())
    assert "Ruritania says that Northland handed over Zenda «on November 15»." in text
    assert "courier-2020-11-16 · Ruritania · 2020-11-15 · derived: year of publication" in text
    assert "event_actors Northland: actor" in text
    assert re.search(r"\x1b\[[0-9;]*m«on November 15»", result.stdout), "the quotation stands out"


def test_show_of_what_does_not_exist(run: Run) -> None:
    result = run("show", "zend")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: there is no record 'zend'; did you mean zenda or")
    assert result.stdout == ""


def test_show_with_a_damaged_table(run: Run, own_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_copy / "claims.parquet").write_bytes(b"PAR1")
    monkeypatch.setattr(tables, "DATA", own_copy)
    result = run("show", "zenda-dead")
    assert result.exit_code == 1
    assert "claims.parquet cannot be read as Parquet" in result.stderr


def test_names_outside_a_terminal(run: Run) -> None:
    result = run("names", "places")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert rows == [{name: str(value) for name, value in row.items()} for row in kd.surface_forms("places").to_pylist()]


def test_names_in_a_terminal(run: Run) -> None:
    lines = [line.split() for line in plain(run("names", "places", terminal=True).stdout).splitlines()]
    assert lines == [
        ["name", "source_id", "surface", "count"],
        ["Zenda", "courier-2020-11-16", "Zenda", "3"],
        ["herald-2020-12-02", "Tsenda", "1"],
        ["the", "town", "1"],
        ["1", "more", "column", "is", "not", "shown;", "through", "a", "pipe", "all", "are", "printed,", "as", "CSV"],
    ]


def test_names_of_nothing_else(run: Run) -> None:
    assert run("names", "events").exit_code == 2


def test_disagreements_outside_a_terminal(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("disagreements").stdout)))
    assert [row["value"] for row in rows] == kd.disagreements().column("value").to_pylist()
    assert rows[1]["attributed_to"] == ""


def test_disagreements_in_a_terminal(run: Run) -> None:
    text = plain(run("disagreements", terminal=True).stdout)
    assert text.startswith("casualties/zenda-dead.best\n  7  «Seven»\n      courier-2020-11-16 · ruritania\n")
    assert "      herald-2020-12-02 · northland · denies\n" in text
    assert text.endswith("7 claims\n")
