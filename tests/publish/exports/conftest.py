"""Tables whose texts try to be something else where they are written to."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle

import pyarrow as pa
import pytest

from karabakh_data.model import TABLES, columns

HOSTILE = (
    '=HYPERLINK("http://example.org","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "'apostrophe",
    "2020-11",
    "1-2",
    "0040",
    "1E5",
    "TRUE",
    "#N/A",
    "NULL",
    "nan",
    "quoted \"twice\" and 'once'",
    "Robert'); DROP TABLE events;--",
    "a\nb",
    "a\r\nb",
    "bell \x07 and escape \x1b[31m",
    "_x0041_",
    "not a character \uffff",
    "{=1}",
    "internal:events!A1",
    "https://example.org/?a=1&b=<c>",
    "Шуша / Şuşa / Շուշի 🏔",
    "e\u0301 and é",
    "no\u00a0break",
    "comma, semicolon; tab\tend",
    "long " + "word " * 5000,
)


@pytest.fixture(scope="session")
def hostile(tables: Mapping[str, pa.Table]) -> Mapping[str, pa.Table]:
    """The tables with such a text in every cell that may hold any text."""
    return {name: _with_hostile_texts(name, table) for name, table in tables.items()}


def _with_hostile_texts(name: str, table: pa.Table) -> pa.Table:
    texts = cycle(HOSTILE)
    for column in columns(TABLES[name]):
        rule = column.definition
        free = not (rule.vocabulary or rule.references or rule.pattern or rule.form)
        if column.type is str and free and column.name not in TABLES[name].key:
            position = table.column_names.index(column.name)
            drawn = pa.array([next(texts) for _ in range(table.num_rows)], pa.string())
            table = table.set_column(position, table.schema.field(position), drawn)
    return table
