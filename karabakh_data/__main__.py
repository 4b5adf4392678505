"""The way into the command line: `karabakh-data`, or `python -m karabakh_data`."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from karabakh_data.errors import MissingExtra


def main() -> None:
    """Runs the command line. Exits with 0 if all is fine, 1 if the data are wrong, 2 if the call is wrong."""
    for name in ("stdout", "stderr"):
        # Where whoever started us has closed it, the next file that is opened would be taken for it.
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    try:
        from karabakh_data.cli import app
        from karabakh_data.cli.exits import ClosedPipe
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("typer", "rich"):
            raise
        print(f"error: {MissingExtra('cli', 'the command line')}", file=sys.stderr)
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a letter that the terminal does not have is shown as an escape
            stream.reconfigure(errors="backslashreplace")
    status: str | int | None = 0
    try:
        app(prog_name="karabakh-data")
    except ClosedPipe:
        pass
    except SystemExit as ended:
        status = ended.code
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # the interpreter would try, and complain, once more when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


if __name__ == "__main__":
    main()
