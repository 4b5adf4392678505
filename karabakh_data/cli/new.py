"""`new`: a text made ready for coding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from karabakh_data.cli.exits import CALL_IS_WRONG, fail
from karabakh_data.cli.paths import named_path


def new(
    article: Annotated[
        Path,
        typer.Argument(parser=named_path, help="The article's text, as a UTF-8 file; its bytes are kept as they are."),
    ],
    source_id: Annotated[
        str, typer.Option("--id", help="The id of the article for ever: the outlet and the day, in small letters.")
    ],
    language: Annotated[str, typer.Option(help="The language of the text, as an ISO 639-1 code.")] = "en",
    root: Annotated[
        Path, typer.Option(parser=named_path, metavar="PATH", help="The checkout of the repository that holds raw/.")
    ] = Path("."),
) -> None:
    """Make an article ready for coding: its folder in raw/, and a script with a proposed split into passages.

    What coded articles let it know of names, dates, figures, speech and records stands there in comments, to be taken,
    mended or deleted.

    The script runs at once and claims nothing, so that `build` names each passage as still to be coded. Nothing is
    overwritten; if anything is wrong, nothing is written.
    """
    from karabakh_data.extract import ExtractionError
    from karabakh_data.extract.new_article import new as make

    try:
        written = make(root, article, source_id, language)
    except ExtractionError as error:
        fail(CALL_IS_WRONG, *error.failures, "nothing was written")
    for path in written:
        print(f"written: {root / path}")
    print(f"next: fill in {root / 'raw' / source_id / 'source.toml'}, and code each passage in {root / written[0]};")
    print("      `karabakh-data build` names what is still to be coded, `karabakh-data review` shows what is coded")
