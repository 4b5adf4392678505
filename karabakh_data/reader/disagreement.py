"""What the sources say where they contradict each other."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.reader.each_table import TABLE_NAMES
from karabakh_data.reader.tables import load
from karabakh_data.resolve import conflicts

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
    published = {name: load(name) for name in TABLE_NAMES}
    claims = published["claims"]
    field = pc.binary_join_element_wise(*(claims.column(name) for name in COLUMNS[:3]), " ")
    in_conflict = pa.array([" ".join(one) for one in conflicts(published)], pa.string())
    order = [(name, "ascending") for name in COLUMNS]
    return claims.filter(pc.is_in(field, value_set=in_conflict)).select(list(COLUMNS)).sort_by(order)
