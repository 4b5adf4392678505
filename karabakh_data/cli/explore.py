"""`explore`: the page on which tables and the words behind them are seen, in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def explore(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes one that is free.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Show the tables of this folder, compressed with Snappy or not at all, instead of the package's.",
        ),
    ] = None,
    page: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Serve the page that was built into this folder.")
    ] = None,
) -> None:
    """Serve the evidence explorer to this machine's browsers, until Ctrl-C.

    The page asks no other machine for anything. It is the package's own, or the one that `make page` has built in the
    checkout that you are in, unless --page names another.
    """
    import webbrowser

    from karabakh_data.cli.page_server import address_of, page_folder, served, server

    with server(served(page_folder(page), data), port) as made:
        address = address_of(made)
        print(f"{address} shows the evidence; Ctrl-C ends it.", flush=True)
        if browser:
            webbrowser.open(address)
        try:
            made.serve_forever()
        except KeyboardInterrupt:
            print()
