"""The rows that differ, with the title of each record and the claims on it that changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from karabakh_data.model import TABLES
from karabakh_data.model.row import SEPARATOR
from karabakh_data.model.sql import identifier, literal
from karabakh_data.publish.diff.cells import Value, fetched, kind_of, value
from karabakh_data.publish.diff.titles import Titles
from karabakh_data.publish.diff.views import SIDES, Views, differing

Kind = Literal["removed", "added", "changed"]
Cells = Mapping[str, Value | None]

# Rows are fetched, named and joined with their claims so many at a time.
BATCH = 1000

KINDS: tuple[Kind, ...] = ("removed", "added", "changed")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that holds something else; None stands for null."""

    column: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A row that was removed, added or changed: what the record is called, its cells on each side that has it.

    `claims` are the claims on a changed record that came, went or changed themselves; `speaker` is, of a claim, the
    name of the actor in whose mouth it is put.
    """

    kind: Kind
    table: str
    record_id: str
    title: str
    old: Cells | None
    new: Cells | None
    claims: tuple[RowChange, ...] = ()
    speaker: str | None = None

    @property
    def cells(self) -> tuple[CellChange, ...]:
        """The cells of a changed row that differ, of the columns that both sides have."""
        old, new = self.old or {}, self.new or {}
        both = ((name, old[name], new[name]) for name in old if name in new)
        return tuple(CellChange(*cell) for cell in both if not _same(*cell[1:]))

    @property
    def latest(self) -> Cells:
        """The row as the new side has it, or the old where it was removed."""
        return (self.new if self.new is not None else self.old) or {}


def row_changes(views: Views, table: str) -> Iterator[RowChange]:
    """The rows of a table that differ, by kind and key; `views` must have compared the table, and claims before it."""
    for batch in _batches(views, table):
        titles = Titles(views, table, [change.latest for change in batch])
        named = [replace(change, title=titles.title(table, change.latest)) for change in batch]
        claims = _claims(views, table, [change.record_id for change in batch if change.kind == "changed"])
        yield from (replace(change, claims=tuple(claims.get(change.record_id, ()))) for change in named)


def _claims(views: Views, table: str, record_ids: Sequence[str]) -> dict[str, list[RowChange]]:
    """By record, the claims that differ; a claim that was on another record before stands with both."""
    found: dict[str, list[RowChange]] = {}
    if table == "claims" or not record_ids or not any(views.has(side, "claims") for side in SIDES):
        return found
    for batch in _batches(views, "claims", on=(table, record_ids)):
        titles = Titles(views, "claims", [change.latest for change in batch])
        for change in batch:
            named = replace(change, title=titles.title("claims", change.latest), speaker=titles.speaker(change.latest))
            places = {_place(side) for side in (change.old, change.new) if side is not None}
            for name, record_id in places:
                if name == table:
                    found.setdefault(record_id, []).append(named)
    return found


def _batches(views: Views, table: str, on: tuple[str, Collection[str]] | None = None) -> Iterator[list[RowChange]]:
    """The differing rows without titles; with `on`, only claims on these records of that table."""
    sides = [side for side in SIDES if views.has(side, table)]
    keys = [f"k{at}" for at in range(len(TABLES[table].key))]
    asked = ["kind", *(f"differing.{key}" for key in keys)]
    relation = f"{differing(table)} AS differing"
    for side in sides:
        cells = {_named(side, name): fetched(views.text(side, table, name)) for name in views.types(side, table)}
        same = " AND ".join(f"{side}.{key} = differing.{key}" for key in keys)
        relation += f" LEFT JOIN ({views.keyed(side, table, cells)}) AS {side} ON {same}"
        asked += map(identifier, cells)
    if on is not None:
        relation += f" WHERE {' OR '.join(_about(views, side, *on) for side in sides)}"
    kinds = " ".join(f"WHEN '{kind}' THEN {at}" for at, kind in enumerate(KINDS))
    order = ", ".join([f"CASE kind {kinds} END", *asked[1 : len(keys) + 1]])
    # A cursor of its own, because titles and claims are asked for while the rows are still coming.
    with views.con.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(asked)} FROM {relation} ORDER BY {order}")
        while rows := cursor.fetchmany(BATCH):
            yield [_change(views, table, sides, row) for row in rows]


def _named(side: str, column: str) -> str:
    return f"{side} {column}"


def _about(views: Views, side: str, table: str, record_ids: Collection[str]) -> str:
    """The SQL that says whether a claim is on one of these records."""
    if not {"record_table", "record_id"} <= set(views.types(side, "claims")):
        return "false"
    name, record = (f"{identifier(_named(side, column))}.text" for column in ("record_table", "record_id"))
    return f"({name} = {literal(table)} AND {record} IN ({', '.join(map(literal, record_ids))}))"


def _change(views: Views, table: str, sides: Sequence[str], row: Sequence[Any]) -> RowChange:
    count = len(TABLES[table].key)
    kind, record_id, rest = row[0], SEPARATOR.join(row[1 : count + 1]), iter(row[count + 1 :])
    cells: dict[str, Cells] = {
        side: {name: value(next(rest), kind_of(sql_type)) for name, sql_type in views.types(side, table).items()}
        for side in sides
    }
    return RowChange(
        kind=kind,
        table=table,
        record_id=record_id,
        title="",
        old=None if kind == "added" else cells["old"],
        new=None if kind == "removed" else cells["new"],
    )


def _place(claim: Cells) -> tuple[str, str]:
    table, record_id = (claim.get(name) for name in ("record_table", "record_id"))
    return table.text if table else "", record_id.text if record_id else ""


def _same(old: Value | None, new: Value | None) -> bool:
    return new is None if old is None else old.same(new)
