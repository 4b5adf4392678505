"""What the documents count of the articles follows from the tables: a further article makes these sentences fail."""

from __future__ import annotations

import re

import documents
import pytest

import karabakh_data as kd
from karabakh_data.coding.second_coding import coded_once

pytestmark = pytest.mark.facts

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SOURCES = kd.sources().to_pylist()
YEARS = [source["published_edtf"][:4] for source in SOURCES]
OF_2020, OF_2023 = YEARS.count("2020"), YEARS.count("2023")
TWICE = len(SOURCES) - len(coded_once((source["source_id"] for source in SOURCES), documents.ROOT))


def said(number: int) -> str:
    """A number as the documents write it."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


# Each sentence that counts articles: its document, its words with {count} in them, and what is counted.
COUNTS = [
    ("README.md", "What {count} news articles say", len(SOURCES)),
    ("docs/index.md", "What {count} news articles say", len(SOURCES)),
    ("explorer/src/index.html", "What {count} articles said about", len(SOURCES)),
    ("README.md", "{count} articles, all in English", len(SOURCES)),
    ("README.md", "to stand for anything: {count} of November and December 2020", OF_2020),
    ("docs/manual.md", "**{count} articles** are not a sample", len(SOURCES)),
    ("docs/manual.md", "{count} articles are of November and December 2020", OF_2020),
    ("docs/manual.md", "December 2020, {count} is of September 2023", OF_2023),
    ("docs/manual.md", "the rows count what {count} articles mention", len(SOURCES)),
    ("docs/manual.md", "are those of these {count} texts", len(SOURCES)),
    ("CHANGELOG.md", "First version: {count} articles, coded from the first to the last sentence", len(SOURCES)),
    ("CHANGELOG.md", "A second coding of all {count} articles", len(SOURCES)),
]
# What such a sentence looks like; one that is not among them counts something else, or is to be added.
COUNTING = re.compile(rf"\b(?:{'|'.join(NUMBERS[2:])}|\d+)(?: news)? (?:articles|texts)\b", re.IGNORECASE)


def text(document: str) -> str:
    return " ".join(documents.read(document).split())


@pytest.mark.parametrize(("document", "sentence", "count"), COUNTS)
def test_a_count_of_articles_is_that_of_the_tables(document: str, sentence: str, count: int) -> None:
    expected = sentence.format(count=said(count))
    assert expected.lower() in text(document).lower(), f"{document} does not say: {expected}"


def test_all_articles_are_coded_twice_where_the_changelog_says_so() -> None:
    assert len(SOURCES) == TWICE, "the changelog speaks of a second coding of all articles; name those that lack one"


def test_all_articles_are_in_english_where_the_documents_say_so() -> None:
    assert {source["language"] for source in SOURCES} == {"en"}, "say in README and manual which are not in English"


@pytest.mark.parametrize("document", documents.DOCUMENTS)
def test_no_other_sentence_counts_articles(document: str) -> None:
    known = [sentence.format(count=said(count)).lower() for at, sentence, count in COUNTS if at == document]
    found = [match[0].lower() for match in COUNTING.finditer(text(document))]
    assert [words for words in found if not any(words in sentence.replace("**", "") for sentence in known)] == []
