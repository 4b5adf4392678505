"""The pictures that the documents show are what the code draws, and each says in words what it shows."""

from __future__ import annotations

import re
from pathlib import Path

from karabakh_data import plot
from karabakh_data.publish import pictures

ROOT = Path(__file__).parents[2]


def test_the_committed_pictures_are_those_that_are_drawn() -> None:
    folder = ROOT / pictures.PICTURES
    committed = {f"{pictures.PICTURES}/{file.name}": file.read_bytes() for file in folder.glob("*.svg")}
    drawn = pictures.pictures()
    assert set(committed) == set(drawn) == {f"{pictures.PICTURES}/{name}.svg" for name in plot.__all__}
    different = [path for path, content in drawn.items() if committed[path] != content]
    assert different == [], "run make data"


def test_they_say_nothing_of_when_and_with_what_they_were_made() -> None:
    for content in pictures.pictures().values():
        text = content.decode()
        assert not re.search(r"\d{4}-\d\d-\d\dT|[Mm]atplotlib v|https?://(?!www\.w3\.org)|/work|/tmp", text)


def test_writing_removes_what_is_not_drawn_any_more(tmp_path: Path) -> None:
    old = tmp_path / pictures.PICTURES / "of-yesterday.svg"
    old.parent.mkdir(parents=True)
    old.write_text("<svg/>", encoding="utf-8")
    pictures.write(tmp_path)
    assert {file.stem for file in old.parent.iterdir()} == set(plot.__all__)


def test_documents_describe_the_pictures_that_they_show() -> None:
    shown = re.findall(
        r"!\[([^\]]*)\]\((docs/(?:pictures|screenshots)/[^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    assert shown
    for words, path in shown:
        assert (ROOT / path).is_file()
        assert len(words) > 80
