"""What differs in the columns of a table, before any row is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from karabakh_data.publish.diff.sides import TableFiles

What = Literal["added", "removed", "type", "representation", "nullable", "order", "description"]

# The same letters, kept otherwise in memory: a Parquet file says the one or the other because of who wrote it.
_TEXTS = frozenset({"string", "large_string", "string_view"})


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """What differs in a column: `what` it is, and the old and the new; `column` is empty where it is the whole table.

    "representation" is another Arrow type for the same texts, "order" the order of the columns that both sides have.
    """

    column: str
    what: What
    old: str | None
    new: str | None


def column_changes(old: TableFiles, new: TableFiles) -> Iterator[ColumnChange]:
    """The differences between the columns of both sides, in the order of the old and then of the new."""
    if old.description and new.description and old.description != new.description:
        yield ColumnChange("", "description", old.description, new.description)
    for name, before in old.columns.items():
        after = new.columns.get(name)
        if after is None:
            yield ColumnChange(name, "removed", before.type, None)
            continue
        if before.type != after.type:
            alike = _letters(before.type) and _letters(after.type)
            yield ColumnChange(name, "representation" if alike else "type", before.type, after.type)
        if None not in (before.nullable, after.nullable) and before.nullable != after.nullable:
            yield ColumnChange(
                name, "nullable", *("null allowed" if one.nullable else "no null" for one in (before, after))
            )
        # A tool that keeps no descriptions changes no meaning.
        if before.description and after.description and before.description != after.description:
            yield ColumnChange(name, "description", before.description, after.description)
    yield from (
        ColumnChange(name, "added", None, one.type) for name, one in new.columns.items() if name not in old.columns
    )
    orders = [_order(one, other) for one, other in ((old, new), (new, old))]
    if orders[0] != orders[1]:
        yield ColumnChange("", "order", *(", ".join(order) for order in orders))


def _order(table: TableFiles, other: TableFiles) -> list[str]:
    """The columns that both sides have in their files; folders' names have no place among them."""
    return [
        name
        for name, column in table.columns.items()
        if column.nullable is not None and name in other.columns and other.columns[name].nullable is not None
    ]


def _letters(type_name: str) -> bool:
    return all(one in _TEXTS or one.startswith("dictionary<values=string,") for one in type_name.split(" | "))
