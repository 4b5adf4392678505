"""All tables at once: from an extraction, or again from published tables for the claims of some sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import ValidationError

from karabakh_data.model import TABLES, Claim, Crosswalk, Mention, Passage, Row, Term, columns, id_of
from karabakh_data.model.arrow import key_column, to_arrow
from karabakh_data.model.vocabularies import VOCABULARIES, label
from karabakh_data.resolve.records import RESOLVED, Groups, Identities, Record, ResolutionError, records

PORTION = 10_000  # rows at a time in memory
# What resolution reads of a claim.
READ = ["record_table", "record_id", "field", "value", "source_id", "stance", "basis"]


def resolve(
    identities: Identities,
    passages: Iterable[Passage],
    claims: Iterable[Claim],
    mentions: Iterable[Mention],
    crosswalk: Iterable[Crosswalk],
) -> dict[str, pa.Table]:
    """All tables from rows; see `resolve_tables`."""
    drawn = {
        "passages": to_arrow(Passage, passages),
        "claims": to_arrow(Claim, claims),
        "mentions": to_arrow(Mention, mentions),
    }
    return resolve_tables(identities, drawn, crosswalk)


def resolve_tables(
    identities: Identities, drawn: Mapping[str, pa.Table], crosswalk: Iterable[Crosswalk]
) -> dict[str, pa.Table]:
    """All tables, by name, in the order of the model.

    `identities` gives, by table and id, the authored and reference columns of records, `drawn` the tables of passages,
    claims and mentions. Raises ResolutionError that lists every record that its claims leave incomplete or that its
    model rejects. Only some records at a time are in memory as rows.
    """
    failures: list[str] = []
    parts: dict[str, list[pa.Table]] = {table: [] for table in RESOLVED}
    for table, found in groupby(records(identities, by_record(drawn["claims"]), [], failures), key=itemgetter(0)):
        model = TABLES[table]
        rows = _validated(model, (record for _, record in found), failures)
        while portion := list(islice(rows, PORTION)):
            parts[table].append(to_arrow(model, portion))
    if failures:
        raise ResolutionError(failures)
    tables = {table: pa.concat_tables([to_arrow(TABLES[table], []), *parts[table]]) for table in RESOLVED} | {
        **{name: drawn[name] for name in ("passages", "claims", "mentions")},
        "vocabulary": to_arrow(Term, vocabulary()),
        "crosswalk": to_arrow(Crosswalk, crosswalk),
    }
    for table in ("actors", "places"):
        (key,) = TABLES[table].key
        tables[table] = tables[table].filter(pc.is_in(tables[table][key], value_set=_named(table, drawn)))
    return {name: tables[name].sort_by([(part, "ascending") for part in model.key]) for name, model in TABLES.items()}


def by_record(claims: pa.Table) -> Groups:
    """What gives of a table each record's id and the claims on it, sorted by id; a portion at a time in memory."""

    def groups(table: str) -> Iterator[tuple[str, Sequence[Record]]]:
        on_table = claims.filter(pc.field("record_table") == table).select(READ).sort_by("record_id")
        rows = (row for batch in on_table.to_batches(max_chunksize=PORTION) for row in batch.to_pylist())
        for record_id, on_record in groupby(rows, key=itemgetter("record_id")):
            yield record_id, list(on_record)

    return groups


def vocabulary() -> Iterator[Term]:
    """The terms of all vocabularies."""
    for one in VOCABULARIES.values():
        for term, definition in one.terms.items():
            yield Term(vocabulary=one.name, term=term, label=label(term), definition=definition)


def _validated(model: type[Row], found: Iterable[Record], failures: list[str]) -> Iterator[Row]:
    for record in found:
        try:
            yield model.model_validate(record)
        except ValidationError as error:
            record_id = id_of(model, record)
            failures += [
                f"{model.table}/{record_id}.{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()
            ]


def _named(table: str, drawn: Mapping[str, pa.Table]) -> pa.Array:
    """The ids of the actors or places that are mentioned, and that claims are on or name: as value, link or speaker."""
    claims, mentions = drawn["claims"], drawn["mentions"]
    found = [
        mentions.filter(pc.field("entity_table") == table)["entity_id"],
        claims.filter(pc.field("record_table") == table)["record_id"],
    ]
    if table == "actors":
        found.append(claims["attributed_to"])
    for model in TABLES.values():
        for column in columns(model):
            if not (column.definition.references or "").startswith(f"{table}."):
                continue
            on_table = pc.field("record_table") == model.table
            if column.name in model.key and column.name != model.key[0]:
                ids = claims.filter(on_table)["record_id"].unique()
                found.append(key_column(model, ids, column.name))
            else:
                found.append(claims.filter(on_table & (pc.field("field") == column.name))["value"])
    return pa.concat_arrays(
        [one.combine_chunks() if isinstance(one, pa.ChunkedArray) else one for one in found]
    ).unique()


def subset(tables: Mapping[str, pa.Table], source_ids: Collection[str]) -> dict[str, pa.Table]:
    """All tables as the claims of these sources alone would have them, from published tables.

    Raises KeyError for a source that the tables do not hold.
    """
    unknown = set(source_ids) - set(tables["sources"].column("source_id").to_pylist())
    if unknown:
        raise KeyError(f"no source has the id {', '.join(sorted(unknown))}")
    among = pa.array(sorted(source_ids), pa.string())
    drawn = {
        name: tables[name].filter(pc.is_in(tables[name]["source_id"], value_set=among))
        for name in ("passages", "claims", "mentions")
    }
    crosswalk = (Crosswalk.model_validate(row) for row in tables["crosswalk"].to_pylist())
    return resolve_tables(_identities(tables, source_ids), drawn, crosswalk)


def conflicts(tables: Mapping[str, pa.Table]) -> list[tuple[str, str, str]]:
    """Each field whose claims cannot all be true, as (table, record id, field), sorted."""
    source_ids = tables["sources"].column("source_id").to_pylist()
    found: list[tuple[str, str, str]] = []
    failures: list[str] = []
    for _ in records(_identities(tables, source_ids), by_record(tables["claims"]), found, failures):
        pass
    if failures:
        raise ResolutionError(failures)
    return sorted(found)


def _identities(tables: Mapping[str, pa.Table], source_ids: Collection[str]) -> dict[str, dict[str, Record]]:
    identities: dict[str, dict[str, Record]] = {}
    for table in RESOLVED:
        model = TABLES[table]
        if len(model.key) > 1:
            continue
        # Of a source the length of its text is derived from the text, which is not published.
        given = [column.name for column in columns(model, "authored", "reference")]
        given += ["char_count"] * (table == "sources")
        identities[table] = {
            row[model.key[0]]: {name: row[name] for name in given}
            for row in tables[table].select(given).to_pylist()
            if table != "sources" or row["source_id"] in source_ids
        }
    return identities
