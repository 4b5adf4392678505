"""What is drawn at a height of a figure of rows: words beside marks, and arrows that leave an end open."""

from __future__ import annotations

from matplotlib.axes import Axes

from karabakh_data.plot.page import PAPER, QUIET, measured, set_in

# Under words, where faint lines run up from an axis.
BOX = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.3}
ARROW = 13.0  # points: the same for all, because nobody says how far


def arrow(axes: Axes, x: float, y: float, sign: int, colour: str, gid: str) -> None:
    """A dotted arrow to the right of a coordinate, or with sign -1 to the left of it: there is no end that is known."""
    axes.annotate(
        "",
        (x, y),
        xytext=(sign * ARROW, 0),
        textcoords="offset points",
        gid=gid,
        zorder=4,
        arrowprops={
            "arrowstyle": "<-",
            "linestyle": (0, (1, 1.4)),
            "linewidth": 0.9,
            "color": colour,
            "shrinkA": 0,
            "shrinkB": 0,
            "mutation_scale": 6,
        },
    )


def beside(axes: Axes, left: float, right: float, y: float, words: str, end: float) -> None:
    """Words to the right of what stands there, or to its left where the axes end; all in points from their left.

    Where neither side has room, what stands there is long: the words break it in the middle, and its ends stay seen.
    """
    if not words:
        return
    wide = measured(words, QUIET)
    if right + wide <= end:
        x, side = right, "left"
    elif left >= wide:
        x, side = left, "right"
    else:
        x, side = (left + right) / 2, "center"
    at = axes.transData.inverted().transform(axes.transAxes.transform((x / end, 0)))[0]
    axes.text(float(at), y, words, ha=side, va="center_baseline", zorder=5, bbox=BOX, **set_in(QUIET))
