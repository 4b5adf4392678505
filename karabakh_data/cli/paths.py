"""How a command reads a path that it is given."""

from __future__ import annotations

from pathlib import Path

import typer


def named(text: str) -> str:
    """The name of a path or a URL, which names something: to Python an empty one is the working folder.

    Raises typer.BadParameter for an empty one, as a script gives for a variable that is not set.
    """
    if not text:
        raise typer.BadParameter("the path is empty; name a file or folder, or write . for this folder")
    return text


def named_path(text: str | Path) -> Path:
    """The path of that name. Raises typer.BadParameter for an empty one."""
    return Path(named(str(text)))
