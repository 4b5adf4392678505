"""`python -m karabakh_data.publish.release`, as `make release` calls it: writes `dist/` of the checkout.

With `--built site`, as `make site` calls it in the end, it notes of which files that folder was built.
"""

from __future__ import annotations

import sys
from pathlib import Path

from karabakh_data.errors import FailuresError
from karabakh_data.publish.release.built import stamp
from karabakh_data.publish.release.release import release


def main() -> None:
    """Releases the checkout that is the working folder. Exits with 1 where it is not fit to be."""
    root = Path.cwd()
    if sys.argv[1:2] == ["--built"]:
        for name in sys.argv[2:]:
            stamp(root, name)
        return
    try:
        files = release(root, root / "dist")
    except FailuresError as error:
        for failure in error.failures:
            print(f"error: {failure}", file=sys.stderr)
        print("nothing was released: dist/ is as it was", file=sys.stderr)
        sys.exit(1)
    for file in files:
        print(f"{file.relative_to(root)}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
