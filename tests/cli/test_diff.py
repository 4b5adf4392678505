"""`diff`: what changed between two packages."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from programs import programs
from typer.testing import Result

from karabakh_data.errors import DataFileError
from karabakh_data.publish.diff import compare

Run = Callable[..., Result]


@pytest.fixture
def data(few_tables: Path) -> Path:
    """The folder that is compared, of the tables that are changed here."""
    return few_tables


def rewrite(file: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    """Changes the table in a file."""
    pq.write_table(change(pq.ParquetFile(file).read()), file)


def without_truce(table: pa.Table) -> pa.Table:
    return table.filter(pc.not_equal(table.column("event_id"), "truce"))


def retitled(table: pa.Table) -> pa.Table:
    titles = [title.replace("Handover", "Transfer") for title in table.column("title").to_pylist()]
    place = table.column_names.index("title")
    return table.set_column(place, table.schema.field(place), pa.array(titles))


def without_unit(table: pa.Table) -> pa.Table:
    return table.drop_columns(["unit"])


def test_no_difference(run: Run, data: Path, own_copy: Path) -> None:
    with compare(data, own_copy) as tables:
        assert tables == []
    result = run("diff", data, own_copy)
    assert (result.exit_code, result.stdout) == (0, "no difference\n")


def test_rows_and_cells(run: Run, data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "events.parquet", lambda table: retitled(without_truce(table)))
    with compare(data, own_copy) as (found,):
        gone, changed = found.rows()
    assert (found.table, found.added, found.removed, found.changed) == ("events", 0, 1, 1)
    assert (gone.kind, gone.record_id, changed.kind, changed.record_id) == (
        *("removed", "truce"),
        *("changed", "zenda-handover"),
    )
    assert [(cell.column, cell.old and cell.old.text, cell.new and cell.new.text) for cell in changed.cells] == [
        ("title", "Handover of Zenda", "Transfer of Zenda")
    ]
    result = run("diff", data, own_copy)
    assert result.exit_code == 1
    assert result.stdout == (
        "events: 0 added, 1 removed, 1 changed\n"
        "  - truce (Truce)\n"
        "  ~ zenda-handover (Transfer of Zenda)\n"
        "      title: Handover of Zenda -> Transfer of Zenda\n"
        "asks for a new minor version\n"
    )
    assert "  + truce (Truce)\n" in run("diff", own_copy, data).stdout


def test_markdown(run: Run, data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "events.parquet", lambda table: retitled(without_truce(table)))
    result = run("diff", data, own_copy, "--format", "markdown")
    assert (result.exit_code, result.stdout) == (
        1,
        "### `events`: 0 added, 1 removed, 1 changed\n"
        "\n"
        "- removed `truce`: Truce\n"
        "- changed `zenda-handover`: Transfer of Zenda\n"
        "  - `title: Handover of Zenda -> Transfer of Zenda`\n"
        "\n"
        "Asks for a new minor version.\n",
    )


def test_json(run: Run, data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "events.parquet", lambda table: retitled(without_truce(table)))
    result = run("diff", data, own_copy, "--format", "json")
    found = json.loads(result.stdout)
    (events,) = found.pop("tables")
    gone, changed = events.pop("rows")
    assert (result.exit_code, found) == (1, {"asks_for": "minor"})
    assert events == {"table": "events", "only_on": None, "added": 0, "removed": 1, "changed": 1, "columns": []}
    assert (gone["kind"], gone["id"], gone["row"]["title"], gone["row"]["date_prec"]) == (
        *("removed", "truce", "Truce"),
        None,
    )
    assert changed == {
        "kind": "changed",
        "id": "zenda-handover",
        "title": "Transfer of Zenda",
        "cells": [{"column": "title", "old": "Handover of Zenda", "new": "Transfer of Zenda"}],
    }
    same = json.loads(run("diff", data, data, "--format", "json").stdout)
    assert same == {"asks_for": None, "tables": []}


def test_nothing_printed_rules_the_terminal_or_the_notes(run: Run, data: Path, own_copy: Path) -> None:
    def hostile(table: pa.Table) -> pa.Table:
        place = table.column_names.index("title")
        titles = pa.array(["\x1b[2J`x` <b>[red]\nno difference"] * table.num_rows)
        return table.set_column(place, table.schema.field(place), titles)

    rewrite(own_copy / "events.parquet", hostile)
    for arguments in ((), ("--format", "markdown"), ("--format", "json")):
        shown = run("diff", data, own_copy, *arguments).stdout
        assert "\x1b" not in shown
        assert "\nno difference" not in shown.replace("\\n", "")
    assert (
        "- changed `truce`: \\\\u001b\\[2J\\`x\\` \\<b\\>\\[red\\]"
        in run("diff", data, own_copy, "--format", "markdown").stdout
    )
    assert "[red]" in run("diff", data, own_copy, terminal=True).stdout


def test_columns_and_tables(data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "clauses.parquet", without_unit)
    (own_copy / "agreements.parquet").unlink()
    with compare(data, own_copy) as (clauses, agreements):
        (gone,) = agreements.rows()
    assert ([(one.column, one.what) for one in clauses.columns], clauses.changed) == ([("unit", "removed")], 0)
    assert (gone.record_id, agreements.columns) == ("truce-2020", ())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.drop_columns(["event_id"]), "the table events lacks its key event_id"),
        (lambda table: pa.concat_tables([table, table]), "the table events has .* twice"),
    ],
    ids=["no key", "a key twice"],
)
def test_tables_without_a_sound_key(
    run: Run, data: Path, own_copy: Path, change: Callable[[pa.Table], pa.Table], message: str
) -> None:
    rewrite(own_copy / "events.parquet", change)
    with pytest.raises(DataFileError, match=message), compare(data, own_copy):
        pass
    assert run("diff", data, own_copy).exit_code == 1


def test_diff_with_nothing(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("diff", data, data / "nowhere").exit_code == 2
    assert run("diff", data / "events.parquet", data).exit_code == 2
    (tmp_path / "empty").mkdir()
    result = run("diff", tmp_path / "empty", tmp_path / "empty")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no table of ours is in it; name the folder" in result.stderr


def test_a_closed_pipe_is_no_error(data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "events.parquet", retitled)
    calls = [["diff", str(data), str(own_copy), "--format", form] for form in ("text", "markdown", "json")]
    ended = programs(data, calls, closed=True)
    assert [(done.status, done.err) for done in ended] == [(1, "")] * 3


def test_only_tables_are_compared(run: Run, data: Path, own_copy: Path) -> None:
    (own_copy / "schemas").mkdir()
    (own_copy / "schemas" / "events.json").write_text("{}", encoding="utf-8")
    assert run("diff", data, own_copy).exit_code == 0
    assert "datapackage.json or schemas alone is no difference" in " ".join(run("diff", "--help").stdout.split())


@pytest.mark.parametrize(
    "arguments",
    [
        *(["diff", "", "."], ["diff", ".", ""], ["check", ""], ["check", ".", "--output", ""]),
        *(["export", "csv", "--to", ""], ["build", "--root", ""], ["review", "--root", ""]),
        *(["new", "", "--id", "herald-2020-12-02"], ["reliability", ""]),
    ],
    ids=" ".join,
)
def test_an_empty_path_is_not_this_folder(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "the path is empty; name a file or folder" in " ".join(result.stderr.split())


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_nobody_needs_to_listen(data: Path, own_copy: Path, closed: str) -> None:
    rewrite(own_copy / "events.parquet", retitled)
    script = f'"$0" -m karabakh_data diff "$1" "$2" {closed}'
    command = ["sh", "-c", script, sys.executable, str(data), str(own_copy)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
