"""All tables at once: from an extraction, or again from published tables for the claims of some sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby, islice
from operator import itemgetter

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import ValidationError

from karabakh_data.errors import UnknownName
from karabakh_data.model import NAMED_TABLES, TABLES, Crosswalk, EventTopic, FormerId, Row, Term, columns, id_of
from karabakh_data.model.arrow import key_column, to_arrow
from karabakh_data.model.vocabularies import VOCABULARIES, label
from karabakh_data.resolve.claims import PORTION, Claims, Mark, having, marked
from karabakh_data.resolve.partial import of_whole_records
from karabakh_data.resolve.records import RESOLVED, Identities, Record, ResolutionError, Shortcoming, records
from karabakh_data.resolve.years import with_own_years


def resolve(
    identities: Identities,
    drawn: Mapping[str, pa.Table],
    crosswalk: Iterable[Crosswalk],
    history: Iterable[FormerId],
    *,
    partial: bool = False,
) -> dict[str, pa.Table]:
    """All tables, by name, in the order of the model.

    `identities` gives, by table and id, the authored and reference columns of records, `drawn` the tables of passages,
    claims and mentions; whether claims are in conflict is found here, whatever `drawn` says. Where it is `partial`, of
    some sources alone, what none of them tells is null. Raises ResolutionError that lists every record that its claims
    leave incomplete or that its model rejects. Only some records at a time are in memory as rows.
    """
    failures: list[Shortcoming] = []
    marks: list[Mark] = []
    parts: dict[str, list[pa.Table]] = {table: [] for table in RESOLVED}
    found = records(identities, Claims(drawn["claims"]), marks, failures, partial=partial)
    for table, of_table in groupby(found, key=itemgetter(0)):
        model = TABLES[table]
        rows = _validated(model, (record for _, record in of_table), failures)
        while portion := list(islice(rows, PORTION)):
            parts[table].append(to_arrow(model, portion))
    if failures:
        raise ResolutionError(failures)
    tables = {table: pa.concat_tables([to_arrow(TABLES[table], []), *parts[table]]) for table in RESOLVED} | {
        "passages": drawn["passages"],
        "claims": marked(drawn["claims"], marks),
        "mentions": drawn["mentions"],
        "vocabulary": to_arrow(Term, vocabulary()),
        "crosswalk": to_arrow(Crosswalk, crosswalk),
        "id_history": to_arrow(FormerId, history),
    }
    for table in (*NAMED_TABLES, "agreements"):
        (key,) = TABLES[table].key
        tables[table] = tables[table].filter(pc.is_in(tables[table][key], value_set=_named(table, drawn)))
    return {name: tables[name].sort_by([(part, "ascending") for part in model.key]) for name, model in TABLES.items()}


def vocabulary() -> Iterator[Term]:
    """The terms of all vocabularies."""
    for one in VOCABULARIES.values():
        for term, definition in one.terms.items():
            yield Term(vocabulary=one.name, term=term, label=label(term), definition=definition)


def _validated(model: type[Row], found: Iterable[Record], failures: list[Shortcoming]) -> Iterator[Row]:
    for record in found:
        try:
            yield model.model_validate(record)
        except ValidationError as error:
            record_id = id_of(model, record)
            failures += [
                Shortcoming(model.table, record_id, ".".join(map(str, one["loc"])), f": {one['msg']}")
                for one in error.errors()
            ]


def _named(table: str, drawn: Mapping[str, pa.Table]) -> pa.Array:
    """The ids of a table's records that are mentioned, and that claims are on or name: as value, link or speaker."""
    claims, mentions = drawn["claims"], drawn["mentions"]

    def claimed(column: str, **wanted: str) -> pa.ChunkedArray:
        return claims[column].filter(having(claims, **wanted))

    found = [
        mentions["entity_id"].filter(having(mentions, entity_table=table)),
        claimed("record_id", record_table=table),
    ]
    if table == "actors":
        found.append(claims["attributed_to"])
    topics = claimed("record_id", record_table=EventTopic.table).unique()
    about = key_column(EventTopic, topics, "record_table")
    found.append(key_column(EventTopic, topics, "record_id").filter(pc.equal(about, table)))
    for model in TABLES.values():
        for column in columns(model):
            if not (column.definition.references or "").startswith(f"{table}."):
                continue
            if column.name in model.key and column.name != model.key[0]:
                ids = claimed("record_id", record_table=model.table).unique()
                found.append(key_column(model, ids, column.name))
            else:
                found.append(claimed("value", record_table=model.table, field=column.name))
    return pa.concat_arrays(
        [one.combine_chunks() if isinstance(one, pa.ChunkedArray) else one for one in found]
    ).unique()


def subset(tables: Mapping[str, pa.Table], source_ids: Collection[str]) -> dict[str, pa.Table]:
    """All tables as the claims of these sources alone would have them, from published tables.

    Claims are in conflict there where these sources contradict each other. What only other sources tell is null; a
    record that is then left without any value, or without one that it cannot be without, is left out, and with it the
    links and claims that need it (`karabakh_data.resolve.partial`), and so is a date that has its year from other
    sources alone (`karabakh_data.resolve.years`).

    Raises UnknownName for a source that the tables do not hold.
    """
    unknown = set(source_ids) - set(tables["sources"].column("source_id").to_pylist())
    if unknown:
        raise UnknownName(f"no source has the id {', '.join(sorted(unknown))}")
    among = pa.array(sorted(source_ids), pa.string())
    drawn = {
        name: tables[name].filter(pc.is_in(tables[name]["source_id"], value_set=among))
        for name in ("passages", "mentions")
    }
    drawn["claims"] = of_whole_records(with_own_years(tables["claims"], among), among)
    crosswalk = (Crosswalk.model_validate(row) for row in tables["crosswalk"].to_pylist())
    found = resolve(_identities(tables, source_ids), drawn, crosswalk, (), partial=True)
    return found | {"id_history": _history(tables["id_history"], found)}


def _history(history: pa.Table, found: Mapping[str, pa.Table]) -> pa.Table:
    """The former ids of records that are found, or are no more."""
    known = {table: {*rows[TABLES[table].key[0]].to_pylist(), None} for table, rows in found.items()}
    return history.filter(
        pa.array([row["new_id"] in known[row["record_table"]] for row in history.to_pylist()], pa.bool_())
    )


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
