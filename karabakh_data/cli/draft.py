"""`draft`: one article under coding, and everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from karabakh_data.cli.exits import DATA_ARE_WRONG
from karabakh_data.cli.paths import named_path
from karabakh_data.cli.watching import changes

if TYPE_CHECKING:
    from karabakh_data.coding.drafting import DraftReport, Wrong


def draft(
    source_id: Annotated[str, typer.Argument(metavar="ID", help="The article's id, as its folder in raw/ is called.")],
    watch: Annotated[bool, typer.Option("--watch", help="Do it again at each save, until you press Ctrl-C.")] = False,
    root: Annotated[
        Path, typer.Option(parser=named_path, metavar="PATH", help="The checkout of the repository that holds raw/.")
    ] = Path("."),
) -> None:
    """Read, resolve and check one article beside the others as they are published, and list all that is wrong at once.

    Each line names the line of the script, the line of the article, and what to do. The coding need not be whole: what
    can be followed is checked. How much of the article is coded and quoted is told as well. Nothing is published.

    Exits with 0 if nothing is wrong, 1 if something is.
    """
    status = 0
    try:
        for changed in changes(lambda: _watched(root, source_id)):
            if changed:
                print(f"\n{', '.join(path.name for path in changed)} saved:")
            status = _shown(root, source_id)
            if not watch:
                break
    except KeyboardInterrupt:
        print()
    raise typer.Exit(status)


def _shown(root: Path, source_id: str) -> int:
    """Shows the draft as it is; the exit status."""
    from karabakh_data.coding.drafting import draft as run
    from karabakh_data.errors import FailuresError

    try:
        report = run(root, source_id)
    except FailuresError as error:  # in what all articles share, such as a register
        print("\n".join(f"error: {failure}" for failure in error.failures))
        return DATA_ARE_WRONG
    print("\n".join(_lines(report)), flush=True)
    return DATA_ARE_WRONG if report.wrong else 0


def _lines(report: DraftReport) -> Iterator[str]:
    yield from (_line(report.source_id, one) for one in report.wrong)
    if report.accounts:
        yield from report.accounts.lines()
    if report.conflicts:
        yield f"in conflict, which is kept as it is: {', '.join(report.conflicts)}"
    counts = Counter(one.kind for one in report.wrong)
    listed = ", ".join(f"{count} of {kind}" for kind, count in counts.items())
    yield f"{counts.total()} failures: {listed}" if counts else "nothing is wrong"
    if report.unread:
        yield f"{report.unread} records are to be read: `karabakh-data review`"


def _line(source_id: str, one: Wrong) -> str:
    from karabakh_data.extract.extraction import script_path

    path = script_path(source_id)
    script = f"{os.path.relpath(path)}:{one.script_line}: " if path and one.script_line else ""
    return f"{script}{f'article.txt:{one.article_line}: ' if one.article_line else ''}{one.message}"


def _watched(root: Path, source_id: str) -> list[Path]:
    """What a coder of the article saves: its text and facts, its script, and the registers."""
    from karabakh_data.extract.extraction import script_path
    from karabakh_data.extract.registers import FOLDER

    script = script_path(source_id)
    return [*(root / "raw" / source_id).glob("*"), *FOLDER.glob("*.toml"), *([script] if script else [])]
