"""The five articles as they are coded."""

from pathlib import Path

import pytest

from karabakh_data.check.articles.private_names import private_words, words_of
from karabakh_data.extract import Extraction, ExtractionError, extract
from karabakh_data.extract.extraction import folders, script_name

ROOT = Path(__file__).parents[2]
SOURCES = [folder.name for folder in folders(ROOT / "raw")]

PRIVATE = private_words(ROOT)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract(ROOT)


def test_every_quotation_is_what_stands_there(extraction: Extraction) -> None:
    for claim in extraction.claims:
        text = (ROOT / "raw" / claim.source_id / "article.txt").read_bytes().decode()
        assert text[claim.char_start : claim.char_end] == claim.quote


@pytest.mark.parametrize("source_id", SOURCES)
def test_every_character_lies_in_one_passage(extraction: Extraction, source_id: str) -> None:
    text = (ROOT / "raw" / source_id / "article.txt").read_bytes().decode()
    held = [0] * len(text)
    for passage in extraction.passages:
        if passage.source_id == source_id:
            for at in range(passage.char_start, passage.char_end):
                held[at] += 1

    assert max(held) == 1
    assert all(count or character.isspace() for count, character in zip(held, text, strict=True))


def test_scripts_and_articles_are_paired(tmp_path: Path) -> None:
    for source_id in [*SOURCES[1:], "invented-2020"]:
        (tmp_path / "raw" / source_id).mkdir(parents=True)

    with pytest.raises(ExtractionError) as error:
        extract(tmp_path)
    assert "invented-2020: extract/scripts/invented_2020.py is missing" in str(error.value)
    assert f"extract/scripts/{script_name(SOURCES[0])}.py has no article" in str(error.value)


def test_no_articles_at_all_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="holds no article; run this in a checkout"):
        extract(tmp_path)


def test_the_private_names_are_the_articles_own() -> None:
    words: set[str] = set()
    for source_id in SOURCES:
        words |= words_of((ROOT / "raw" / source_id / "article.txt").read_bytes().decode())

    assert words >= PRIVATE


@pytest.mark.parametrize("folder", ["karabakh_data", "coding", "docs", "schemas"])
def test_no_private_name_leaves_the_articles(folder: str) -> None:
    named = [
        path.relative_to(ROOT)
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".toml", ".tsv", ".md", ".json", ".txt")
        and words_of(path.read_text(encoding="utf-8")) & PRIVATE
    ]

    assert named == []
