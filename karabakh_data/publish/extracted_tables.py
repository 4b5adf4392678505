"""The tables as the articles and scripts of a checkout make them now, published or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from karabakh_data.extract import ExtractionError, extract
from karabakh_data.extract.registers.unspoken import unspoken, unspoken_failure
from karabakh_data.resolve import resolve

Progress = Callable[[str], None]


def tables_of_articles(root: Path, progress: Progress = lambda step: None) -> dict[str, pa.Table]:
    """All tables, by name, from the articles below `root/raw`; `progress` is called with what is being done.

    Raises ExtractionError or ResolutionError, each of which lists all that is wrong in its `failures`.
    """
    extraction = extract(root, lambda source_id: progress(f"reading {source_id}"))
    progress("resolving the claims")
    identities = {**extraction.registers, "sources": extraction.sources}
    tables = resolve(identities, extraction.tables, extraction.crosswalk, extraction.history)
    if failures := [unspoken_failure(*record) for record in unspoken(extraction.registers, tables)]:
        raise ExtractionError(failures)
    return tables
