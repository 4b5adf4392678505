"""SQL as text: literals, lists of them, names, and how a record's id is joined from its key."""

from __future__ import annotations

from collections.abc import Iterable

from karabakh_data.model.row import SEPARATOR, Row


def literal(text: str) -> str:
    """The text as a literal of standard SQL, which DuckDB and SQLite speak."""
    return "'" + text.replace("'", "''") + "'"


def portable(text: str) -> str:
    """The text as a literal that each engine reads alike.

    Raises ValueError for a backslash, which the engines read differently.
    """
    if "\\" in text:
        raise ValueError(f"{text!r}: a backslash means different things to different engines; write it without")
    return literal(text)


def identifier(name: str) -> str:
    """The name of a table or column between quotation marks, as some are words of the language."""
    return '"' + name.replace('"', '""') + '"'


def listed(terms: Iterable[str]) -> str:
    """The texts as a portable SQL list, `('a', 'b')`."""
    return "(" + ", ".join(portable(term) for term in terms) + ")"


def record_id(model: type[Row]) -> str:
    """The expression of a record's id, as `id_of` joins it from the columns of the model's table."""
    return f" || '{SEPARATOR}' || ".join(f"{model.table}.{name}" for name in model.key)
