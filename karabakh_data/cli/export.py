"""`export`: the tables in other forms."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """The forms in which the tables can be written."""

    CSV = "csv"
    JSONL = "jsonl"
    DUCKDB = "duckdb"


def export(
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORMAT",
            help="csv: a Data Package of CSV files; jsonl: a file of JSON Lines for each table; duckdb: a database.",
        ),
    ],
    to: Annotated[
        Path | None, typer.Option(help="Where: a folder, or for duckdb a file. By default karabakh-data-FORMAT here.")
    ] = None,
) -> None:
    """Write all tables in another form, for tools that read no Parquet."""
    from karabakh_data.publish.export import export as write

    default = "karabakh-data.duckdb" if form is Form.DUCKDB else f"karabakh-data-{form.value}"
    typer.echo(f"{write(form.value, to or Path(default))} is written")
