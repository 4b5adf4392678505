"""The build: the same bytes every time, nothing rewritten for nothing, and the last good files after any failure."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest
from test_frictionless_gate import with_cell

from karabakh_data.extract import ExtractionError
from karabakh_data.publish import build as building
from karabakh_data.publish.build import BuildError, build, package_files, publish_tables
from karabakh_data.publish.workspace import WORK
from karabakh_data.testing.corpus import Corpus, corpus_tables

ROOT = Path(__file__).parents[2]
Tables = Mapping[str, pa.Table]

# Another process, with other settings of everything that must not matter.
ELSEWHERE = """
import hashlib, json
from karabakh_data.publish.build import package_files
from karabakh_data.testing.corpus import Corpus, corpus_tables

files = package_files(corpus_tables(Corpus(articles=3, seed=7)))
print(json.dumps({path: hashlib.sha256(content).hexdigest() for path, content in files.items()}))
"""

# A build that waits, half done, for somebody to kill it.
WAITING = """
import sys, time
from functools import partial
from pathlib import Path
from karabakh_data.check import check, select
from karabakh_data.publish import build as building
from karabakh_data.publish.build import publish_tables
from karabakh_data.testing.corpus import Corpus, corpus_tables

def progress(step):
    print(step, flush=True)
    if step == sys.argv[2]:
        time.sleep(600)

building.check = partial(check, rules=select(["events: *is null"]))
building.inline_failures = lambda tables: []
publish_tables(corpus_tables(Corpus(articles=1, seed=8)), Path(sys.argv[1]), progress)
"""


def content(root: Path) -> dict[str, bytes]:
    """Every file below the folder, the workspace apart."""
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return {path: (root / path).read_bytes() for path in files if not path.startswith(WORK)}


@pytest.fixture
def root(tables: Tables, tmp_path: Path) -> Path:
    """A folder of its own with the package of the tables."""
    for path, one in package_files(tables).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(one)
    return tmp_path


@pytest.fixture(scope="module")
def other() -> Tables:
    """Other tables than those that are in place."""
    return corpus_tables(Corpus(articles=1, seed=8))


@pytest.mark.usefixtures("hardly_checked")
def test_a_build_makes_all_files_and_no_others(tables: Tables, tmp_path: Path) -> None:
    result = publish_tables(tables, tmp_path)
    assert content(tmp_path) == package_files(tables)
    assert result.written == sorted(package_files(tables))
    assert result.removed == []
    assert result.rows == {name: table.num_rows for name, table in tables.items()}


def test_a_build_in_another_process_gives_the_same_bytes(tables: Tables) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "5", "TZ": "Pacific/Auckland", "LC_ALL": "C", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", ELSEWHERE]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        path: hashlib.sha256(one).hexdigest() for path, one in package_files(tables).items()
    }


@pytest.mark.usefixtures("hardly_checked")
def test_what_did_not_change_is_not_written(tables: Tables, root: Path) -> None:
    (root / "CODEBOOK.md").write_text("altered", encoding="utf-8")
    before = {path: (root / path).stat().st_mtime_ns for path in content(root)}
    result = publish_tables(tables, root)
    assert result.written == ["CODEBOOK.md"]
    after = {path: (root / path).stat().st_mtime_ns for path in content(root)}
    assert {path for path in before if after[path] != before[path]} == {"CODEBOOK.md"}
    assert publish_tables(tables, root).written == []


@pytest.mark.usefixtures("hardly_checked")
def test_a_file_that_is_no_longer_made_is_removed(tables: Tables, root: Path) -> None:
    for path in ("karabakh_data/data/former.parquet", "schemas/former.json", "karabakh_data/data/notes.txt"):
        (root / path).write_text("former", encoding="utf-8")
    result = publish_tables(tables, root)
    assert result.removed == ["karabakh_data/data/former.parquet", "schemas/former.json"]
    assert content(root).keys() - package_files(tables).keys() == {"karabakh_data/data/notes.txt"}


WRONG_CELLS = {"events": ("status", "settled"), "actors": ("actor_type", "crowd")}


def test_tables_that_are_wrong_are_not_published(tables: Tables, root: Path) -> None:
    before = content(root)
    wrong = {name: with_cell(tables[name], *cell) for name, cell in WRONG_CELLS.items()}
    with pytest.raises(BuildError, match="status is no term of event_status") as caught:
        publish_tables({**tables, **wrong}, root)
    failures = caught.value.failures
    assert len({failure.partition(" (")[0] for failure in failures}) == len(failures) > 1
    assert any(failure.startswith("events: status is no term of event_status (1)\n    ") for failure in failures)
    assert content(root) == before


def test_tables_are_held_against_a_checkout(tables: Tables, root: Path, tmp_path: Path) -> None:
    before = content(root)
    with pytest.raises(BuildError, match=r"(?m)^sources: its article is not in raw"):
        publish_tables(tables, root, checkout=tmp_path)
    assert content(root) == before


@pytest.mark.usefixtures("hardly_checked")
@pytest.mark.parametrize("step", ["check", "changed", "inline_failures", "place"])
@pytest.mark.parametrize("error", [OSError("no space left"), KeyboardInterrupt()], ids=["an error", "an interrupt"])
def test_after_a_failure_at_any_step_the_last_good_files_are_there(
    error: BaseException, step: str, root: Path, other: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*arguments: object) -> None:
        raise error

    before = content(root)
    monkeypatch.setattr(building, step, failing)
    with pytest.raises(type(error)):
        publish_tables(other, root)
    assert content(root) == before
    assert {path.name for path in (root / WORK).iterdir()} == {".gitignore", "lock"}


@pytest.mark.usefixtures("hardly_checked")
def test_what_frictionless_finds_stops_the_build(root: Path, other: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(root)
    monkeypatch.setattr(building, "inline_failures", lambda tables: ["events: it is odd", "claims: so is this"])
    with pytest.raises(BuildError) as caught:
        publish_tables(other, root)
    assert caught.value.failures == ["events: it is odd", "claims: so is this"]
    assert content(root) == before


@pytest.mark.usefixtures("hardly_checked")
@pytest.mark.parametrize("step", ["checking the package", "putting the package in place"])
def test_after_a_kill_the_last_good_files_are_there(step: str, root: Path, tables: Tables, other: Tables) -> None:
    before = content(root)
    command = [sys.executable, "-c", WAITING, str(root), step]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert any(line.strip() == step for line in process.stdout)
        process.send_signal(signal.SIGKILL)
    assert content(root) == before
    assert publish_tables(tables, root).written == []
    assert {path.name for path in (root / WORK).iterdir()} == {".gitignore", "lock"}


@pytest.mark.usefixtures("hardly_checked")
def test_steps_are_told_as_they_come(tables: Tables, root: Path) -> None:
    steps: list[str] = []
    publish_tables(tables, root, steps.append)
    assert steps == ["writing the package", "checking the package"]
    (root / "CITATION.cff").unlink()
    publish_tables(tables, root, steps.append)
    assert steps[4:] == ["validating the rows with frictionless", "putting the package in place"]


def test_where_there_are_no_articles_there_is_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="holds no article; run this in a checkout of the repository"):
        build(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_committed_files_are_what_the_build_makes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: dict[str, bytes] = {}
    monkeypatch.setattr(
        building, "publish_tables", lambda tables, *_, checkout: made.update(package_files(tables, checkout))
    )
    build(ROOT)
    stale = [path for path, one in made.items() if not (ROOT / path).is_file() or (ROOT / path).read_bytes() != one]
    assert stale == [], "these are not what the articles and the code make: run `make data`, and commit what it changes"
