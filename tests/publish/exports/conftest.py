"""Tables whose texts try to be something else where they are written to."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle

import pyarrow as pa
import pytest
from hostile_texts import HOSTILE

from karabakh_data.model import TABLES, columns


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
