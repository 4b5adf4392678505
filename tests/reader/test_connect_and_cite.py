"""The tables in DuckDB, and how to cite them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import karabakh_data as kd
from karabakh_data.errors import DataFileError, MissingExtra, UnknownName
from karabakh_data.reader import tables
from karabakh_data.reader.citation import HOMEPAGE, YEAR
from karabakh_data.version import __version__


def test_every_table_is_a_view() -> None:
    with kd.connect() as connection:
        for name in kd.table_names():
            ((count,),) = connection.execute(f"SELECT count(*) FROM {name}").fetchall()
            assert count == kd.load(name).num_rows


@pytest.mark.parametrize("name", ["it's here", "coding [v2]", "what?", "all*", "mood=calm"])
def test_letters_of_a_path_are_letters(name: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for sibling in ("coding v", "whats", "all of it"):
        (tmp_path / sibling).mkdir()
        for file in data.glob("*.parquet"):
            (tmp_path / sibling / file.name).write_bytes(b"PAR1")
    shutil.copytree(data, tmp_path / name)
    monkeypatch.setattr(tables, "DATA", tmp_path / name)
    with kd.connect() as connection:
        assert connection.sql("SELECT * FROM events").columns == kd.events().column_names
        assert connection.execute("SELECT event_id FROM events WHERE disputed").fetchall() == [("zenda-handover",)]


def test_without_duckdb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"pip install 'karabakh-data\[duckdb\]'"):
        kd.connect()


def test_with_a_damaged_file(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(data, tmp_path / "data")
    (tmp_path / "data" / "claims.parquet").write_bytes(b"PAR1")
    monkeypatch.setattr(tables, "DATA", tmp_path / "data")
    with pytest.raises(DataFileError, match=r"claims\.parquet cannot be read as Parquet"):
        kd.connect()


@pytest.mark.parametrize("style", ["text", "bibtex"])
def test_a_citation_names_authors_year_version_and_address(style: str) -> None:
    assert "karabakh-data contributors" in kd.cite(style)
    assert __version__ in kd.cite(style)
    assert str(YEAR) in kd.cite(style)
    assert HOMEPAGE in kd.cite(style)
    assert kd.__version__ == __version__


def test_a_style_that_does_not_exist() -> None:
    with pytest.raises(UnknownName, match="no citation style 'apa'; the styles are text, bibtex"):
        kd.cite("apa")
