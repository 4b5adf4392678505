"""What the sources say where they contradict each other."""

from __future__ import annotations

import pyarrow as pa

from karabakh_data.reader.tables import load

COLUMNS = (
    "record_table",
    "record_id",
    "field",
    "source_id",
    "attributed_to",
    "stance",
    "value",
    "quote",
    "passage_id",
)


def disagreements() -> pa.Table:
    """Every claim on each field whose claims cannot all be true; see `karabakh_data.disagreements`."""
    claims = load("claims")
    claims = claims.filter(claims.column("in_conflict"))
    return claims.select(list(COLUMNS)).sort_by([(name, "ascending") for name in COLUMNS])
