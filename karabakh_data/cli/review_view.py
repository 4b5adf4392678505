"""How a unit of review looks in a terminal: what is published of it beside the sentences on which it rests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from karabakh_data.model import TABLES
from karabakh_data.reader.rows import label, name_of

if TYPE_CHECKING:
    from karabakh_data.coding.review import Row, Unit


class UnitView:
    """Shows units of these tables; `texts` holds the articles by their ids."""

    def __init__(self, tables: Mapping[str, pa.Table], texts: Mapping[str, str]) -> None:
        self.read = tables.__getitem__
        self.texts = texts
        self.passages: dict[str, Row] = {row["passage_id"]: row for row in tables["passages"].to_pylist()}
        self.claims: dict[str, list[Row]] = defaultdict(list)
        for claim in tables["claims"].to_pylist():
            self.claims[claim["passage_id"]].append(claim)
        self.names: dict[str, Counter[str]] = defaultdict(Counter)
        for row in tables["mentions"].to_pylist():
            self.names[f"{row['entity_table']}/{row['entity_id']}"][row["surface"]] += 1

    def rendered(self, unit: Unit, state: str) -> RenderableType:
        """The unit: its values, then each passage with the words meant, and beside them what was made of these."""
        return Group(*framed(unit, self._values(unit), state, self._beside(unit), "cyan"))

    def _values(self, unit: Unit) -> RenderableType:
        values = Table.grid(padding=(0, 2))
        for table, row in unit.rows:
            if table == unit.table:
                for name, value in row.items():
                    if value is not None and name not in _hidden(table):
                        values.add_row(Text(name, style="dim"), self.value(table, name, row))
            elif table == "crosswalk":
                code = Text(f"{row['code']} ({row['label']}), {row['match']}")
                values.add_row(Text(row["scheme"], style="dim"), code)
            elif table not in ("claims", "mentions"):
                values.add_row(Text(table, style="dim"), self.link(table, row))
        if names := self.names.get(unit.name):
            counted = ", ".join(f"{surface} ({count})" for surface, count in names.most_common())
            values.add_row(Text("mentioned as", style="dim"), Text(counted, style="yellow"))
        return values if values.row_count else Text("the record itself does not exist", style="bold red")

    def value(self, table: str, name: str, row: Row) -> Text:
        """The value of a column, with the name of the record that it is the id of."""
        text = Text(str(row[name]))
        known = None if name == TABLES[table].key[0] else label(self.read, table, name, dict(row))
        return text.append(f" ({known})", "dim") if known else text

    def link(self, table: str, row: Row) -> Text:
        """A row of a table of links, without the record to which it belongs."""
        parts = [self.value(table, name, row) for name in TABLES[table].key[1:] if name != "record_table"]
        rest = {name: row[name] for name in row if name not in TABLES[table].key and row[name] is not None}
        text = Text(": ").join(parts)
        return text.append(", ".join(["", *(f"{name} {value}" for name, value in rest.items())]))

    def _beside(self, unit: Unit) -> Iterator[tuple[Text, RenderableType]]:
        if unit.table == "passages" and unit.head is not None:
            yield self.sentence(unit.head, unit.of("mentions")), self._made_of(unit.head, unit.of("mentions"))
        in_order = sorted(unit.of("claims"), key=_spot)
        for passage_id, together in groupby(in_order, key=lambda claim: claim["passage_id"]):
            claims = list(together)
            sentence = self.sentence(self.passages[passage_id], claims)
            yield sentence.append(f"\n{passage_id}", "dim"), Group(*(self.claim(unit, claim) for claim in claims))

    def sentence(self, passage: Row, quoting: list[Row]) -> Text:
        """The passage, with the stretches that these rows quote standing out."""
        start = passage["char_start"]
        text = Text(self.texts[passage["source_id"]][start : passage["char_end"]])
        for row in quoting:
            text.stylize("bold yellow", row["char_start"] - start, row["char_end"] - start)
        return text

    def passage_at(self, row: Row) -> int:
        """Where the passage begins in which a claim or mention stands, or else the row itself."""
        start: int = row["char_start"]
        starts = (
            one["char_start"]
            for one in self.passages.values()
            if one["source_id"] == row["source_id"] and one["char_start"] <= start < one["char_end"]
        )
        return next(starts, start)

    def sentence_at(self, source_id: str, start: int, quoting: list[Row]) -> Text:
        """The passage that begins there, with what these rows quote standing out; only that where there is none."""
        passage = next(
            (one for one in self.passages.values() if (one["source_id"], one["char_start"]) == (source_id, start)), None
        )
        if passage is None:
            return Text(" … ").join(quoted(row.get("quote") or row["surface"]) for row in quoting)
        return self.sentence(passage, quoting)

    def _made_of(self, passage: Row, mentions: list[Row]) -> RenderableType:
        """What a passage's mentions stand for, and, so that nothing is missed, every claim that rests on it."""
        lines = []
        for mention in sorted(mentions, key=_spot):
            lines.append(Text(f"{mention['entity_table']}/{mention['entity_id']} ").append(quoted(mention["surface"])))
        for claim in sorted(self.claims[passage["passage_id"]], key=_spot):
            record = f"{claim['record_table']}/{claim['record_id']}.{claim['field']} = {claim['value']} "
            lines.append(Text(record, "dim").append(quoted(claim["quote"])))
        return Group(*lines)

    def claim(self, unit: Unit, claim: Row) -> Text:
        """What a claim says, its words, and what a reader must know to judge it: the speaker and the step."""
        text = Text()
        if claim["record_table"] != unit.table:
            rest = claim["record_id"].removeprefix(f"{unit.record_id}/")
            text.append(f"{claim['record_table']} ", "cyan").append(f"{rest} ", "bold")
        if claim["field"] not in TABLES[claim["record_table"]].key:
            text.append(f"{claim['field']} ", "cyan").append(f"{claim['value']} ", "bold")
        text.append(quoted(claim["quote"]))
        if claim["stance"] != "asserts":
            text.append(f" {claim['stance']}", "magenta")
        if claim["attributed_to"]:
            speaker = name_of(self.read, "actors", claim["attributed_to"])
            text.append(f" by {speaker or claim['attributed_to']}", "green")
        if claim["note"]:
            text.append(f"\n  {claim['basis']}: {claim['note']}", "dim")
        return text


def framed(
    unit: Unit, values: RenderableType, state: str, beside: Iterable[tuple[Text, RenderableType]], style: str
) -> Iterator[RenderableType]:
    """The values of a unit in a frame, and below it its passages, each with what stands beside it."""
    yield Panel(
        values,
        title=Text(f"{unit.name}@{unit.hash}", style="bold"),
        title_align="left",
        subtitle=Text(state, style="dim"),
        subtitle_align="right",
        border_style=style,
    )
    columns = Table(box=box.SIMPLE, show_header=False, expand=True, show_lines=True, pad_edge=False)
    columns.add_column(ratio=1, overflow="fold")
    columns.add_column(ratio=1, overflow="fold")
    for words, told in beside:
        columns.add_row(words, told)
    if columns.row_count:
        yield columns


def _hidden(table: str) -> tuple[str, ...]:
    """The columns that need not be shown: the name of the unit gives them, or the words beside."""
    return ("source_id", "char_start", "char_end") if table == "passages" else TABLES[table].key


def quoted(words: str) -> Text:
    """Words of an article, in one line."""
    return Text(f"«{' '.join(words.split())}»", "yellow")


def _spot(claim: Row) -> tuple[Any, ...]:
    return claim["source_id"], claim["char_start"], claim["char_end"]
