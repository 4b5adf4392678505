"""Claims in columns, given out record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.model import Claim
from karabakh_data.model.arrow import arrow_schema

ClaimRow = Mapping[str, Any]
Mark = tuple[str, str, str]  # the table, record id and field of claims that cannot all be true

PORTION = 10_000  # rows at a time in memory
# What resolution reads of a claim.
READ = ("record_table", "record_id", "field", "value", "source_id", "attributed_to", "stance", "basis")


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims from which records are made; `table` has the columns `READ`, and may have others."""

    table: pa.Table

    def _where(self, *names: str, **wanted: str) -> pa.Table:
        # Not the whole rows, as the quotations are most of the table.
        return self.table.select(list(names)).filter(having(self.table, **wanted))

    def on(self, table: str) -> Iterator[tuple[str, Sequence[ClaimRow]]]:
        """Each record of a table with the claims on it, sorted by id; a portion at a time in memory."""
        on_table = self._where(*READ, record_table=table).sort_by("record_id")
        rows = (row for batch in on_table.to_batches(max_chunksize=PORTION) for row in batch.to_pylist())
        for record_id, on_record in groupby(rows, key=itemgetter("record_id")):
            yield record_id, list(on_record)

    def asserted(self, table: str, field: str) -> list[tuple[str, str]]:
        """The records of a table on whose field there are claims, each with a value that one asserts."""
        found = self._where("record_id", "value", record_table=table, field=field, stance="asserts")
        return list(zip(found["record_id"].to_pylist(), found["value"].to_pylist(), strict=True))

    def records(self, table: str) -> list[str]:
        """The ids of the records of a table on which there are claims."""
        return list(self._where("record_id", record_table=table)["record_id"].unique().to_pylist())


def having(rows: pa.Table, **wanted: str) -> pa.ChunkedArray:
    """Of each row whether it has these texts in the columns so named.

    Masks, because an Arrow expression sets up a query, which takes longer than to look through some thousand rows.
    """
    return reduce(pc.and_, (pc.equal(rows[name], text) for name, text in wanted.items()))


def giving(claims: pa.Table) -> pa.ChunkedArray:
    """Of each claim whether it gives its field a value: it asserts one, or denies; what is only denied is `denied`."""
    denies = having(claims, record_table="events", field="status", stance="denies")
    return pc.or_(having(claims, stance="asserts"), pc.and_(denies, pc.not_equal(claims["value"], "denied")))


def marked(claims: pa.Table, marks: Iterable[Mark]) -> pa.Table:
    """The claims with `in_conflict` true on the fields that are marked, and false on all others."""
    names = ("record_table", "record_id", "field")
    fields = pc.binary_join_element_wise(*(claims[name] for name in names), " ")
    in_conflict = pc.is_in(fields, value_set=pa.array([" ".join(mark) for mark in marks], pa.string()))
    field = arrow_schema(Claim).field("in_conflict")
    return claims.set_column(claims.schema.get_field_index(field.name), field, in_conflict)
