"""JSON in which every character can be seen: what is not printable is written as an escape."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

# All that a reader may overlook or a terminal obey: str.isprintable() is false of control and format characters,
# separators and halves of surrogate pairs, and of every space but the plain one.
_BEYOND_ASCII = re.compile(r"[^\n -~]")


def json_text(data: Any, *, indent: int | None = 2) -> str:
    """The data as the text of a JSON file, days as ISO 8601; without `indent` on one line.

    Raises ValueError for a number that is none, and TypeError for what JSON cannot hold.
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent, default=_iso)
    return _BEYOND_ASCII.sub(_visible, text) + "\n"


def json_bytes(data: Any, *, indent: int | None = 2) -> bytes:
    """The same as the bytes of the file."""
    return json_text(data, indent=indent).encode()


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"JSON has no form for {value!r}")


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    return character if character.isprintable() else json.dumps(character)[1:-1]
