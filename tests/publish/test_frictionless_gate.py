"""What frictionless finds, in rows and in files, and what it does not see and our own check does."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from karabakh_data.check import check, select
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
    "a reference to nothing": (
        *("events", lambda events: with_cell(events, "place_id", "nowhere")),
        'ForeignKey Error: .* for "place_id": values "nowhere" not found',
    ),
    "a reference to nothing in the same table": (
        *("casualties", lambda casualties: with_cell(casualties, "subset_of", "nothing")),
        'ForeignKey Error: .* for "subset_of": values "nothing" not found',
    ),
    "a key twice": (
        *("actors", lambda actors: pa.concat_tables([actors, actors[:1]])),
        '(Unique Error: .* in field "actor_id"|PrimaryKey Error: )',
    ),
    "a key of several columns twice": (
        *("event_actors", lambda links: pa.concat_tables([links, links[:1]])),
        "PrimaryKey Error: ",
    ),
    "no term": (
        *("events", lambda events: with_cell(events, "status", "settled")),
        'Constraint Error: The cell "settled" .* field "status"',
    ),
    "too great": (
        *("events", lambda events: with_cell(events, "date_prec", 9)),
        'Constraint Error: The cell "9(\\.0)?" .* field "date_prec"',
    ),
    "too long": (
        *("events", lambda events: with_cell(events, "title", "x" * 121)),
        'Constraint Error: .* field "title"',
    ),
    "against the pattern": (
        *("sources", lambda sources: with_cell(sources, "language", "English")),
        'Constraint Error: The cell "English" .* field "language"',
    ),
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


@pytest.fixture(scope="module", params=["rows", "files"])
def found(request: pytest.FixtureRequest, few: Tables, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What frictionless finds where all of this is wrong."""
    damaged = dict(few)
    for table, damage, _ in WRONG.values():
        damaged[table] = damage(damaged[table])
    if request.param == "rows":
        return inline_failures(damaged)
    return stock_failures(staged(damaged, tmp_path_factory.mktemp("wrong")))


def _told(what: str, failure: str) -> bool:
    table, _, message = WRONG[what]
    return re.match(f"{table}: {message}", failure) is not None


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_found_in_rows_and_in_files(what: str, found: list[str]) -> None:
    assert len([failure for failure in found if _told(what, failure)]) in ((1, 2) if what == "a key twice" else (1,))


def test_nothing_else_is_found(found: list[str]) -> None:
    assert [failure for failure in found if not any(_told(what, failure) for what in WRONG)] == []


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
    (failure,) = check(descriptor, rules=select(["events: *is null"])).failures
    assert failure.rule.id == "events: the file's SHA-256 is not the descriptor's"


def test_frictionless_says_which_file_it_cannot_read(published: Path, tmp_path: Path) -> None:
    shutil.copytree(published, tmp_path / "cut")
    file = tmp_path / "cut" / data_path("events")
    file.write_bytes(file.read_bytes()[:100])
    assert any(failure.startswith("events: ") for failure in stock_failures(tmp_path / "cut" / DESCRIPTOR))
