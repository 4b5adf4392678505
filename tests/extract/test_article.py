"""Reading an article, and finding words in it exactly once."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karabakh_data.extract.article import Article, ExtractionError, Span, read

TEXT = "The first day. The second day. A third one, and the second again.\nThe end."


def article(text: str = TEXT) -> Article:
    return Article("invented-2020", text, {})


def write(folder: Path, text: bytes = TEXT.encode(), facts: str | None = None) -> Path:
    folder.mkdir()
    (folder / "article.txt").write_bytes(text)
    sha256 = hashlib.sha256(text).hexdigest()
    (folder / "source.toml").write_text(facts or f'language = "en"\nsha256 = "{sha256}"\n')
    return folder


def test_an_article_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    found = read(write(tmp_path / "one", "Ləçin\r\n“quoted”".encode()))

    assert found.text == "Ləçin\r\n“quoted”"


@pytest.mark.parametrize("name", ["article.txt", "source.toml"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "one")
    (folder / name).unlink()

    with pytest.raises(ExtractionError, match=f"one: .*{name} is missing"):
        read(folder)


def test_an_altered_article_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "one")
    (folder / "article.txt").write_text(TEXT + " ")

    with pytest.raises(ExtractionError, match="the text was altered"):
        read(folder)


def test_a_source_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match=r"source\.toml cannot be read"):
        read(write(tmp_path / "one", facts="sha256 = "))


def test_a_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="is not UTF-8"):
        read(write(tmp_path / "one", b"caf\xe9"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A third one", "A third one"),
        ("A third … again.", "A third one, and the second again."),
        ("the {second} again", "second"),
        ("The first … second … The end", "The first day. The second day. A third one, and the second again.\nThe end"),
    ],
)
def test_words_are_found(words: str, found: str) -> None:
    one = article()
    span = one.find(words)

    assert span is not None
    assert one.text[span.start : span.end] == found
    assert one.failures == []


@pytest.mark.parametrize(
    ("words", "failure"),
    [
        ("fourth", "'fourth' does not stand in characters 0-74"),
        (
            "second",
            "'second' stands 2 times in characters 0-74, not 1: article.txt line 1, character 19; .*character 52",
        ),
        *(
            (words, "'.*': braces mark one stretch, once, in words that leave nothing out")
            for words in ("{The} {first}", "The {first", "The first}", "The {} first", "The {first} … again")
        ),
        ("A third … first", "'A third … first': 'first' does not stand after 'A third'"),
    ],
)
def test_words_that_are_not_there_exactly_once_are_a_failure(words: str, failure: str) -> None:
    one = article()

    assert one.find(words) is None
    assert len(one.failures) == 1
    with pytest.raises(ExtractionError, match=f"invented-2020: {failure}"):
        raise ExtractionError(one.failures)


def test_words_outside_the_passage_are_told_where_they_stand() -> None:
    one = article()

    assert one.find("The end", within=Span(0, 20)) is None
    assert "it stands at article.txt line 2, character 66" in str(one.failures[0])


def test_one_of_several_is_taken_only_if_their_number_is_right() -> None:
    one = article()

    assert one.find("second", nth=(2, 2)) == Span(52, 58)
    assert one.find("second", nth=(2, 3)) is None
    assert "stands 2 times in characters 0-74, not 3" in str(one.failures[0])


@given(st.text(min_size=1), st.data())
def test_whatever_is_found_is_what_was_looked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    one = article(text)
    if "{" in words or "}" in words or " … " in words:
        return
    span = one.find(words)

    occurrences = sum(text.startswith(words, at) for at in range(len(text)))
    assert (span is not None) == (occurrences == 1)
    assert span is None or text[span.start : span.end] == words
