"""How much of each article is coded, is dismissed, and is reproduced by what is published of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.check.report import Failure, Finding, gathered
from karabakh_data.check.rules.rule import Requirement

# What is published of an article are short quotations, and never half of it.
LIMIT = 0.5
TOO_MUCH = Requirement(
    name="the quotations reproduce one half of the article or more; quote fewer words for each claim",
    table="sources",
    columns=("source_id",),
)
REQUIREMENTS = (TOO_MUCH,)
# What a passage is that is dismissed for what it is, and not for what it says.
FURNITURE = ("boilerplate", "comment_footer")
# Further apart than any text is long, so that all articles lie on one line of positions.
APART = 2**32


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Parts of one article, from 0 to 1, of the characters that lie in its passages: all but white space between them.

    `coded`, `dismissed` and `boilerplate` add up to 1: passages with claims, passages that were read and state no
    fact, and site furniture. `quoted` is what the quotations of claims reproduce, each character counted once;
    `quoted_or_named` is what they and the surfaces of mentions reproduce together.
    """

    source_id: str
    coded: float
    dismissed: float
    boilerplate: float
    quoted: float
    quoted_or_named: float


def shares(tables: Mapping[str, pa.Table]) -> list[Shares]:
    """The shares of each article that has passages, by its id."""
    passages = tables["passages"]
    source_ids = pc.unique(passages["source_id"]).sort()
    furniture = pc.is_in(passages["role"], value_set=pa.array(FURNITURE))
    coded = pc.equal(passages["disposition"], "coded")
    quoted, named = tables["claims"], tables["mentions"]
    whole = _covered([passages], source_ids)
    columns = {
        "coded": _covered([passages.filter(coded)], source_ids),
        "dismissed": _covered([passages.filter(pc.invert(pc.or_(coded, furniture)))], source_ids),
        "boilerplate": _covered([passages.filter(pc.and_not(furniture, coded))], source_ids),
        "quoted": _covered([quoted], source_ids),
        "quoted_or_named": _covered([quoted, named], source_ids),
    }
    return [
        Shares(source_id=source_id, **{name: column[at] / whole[at] for name, column in columns.items()})
        for at, source_id in enumerate(source_ids.to_pylist())
    ]


def share_failures(tables: Mapping[str, pa.Table], max_examples: int = 10) -> list[Failure]:
    """The articles of which the quotations reproduce too much. Each failure has at most `max_examples` examples."""
    return gathered(_reproduced(tables), REQUIREMENTS, max_examples)


def _reproduced(tables: Mapping[str, pa.Table]) -> Iterator[Finding]:
    for one in shares(tables):
        if one.quoted >= LIMIT:
            yield TOO_MUCH, {"source_id": one.source_id, "quoted": round(one.quoted, 4)}


def _covered(tables: Sequence[pa.Table], source_ids: pa.Array) -> list[int]:
    """For each source, how many of its characters the rows of the tables cover, each counted once."""
    rows = pa.concat_tables([table.select(["source_id", "char_start", "char_end"]) for table in tables])
    source = pc.index_in(rows["source_id"].combine_chunks(), value_set=source_ids)
    line = pc.multiply(source.cast(pa.int64()), APART)
    order = pc.sort_indices(start := pc.add(line, rows["char_start"].combine_chunks()))
    start, end = start.take(order), pc.add(line, rows["char_end"].combine_chunks()).take(order)
    reached = pa.concat_arrays([pa.array([0], pa.int64()), pc.cumulative_max(end)])[:-1]
    added = pc.max_element_wise(pc.subtract(end, pc.max_element_wise(start, reached)), 0)
    sums = pa.table({"source": source.take(order), "added": added}).group_by("source").aggregate([("added", "sum")])
    by_source = dict(zip(sums["source"].to_pylist(), sums["added_sum"].to_pylist(), strict=True))
    return [by_source.get(at, 0) for at in range(len(source_ids))]
