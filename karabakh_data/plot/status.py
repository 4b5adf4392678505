"""How an event's status is drawn: by shape and fill, so that it is seen in black and white, and by colour besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from karabakh_data.plot.page import BLUE, INK, PAPER, VERMILION


@dataclass(frozen=True, slots=True)
class Look:
    """A marker for a day, and the same told by a band: how it is filled, hatched and edged."""

    marker: str
    colour: str
    fill: str = "full"  # or "none", or "left": the left half
    hatch: str = ""
    face: str = ""  # of a band, where it is not the marker's
    dashed: bool = False
    meaning: str = ""

    def marked(self, size: float = 5.0) -> dict[str, Any]:
        """The arguments of a marker."""
        return {
            "marker": self.marker,
            "markersize": size,
            "color": self.colour,
            "markerfacecolor": PAPER if self.fill == "none" else self.colour,
            "markerfacecoloralt": PAPER,
            "markeredgecolor": self.colour,
            "markeredgewidth": 1.3 if self.marker == "x" else 0.8,
            "fillstyle": "left" if self.fill == "left" else "full",
        }

    def banded(self) -> dict[str, Any]:
        """The arguments of a band."""
        return {
            "facecolor": self.face or (self.colour if self.fill == "full" else PAPER),
            "edgecolor": self.colour,
            "hatch": self.hatch,
            "linestyle": (0, (2, 1.2)) if self.dashed else "-",
            "linewidth": 0.7,
        }


# Dark: it happened. Blue: nobody says that it has. Orange: only a party says that it did, or it is denied.
LOOKS = {
    "occurred": Look("o", INK, meaning="occurred"),
    "ongoing": Look(">", INK, face="#b8b8b8", meaning="ongoing"),
    "planned": Look("o", BLUE, fill="none", meaning="planned"),
    "conditional": Look("D", BLUE, fill="none", dashed=True, meaning="conditional"),
    "alleged": Look("s", VERMILION, fill="left", hatch="//////", meaning="alleged"),
    "denied": Look("x", VERMILION, fill="none", hatch="xxxxxx", meaning="denied"),
}
