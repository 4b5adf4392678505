"""`search`: records by words."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer
from rich.text import Text

from karabakh_data.cli.terminal import console, print_table


def search(
    words: Annotated[list[str], typer.Argument(help="Words, or how they begin; accents and capitals do not matter.")],
) -> None:
    """Find records by all these words: in titles, names and quotations; as CSV outside a terminal."""
    import karabakh_data

    found = karabakh_data.search(" ".join(words))
    output = console()
    if not output.is_terminal:
        print_table(found)
        return
    for record, hits in groupby(found.to_pylist(), key=lambda hit: (hit["title"], f"{hit['table']}/{hit['id']}")):
        output.print(Text.assemble((record[0], "bold"), "  ", (record[1], "dim")))
        for hit in hits:
            if hit["found_in"] != "title":
                output.print(Text.assemble(f"  {hit['found_in']}: ", (f"«{hit['words']}»", "yellow")))
    output.print(Text(f"{found.num_rows} found", style="dim"))
