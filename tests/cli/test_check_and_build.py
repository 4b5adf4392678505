"""`check`, `rules` and `build`: what they print, and how they end."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import Result

from karabakh_data.check.package.requirements import REQUIREMENTS
from karabakh_data.check.rules import catalogue
from karabakh_data.coding import checkout

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]


def damage(data: Path) -> None:
    """Gives an event a status that is no term."""
    file = data / "events.parquet"
    table = pq.ParquetFile(file).read()
    at = table.column_names.index("status")
    pq.write_table(table.set_column(at, table.schema.field(at), pa.array(["settled"] * table.num_rows)), file)


def test_check_of_broken_tables(run: Run, own_copy: Path) -> None:
    damage(own_copy)
    result = run("check", own_copy)
    assert result.exit_code == 1
    assert "events: status is no term of event_status (4)" in result.stdout
    assert "zenda-handover" in result.stdout


def test_check_into_a_table(run: Run, own_copy: Path, tmp_path: Path) -> None:
    damage(own_copy)
    (own_copy / "claims.parquet").unlink()
    file = tmp_path / "reports" / "report.parquet"
    file.parent.mkdir()
    result = run("check", own_copy, "--output", file, "--max-failures", 1)
    assert result.exit_code == 1
    rows = pq.ParquetFile(file).read().to_pylist()
    (status,) = (row for row in rows if row["rule"] == "status is no term of event_status")
    assert (status["table"], status["severity"], status["count"]) == ("events", "error", 4)
    assert json.loads(status["example"])["event_id"] == status["record_id"]
    (unread,) = (row for row in rows if row["table"] == "claims" and row["rule"] == "claim_id is not unique")
    assert unread["severity"] == "not run"
    assert json.loads(unread["example"]) == {"reason": "no readable table claims"}
    assert list(file.parent.iterdir()) == [file]


def test_no_folder_for_the_table(run: Run, own_copy: Path, tmp_path: Path) -> None:
    result = run("check", own_copy, "--output", tmp_path / "nowhere" / "report.parquet")
    assert result.exit_code == 2
    assert f"{tmp_path / 'nowhere'}: no such folder" in result.stderr


def test_a_table_that_cannot_be_written(run: Run, own_copy: Path, tmp_path: Path) -> None:
    (tmp_path / "report.parquet").mkdir()
    result = run("check", own_copy, "--output", tmp_path / "report.parquet")
    assert result.exit_code == 2
    assert f"{tmp_path / 'report.parquet'} cannot be written" in result.stderr


def test_check_for_machines(run: Run, own_copy: Path) -> None:
    damage(own_copy)
    result = run("check", own_copy, "--format", "json", "--max-failures", 2, "--rules", "*: status is no term*")
    report = json.loads(result.stdout)
    assert [(one["table"], one["count"], len(one["examples"])) for one in report["failures"]] == [("events", 4, 2)]
    assert report["exit_status"] == result.exit_code == 1


def test_only_a_checkout_is_accounted_for(run: Run, data: Path) -> None:
    accounts = json.loads(run("check", ROOT, "--format", "json").stdout)["accounts"]
    lines = run("check", ROOT).stdout.splitlines()
    assert set(accounts["sources"]) == {folder.name for folder in (ROOT / "raw").iterdir() if folder.is_dir()}
    assert [line.split(":")[0] for line in lines][: len(accounts["sources"]) + 1] == [*accounts["sources"], "claims"]
    assert "accounts" not in json.loads(run("check", data, "--format", "json").stdout)


def test_check_of_the_installed_tables(run: Run) -> None:
    result = run("check", "--rules", "events: status is no term of event_status")
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: no such folder"),
        (["--rules", "no-such-rule"], "no rule is called 'no-such-rule'"),
        ([__file__], "expected a folder of Parquet files"),
    ],
)
def test_check_called_wrongly(run: Run, arguments: list[str], message: str) -> None:
    result = run("check", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_rules(run: Run) -> None:
    everything = (*REQUIREMENTS, *catalogue.rules(), *checkout.REQUIREMENTS)
    lines = run("rules").stdout.splitlines()
    assert lines == [*(f"{rule.id}  ({rule.severity})" for rule in everything), f"{len(everything)} rules"]


def test_rules_of_a_table_with_their_sql(run: Run) -> None:
    chosen = catalogue.select(["casualties: low*"])
    lines = run("rules", "casualties: low*", "--sql").stdout.splitlines()
    assert lines[:-1:2] == [f"{rule.id}  ({rule.severity})" for rule in chosen]
    assert lines[1::2] == [f"    {rule.sql}" for rule in chosen]


def test_a_cluster_goes_with_spark(run: Run) -> None:
    result = run("check", "--master", "spark://127.0.0.1:7077")
    assert result.exit_code == 2
    assert "add --engine spark" in result.stderr


def test_a_second_check_gives_the_same_report(run: Run) -> None:
    first, second, fresh = run("check"), run("check"), run("check", "--fresh")
    assert first.stdout == second.stdout == fresh.stdout


def test_rules_that_do_not_exist(run: Run) -> None:
    result = run("rules", "no-such-table")
    assert result.exit_code == 2
    assert "no rule is called 'no-such-table'" in result.stderr


def test_build_without_articles(run: Run, tmp_path: Path) -> None:
    result = run("build", "--root", tmp_path)
    assert result.exit_code == 1
    assert "error: " in result.stderr
    assert "holds no article" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_build_lists_all_failures(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "raw", tmp_path / "raw")
    for name in ("trend-2020-11-26", "obct-2023-09-20"):
        (tmp_path / "raw" / name / "article.txt").write_text("another text", encoding="utf-8")
    result = run("build", "--root", tmp_path)
    assert result.exit_code == 1
    *errors, note = result.stderr.splitlines()
    assert sum(line.startswith("error: ") and "the text was altered" in line for line in errors) == 2
    assert note.startswith("nothing was changed")
