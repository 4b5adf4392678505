"""The review ledger: a plain-text file, one line a record, that says what was read, when, and how it was found.

Tab-separated and sorted, so that it reads and diffs well: record_table, record_id, hash, day, verdict.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from karabakh_data.errors import FailuresError

Verdict = Literal["ok", "wrong"]

# Below the checkout.
LEDGER = Path("coding/review.tsv")
HEADER = ("record_table", "record_id", "hash", "day", "verdict")
HASH_LENGTH = 16

_HASH = re.compile(rf"[0-9a-f]{{{HASH_LENGTH}}}")


class LedgerError(FailuresError):
    """The ledger cannot be read. `failures` lists every line that is wrong."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a reader signed: the hash of the content, the day, and the verdict."""

    hash: str
    day: date
    verdict: Verdict


# The signature of each unit of review, by the unit's name, `record_table/record_id`.
Ledger = Mapping[str, Signature]


def read_ledger(path: Path) -> dict[str, Signature]:
    """The signatures in a ledger; none where there is no file, because then nothing was read.

    Raises LedgerError that lists each line that is no signature, and each record that is signed twice.
    """
    if not path.is_file():
        return {}
    try:
        header, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    except UnicodeDecodeError as error:
        raise LedgerError([f"{path} is not UTF-8: {error}; restore it from version control"]) from error
    if tuple(header.split("\t")) != HEADER:
        raise LedgerError([f"{path} line 1 is not the header {' '.join(HEADER)}; restore it from version control"])
    ledger: dict[str, Signature] = {}
    failures = []
    for number, line in enumerate(lines, start=2):
        problem, name, signature = _parsed(line)
        if problem is None and name in ledger:
            problem = f"{name} is signed a second time; keep the line that was written last"
        if problem is not None:
            failures.append(f"{path} line {number}: {problem}")
        elif signature is not None:
            ledger[name] = signature
    if failures:
        raise LedgerError(failures)
    return ledger


def _parsed(line: str) -> tuple[str | None, str, Signature | None]:
    fields = line.split("\t")
    if len(fields) != len(HEADER):
        return f"there are {len(fields)} fields and not {len(HEADER)}: '{line[:60]}'", "", None
    table, record_id, digest, day, verdict = fields
    if not _HASH.fullmatch(digest):
        return f"'{digest}' is no hash of {HASH_LENGTH} hexadecimal digits", "", None
    if verdict not in get_args(Verdict):
        return f"'{verdict}' is no verdict; these are: {', '.join(get_args(Verdict))}", "", None
    try:
        read_on = date.fromisoformat(day)
    except ValueError:
        return f"'{day}' is no day, such as 2020-11-10", "", None
    return None, f"{table}/{record_id}", Signature(digest, read_on, "ok" if verdict == "ok" else "wrong")


def sign(path: Path, signatures: Ledger, existing: Collection[str]) -> list[str]:
    """Put signatures into the ledger, in place of earlier ones on the same records, all or none.

    Signatures on records that are no longer among the `existing` are dropped; returns their names. Raises LedgerError
    if the ledger as it is cannot be read, and leaves it so.
    """
    ledger = read_ledger(path) | dict(signatures)
    gone = sorted(ledger.keys() - set(existing))
    rows = sorted((*name.split("/", 1), *_fields(one)) for name, one in ledger.items() if name not in gone)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes("".join("\t".join(row) + "\n" for row in (HEADER, *rows)).encode())
    os.replace(new, path)
    return gone


def _fields(signature: Signature) -> tuple[str, str, str]:
    return signature.hash, signature.day.isoformat(), signature.verdict
