"""Of the claims of some sources, those that make whole records without what other sources tell."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.model import TABLES, columns
from karabakh_data.model.arrow import key_column
from karabakh_data.model.row import SEPARATOR
from karabakh_data.resolve.claims import giving, having
from karabakh_data.resolve.records import BY_NAME, RESOLVED

# The rows that are there only if claims make them.
_MADE = tuple(table for table in RESOLVED if table not in BY_NAME)


def of_whole_records(claims: pa.Table, source_ids: pa.Array) -> pa.Table:
    """The claims without those on, or naming, a record that these sources do not tell enough of.

    Enough is told of a record where some claim gives a value, and one gives each field that cannot be null; of a link,
    where its ends are there, too. Actors, places and agreements are there as soon as they are named, and the sources
    are these.
    """
    own = pc.or_(pc.not_equal(claims["record_table"], "sources"), pc.is_in(claims["record_id"], value_set=source_ids))
    claims = claims.filter(own)
    while True:
        made = pa.array(_made(claims), pa.string())
        stands = pa.array([True] * claims.num_rows, pa.bool_())
        for named in _named(claims):
            stands = pc.and_(stands, pc.or_(pc.is_null(named), pc.is_in(named, value_set=made)))
        standing = claims.filter(stands)
        if standing.num_rows == claims.num_rows:
            return claims
        claims = standing


def _made(claims: pa.Table) -> list[str]:
    """The records of which enough is told, each as its table and its id."""
    told = claims.select(["record_table", "record_id", "field"]).filter(giving(claims))
    made: list[str] = []
    for table in _MADE:
        on_table = told.filter(having(told, record_table=table))
        ids = set(on_table["record_id"].unique().to_pylist())
        for column in columns(TABLES[table], "coded"):
            if not column.nullable:
                ids &= set(on_table["record_id"].filter(having(on_table, field=column.name)).to_pylist())
        made += [f"{table}{SEPARATOR}{record_id}" for record_id in ids]
    return made


def _named(claims: pa.Table) -> Iterator[pa.ChunkedArray]:
    """The records that must be there for each claim to stand, as table and id; null where it needs none."""
    tables, fields = claims["record_table"], claims["field"]
    for table in RESOLVED:
        model, on_table = TABLES[table], pc.equal(tables, table)
        ids = pc.if_else(on_table, claims["record_id"], None)
        if table in _MADE:
            yield _joined(pc.if_else(on_table, table, None), ids)
        for column in columns(model):
            target = (column.definition.references or "").split(".")[0]
            if column.definition.record_of is not None:
                about = key_column(model, ids, column.definition.record_of)
                among = pc.is_in(about, value_set=pa.array(_MADE))
                yield _joined(pc.if_else(among, about, None), key_column(model, ids, column.name))
            elif target in _MADE and column.name in model.key:
                yield _joined(target, key_column(model, ids, column.name))
            elif target in _MADE:
                on_field = pc.and_(on_table, pc.equal(fields, column.name))
                yield _joined(target, pc.if_else(on_field, claims["value"], None))


def _joined(table: str | pa.ChunkedArray, ids: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(table, ids, SEPARATOR)
