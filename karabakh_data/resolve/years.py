"""Dates in some sources that take their year from other sources.

An article may print no year. Its date of publication is then inferred from what other articles print, and the dates
that it gives take their year from that. Without the others, the year is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.model import TABLES, columns

# The columns that hold dates.
_DATES = sorted(
    {column.name for model in TABLES.values() for column in columns(model, "coded") if column.definition.form == "edtf"}
)
# A year, decade or century as EDTF writes it.
_YEAR = re.compile(r"[0-9]{4}|[0-9]{3}(?=X)|[0-9]{2}(?=XX)")


def with_own_years(claims: pa.Table, source_ids: pa.Array) -> pa.Table:
    """The claims of these sources, without the dates whose year only the quotations of other sources print.

    These are dates in a source whose own year of publication none of these sources prints, and another one does; a
    date whose years its own quotation prints stands.
    """
    chosen = pc.is_in(claims["source_id"], value_set=source_ids)
    theirs, others = claims.filter(chosen), claims.filter(pc.invert(chosen))
    leaning = pa.array(list(_leaning(theirs, others)), pa.string())
    if not len(leaning):
        return theirs
    dates = pc.and_(
        pc.is_in(theirs["source_id"], value_set=leaning), pc.is_in(theirs["field"], value_set=pa.array(_DATES))
    )
    dated = theirs.filter(dates).select(["claim_id", "value", "quote"])
    lost = [row["claim_id"] for row in dated.to_pylist() if not all(y in row["quote"] for y in _years(row["value"]))]
    return theirs.filter(pc.invert(pc.is_in(theirs["claim_id"], value_set=pa.array(lost, pa.string()))))


def _leaning(theirs: pa.Table, others: pa.Table) -> Iterator[str]:
    """The sources whose year of publication others print and none of theirs does."""
    published = theirs.filter((pc.field("record_table") == "sources") & (pc.field("field") == "published_edtf"))
    for row in published.select(["record_id", "value"]).to_pylist():
        years = _years(row["value"])
        if not _print(theirs, years) and _print(others, years):
            yield row["record_id"]


def _print(claims: pa.Table, years: list[str]) -> bool:
    """Whether some quotation prints one of the years."""
    return any(pc.any(pc.match_substring(claims["quote"], year)).as_py() for year in years)


def _years(text: str) -> list[str]:
    return _YEAR.findall(text)
