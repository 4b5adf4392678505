"""The records of the published tables: typed, found by key, and called by a name that people understand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.model import TABLES, columns, id_of, key_of
from karabakh_data.model import Row as Model
from karabakh_data.model.arrow import from_arrow
from karabakh_data.reader.tables import load
from karabakh_data.reader.texts import text

R = TypeVar("R", bound=Model)
Read = Callable[[str], pa.Table]
Row = dict[str, Any]

# The column that names a record. Figures, claims, passages and links have no name of their own.
TITLES = {
    "events": "title",
    "actors": "name",
    "clauses": "summary",
    "sources": "title",
    "mentions": "surface",
    "places": "name",
    "agreements": "title",
}


def records(model: type[R], sources: Iterable[str] | None = None) -> list[R]:
    """The rows of a table as objects of its row model; see `karabakh_data.records`."""
    if model not in TABLES.values():
        names = ", ".join(known.__name__ for known in TABLES.values())
        raise TypeError(f"{model!r} is no row model; give one of karabakh_data.model: {names}")
    return from_arrow(model, load(model.table, sources))


def record_id_of(table: str, row: Row) -> str:
    """The record's id; of a table with several key columns, these joined by `/`."""
    return id_of(TABLES[table], row)


def where(table: pa.Table, **values: str) -> list[Row]:
    """The rows of a table that have all these values in their columns."""
    if not "".join(values.values()).isprintable():
        return []  # half of a surrogate pair is in no table, and Arrow cannot look for it
    mask = None
    for name, value in values.items():
        same = pc.equal(table.column(name), text(value))
        mask = same if mask is None else pc.and_(mask, same)
    rows: list[Row] = table.filter(mask).to_pylist()
    return rows


def with_id(read: Read, table: str, record_id: str) -> list[Row]:
    """The rows of a table that have that id: one or none, if the table is sound."""
    key = key_of(TABLES[table], record_id)
    return where(read(table), **key) if key else []


def title(read: Read, table: str, row: Row, seen_from: str | None = None) -> str:
    """What a record is called: its own title, or, of a link, what it joins; `seen_from` is the column that is known."""
    if table == "casualties":
        return f"{figure(row)} {row['measure'] or 'victims'}, {row['victim_class'] or 'of disputed class'}"
    if table == "claims":
        return f"{row['record_table']}/{row['record_id']}.{row['field']} = {row['value']}"
    if table in TITLES:
        return str(row[TITLES[table]] or record_id_of(table, row))
    if len(TABLES[table].key) == 1:
        return record_id_of(table, row)
    ends = [name for name in TABLES[table].key if name not in (seen_from, "record_table")]
    # The summary of a term is a sentence: before a colon it ends without a full stop.
    return ": ".join((label(read, table, name, row) or row[name]).removesuffix(".") for name in ends)


def label(read: Read, table: str, column: str, row: Row) -> str | None:
    """What the id in a column stands for; None where the column holds no id."""
    if row[column] is None:
        return None
    if column == "record_id":
        return name_of(read, row["record_table"], row[column])
    references = next(one.definition.references for one in columns(TABLES[table]) if one.name == column)
    return name_of(read, references.split(".")[0], row[column]) if references else None


def name_of(read: Read, table: str, record_id: str) -> str | None:
    """What the record with that id is called; None if there is no such record."""
    rows = with_id(read, table, record_id) if table in TABLES else []
    return title(read, table, rows[0]) if rows else None


def figure(row: Row) -> str:
    """A casualty figure in words: "7", "7 to 12", "at least 7", or the wording that stands for it."""
    low, best, high = row["low"], row["best"], row["high"]
    if best is not None:
        return str(best)
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return f"at most {high}" if high is not None else str(row["wording"] or "some")
