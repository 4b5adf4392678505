"""What frictionless finds, in rows and in files, and what it does not see and our own check does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from karabakh_data.check import check
from karabakh_data.model import TABLES
from karabakh_data.publish.build import package_files
from karabakh_data.publish.descriptor import DESCRIPTOR, data_path
from karabakh_data.publish.frictionless_gate import inline_failures, stock_failures

ROOT = Path(__file__).parents[2]
Tables = Mapping[str, pa.Table]


def with_cell(table: pa.Table, name: str, value: Any) -> pa.Table:
    """The table with another value in the first row."""
    values = [value, *table[name].to_pylist()[1:]]
    place = table.schema.get_field_index(name)
    return table.set_column(place, table.schema.field(place), pa.array(values, table.schema.field(place).type))


def staged(tables: Tables, folder: Path) -> Path:
    """The package of the tables, written without any check."""
    for path, content in package_files(tables).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / DESCRIPTOR


WRONG: dict[str, tuple[str, Callable[[pa.Table], pa.Table], str]] = {
    "a reference to nothing": ("events", lambda events: with_cell(events, "place_id", "nowhere"), "ForeignKey Error"),
    "a reference to nothing in the same table": (
        "casualties",
        lambda casualties: with_cell(casualties, "subset_of", "nothing"),
        "ForeignKey Error",
    ),
    "a key twice": ("actors", lambda actors: pa.concat_tables([actors, actors[:1]]), "Unique Error"),
    "a key of several columns twice": (
        "event_actors",
        lambda links: pa.concat_tables([links, links[:1]]),
        "PrimaryKey Error",
    ),
    "no term": ("events", lambda events: with_cell(events, "status", "settled"), "Constraint Error"),
    "too great": ("events", lambda events: with_cell(events, "date_prec", 9), "Constraint Error"),
    "too long": ("events", lambda events: with_cell(events, "title", "x" * 121), "Constraint Error"),
    "against the pattern": ("sources", lambda sources: with_cell(sources, "language", "English"), "Constraint Error"),
}


def test_a_good_package_is_valid(tables: Tables, published: Path) -> None:
    assert inline_failures(tables) == []
    assert stock_failures(published / DESCRIPTOR) == []


def test_the_committed_package_is_valid_as_a_user_validates_it() -> None:
    command = [sys.executable, "-m", "frictionless", "validate", DESCRIPTOR, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    # It counts no rows of an empty table.
    assert {task["name"]: task["stats"].get("rows", 0) for task in report["tasks"]} == {
        one["name"]: one["rowCount"] for one in json.loads((ROOT / DESCRIPTOR).read_bytes())["resources"]
    }


@pytest.fixture(scope="module")
def few(tables: Tables) -> Tables:
    """The same with few rows of long tables to which no other refers: frictionless takes its time for each row."""
    return {**tables, **{name: tables[name][:9] for name in ("claims", "crosswalk", "mentions", "vocabulary")}}


def test_few_rows_are_a_good_package_too(few: Tables, tmp_path: Path) -> None:
    assert inline_failures(few) == stock_failures(staged(few, tmp_path)) == []


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_found_in_rows_and_in_files(what: str, few: Tables, tmp_path: Path) -> None:
    name, damage, expected = WRONG[what]
    damaged = {**few, name: damage(few[name])}
    for failures in (inline_failures(damaged), stock_failures(staged(damaged, tmp_path))):
        assert len(failures) == 1 or what.startswith("a key twice"), failures
        assert failures[0].startswith(f"{name}: {expected}")


def test_a_table_without_rows_is_valid(tables: Tables) -> None:
    without = {name: tables[name][:0] for name in TABLES}
    assert inline_failures(without) == []


def test_frictionless_does_not_see_another_hash_and_our_check_does(published: Path, tmp_path: Path) -> None:
    shutil.copytree(published, tmp_path / "altered")
    descriptor = tmp_path / "altered" / DESCRIPTOR
    read = json.loads(descriptor.read_text(encoding="utf-8"))
    read["resources"][0]["hash"] = "sha256:" + "0" * 64
    descriptor.write_text(json.dumps(read), encoding="utf-8")
    assert stock_failures(descriptor) == []
    (failure,) = check(descriptor).failures
    assert failure.rule.id == "events: the file's SHA-256 is not the descriptor's"


def test_frictionless_says_which_file_it_cannot_read(published: Path, tmp_path: Path) -> None:
    shutil.copytree(published, tmp_path / "cut")
    file = tmp_path / "cut" / data_path("events")
    file.write_bytes(file.read_bytes()[:100])
    assert any(failure.startswith("events: ") for failure in stock_failures(tmp_path / "cut" / DESCRIPTOR))
