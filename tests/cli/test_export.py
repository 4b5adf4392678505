"""`export`: the tables in other forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import frictionless
import pyarrow.parquet as pq
import pytest
from pyarrow import csv
from typer.testing import Result

import karabakh_data as kd
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.publish.exports.csv_package import without_marks
from karabakh_data.publish.exports.formats import FORMATS
from karabakh_data.reader import tables

Run = Callable[..., Result]


def test_export_to_csv(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "package"
    result = run("export", "csv", "--to", target)
    assert (result.exit_code, result.stdout) == (0, f"{target} is written\n")
    report = frictionless.validate(str(target / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    listed = json.loads((target / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert [one["name"] for one in listed] == kd.table_names()


@pytest.mark.parametrize("name", kd.table_names())
def test_csv_loses_nothing(name: str, run: Run, tmp_path: Path) -> None:
    run("export", "csv", "--to", tmp_path / "package")
    schema = arrow_schema(kd.model.TABLES[name])
    options = csv.ConvertOptions(column_types=schema, strings_can_be_null=True, null_values=[""])
    read = csv.read_csv(tmp_path / "package" / f"{name}.csv", convert_options=options)
    assert without_marks(read).to_pylist() == kd.load(name).to_pylist()


def test_export_to_json_lines(run: Run, tmp_path: Path) -> None:
    run("export", "jsonl", "--to", tmp_path / "lines")
    lines = (tmp_path / "lines" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    rows = kd.events().to_pylist()
    assert [json.loads(line) for line in lines] == json.loads(json.dumps(rows, default=str))


def test_export_to_duckdb(run: Run, tmp_path: Path) -> None:
    run("export", "duckdb", "--to", tmp_path / "all.duckdb")
    with duckdb.connect(str(tmp_path / "all.duckdb"), read_only=True) as database:
        for name in kd.table_names():
            key = ", ".join(kd.model.TABLES[name].key)
            found = database.sql(f"SELECT * FROM {name} ORDER BY {key}").to_arrow_table()
            assert found.to_pylist() == kd.load(name).to_pylist()
        comments = dict(database.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    assert comments["sources"] == "One row is an article."


def test_export_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    result = run("export", "csv", "--to", tmp_path / "mine")
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


def test_a_failed_export_leaves_nothing(
    run: Run, own_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_copy / "crosswalk.parquet").write_bytes(b"PAR1")
    monkeypatch.setattr(tables, "DATA", own_copy)
    assert run("export", "csv", "--to", tmp_path / "out" / "package").exit_code == 1
    assert list((tmp_path / "out").iterdir()) == []


def test_export_to_no_form(run: Run) -> None:
    result = run("export", "cvs")
    assert result.exit_code == 2
    assert "there is no format 'cvs'; did you mean csv?" in result.stderr


def test_each_format_is_explained(run: Run) -> None:
    shown = " ".join(run("export", "--help").stdout.split())
    assert [form.name for form in FORMATS.values() if f"{form.name}: {form.description[:20]}" not in shown] == []


def test_a_target_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("export", "csv", "--to", tmp_path / "file" / "package")
    assert result.exit_code == 2
    assert f"error: {tmp_path / 'file' / 'package'} cannot be written (" in result.stderr
    assert f": {tmp_path / 'file'})" in result.stderr


def test_tables_that_no_database_would_take(
    run: Run, own_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = pq.read_table(own_copy / "places.parquet")
    pq.write_table(places.slice(0, 0), own_copy / "places.parquet")
    monkeypatch.setattr(tables, "DATA", own_copy)
    result = run("export", "sqlite", "--to", tmp_path / "out" / "all.sqlite")
    assert result.exit_code == 1
    errors = result.stderr.splitlines()
    assert "error: events/zenda-handover.place_id: 'zenda' is no row of places" in errors
    assert all(line.startswith("error: ") for line in errors)
    assert list((tmp_path / "out").iterdir()) == []
