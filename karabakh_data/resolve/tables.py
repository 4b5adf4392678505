"""All tables at once: from an extraction, or again from published tables for the claims of some sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import pyarrow as pa
from pydantic import ValidationError

from karabakh_data.model import TABLES, Claim, Crosswalk, Mention, Passage, Row, Term, columns
from karabakh_data.model.arrow import to_arrow
from karabakh_data.model.vocabularies import VOCABULARIES, label
from karabakh_data.resolve.records import RESOLVED, Identities, Record, ResolutionError, resolve_records


def resolve(
    identities: Identities,
    passages: Iterable[Passage],
    claims: Iterable[Claim],
    mentions: Iterable[Mention],
    crosswalk: Iterable[Crosswalk],
) -> dict[str, pa.Table]:
    """All tables, by name, in the order of the model.

    `identities` gives, by table and id, the authored and reference columns of records. Raises ResolutionError that
    lists every record that its claims leave incomplete or that its model rejects.
    """
    claims, mentions = list(claims), list(mentions)
    resolved = resolve_records(identities, (claim.model_dump() for claim in claims))
    failures: list[str] = []
    rows: dict[str, list[Row]] = {
        table: list(_validated(TABLES[table], records, failures)) for table, records in resolved.records.items()
    }
    if failures:
        raise ResolutionError(failures)
    named = {(mention.entity_table, mention.entity_id) for mention in mentions}
    for table in ("actors", "places"):
        used = {record_id for named_table, record_id in named if named_table == table} | _referenced(table, claims)
        rows[table] = [row for row in rows[table] if row.id in used]
    rows |= {
        "passages": list(passages),
        "claims": list(claims),
        "mentions": list(mentions),
        "vocabulary": list(vocabulary()),
        "crosswalk": list(crosswalk),
    }
    return {name: to_arrow(model, rows[name]) for name, model in TABLES.items()}


def vocabulary() -> Iterator[Term]:
    """The terms of all vocabularies."""
    for one in VOCABULARIES.values():
        for term, definition in one.terms.items():
            yield Term(vocabulary=one.name, term=term, label=label(term), definition=definition)


def _validated(model: type[Row], records: Iterable[Record], failures: list[str]) -> Iterator[Row]:
    for record in records:
        try:
            yield model.model_validate(record)
        except ValidationError as error:
            record_id = "/".join(str(record[name]) for name in model.key)
            failures += [
                f"{model.table}/{record_id}.{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()
            ]


def _referenced(table: str, claims: Iterable[Claim]) -> set[str]:
    """The ids of actors or places that claims are on, that they name as values, in links, or as speakers."""
    found: set[str] = set()
    for claim in claims:
        model = TABLES[claim.record_table]
        if claim.record_table == table:
            found.add(claim.record_id)
        if table == "actors" and claim.attributed_to:
            found.add(claim.attributed_to)
        for column in columns(model):
            if not (column.definition.references or "").startswith(f"{table}."):
                continue
            if column.name == claim.field:
                found.add(claim.value)
            elif column.name in model.key and column.name != model.key[0]:
                found.add(claim.record_id.split("/")[model.key.index(column.name)])
    return found


def subset(tables: Mapping[str, pa.Table], source_ids: Collection[str]) -> dict[str, pa.Table]:
    """All tables as the claims of these sources alone would have them, from published tables.

    Raises KeyError for a source that the tables do not hold.
    """
    unknown = set(source_ids) - set(tables["sources"].column("source_id").to_pylist())
    if unknown:
        raise KeyError(f"no source has the id {', '.join(sorted(unknown))}")
    kept = {
        name: [row for row in tables[name].to_pylist() if row["source_id"] in source_ids]
        for name in ("passages", "claims", "mentions")
    }
    return resolve(
        _identities(tables, source_ids),
        (Passage.model_validate(row) for row in kept["passages"]),
        (Claim.model_validate(row) for row in kept["claims"]),
        (Mention.model_validate(row) for row in kept["mentions"]),
        (Crosswalk.model_validate(row) for row in tables["crosswalk"].to_pylist()),
    )


def conflicts(tables: Mapping[str, pa.Table]) -> list[tuple[str, str, str]]:
    """Each field whose claims cannot all be true, as (table, record id, field), sorted."""
    claims = tables["claims"].to_pylist()
    source_ids = tables["sources"].column("source_id").to_pylist()
    return sorted(resolve_records(_identities(tables, source_ids), claims).conflicts)


def _identities(tables: Mapping[str, pa.Table], source_ids: Collection[str]) -> dict[str, dict[str, Record]]:
    identities: dict[str, dict[str, Record]] = {}
    for table in RESOLVED:
        model = TABLES[table]
        if len(model.key) > 1:
            continue
        # Of a source the length of its text is derived from the text, which is not published.
        given = [
            column.name
            for column in columns(model)
            if column.definition.origin in ("authored", "reference")
            or (table, column.name) == ("sources", "char_count")
        ]
        identities[table] = {
            row[model.key[0]]: {name: row[name] for name in given}
            for row in tables[table].select(given).to_pylist()
            if table != "sources" or row["source_id"] in source_ids
        }
    return identities
