"""`disagreements`: where the articles contradict each other."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated, Any

import typer
from rich.text import Text

from karabakh_data.cli.terminal import console, print_table


def disagreements(
    actor: Annotated[list[str] | None, typer.Option(metavar="ID", help="On what this actor has a part in.")] = None,
    place: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="On what is there, or in what lies in it.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="On what was perhaps on this day, month or year or later.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="On what was perhaps on it or before.")] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Where this article is one of those that differ.")
    ] = None,
) -> None:
    """List what each source says wherever sources contradict each other; as CSV outside a terminal."""
    import karabakh_data

    found = karabakh_data.disagreements(
        actor=actor or None, place=place or None, since=since, until=until, source=source or None
    )
    output = console()
    if not output.is_terminal:
        print_table(found)
        return
    for field, claims in groupby(found.to_pylist(), key=_field):
        output.print(Text(field, style="bold"))
        for claim in claims:
            output.print(Text("  ").append(claim["value"], "cyan").append(f"  «{claim['quote']}»", "yellow"))
            output.print(Text(f"      {_voice(claim)}", style="green" if claim["stance"] == "asserts" else "magenta"))
    output.print(Text(f"{found.num_rows} claims", style="dim"))


def _field(claim: dict[str, Any]) -> str:
    return f"{claim['record_table']}/{claim['record_id']}.{claim['field']}"


def _voice(claim: dict[str, Any]) -> str:
    parts = [claim["source_id"], claim["attributed_to"] or "in its own voice"]
    return " · ".join(parts if claim["stance"] == "asserts" else [*parts, claim["stance"]])
