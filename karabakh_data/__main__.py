"""The way into the command line: `karabakh-data`, or `python -m karabakh_data`."""

from __future__ import annotations

import sys

from karabakh_data.errors import MissingExtra


def main() -> None:
    """Runs the command line. Exits with 0 if all is fine, 1 if the data are wrong, 2 if the call is wrong."""
    try:
        from karabakh_data.cli import app
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("typer", "rich"):
            raise
        print(f"error: {MissingExtra('build', 'the command line')}", file=sys.stderr)
        sys.exit(2)
    app(prog_name="karabakh-data")


if __name__ == "__main__":
    main()
