"""What a release says of its data: made from the tables, held against the last release, and numbered as they ask."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from karabakh_data.publish.diff import compare, data_changes, part_of_version
from karabakh_data.publish.diff.release_notes import RELEASED, release_of
from karabakh_data.publish.diff.version_part import allows
from karabakh_data.publish.exports.formats import FORMATS
from karabakh_data.reader.tables import DATA
from karabakh_data.version import __version__

ROOT = Path(__file__).parents[2]


def test_a_first_release_is_counted(small_corpus: Path) -> None:
    rows = sum(pq.read_metadata(file).num_rows for file in small_corpus.glob("*.parquet"))
    told = " ".join(data_changes(None, small_corpus).split()) + "\n"
    assert told.startswith(f"- First release: {rows} rows, 4 in `events`, 2 in `actors`, 1 in `casualties`, ")
    assert told.endswith(", 1 in `crosswalk` and 0 in `id_history`.\n")


def test_changes_are_named_with_their_titles(small_corpus: Path, tmp_path: Path) -> None:
    new = Path(shutil.copytree(small_corpus, tmp_path / "new"))
    events = pq.ParquetFile(new / "events.parquet").read()
    events = events.filter(pc.not_equal(events.column("event_id"), "truce"))
    place = events.column_names.index("title")
    titles = [title.replace("Handover", "*Transfer*") for title in events.column("title").to_pylist()]
    events = events.set_column(place, events.schema.field(place), pa.array(titles))
    pq.write_table(events.drop_columns(["part_of"]), new / "events.parquet")
    assert data_changes(small_corpus, new) == (
        "- Against the last release, this asks for a new major version.\n"
        "- `events`: 0 added, 1 removed, 1 changed.\n"
        "  - column `part_of`: removed\n"
        "  - removed `truce`: Truce\n"
        "  - changed `zenda-handover`: \\*Transfer\\* of Zenda (`title`)\n"
    )


def test_no_change_is_said(small_corpus: Path) -> None:
    assert data_changes(small_corpus, small_corpus) == "- No difference to the last release.\n"


def test_the_release_that_files_are_of(published: Path, small_corpus: Path) -> None:
    assert (release_of(published), release_of(small_corpus)) == (__version__, None)


@pytest.mark.parametrize(
    ("old", "new", "part", "allowed"),
    [
        ("1.2.3", "1.2.3", None, True),
        ("1.2.3", "1.2.3", "patch", False),
        ("1.2.3", "1.2.4", "patch", True),
        ("1.2.3", "1.2.4", "minor", False),
        ("1.2.3", "1.3.0", "minor", True),
        ("1.2.3", "1.10.0", "minor", True),
        ("1.2.3", "1.3.0", "major", False),
        ("1.2.3", "2.0.0", "major", True),
        ("0.1.0", "0.2.0", "major", True),
        ("0.1.0", "0.1.1", "major", False),
    ],
)
def test_version_numbers(old: str, new: str, part: str | None, allowed: bool) -> None:
    assert allows(old, new, part) is allowed  # type: ignore[arg-type]


def unreleased(root: Path) -> str:
    """The section on data of the newest version in the changelog."""
    newest = (root / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    return re.split(r"^### ", newest, flags=re.MULTILINE)[1]


@pytest.mark.facts
def test_the_changelog_tells_what_changed() -> None:
    """The newest section holds what the tables say; after a release, not before something has changed again."""
    last = ROOT / RELEASED
    told = unreleased(ROOT)
    assert told.startswith("Data\n")
    changes = data_changes(last if last.is_dir() else None, DATA)
    if not last.is_dir() or release_of(last) != __version__:
        assert changes in told, f"CHANGELOG.md, under Data of the newest version, has to say:\n{changes}"


def test_the_changelog_names_every_format() -> None:
    told = " ".join((ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split())
    assert [name for name in FORMATS if f"`{name}`" not in told] == []
    apart = [form.name for form in FORMATS.values() if not form.same_bytes]
    assert apart == ["duckdb"]
    assert "all exports but the DuckDB database" in told


def test_the_version_is_the_one_that_the_changes_ask_for() -> None:
    """There is no last release before the first."""
    last = ROOT / RELEASED
    if last.is_dir():
        before = release_of(last)
        assert before is not None
        with compare(last, DATA) as tables:
            assert allows(before, __version__, part_of_version(tables)), f"{before} -> {__version__}"
