"""The five articles as they are coded."""

import hashlib
import re
from pathlib import Path

import pytest

from karabakh_data.extract import Extraction, ExtractionError, extract
from karabakh_data.extract.extraction import folders, script_name
from karabakh_data.extract.registers import read_registers

ROOT = Path(__file__).parents[2]
SOURCES = [folder.name for folder in folders(ROOT / "raw")]

# SHA-256 of each word of the private persons' names: people without public office, rank of command or byline.
PRIVATE = {
    "55dfa5e4d2953928604befbc809bc5eb6c2abbf9845633ff60d7d075dc5e1963",
    "6a1d0d7c59401595ee2143548aac6b3d23cce76ebe9b31045da085630292bd0a",
    "d935f4dc7e8431dd96b59669565df80dc898116d8f9d8d9b97ca25000f33349f",
    "524ca1995525f06e5cc4df6a210adf5fca08da5822a25f7fa63656d7ecfa99e4",
    "2b8d1a45410ea05ef8d788d97a4cca2f518f0c6099649259db00086c7936f4c7",
    "4bca2514ae9af3927dfd24c652efca2fe172a09b8c221e82e296ad63263894e7",
    "99dd47d6415fdd523f4c95e9e942ac386405564abd2748c2e9027bf000b0d219",
}


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


def test_every_registered_record_is_spoken_of(extraction: Extraction) -> None:
    claimed = {(claim.record_table, claim.record_id) for claim in extraction.claims}
    claimed |= {(mention.entity_table, mention.entity_id) for mention in extraction.mentions}
    claimed |= {("actors", claim.attributed_to) for claim in extraction.claims}
    claimed |= {("actors", claim.record_id.split("/")[1]) for claim in extraction.claims if claim.field == "role"}
    registered = {(table, record_id) for table, entries in read_registers().items() for record_id in entries}

    assert registered - claimed == set()


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


def words_of(text: str) -> set[str]:
    return {hashlib.sha256(word.lower().encode()).hexdigest() for word in re.findall(r"\w+", text)}


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


def test_no_private_name_is_quoted(extraction: Extraction) -> None:
    published = [claim.quote for claim in extraction.claims] + [mention.surface for mention in extraction.mentions]

    assert [text for text in published if words_of(text) & PRIVATE] == []
