"""`names`: what the articles call actors and places."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from karabakh_data.cli.terminal import print_table


class NamedTable(StrEnum):
    """The tables of what has names."""

    ACTORS = "actors"
    PLACES = "places"


def names(
    table: Annotated[NamedTable, typer.Argument(help="Whose names: those of actors or of places.")],
) -> None:
    """List the words by which each article calls each actor or place, and how often; as CSV outside a terminal."""
    import karabakh_data

    print_table(karabakh_data.surface_forms(table.value), ("name", "source_id", "surface", "count"), grouped_by=2)
