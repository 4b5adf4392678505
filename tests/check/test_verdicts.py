"""A verdict is kept for as long as what it rests on is the same, and not longer."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from minimal_corpus import row_of, tables, write

from karabakh_data.check import Report, check, select, verdict_folder
from karabakh_data.check.engines import in_duckdb


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tables()
    row_of(made, "casualties", "killed-civilians")["low"] = 8
    (tmp_path / "data").mkdir()
    write(made, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever the engine runs."""
    counted: list[int] = []
    run = in_duckdb.run

    def counting(*arguments: object) -> object:
        counted.append(1)
        return run(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(in_duckdb, "run", counting)
    return counted


def test_a_second_check_gives_the_same_report_and_runs_nothing(folder: Path, tmp_path: Path, runs: list[int]) -> None:
    first, second = (check(folder, verdicts=tmp_path / "verdicts") for _ in range(2))

    assert len(runs) == 1
    assert second.as_json() == first.as_json()
    assert second.as_text() == first.as_text()
    assert second.exit_status == 1


@pytest.mark.parametrize("changed", ["a row", "the rules", "the examples", "a file more"])
def test_a_change_asks_for_another_verdict(changed: str, folder: Path, tmp_path: Path, runs: list[int]) -> None:
    chosen, examples = select(["casualties"]), 10
    check(folder, rules=chosen, max_failures=examples, verdicts=tmp_path / "verdicts")
    if changed == "a row":
        table = pq.ParquetFile(folder / "casualties.parquet").read()
        pq.write_table(table.slice(1), folder / "casualties.parquet")
    elif changed == "the rules":
        chosen = select(["casualties: low*"])
    elif changed == "the examples":
        examples = 1
    else:
        (folder / "other.parquet").write_bytes((folder / "casualties.parquet").read_bytes())

    check(folder, rules=chosen, max_failures=examples, verdicts=tmp_path / "verdicts")

    assert len(runs) == 2


def test_a_verdict_that_cannot_be_read_is_no_verdict(folder: Path, tmp_path: Path, runs: list[int]) -> None:
    report = check(folder, verdicts=tmp_path / "verdicts")
    (kept,) = (tmp_path / "verdicts").iterdir()
    kept.write_text('{"rows":')

    assert check(folder, verdicts=tmp_path / "verdicts").as_json() == report.as_json()
    assert len(runs) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "verdicts").write_text("a file, and no folder")

    assert check(folder, verdicts=tmp_path / "verdicts").exit_status == 1


def test_reports_survive_json(folder: Path) -> None:
    report = check(folder)

    assert Report.from_data(json.loads(report.as_json())).as_json() == report.as_json()


def test_verdicts_lie_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert verdict_folder() == tmp_path / "karabakh-data" / "verdicts"
