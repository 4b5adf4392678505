"""`diff` and `export`: what changed, and the tables in other forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import frictionless
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from pyarrow import csv
from typer.testing import Result

import karabakh_data as kd
from karabakh_data.errors import DataFileError
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.publish.diff import Change, diff

Run = Callable[..., Result]


def rewrite(file: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    """Changes the table in a file."""
    pq.write_table(change(pq.ParquetFile(file).read()), file)


def without_truce(table: pa.Table) -> pa.Table:
    return table.filter(pc.not_equal(table.column("event_id"), "truce"))


def retitled(table: pa.Table) -> pa.Table:
    titles = [title.replace("Handover", "Transfer") for title in table.column("title").to_pylist()]
    return table.set_column(table.column_names.index("title"), "title", pa.array(titles))


def without_unit(table: pa.Table) -> pa.Table:
    return table.drop_columns(["unit"])


def test_no_difference(run: Run, data: Path, own_copy: Path) -> None:
    assert diff(data, own_copy) == []
    result = run("diff", data, own_copy)
    assert (result.exit_code, result.stdout) == (0, "no difference\n")


def test_rows_and_cells(run: Run, data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "events.parquet", lambda table: retitled(without_truce(table)))
    (found,) = diff(data, own_copy)
    assert (found.table, found.added, found.removed) == ("events", (), ("truce",))
    assert found.changed == (Change("zenda-handover", "title", "Handover of Zenda", "Transfer of Zenda"),)
    assert run("diff", data, own_copy).stdout == (
        "events: 0 added, 1 removed, 1 changed\n"
        "  - truce\n"
        "  ~ zenda-handover.title: Handover of Zenda -> Transfer of Zenda\n"
    )
    assert "  + truce\n" in run("diff", own_copy, data).stdout


def test_columns_and_tables(data: Path, own_copy: Path) -> None:
    rewrite(own_copy / "clauses.parquet", without_unit)
    (own_copy / "agreements.parquet").unlink()
    clauses, agreements = diff(data, own_copy)
    assert (clauses.columns_removed, clauses.changed) == (("unit",), ())
    assert (agreements.removed, agreements.columns_removed) == (("truce-2020",), ())


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
    with pytest.raises(DataFileError, match=message):
        diff(data, own_copy)
    assert run("diff", data, own_copy).exit_code == 1


def test_diff_with_nothing(run: Run, data: Path) -> None:
    assert run("diff", data, data / "nowhere").exit_code == 2
    assert run("diff", data / "events.parquet", data).exit_code == 2


def test_export_to_csv(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "package"
    result = run("export", "csv", "--to", target)
    assert (result.exit_code, result.stdout) == (0, f"{target} is written\n")
    report = frictionless.validate(str(target / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    listed = json.loads((target / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert [one["name"] for one in listed] == kd.tables()


@pytest.mark.parametrize("name", kd.tables())
def test_csv_loses_nothing(name: str, run: Run, tmp_path: Path) -> None:
    run("export", "csv", "--to", tmp_path / "package")
    schema = arrow_schema(kd.model.TABLES[name])
    options = csv.ConvertOptions(column_types=schema, strings_can_be_null=True, null_values=[""])
    read = csv.read_csv(tmp_path / "package" / f"{name}.csv", convert_options=options)
    assert read.to_pylist() == kd.load(name).to_pylist()


def test_export_to_json_lines(run: Run, tmp_path: Path) -> None:
    run("export", "jsonl", "--to", tmp_path / "lines")
    lines = (tmp_path / "lines" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    rows = kd.events().to_pylist()
    assert [json.loads(line) for line in lines] == json.loads(json.dumps(rows, default=str))


def test_export_to_duckdb(run: Run, tmp_path: Path) -> None:
    run("export", "duckdb", "--to", tmp_path / "all.duckdb")
    with duckdb.connect(str(tmp_path / "all.duckdb"), read_only=True) as database:
        for name in kd.tables():
            found = database.sql(f"SELECT * FROM {name}").to_arrow_table()
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
    from karabakh_data.reader import tables

    (own_copy / "crosswalk.parquet").write_bytes(b"PAR1")
    monkeypatch.setattr(tables, "DATA", own_copy)
    assert run("export", "csv", "--to", tmp_path / "out" / "package").exit_code == 1
    assert list((tmp_path / "out").iterdir()) == []


def test_export_to_no_form(run: Run) -> None:
    assert run("export", "xml").exit_code == 2
