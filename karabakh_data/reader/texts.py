"""Texts as Arrow arrays and scalars, made from their bytes.

pyarrow imports pandas, where that is installed, to ask whether a list or a text is one of pandas' own: longer than all
else that showing a record takes. An array that is made from buffers, and a scalar that is a cell of it, need no asking.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate

import pyarrow as pa


def texts(values: Iterable[str]) -> pa.StringArray:
    """The texts as an array."""
    encoded = [value.encode() for value in values]
    ends = array("i", [0, *accumulate(map(len, encoded))])
    return pa.StringArray.from_buffers(len(encoded), pa.py_buffer(ends), pa.py_buffer(b"".join(encoded)))


def text(value: str) -> pa.StringScalar:
    """The text as a scalar."""
    return texts([value])[0]
