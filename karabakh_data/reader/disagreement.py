"""What the sources say where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.reader import tables
from karabakh_data.reader.each_filter import FILTERS
from karabakh_data.reader.filters import BY_ID, chosen, record_ids
from karabakh_data.reader.identifiers import one_or_several
from karabakh_data.reader.texts import text, texts

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


def disagreements(sources: Iterable[str] | None, as_: str, **filters: Any) -> Any:
    """Every claim on each field whose claims cannot all be true; see `karabakh_data.disagreements`."""
    convert = tables.converter(as_)
    read = tables.reader(sources)
    published = read if sources is None else tables.reader(None)
    claims = read("claims")
    claims = claims.filter(claims.column("in_conflict"))
    # Given once and looked at several times: an iterator would be spent.
    asked = {name: value for name, value in filters.items() if value is not None}
    asked |= {name: one_or_several(name, asked[name]) for name in BY_ID if name in asked}
    if asked:
        # Events can be asked for all of these, and refuse what does not exist.
        chosen("events", read, published, asked)
        claims = claims.filter(_of_records(claims, read, published, asked))
    return convert(claims.select(list(COLUMNS)).sort_by([(name, "ascending") for name in COLUMNS]))


def _of_records(claims: pa.Table, read: tables.Read, published: tables.Read, asked: dict[str, Any]) -> Any:
    """Of each claim, whether the record passes what it is asked for by, and its field what articles are asked for."""
    passes = pa.array([True] * claims.num_rows, pa.bool_())
    if "source" in asked:
        fields = pc.binary_join_element_wise(*(claims.column(name) for name in COLUMNS[:3]), text("/"))
        of_these = pc.is_in(claims.column("source_id"), value_set=texts(asked["source"]))
        passes = pc.is_in(fields, value_set=fields.filter(of_these).combine_chunks())
    others = {name: value for name, value in asked.items() if name != "source"}
    for name in claims.column("record_table").unique().to_pylist() if others else ():
        there = pc.equal(claims.column("record_table"), text(name))
        found = pc.is_in(claims.column("record_id"), value_set=texts(_records(name, read, published, others)))
        passes = pc.if_else(there, pc.and_(passes, found), passes)
    return passes


def _records(name: str, read: tables.Read, published: tables.Read, asked: dict[str, Any]) -> list[str]:
    if name == BY_ID["actor"][0] and asked.keys() == {"actor"}:
        return list(asked["actor"])
    if not asked.keys() <= FILTERS[name].keys():
        return []
    found: list[str] = record_ids(name, chosen(name, read, published, asked)).to_pylist()
    return found
