"""How cells are compared and fetched: each as a text by its kind, and a long one by its length and hash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from karabakh_data.model.sql import identifier

# So many characters of a cell are read. More would let a few kilobytes of Parquet take gigabytes of memory.
LONGEST = 4000

_INTEGERS = {f"{sign}{size}INT" for sign in ("", "U") for size in ("TINY", "SMALL", "BIG", "HUGE")} | {
    *("INTEGER", "UINTEGER")
}
_FLOATS = {"FLOAT", "DOUBLE"}
# DuckDB keeps infinity at the two ends of its days; in a Parquet file they are days like any other.
_LAST_DAYS = {"infinity": "5881580-07-11", "-infinity": "5877642-06-24 (BC)"}


@dataclass(frozen=True, slots=True)
class Value:
    """A cell: its first characters as text, how long it is in all, and its SHA-256 where it is longer than those.

    `kind` says what the text stands for: "text", "integer", "float", "boolean", "day", or "other".
    """

    text: str
    kind: str
    length: int
    sha256: str | None = None

    @property
    def cut(self) -> bool:
        """Whether the cell is longer than its text here."""
        return self.sha256 is not None

    def same(self, other: Value | None) -> bool:
        """Whether the cells hold the same; NaN is the same as NaN, and the types may differ."""
        return other is not None and (self.text, self.length, self.sha256) == (other.text, other.length, other.sha256)

    def plain(self) -> Any:
        """The cell as JSON has it; NaN and infinities, days and all that JSON does not know are texts."""
        if self.kind == "integer":
            return int(self.text)
        if self.kind == "float" and self.text not in ("nan", "inf", "-inf"):
            return float(self.text)
        return self.text == "true" if self.kind == "boolean" else self.text


def kind_of(sql_type: str) -> str:
    """The kind of a column by its type in DuckDB."""
    if sql_type in _INTEGERS:
        return "integer"
    if sql_type in _FLOATS:
        return "float"
    return {"VARCHAR": "text", "BOOLEAN": "boolean", "DATE": "day"}.get(sql_type, "other")


def as_text(column: str, sql_type: str, other_type: str) -> str:
    """The SQL of a column as text, such that equal values of both sides give equal texts.

    -0.0 is 0.0, and NaN is NaN. Numbers of different types are compared as double precision, everything else of
    different types by how it is written.
    """
    name = identifier(column)
    kinds = {kind_of(sql_type), kind_of(other_type)}
    if "float" in kinds and kinds <= {"float", "integer"}:
        number = f"CAST({name} AS {'DOUBLE' if sql_type != other_type else sql_type})"
        return f"CAST({number} + 0 AS VARCHAR)"
    if sql_type == "DATE":
        text = f"CAST({name} AS VARCHAR)"
        cases = " ".join(f"WHEN '{word}' THEN '{day}'" for word, day in _LAST_DAYS.items())
        return f"CASE {text} {cases} ELSE {text} END"
    return name if sql_type == "VARCHAR" else f"CAST({name} AS VARCHAR)"


def part(text: str) -> str:
    """The SQL of a text cell in what identifies its row: two rows give the same parts only if they hold the same."""
    return (
        f"CASE WHEN {text} IS NULL THEN '-' WHEN length({text}) > {LONGEST} THEN 'h' || sha256({text}) "
        f"ELSE length({text}) || ':' || {text} END"
    )


def fetched(text: str) -> str:
    """The SQL of a text cell as it is fetched: its first characters, its length, and its hash if it is long."""
    return (
        f"CASE WHEN {text} IS NOT NULL THEN {{'text': left({text}, {LONGEST}), 'length': length({text}), "
        f"'sha256': CASE WHEN length({text}) > {LONGEST} THEN sha256({text}) END}} END"
    )


def value(cell: Any, kind: str) -> Value | None:
    """A fetched cell; None if it is null."""
    return None if cell is None else Value(cell["text"], kind, cell["length"], cell["sha256"])
