"""The pictures that the documents show, drawn from the published tables: the same bytes on every run and every Python.

`python -m karabakh_data.publish.pictures` writes them to `docs/pictures`, and removes what is not drawn any more.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import matplotlib
from matplotlib.figure import Figure

from karabakh_data import plot

PICTURES = "docs/pictures"
NOTHING_ABOUT = {"Date": None, "Creator": None, "Format": None, "Type": None}
PATH = re.compile(r'd="[^"]*"')  # which matplotlib writes with a line for each point
LONG = re.compile(r"-?\d+\.\d{3,}")


def pictures() -> dict[str, bytes]:
    """Each picture as SVG, by its path in the repository."""
    # Letters as outlines, ids that do not change, and neither day nor version in the file.
    with matplotlib.rc_context({"svg.fonttype": "path", "svg.hashsalt": "karabakh-data"}):
        return {f"{PICTURES}/{name}.svg": _svg(getattr(plot, name)()) for name in plot.__all__}


def _svg(figure: Figure) -> bytes:
    file = BytesIO()
    figure.savefig(file, format="svg", metadata=NOTHING_ABOUT)
    text = PATH.sub(lambda path: path[0].replace("\n", " "), LONG.sub(_rounded, file.getvalue().decode()))
    return "\n".join(line.strip() for line in text.splitlines()).encode() + b"\n"


def _rounded(number: re.Match[str]) -> str:
    """A number without the digits that nobody sees: they differ between machines, and take room."""
    value = float(number[0])
    # Below one are the scales of letters, in whose units there are hundreds.
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.4f}"


def write(root: Path) -> None:
    """Write the pictures below `root`."""
    drawn = pictures()
    folder = root / PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in drawn.items():
        (root / path).write_bytes(content)
    for file in folder.glob("*.svg"):
        if f"{PICTURES}/{file.name}" not in drawn:
            file.unlink()


if __name__ == "__main__":
    write(Path.cwd())
