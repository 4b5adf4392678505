"""The tables of drafts: what their claims make, and without the records that they do not tell enough of yet."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.extract.extraction import Extraction, drafted
from karabakh_data.resolve import ResolutionError, Shortcoming, resolve

SEPARATOR = " "


def loosely_resolved(extraction: Extraction) -> tuple[dict[str, pa.Table], list[Shortcoming]]:
    """All tables, by name, and what keeps claims from making records; claims on a record that is not made are kept."""
    claims, found = extraction.tables["claims"], list[Shortcoming]()
    identities = {**extraction.registers, "sources": extraction.sources}
    while True:
        drawn = {**extraction.tables, "claims": claims}
        try:
            tables = resolve(identities, drawn, extraction.crosswalk, extraction.history)
        except ResolutionError as error:
            found += error.shortcomings
            claims = _without(claims, {(one.table, one.record_id) for one in error.shortcomings})
        else:
            return tables | {"claims": _marked_again(extraction.tables["claims"], tables["claims"])}, found


def tables_of_drafts(root: Path) -> tuple[dict[str, pa.Table], list[str]]:
    """All tables as the articles and scripts of a checkout make them now, as far as they do, and what is wrong.

    Raises ExtractionError where there is no article, or a register is wrong.
    """
    extraction, failures = drafted(root)
    tables, shortcomings = loosely_resolved(extraction)
    return tables, [*failures, *map(str, shortcomings)]


def _without(claims: pa.Table, records: set[tuple[str, str]]) -> pa.Table:
    names = pc.binary_join_element_wise(claims["record_table"], claims["record_id"], SEPARATOR)
    gone = pa.array([SEPARATOR.join(record) for record in sorted(records)], pa.string())
    return claims.filter(pc.invert(pc.is_in(names, value_set=gone)))


def _marked_again(claims: pa.Table, resolved: pa.Table) -> pa.Table:
    """All claims, with the marks of conflict of those that were resolved."""
    ids = resolved.filter(resolved["in_conflict"])["claim_id"].combine_chunks()
    at = claims.schema.get_field_index("in_conflict")
    marks = pc.is_in(claims["claim_id"], value_set=ids)
    return claims.set_column(at, claims.schema.field(at), marks).sort_by("claim_id")
