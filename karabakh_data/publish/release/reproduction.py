"""Whether a file that goes out reproduces more of an article in a row than a quotation may."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.model import TABLES, columns

QUOTATION = next(one.definition.max_length for one in columns(TABLES["claims"]) if one.name == "quote") or 0

# A run of 161 characters, wherever it begins, has one of the article's consecutive blocks of 80 whole in it.
BLOCK = (QUOTATION + 2) // 2 - 1


def reproductions(folder: Path, articles: Mapping[str, str]) -> Iterator[str]:
    """The files in `folder`, or packed in them, in which more than 160 characters of an article stand in a row.

    `articles` has the texts by name. White space counts as one blank, however long, so that no line break hides a run.
    """
    blocks = [
        (name, text, start)
        for name, article in articles.items()
        for text in [_even(article)]
        for start in range(0, len(text) - BLOCK + 1, BLOCK)
    ]
    for file in sorted(folder.iterdir()):
        for path, text in _texts(file.name, file.read_bytes()):
            found = {name for name, article, start in blocks if _run(text, article, start) > QUOTATION}
            for name in sorted(found):
                yield f"{path}: more than {QUOTATION} characters of {name} in a row; take them out of the commit"


def _run(text: str, article: str, start: int) -> int:
    """The longest run of the article that has the block at `start` in it and stands in `text`; 0 where none does."""
    longest = 0
    block = article[start : start + BLOCK]
    at = text.find(block)
    while at >= 0:
        before, after = 0, BLOCK
        while before < min(at, start) and text[at - before - 1] == article[start - before - 1]:
            before += 1
        while text[at + after : at + after + 1] == article[start + after : start + after + 1] != "":
            after += 1
        longest = max(longest, before + after)
        at = text.find(block, at + 1)
    return longest


def _texts(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    """What can be read in a file, with its path: of what is packed each member, of Parquet the texts of its columns."""
    if path.endswith(".tar.gz"):
        with tarfile.open(fileobj=io.BytesIO(content)) as packed:
            for member in packed.getmembers():
                file = packed.extractfile(member)
                if file is not None:
                    yield from _texts(f"{path}/{member.name}", file.read())
    elif path.endswith((".whl", ".zip", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(content)) as packed_files:
            for name in packed_files.namelist():
                yield from _texts(f"{path}/{name}", packed_files.read(name))
    elif path.endswith(".parquet"):
        yield path, _even("\n".join(_cells(pq.ParquetFile(io.BytesIO(content)).read())))
    else:
        yield path, _even(content.decode("utf-8", errors="replace"))


def _cells(table: pa.Table) -> Iterator[str]:
    for column in table.columns:
        if pa.types.is_string(column.type):
            for value in column.to_pylist():
                yield f"\N{NULL}{value}\N{NULL}"  # two cells that follow each other are no run


def _even(text: str) -> str:
    return " ".join(text.split())
