"""A comparison as lines for a terminal, each with a sign that says what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from karabakh_data.publish.diff.changed_rows import RowChange
from karabakh_data.publish.diff.compare import TableDiff
from karabakh_data.publish.diff.schema import ColumnChange
from karabakh_data.publish.diff.shown import escaped, pair, short, shown
from karabakh_data.publish.diff.version_part import part_of_version

SIGNS = {"added": "+", "removed": "-", "changed": "~"}

_WORDS = {
    "type": "another type",
    "representation": "another representation of the same text",
    "nullable": "another rule for null",
    "order": "another order of columns",
    "description": "another meaning",
}


def lines(tables: Sequence[TableDiff]) -> Iterator[str]:
    """The lines, without line ends, as the rows come."""
    for table in tables:
        yield f"{table.table}: {counts(table)}"
        yield from (f"  {_column(change)}" for change in table.columns)
        for row in table.rows():
            yield f"  {SIGNS[row.kind]} {called(row)}"
            yield from (f"      {line}" for line in details(row))
    yield conclusion(tables)


def counts(table: TableDiff) -> str:
    """How many rows of a table were added, removed and changed, and whether the table itself was."""
    only = {None: "", "old": ", and the table is gone", "new": ", and the table is new"}[table.only_on]
    return f"{table.added} added, {table.removed} removed, {table.changed} changed{only}"


def conclusion(tables: Sequence[TableDiff]) -> str:
    """What the difference asks of the version."""
    part = part_of_version(tables)
    return f"asks for a new {part} version" if part else "no difference"


def called(row: RowChange) -> str:
    """A record's id, with its title where that is another."""
    return escaped(row.record_id) if row.title == row.record_id else f"{escaped(row.record_id)} ({short(row.title)})"


def details(row: RowChange) -> Iterator[str]:
    """Of a changed row, each cell that differs and the claims on it, then the other claims on the record."""
    by_field: dict[str, list[RowChange]] = {}
    for claim in row.claims:
        by_field.setdefault(_words(claim, "field"), []).append(claim)
    for cell in row.cells if row.kind == "changed" else ():
        yield f"{escaped(cell.column)}: {' -> '.join(pair(cell.old, cell.new))}"
        yield from (f"  {_claim(claim)}" for claim in by_field.pop(cell.column, ()))
    yield from (f"{field}: {_claim(claim)}" for field, claims in by_field.items() for claim in claims)


def _claim(claim: RowChange) -> str:
    """A claim with its value, words, source and speaker; of a changed one, what changed."""
    said = [shown(claim.latest.get("value")), f"«{_words(claim, 'quote')}»"]
    voice = [_words(claim, "source_id"), claim.speaker or "in its own voice"]
    for name, usual in (("stance", "asserts"), ("basis", "stated"), ("note", None)):
        if (word := _words(claim, name)) and word != usual:
            voice.append(word)
    changed = "; ".join(f"{cell.column}: {' -> '.join(pair(cell.old, cell.new))}" for cell in claim.cells)
    return f"{SIGNS[claim.kind]} claim {' '.join(said)} · {' · '.join(map(short, voice))}" + (
        f" · {changed}" if changed else ""
    )


def _words(claim: RowChange, column: str) -> str:
    value = claim.latest.get(column)
    return short(value.text) if value else ""


def _column(change: ColumnChange) -> str:
    name = f"column {escaped(change.column)}" if change.column else "table"
    if change.what in ("added", "removed"):
        return f"{SIGNS[change.what]} {name}: {change.new or change.old}"
    return f"~ {name}: {escaped(change.old or '')} -> {escaped(change.new or '')} ({_WORDS[change.what]})"
