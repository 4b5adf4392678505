"""`disagreements`: where the articles contradict each other."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from rich.text import Text

from karabakh_data.cli.terminal import console, print_table


def disagreements() -> None:
    """List what each source says wherever sources contradict each other; as CSV outside a terminal."""
    import karabakh_data

    found = karabakh_data.disagreements()
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
