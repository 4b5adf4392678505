"""Registered records of which no article says anything: they come into no table, so that they would vanish unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from karabakh_data.extract.registers import Registers
from karabakh_data.model import TABLES


def unspoken(registers: Registers, tables: Mapping[str, pa.Table]) -> Iterator[tuple[str, str]]:
    """The table and id of each registered record that is in none of the tables that the claims make."""
    for table, entries in registers.items():
        (key,) = TABLES[table].key
        made = set(tables[table][key].to_pylist())
        yield from ((table, record_id) for record_id in entries if record_id not in made)


def unspoken_failure(table: str, record_id: str) -> str:
    """The failure that such a record is."""
    return f"registers/{table}.toml: [{record_id}] is claimed and named nowhere; code what is said of it, or delete it"
