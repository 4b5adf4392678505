"""The command line: each command in a module named for what it does, and what they share.

Commands import what they need when they run, so that `karabakh-data show` does not wait for what only `build` uses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from karabakh_data.cli import (
    build,
    check,
    diff,
    disagreements,
    draft,
    explore,
    export,
    list,
    names,
    new,
    reliability,
    review,
    rules,
    search,
    show,
)
from karabakh_data.cli.exits import Commands
from karabakh_data.reader.citation import ISSUES
from karabakh_data.version import __version__

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="What the news said about Nagorno-Karabakh after the 2020 ceasefire: build, check and read the tables.",
    epilog=f"Exit status: 0 all is fine, 1 the data are wrong, 2 the call is wrong.\n\nReport a wrong cell at {ISSUES}",
)


def _version(wanted: bool) -> None:
    if wanted:
        print(__version__)
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version of data and code.")
    ] = False,
) -> None:
    """Build, check and read the tables."""


def _add(function: Callable[..., None], *examples: str) -> None:
    """Makes a command of a function; the examples stand below its help."""
    lines = "\n\n".join(f"[dim]$[/dim] karabakh-data {example}" for example in examples)
    app.command(function.__name__.rstrip("_"), epilog=f"Examples:\n\n{lines}")(function)


_add(
    list.list_,
    "list",
    "list events --place kalbajar-district --since 2020-11-20",
    "list timeline --actor france --actor russia > events.csv",
)
_add(search.search, "search lachin corridor", "search Erdogan > found.csv")
_add(show.show, "show kalbajar-handover-2020", "show actors/armenia")
_add(names.names, "names actors", "names places > names.csv")
_add(disagreements.disagreements, "disagreements", "disagreements > disagreements.csv")
_add(explore.explore, "explore", "explore --port 8000 --no-browser", "explore --data ../fork/karabakh_data/data")
_add(draft.draft, "draft herald-2020-12-02", "draft herald-2020-12-02 --watch")
_add(build.build, "build", "build --root ../karabakh-data")
_add(
    check.check,
    "check",
    "check ../fork/karabakh_data/data",
    "check --rules events --rules '*: *is null'",
    "check --format json > report.json",
    "check --engine spark --master spark://host:7077 s3a://bucket/package",
)
_add(
    review.review,
    "review",
    "review --source trend-2020-11-26 --table events",
    "review --list",
    "review --sign events/kalbajar-handover-2020 places/baku --verdict ok --day 2026-01-31",
)
_add(reliability.reliability, "reliability", "reliability --format json > reliability.json")
_add(rules.rules, "rules", "rules claims", "rules --sql 'casualties: low*'")
_add(diff.diff, "diff ../before/karabakh_data/data karabakh_data/data")
_add(export.export, "export csv", "export duckdb --to karabakh.duckdb")
_add(
    new.new,
    "new herald.txt --id herald-2020-12-02",
    "new zeitung.txt --id zeitung-2020-12-02 --language de",
)
