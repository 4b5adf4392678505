"""Cells on their way between two programs: JSON, in which a day, moment or bytes stand in an object of their own.

It needs nothing but Python, so that scripts in any environment can import it.
"""

from __future__ import annotations

import datetime as dt
import json
from enum import Enum
from typing import Any


class Absent(Enum):
    """What pandas has for a null among days."""

    NOT_A_TIME = "NaT"


NOT_A_TIME = Absent.NOT_A_TIME


def packed(value: Any) -> str:
    """Rows, and whatever holds them, as JSON."""
    return json.dumps(value, default=_tagged)


def unpacked(text: str | bytes) -> Any:
    """What `packed` was given."""
    return json.loads(text, object_hook=_untagged)


def _tagged(value: Any) -> Any:
    if isinstance(value, dt.datetime):  # before day: a moment is one, to Python
        return {"moment": value.isoformat()}  # that of pandas' NaT is "NaT"
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if hasattr(value, "item"):  # of numpy
        return value.item()
    raise TypeError(f"{type(value)} is no cell that any tool has had so far: {value!r}")


def _untagged(found: dict[str, Any]) -> Any:
    match found:
        case {"moment": NOT_A_TIME.value} if len(found) == 1:
            return NOT_A_TIME
        case {"moment": str(text)} if len(found) == 1:
            moment = dt.datetime.fromisoformat(text)
            return moment.replace(tzinfo=None) if moment.utcoffset() == dt.timedelta(0) else moment
        case {"day": str(text)} if len(found) == 1:
            return dt.date.fromisoformat(text)
        case {"bytes": str(text)} if len(found) == 1:
            return bytes.fromhex(text)
    return found
