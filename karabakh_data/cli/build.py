"""`build`: from the articles to the checked and published tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from karabakh_data.cli.exits import CALL_IS_WRONG, DATA_ARE_WRONG, fail
from karabakh_data.cli.paths import named_path


def build(
    root: Annotated[
        Path, typer.Option(parser=named_path, metavar="PATH", help="The checkout of the repository that holds raw/.")
    ] = Path("."),
) -> None:
    """Build all tables from the articles, check them, and put them in place: all of them, or none.

    A failed build lists everything that is wrong and leaves the last good tables as they were.
    """
    from karabakh_data.errors import FailuresError
    from karabakh_data.publish.build import build as run
    from karabakh_data.publish.workspace import Busy

    try:
        with Console(stderr=True).status("reading the articles") as status:
            result = run(root, progress=status.update)
    except FailuresError as error:
        step = "`karabakh-data draft ID` lists all that is wrong with an article at once"
        fail(
            DATA_ARE_WRONG,
            *error.failures,
            note=f"nothing was changed: the last good tables are as they were; {step}",
        )
    except Busy as error:
        fail(CALL_IS_WRONG, error)
    print(result.report.as_text())
    if newly := result.newly_in_conflict:
        print(f"{sum(newly.values())} claims newly in conflict: {', '.join(newly)}")
    for path in result.written:
        print(f"written: {path}")
    for path in result.removed:
        print(f"removed: {path}")
    if not result.written and not result.removed:
        print("nothing changed")
