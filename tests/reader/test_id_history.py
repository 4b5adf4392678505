"""The ids of earlier releases: read from their register, published, and answered with the ids of today."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

import karabakh_data as kd
from karabakh_data.errors import UnknownName
from karabakh_data.extract.article import ExtractionError
from karabakh_data.extract.registers import read_history
from karabakh_data.model import TABLES, FormerId
from karabakh_data.model.arrow import to_arrow
from karabakh_data.publish.parquet import parquet_bytes
from karabakh_data.reader import tables

RENAMED = FormerId(
    old_id="zenda-former", record_table="events", new_id="zenda-handover", version="0.2.0", note="It said too little."
)
REMOVED = FormerId(old_id="strelsau", record_table="places", new_id=None, version="0.3.0", note=None)


def register(folder: Path, text: str) -> Path:
    (folder / "id_history.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_empty_register_is_an_empty_table(tmp_path: Path) -> None:
    assert read_history(register(tmp_path, "# none\n")) == []


def test_entries_of_the_register(tmp_path: Path) -> None:
    text = '[events.zenda-former]\nnew_id = "zenda-handover"\nversion = "0.2.0"\nnote = "It said too little."\n'
    assert read_history(register(tmp_path, text + '[places]\nstrelsau = { version = "0.3.0" }\n')) == [RENAMED, REMOVED]


def test_all_that_is_wrong_with_the_register(tmp_path: Path) -> None:
    text = '[events]\nOld = { version = "0.2" }\nolder = { new = "x", version = "0.2.0" }\noldest = "new"\n'
    with pytest.raises(ExtractionError) as caught:
        read_history(register(tmp_path, text))
    told = "\n".join(caught.value.failures)
    for field in (
        "[events.Old]: `old_id`: Value error, the value",
        "[events.Old]: `version`",
        "[events.older]: `new`: Extra inputs are not permitted",
        "[events.oldest]: `version`: Field required",
    ):
        assert f"registers/id_history.toml: {field}" in told


@pytest.fixture
def with_history(small_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small corpus, in which an event was renamed and a place removed."""
    for file in small_corpus.glob("*.parquet"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    rows = to_arrow(FormerId, [REMOVED, RENAMED])
    (tmp_path / "id_history.parquet").write_bytes(parquet_bytes(TABLES["id_history"], rows))
    assert pq.read_metadata(tmp_path / "id_history.parquet").num_rows == 2
    monkeypatch.setattr(tables, "DATA", tmp_path)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("zenda-former", "no record 'zenda-former' any more: since version 0.2.0 it is 'events/zenda-handover'"),
        ("events/zenda-former", "since version 0.2.0 it is 'events/zenda-handover'"),
        ("strelsau", "no record 'strelsau' any more: version 0.3.0 removed it from places"),
    ],
)
@pytest.mark.usefixtures("with_history")
def test_an_old_id_is_answered_with_the_new_one(asked: str, told: str) -> None:
    with pytest.raises(UnknownName, match=told):
        kd.explain(asked)


@pytest.mark.usefixtures("with_history")
def test_an_old_id_of_another_table_is_unknown() -> None:
    with pytest.raises(UnknownName, match="there is no record 'actors/zenda-former'"):
        kd.explain("actors/zenda-former")


@pytest.mark.usefixtures("with_history")
def test_the_history_of_some_articles_is_that_of_their_records() -> None:
    for source_id in kd.sources()["source_id"].to_pylist():
        there = "zenda-handover" in kd.events(sources=[source_id])["event_id"].to_pylist()
        found = kd.id_history(sources=[source_id])["old_id"].to_pylist()
        assert found == ["strelsau", *["zenda-former"] * there]
