"""What commands print: for people in a terminal, as CSV where another program reads."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import NoReturn

import pyarrow as pa
from rich.console import Console
from rich.table import Table

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

    In a terminal a row leaves out what the row above says in the first `grouped_by` of these columns.
    """
    output = console()
    if not output.is_terminal:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(table.column_names)
        writer.writerows(row.values() for row in table.to_pylist())
        return
    table = table.select(list(shown_columns)) if shown_columns else table
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for name, column in zip(table.column_names, table.columns, strict=True):
        number = pa.types.is_integer(column.type)
        shown.add_column(name, justify="right" if number else "left", no_wrap=name.endswith("_id"), overflow="fold")
    last: list[str] = []
    for row in table.to_pylist():
        cells = ["" if value is None else str(value) for value in row.values()]
        same = next((at for at in range(grouped_by) if cells[: at + 1] != last[: at + 1]), grouped_by)
        shown.add_row(*[""] * same, *cells[same:])
        last = cells
    output.print(shown)
