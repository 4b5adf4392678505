"""A verdict is kept for as long as what it rests on is the same, and not longer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from one_story import rows, write

from karabakh_data.check import Report, check, select, verdict_folder
from karabakh_data.check.engines import in_duckdb
from karabakh_data.check.package import verdicts
from karabakh_data.testing.faults import inject

FEW = select(["casualties: low*"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = rows()
    inject("casualties: low is greater than best", made)
    (tmp_path / "data").mkdir()
    write(made, tmp_path / "data", ["casualties", "claims"])
    return tmp_path / "data"


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A copy of the package."""
    return Path(shutil.copytree(verdicts.PACKAGE, tmp_path / "code", ignore=shutil.ignore_patterns("data")))


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
    first, second = (check(folder, rules=FEW, verdicts=tmp_path / "verdicts") for _ in range(2))

    assert len(runs) == 1
    assert second.as_json() == first.as_json()
    assert second.as_text() == first.as_text()
    assert second.exit_status == 1


@pytest.mark.parametrize("changed", ["a row", "the rules", "the examples", "a file more", "the code", "a library"])
def test_a_change_asks_for_another_verdict(
    changed: str, folder: Path, tmp_path: Path, runs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen, examples = FEW, 10
    check(folder, rules=chosen, max_failures=examples, verdicts=tmp_path / "verdicts")
    if changed == "a row":
        table = pq.ParquetFile(folder / "casualties.parquet").read()
        pq.write_table(table.slice(1), folder / "casualties.parquet")
    elif changed == "the rules":
        chosen = select(["casualties: low is greater than high"])
    elif changed == "the examples":
        examples = 1
    elif changed == "the code":
        (tmp_path / "code").mkdir()
        monkeypatch.setattr(verdicts, "PACKAGE", tmp_path / "code")
    elif changed == "a library":
        monkeypatch.setattr(verdicts, "version", lambda library: "0.1")
    else:
        (folder / "other.parquet").write_bytes((folder / "casualties.parquet").read_bytes())

    check(folder, rules=chosen, max_failures=examples, verdicts=tmp_path / "verdicts")

    assert len(runs) == 2


@pytest.mark.parametrize("file", ["check/rules/relations.py", "extract/language/wordings.toml", "model/edtf.py"])
@pytest.mark.parametrize("change", ["other bytes", "another name", "gone"])
def test_a_change_anywhere_in_the_code_is_noticed(file: str, change: str, code: Path) -> None:
    before = verdicts.code_hash(code)

    if change == "other bytes":
        (code / file).write_bytes((code / file).read_bytes() + b"\n")
    elif change == "another name":
        (code / file).rename((code / file).with_name("other"))
    else:
        (code / file).unlink()

    assert verdicts.code_hash(code) != before


@pytest.mark.parametrize(
    ("file", "is_code"),
    [
        ("check/rules/deeper/another.py", True),
        ("another/data.toml", True),
        ("data/events.parquet", False),
        ("check/__pycache__/another.pyc", False),
    ],
)
def test_what_is_added_to_the_code_is_noticed_and_data_are_not(file: str, is_code: bool, code: Path) -> None:
    before = verdicts.code_hash(code)

    (code / file).parent.mkdir(parents=True, exist_ok=True)
    (code / file).touch()

    assert (verdicts.code_hash(code) != before) == is_code


def test_the_code_is_this_package() -> None:
    assert Path(verdicts.__file__).is_relative_to(verdicts.PACKAGE)
    assert (verdicts.PACKAGE / "data" / "events.parquet").is_file()


def test_a_verdict_that_cannot_be_read_is_no_verdict(folder: Path, tmp_path: Path, runs: list[int]) -> None:
    report = check(folder, rules=FEW, verdicts=tmp_path / "verdicts")
    (kept,) = (tmp_path / "verdicts").iterdir()
    kept.write_text('{"rows":')

    assert check(folder, rules=FEW, verdicts=tmp_path / "verdicts").as_json() == report.as_json()
    assert len(runs) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "verdicts").write_text("a file, and no folder")

    assert check(folder, rules=FEW, verdicts=tmp_path / "verdicts").exit_status == 1


def test_reports_survive_json(folder: Path) -> None:
    report = check(folder, rules=FEW)

    assert Report.from_data(json.loads(report.as_json())).as_json() == report.as_json()


def test_verdicts_lie_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert verdict_folder() == tmp_path / "karabakh-data" / "verdicts"
