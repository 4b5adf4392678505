"""Reading tables: as they are, as some articles alone would have them, and when a file is not what it should be."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import corpus
import pytest

import karabakh_data as kd
from karabakh_data.errors import DataFileError, UnknownName
from karabakh_data.reader import tables


def test_path(data: Path) -> None:
    assert kd.path("events") == data / "events.parquet"


@pytest.mark.parametrize("function", [kd.load, kd.path])
def test_a_table_that_does_not_exist(function: Callable[[str], object]) -> None:
    with pytest.raises(UnknownName, match=r"no table 'event'; did you mean events or .* lists them all"):
        function("event")


@pytest.mark.parametrize("name", kd.table_names())
def test_all_sources_together_are_the_table(name: str) -> None:
    everybody = [corpus.SECOND, corpus.FIRST, corpus.FIRST]
    assert kd.load(name, sources=everybody).equals(kd.load(name))


def test_some_sources_alone() -> None:
    (event,) = (row for row in kd.events(sources=[corpus.SECOND]).to_pylist() if row["event_id"] == "zenda-handover")
    assert (event["date_edtf"], event["place_id"], event["disputed"]) == ("2020-11-25", None, False)
    assert kd.sources(sources=[corpus.SECOND]).column("source_id").to_pylist() == [corpus.SECOND]


def test_no_source_at_all() -> None:
    assert kd.events(sources=[]).num_rows == 0


def test_sources_that_do_not_exist_are_all_named() -> None:
    with pytest.raises(UnknownName) as failure:
        kd.events(sources=["herald", corpus.FIRST, "gazette"])
    first, second = str(failure.value).splitlines()
    assert "'herald'; did you mean herald-2020-12-02?" in first
    assert "'gazette'" in second


def test_sources_are_no_text() -> None:
    with pytest.raises(TypeError, match=r"sources=\['herald-2020-12-02'\]"):
        kd.events(sources=corpus.SECOND)


def test_records() -> None:
    rows = kd.records(kd.model.Event)
    assert [row.id for row in rows] == kd.events().column("event_id").to_pylist()
    assert all(isinstance(row, kd.model.Event) for row in rows)
    assert len(kd.records(kd.model.Event, sources=[corpus.SECOND])) < len(rows)


@pytest.mark.parametrize("thing", ["events", kd.model.Row, dict])
def test_records_of_what_is_no_model(thing: type[kd.model.Row]) -> None:
    with pytest.raises(TypeError, match=r"is no row model; give one of karabakh_data\.model: Event, Actor"):
        kd.records(thing)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def damaged_inside(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4:200] = b"\xff" * 196
    file.write_bytes(content)


def of_another_kind(file: Path) -> None:
    file.write_text("event_id,title\n", encoding="utf-8")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.fixture
def own_copy(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the corpus that a test may spoil."""
    copy = tmp_path / "data"
    shutil.copytree(data, copy)
    monkeypatch.setattr(tables, "DATA", copy)
    return copy


@pytest.mark.parametrize("damage", [emptied, cut_off, damaged_inside, of_another_kind, Path.unlink, a_folder])
def test_a_file_that_cannot_be_read(damage: Callable[[Path], None], own_copy: Path) -> None:
    damage(own_copy / "events.parquet")
    with pytest.raises(
        DataFileError, match=r"events\.parquet (is missing|cannot be read as Parquet).*karabakh-data build"
    ):
        kd.events()


@pytest.mark.parametrize("name", ["datapackage.json", "CODEBOOK.md", "schemas/events.json"])
@pytest.mark.parametrize("where", ["installed", "checkout"])
def test_the_path_of_what_describes_the_tables(
    name: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "karabakh_data"
    file = (package if where == "installed" else tmp_path) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    monkeypatch.setattr(tables, "PACKAGE", package)
    assert kd.path(name) == file


def test_what_describes_the_tables_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PACKAGE", tmp_path / "karabakh_data")
    with pytest.raises(DataFileError, match=r"CODEBOOK\.md is missing; install the package again"):
        kd.path("CODEBOOK.md")


def test_what_describes_the_tables_is_no_table() -> None:
    with pytest.raises(UnknownName, match=r"there is no table 'datapackage\.json'"):
        kd.load("datapackage.json")


@pytest.mark.parametrize(
    ("name", "near"),
    [("schemas/event.json", "schemas/events.json"), ("codebook.md", "CODEBOOK.md"), ("events.parquet", "events")],
)
def test_a_file_that_does_not_exist(name: str, near: str) -> None:
    with pytest.raises(UnknownName, match=f"there is no table or file '{name}'; did you mean {near}"):
        kd.path(name)
