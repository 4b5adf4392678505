"""`export`: the tables in other formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from karabakh_data.cli.paths import named_path
from karabakh_data.publish.exports.formats import FORMATS

LISTED = "\n\n".join(f"{form.name}: {form.description}" for form in FORMATS.values())


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=LISTED)],
    to: Annotated[
        Path | None,
        typer.Option(
            parser=named_path,
            metavar="PATH",
            help="The file or folder to write; by default one here that is named for the format.",
        ),
    ] = None,
) -> None:
    """Write all tables in another format, for tools that read no Parquet."""
    from karabakh_data.publish.exports.export import export as write

    default = FORMATS[form].target if form in FORMATS else form
    typer.echo(f"{write(form, to or Path(default))} is written")
