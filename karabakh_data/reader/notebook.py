"""Tells a running IPython how to show our tables, which are pyarrow's own: those of others are shown as before."""

from __future__ import annotations

import sys
from typing import Any

import pyarrow as pa


def tell_ipython() -> None:
    """Registers how tables with our schema are shown, if IPython runs and nobody else has said how tables are."""
    shell = sys.modules["IPython"].get_ipython() if hasattr(sys.modules["IPython"], "get_ipython") else None
    formatter = getattr(shell, "display_formatter", None)
    for kind, show in (("text/html", _as_html), ("text/plain", _as_text)):
        known = formatter.formatters.get(kind) if formatter else None
        if known is not None and pa.Table not in known.type_printers:
            known.for_type(pa.Table, show)


def _as_html(table: pa.Table) -> str | None:
    # The models, which tell what an id names, are imported when the first table is shown, and not with it.
    from karabakh_data.reader.html import table_html

    return table_html(table)


def _as_text(table: pa.Table, printer: Any, cycle: bool) -> None:
    metadata = table.schema.metadata or {}
    if b"table" not in metadata or b"description" not in metadata:
        printer.text(repr(table))
        return
    name = metadata[b"table"].decode(errors="replace")
    printer.text(f"{name}: {table.num_rows} rows; columns: {', '.join(table.column_names)}")
