"""`diff`: what changed between two builds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from karabakh_data.cli.exits import CALL_IS_WRONG, fail
from karabakh_data.cli.terminal import console


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier tables: a folder of Parquet files, or a package.")],
    new: Annotated[Path, typer.Argument(help="The later tables: a folder of Parquet files, or a package.")],
) -> None:
    """Show what changed between two builds: rows added and removed, and each cell with another value."""
    from karabakh_data.errors import DataFileError
    from karabakh_data.publish.diff import TableDiff
    from karabakh_data.publish.diff import diff as compare

    try:
        found = compare(old, new)
    except DataFileError:
        raise
    except ValueError as error:  # there is something at the path, and it is no package
        fail(CALL_IS_WRONG, error)
    output = console()

    def line(text: str, style: str = "") -> None:
        output.print(Text(text, style), soft_wrap=True)

    def show(table: TableDiff) -> None:
        rows = len({change.record_id for change in table.changed})
        line(f"{table.table}: {len(table.added)} added, {len(table.removed)} removed, {rows} changed", "bold")
        for column in table.columns_removed:
            line(f"  - column {column}", "red")
        for column in table.columns_added:
            line(f"  + column {column}", "green")
        for record_id in table.removed:
            line(f"  - {record_id}", "red")
        for record_id in table.added:
            line(f"  + {record_id}", "green")
        for change in table.changed:
            line(f"  ~ {change.record_id}.{change.column}: {_cell(change.old)} -> {_cell(change.new)}", "yellow")

    for table in found:
        show(table)
    if not found:
        line("no difference")


def _cell(value: object) -> str:
    return "null" if value is None else str(value)
