"""Finds records by words: in their titles and names, in the names that articles give them, and in quotations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES
from karabakh_data.reader import tables
from karabakh_data.reader.identifiers import one
from karabakh_data.reader.rows import TITLES, name_of, record_id_of

DESCRIPTION = "a record, and a text of its own or of an article on it that holds the words"
COLUMNS = ("table", "id", "title", "found_in", "words")

# What is found in, the closest to the record itself first.
TITLE, NAME, QUOTATION = "title", "name in an article", "quotation"
RANKS = (TITLE, NAME, QUOTATION)

# Letters that are no other letter with a mark, and how those write them who have no such key.
LETTERS = str.maketrans({"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
APOSTROPHES = re.compile("['’‘`´ʼʻʹ]")
WORD = re.compile(r"\w+")

Hit = tuple[str, str, str, str]  # table, id, what it was found in, the text


def folded(text: str) -> str:
    """The text as words that are compared: no capitals, marks or apostrophes, and one space for all that parts words.

    >>> folded("Laçın’s  Dəhliz-Yolu")
    'lacins dehliz yolu'
    """
    apart = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(WORD.findall(bare.translate(LETTERS)))


def search(words: str, as_: str) -> Any:
    """The records, the closest first; see `karabakh_data.search`."""
    convert = tables.converter(as_)
    wanted = folded(one("words", words))
    read = tables.reader(None)
    fold = cache(folded)
    best: dict[tuple[str, str, str], tuple[Any, str]] = {}
    for table, record_id, found_in, text in _texts(read) if wanted else ():
        rank = _rank(wanted, fold(text))
        if rank is None:
            continue
        hit = (table, record_id, found_in)
        # A quotation is no closer to its record for being short.
        rank = max(rank, 1) if found_in == QUOTATION else rank
        order = (rank, RANKS.index(found_in), len(text), list(TABLES).index(table), record_id, text)
        if hit not in best or order < best[hit][0]:
            best[hit] = order, text
    ranked = sorted(best.items(), key=lambda each: each[1][0])
    rows = [
        (table, record_id, name_of(read, table, record_id) or record_id, found_in, text)
        for (table, record_id, found_in), (_, text) in ranked
    ]
    schema = pa.schema(
        [pa.field(name, pa.string(), nullable=False) for name in COLUMNS],
        metadata={"table": "search", "description": DESCRIPTION},
    )
    found = zip(*rows, strict=True) if rows else ([] for _ in COLUMNS)
    return convert(pa.Table.from_arrays([pa.array(column, pa.string()) for column in found], schema=schema))


def _rank(wanted: str, text: str) -> int | None:
    """How close a text comes: 0 these words alone, 1 these in a row, 2 somewhere, 3 begun; None if one is absent."""
    if wanted == text:
        return 0
    if f" {wanted} " in f" {text} ":
        return 1
    words, asked = text.split(), wanted.split()
    if set(asked) <= set(words):
        return 2
    return 3 if all(any(word.startswith(each) for word in words) for each in asked) else None


def _texts(read: tables.Read) -> Iterator[Hit]:
    """Every text that is searched, with the record to which it leads."""
    for table, column in TITLES.items():
        if table == "mentions":
            continue
        for row in read(table).to_pylist():
            if row[column]:
                yield table, record_id_of(table, row), TITLE, row[column]
    for row in read("mentions").select(["entity_table", "entity_id", "surface"]).to_pylist():
        yield row["entity_table"], row["entity_id"], NAME, row["surface"]
    for row in read("claims").select(["record_table", "record_id", "quote"]).to_pylist():
        yield row["record_table"], row["record_id"], QUOTATION, row["quote"]
