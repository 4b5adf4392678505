"""How a unit of review looks that was read before: what is new in it, and the rest folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from karabakh_data.cli.review_view import UnitView, framed, quoted

if TYPE_CHECKING:
    from karabakh_data.coding.changes import Changes, TableRow
    from karabakh_data.coding.review import Row, Unit

CAME, WENT, CHANGED = ("new", "green"), ("gone", "red"), ("changed", "magenta")
# What stands beside a passage; any other row stands with the values.
BESIDE = ("claims", "mentions")


def rendered_changes(view: UnitView, unit: Unit, found: Changes, state: str) -> RenderableType:
    """What came, went and changed: values with the one before, then each passage with what is new of it."""
    same = sum(table == "claims" for table, _ in found.same)
    folded = Text(f"{same} claims are as they were; `karabakh-data review --whole {unit.name}` shows all", style="dim")
    return Group(*framed(unit, _values(view, unit, found), state, _beside(view, unit, found), "magenta"), folded)


def _values(view: UnitView, unit: Unit, found: Changes) -> RenderableType:
    values = Table.grid(padding=(0, 2))
    for name, before, now in found.values:
        values.add_row(Text(name, style="dim"), Text(f"{_shown(before)} → ").append(_shown(now), "bold"))
    for name in found.conflicts:
        values.add_row(Text("in conflict", style="dim"), Text(f"{name}, on which claims cannot all be true", "bold"))
    for mark, rows in ((CAME, found.came), (WENT, found.went)):
        for table, row in rows:
            if table not in BESIDE:
                values.add_row(Text(table, style="dim"), _marked(mark).append(_row(view, table, row)))
    for table, before, now in found.changed:
        if table not in BESIDE:
            was = Text(" (it was ", "dim").append(_row(view, table, before)).append(")", "dim")
            values.add_row(Text(table, style="dim"), _marked(CHANGED).append(_row(view, table, now)).append(was))
    return values if values.row_count else Text("its values are as they were", style="dim")


def _row(view: UnitView, table: str, row: Row) -> Text:
    if table == "crosswalk":
        return Text(f"{row['scheme']} {row['code']} ({row['label']}), {row['match']}")
    return view.link(table, row)


def _beside(view: UnitView, unit: Unit, found: Changes) -> Iterator[tuple[Text, RenderableType]]:
    """Each passage with the claims or mentions that came, changed and went, in the order of the articles."""
    told: dict[tuple[str, int], list[tuple[Row, Text]]] = defaultdict(list)

    def tell(row: Row, text: Text) -> None:
        told[row["source_id"], view.passage_at(row)].append((row, text))

    for mark, rows in ((CAME, found.came), (WENT, found.went)):
        for table, row in rows:
            if table in BESIDE:
                tell(row, _marked(mark).append(_said(view, unit, (table, row))))
    for table, before, now in found.changed:
        if table in BESIDE:
            was = Text("\n  it was ", "dim").append(_said(view, unit, (table, before)))
            tell(now, _marked(CHANGED).append(_said(view, unit, (table, now))).append(was))
    for (source_id, start), rows_told in sorted(told.items(), key=lambda one: one[0]):
        quoting = [row for row, _ in rows_told]
        texts = Group(*(text for _, text in sorted(rows_told, key=lambda one: one[0]["char_start"])))
        yield view.sentence_at(source_id, start, quoting).append(f"\n{source_id}", "dim"), texts


def _said(view: UnitView, unit: Unit, one: TableRow) -> Text:
    table, row = one
    if table == "claims":
        return view.claim(unit, row)
    return Text(f"{row['entity_table']}/{row['entity_id']} ").append(quoted(row["surface"]))


def _marked(mark: tuple[str, str]) -> Text:
    word, style = mark
    return Text(f"{word} ", style)


def _shown(value: object) -> str:
    return "nothing" if value is None else str(value)
