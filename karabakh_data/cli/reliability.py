"""`reliability`: how far two coders agree who coded the same articles apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from karabakh_data.cli.check import ReportFormat
from karabakh_data.cli.paths import named_path
from karabakh_data.cli.terminal import console

if TYPE_CHECKING:
    from karabakh_data.coding.reliability import Measures


def reliability(
    folder: Annotated[
        Path,
        typer.Argument(
            parser=named_path,
            help="The checkout of the repository that holds raw/ and coding/; by default this folder.",
        ),
    ] = Path("."),
    form: Annotated[ReportFormat, typer.Option("--format", help="For people or for machines.")] = ReportFormat.TEXT,
) -> None:
    """Compare two codings of the same articles, the second made without sight of the first, before any settling.

    The facts found by both coders or by one; then, of what both found, how alike the values of each field are.
    "Compatible" says the same less closely; alpha is Krippendorff's, where values are terms.
    """
    from karabakh_data.coding.reliability import measure
    from karabakh_data.coding.second_coding import coded_once
    from karabakh_data.extract.extraction import folders

    measures = measure(folder)
    if form is ReportFormat.JSON:
        print(measures.as_json())
        return
    output = console()
    output.print(f"{measures.articles} articles, coded twice", style="dim")
    if once := coded_once((one.name for one in folders(folder / "raw")), folder):
        output.print(f"coded once, and not among them: {', '.join(once)}", style="yellow")
    for table in (_found(measures), _agreed(measures)):
        output.print()
        output.print(table)


def _found(measures: Measures) -> Table:
    table = _table("Facts and links found by", ["table"], ["both", "only\nfirst", "only\nsecond", "agree-\nment"])
    for one in measures.found:
        table.add_row(one.table, str(one.both), str(one.only_first), str(one.only_second), _percent(one.agreement))
    return table


def _agreed(measures: Measures) -> Table:
    counts = ["equal", "compa-\ntible", "differ-\nent", "only\nfirst", "only\nsecond"]
    table = _table("Values of what both found", ["table", "field"], [*counts, "agree-\nment", "alpha"])
    last = ""
    for one in measures.agreed:
        table.add_row(
            "" if one.table == last else one.table,
            one.field,
            *map(str, (one.equal, one.compatible, one.different, one.only_first, one.only_second)),
            _percent(one.agreement),
            "" if one.alpha is None else f"{one.alpha:.2f}",
        )
        last = one.table
    return table


def _table(title: str, names: list[str], figures: list[str]) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold", box=None, header_style="cyan", padding=(0, 1, 0, 0)
    )
    for name in names:
        table.add_column(name, vertical="bottom")
    for figure in figures:
        table.add_column(figure, justify="right")
    return table


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
