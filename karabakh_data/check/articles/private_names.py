"""Whether the name of a private person is published: somebody without public office, rank of command or byline.

The names themselves must not be written down, so that a checkout lists the SHA-256 of each word of them, in small
letters, one a line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pyarrow as pa

from karabakh_data.check.package.requirements import EVERY_TABLE
from karabakh_data.check.report import Failure, Finding, gathered
from karabakh_data.check.rules.rule import Requirement
from karabakh_data.errors import FailuresError
from karabakh_data.model import TABLES, columns

# Below the checkout.
LIST = Path("coding/private_names.txt")

NAMED = Requirement(
    name="it holds a word of a private person's name; stop before the name, and describe the person", table=EVERY_TABLE
)
REQUIREMENTS = (NAMED,)

_HASH = re.compile(r"[0-9a-f]{64}")
_WORD = re.compile(r"\w+")


class PrivateNamesError(FailuresError):
    """The list of private names cannot be read. `failures` lists every line that is wrong."""


def private_words(root: Path) -> frozenset[str]:
    """The hashes that the checkout lists; none where there is no list. Lines that begin with # say what they like.

    Raises PrivateNamesError that lists each line that is no SHA-256, as a name would be.
    """
    if not (root / LIST).is_file():
        return frozenset()
    lines = enumerate((root / LIST).read_text(encoding="utf-8").splitlines(), start=1)
    hashes = {number: line for number, line in lines if line and not line.startswith("#")}
    wrong = [number for number, line in hashes.items() if not _HASH.fullmatch(line)]
    if wrong:
        # The line itself is not shown: it may be the name.
        step = "write the SHA-256 of one word of a name, and never the name"
        raise PrivateNamesError(f"{root / LIST} line {number} is no SHA-256; {step}" for number in wrong)
    return frozenset(hashes.values())


def words_of(text: str) -> set[str]:
    """The SHA-256 of each word of a text, in small letters."""
    return {_hashed(word) for word in _WORD.findall(text.lower())}


def private_failures(tables: Mapping[str, pa.Table], root: Path, max_examples: int = 10) -> list[Failure]:
    """The rows of any table that hold a word of a private name, each with the column; never the word.

    One failure for each table, with at most `max_examples` examples. Raises PrivateNamesError.
    """
    private = private_words(root)
    requirements = [replace(NAMED, table=table) for table in TABLES]
    found = (one for each in requirements for one in _rows(tables[each.table], each, private)) if private else ()
    return gathered(found, requirements, max_examples)


def _rows(table: pa.Table, requirement: Requirement, private: frozenset[str]) -> Iterator[Finding]:
    model = TABLES[requirement.table]
    texts = [column.name for column in columns(model) if column.type is str]
    for row in table.select(list(dict.fromkeys((*model.key, *texts)))).to_pylist():
        for name in texts:
            if row[name] is not None and not private.isdisjoint(words_of(row[name])):
                yield requirement, {key: row[key] for key in model.key} | {"column": name}


@lru_cache(maxsize=100_000)
def _hashed(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()
