"""Tells a running IPython how to show figures that were made without pyplot, which would tell it."""

from __future__ import annotations

import sys
from io import BytesIO

from matplotlib.figure import Figure

DOTS = 150  # an inch: sharp on screens, and no larger than a cell


def tell_ipython() -> None:
    """Registers how figures are shown, if IPython runs and nobody else has said how figures are."""
    shell = sys.modules["IPython"].get_ipython() if hasattr(sys.modules["IPython"], "get_ipython") else None
    formatter = getattr(shell, "display_formatter", None)
    known = formatter.formatters.get("image/png") if formatter else None
    if known is not None and Figure not in known.type_printers:
        known.for_type(Figure, _as_png)


def _as_png(figure: Figure) -> tuple[bytes, dict[str, str]]:
    """The figure, and what it is of, for whoever does not see it."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=DOTS)
    return file.getvalue(), {"alt": str(figure.get_label() or "Figure")}
