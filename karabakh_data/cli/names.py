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
    actor: Annotated[list[str] | None, typer.Option(metavar="ID", help="Those of this actor.")] = None,
    place: Annotated[list[str] | None, typer.Option(metavar="ID", help="Of this place, and what lies in it.")] = None,
    source: Annotated[list[str] | None, typer.Option(metavar="ID", help="In this article.")] = None,
) -> None:
    """List the words by which each article calls each actor or place, and how often; as CSV outside a terminal."""
    import karabakh_data

    forms = karabakh_data.surface_forms(table.value, actor=actor or None, place=place or None, source=source or None)
    print_table(forms, ("name", "source_id", "surface", "count"), grouped_by=2)
