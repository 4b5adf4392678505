"""What commands print: for people in a terminal, as CSV where another program reads."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import pyarrow as pa
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from karabakh_data.cli.exits import ClosedPipe


def _stop(self: Console) -> NoReturn:
    raise ClosedPipe


# Where the pipe is closed, the library would end the program with 1, which is to say that the data are wrong. The help
# of commands is printed by consoles that are not ours.
Console.on_broken_pipe = _stop  # type: ignore[method-assign]


def console() -> Console:
    """Standard output, as it is at the moment."""
    return Console(highlight=False)


def print_table(table: pa.Table, shown_columns: Sequence[str] = (), grouped_by: int = 0) -> None:
    """Prints a table as CSV where it is no terminal, and else only some of its columns (all if none are given).

    In a terminal columns that are empty in every row are left out, and how many are not shown is said below.

    In a terminal a row leaves out what the row above says in the first `grouped_by` of these columns.
    """
    output = console()
    if not output.is_terminal:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows(row.values() for row in table.to_pylist())
        return
    others = table.num_columns
    table = table.select(list(shown_columns)) if shown_columns else table
    filled = [name for name in table.column_names if table.column(name).null_count < (table.num_rows or 1)]
    grouped_by = 0 if filled[:grouped_by] != table.column_names[:grouped_by] else grouped_by
    table = table.select(filled)
    others -= table.num_columns
    if _narrowest(table) <= output.width:
        output.print(_in_columns(table, grouped_by))
    else:
        for row in table.to_pylist():
            output.print(_in_lines(row))
    if others:
        more = "1 more column is" if others == 1 else f"{others} more columns are"
        output.print(Text(f"{more} not shown; through a pipe all are printed, as CSV", style="dim"))


def _narrowest(table: pa.Table) -> int:
    """How wide a terminal must be for columns in which no word is broken."""
    words = (
        [len(name), *(len(word) for value in column.to_pylist() if value is not None for word in str(value).split())]
        for name, column in zip(table.column_names, table.columns, strict=True)
    )
    return sum(max(each) + 2 for each in words) - 2


def _in_columns(table: pa.Table, grouped_by: int) -> Table:
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for name, column in zip(table.column_names, table.columns, strict=True):
        number = pa.types.is_integer(column.type)
        # What has no blank would be parted within a word.
        whole = not any(" " in str(value) for value in column.to_pylist())
        shown.add_column(name, justify="right" if number else "left", no_wrap=whole, overflow="fold")
    last: list[str] = []
    for row in table.to_pylist():
        cells = ["" if value is None else str(value) for value in row.values()]
        same = next((at for at in range(grouped_by) if cells[: at + 1] != last[: at + 1]), grouped_by)
        shown.add_row(*[""] * same, *cells[same:])
        last = cells
    return shown


def _in_lines(row: dict[str, Any]) -> Group:
    """A row where columns have no room: the first value on a line of its own, and what others say below."""
    first, *others = ((name, str(value)) for name, value in row.items() if value is not None)
    said = Text("  ").join(Text.assemble((f"{name} ", "dim"), value) for name, value in others)
    return Group(Text(first[1], style="bold"), Padding(said, (0, 0, 0, 2)))
