"""`diff`: what changed between two packages."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from karabakh_data.cli.exits import DATA_ARE_WRONG
from karabakh_data.cli.paths import named_path
from karabakh_data.cli.terminal import console

DIFFERENT = DATA_ARE_WRONG

_STYLES = {"-": "red", "+": "green", "~": "yellow"}


class DiffFormat(StrEnum):
    """The forms in which the difference is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(
    old: Annotated[
        Path, typer.Argument(parser=named_path, help="The earlier tables: a folder of Parquet files, or a package.")
    ],
    new: Annotated[
        Path, typer.Argument(parser=named_path, help="The later tables: a folder of Parquet files, or a package.")
    ],
    format: Annotated[DiffFormat, typer.Option("--format", help="text for people, markdown for notes, or json.")] = (
        DiffFormat.TEXT
    ),
) -> None:
    """Show what changed between two packages: columns, rows, cells and the claims behind them.

    What is compared are the tables, with the order, types, nullability and descriptions of columns that their Parquet
    files hold. A change in datapackage.json or schemas alone is no difference.

    Exit status: 0 no difference, 1 differences, or data that are wrong, 2 the call is wrong.
    """
    from karabakh_data.publish.diff import as_json, as_markdown, as_text, compare

    forms = {DiffFormat.TEXT: as_text, DiffFormat.MARKDOWN: as_markdown, DiffFormat.JSON: as_json}
    output = console()
    try:
        with compare(old, new) as tables:
            different = bool(tables)
            for line in forms[format].lines(tables):
                if output.is_terminal and format is DiffFormat.TEXT:
                    output.print(Text(line, _STYLES.get(line.lstrip()[:1], "")), soft_wrap=True)
                else:
                    print(line)
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough; the interpreter would complain once more when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(DIFFERENT if different else 0)
