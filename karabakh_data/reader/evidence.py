"""Gathers what stands behind a record: its claims, the sentences they quote, and the rows that hang on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.errors import UnknownName, unknown
from karabakh_data.model import TABLES, columns
from karabakh_data.model.row import SEPARATOR
from karabakh_data.reader import tables
from karabakh_data.reader.each_table import TABLE_NAMES
from karabakh_data.reader.explanation import Evidence, Explanation, Field
from karabakh_data.reader.identifiers import one
from karabakh_data.reader.rows import Read, Row, label, name_of, record_id_of, title, where, with_id
from karabakh_data.reader.texts import text, texts


def explain(record_id: str) -> Explanation:
    """The record with that id, which may be written with its table; see `karabakh_data.explain`."""
    read = cache(tables.load)
    table, record_id, row = _find(read, one("record_id", record_id))
    linked = list(_linked(read, table, record_id))
    claims = _claims(read, [(table, record_id), *((name, record_id_of(name, one)) for name, one, _ in linked)])
    links = tuple(_explained(read, name, one, claims, seen_from=column) for name, one, column in linked)
    return _explained(read, table, row, claims, links=links)


def _find(read: Read, wanted: str) -> tuple[str, str, Row]:
    """The table, id and row of a record. Raises UnknownName if there is none, or if several tables have the id."""
    table, _, rest = wanted.partition("/")
    if table in TABLE_NAMES and rest:
        found = [(table, rest, row) for row in with_id(read, table, rest)]
        if found:
            return found[0]
        _refuse_former(where(read("id_history"), record_table=table, old_id=rest), wanted)
        raise unknown("record", wanted, [f"{table}/{one}" for one in _ids(read, table)], f"load('{table}') holds all.")
    found = [(name, wanted, row) for name in TABLE_NAMES for row in with_id(read, name, wanted)]
    if len({name for name, _, _ in found}) > 1:
        choices = " or ".join(f"'{name}/{wanted}'" for name, _, _ in found)
        raise UnknownName(f"the id '{wanted}' stands in several tables: say {choices}")
    if not found:
        _refuse_former(where(read("id_history"), old_id=wanted), wanted)
        step = "An id stands in the first column of its table, such as event_id."
        raise unknown("record", wanted, _resembling(read, written_with_table="/" in wanted), step)
    return found[0]


def _refuse_former(history: list[Row], wanted: str) -> None:
    """Raises UnknownName if the id is one that records had in earlier releases: which they have now."""
    told = [
        f"since version {one['version']} it is '{one['record_table']}/{one['new_id']}'"
        if one["new_id"] is not None
        else f"version {one['version']} removed it from {one['record_table']}"
        for one in history
    ]
    if told:
        raise UnknownName(f"there is no record '{wanted}' any more: {', and '.join(told)}")


def _resembling(read: Read, *, written_with_table: bool) -> list[str]:
    """The ids of all records, with their tables or without; without, those of links would only be noise."""
    if written_with_table:
        return [f"{name}/{one}" for name in TABLE_NAMES for one in _ids(read, name)]
    return [one for name in TABLE_NAMES if len(TABLES[name].key) == 1 for one in _ids(read, name)]


def _ids(read: Read, table: str) -> list[str]:
    return [record_id_of(table, row) for row in read(table).select(list(TABLES[table].key)).to_pylist()]


def _linked(read: Read, table: str, record_id: str) -> Iterator[tuple[str, Row, str]]:
    """The rows that could not be without the record or have it as their topic, each with the column that names it."""
    for name, model in TABLES.items():
        for column in columns(model):
            refers = (column.definition.references or "").startswith(f"{table}.")
            if refers and not column.nullable and column.name != "source_id":
                yield from ((name, row, column.name) for row in where(read(name), **{column.name: record_id}))
            if refers and column.definition.always_claimed:
                ids = _naming(read, name, column.name, record_id)
                yield from ((name, row, column.name) for one in ids for row in with_id(read, name, one))
    about = where(read("event_topics"), record_table=table, record_id=record_id)
    yield from (("event_topics", row, "record_id") for row in about)


def _naming(read: Read, table: str, column: str, record_id: str) -> list[str]:
    """The records of a table of which some source says that the column names this record, disputed or not."""
    said = where(read("claims"), record_table=table, field=column, value=record_id, stance="asserts")
    return sorted({claim["record_id"] for claim in said})


def _claims(read: Read, records: list[tuple[str, str]]) -> pa.Table:
    """The claims on the records."""
    claims = read("claims")
    asked = texts(SEPARATOR.join(record) for record in records)
    keys = pc.binary_join_element_wise(claims.column("record_table"), claims.column("record_id"), text(SEPARATOR))
    return claims.filter(pc.is_in(keys, value_set=asked))


def _explained(
    read: Read,
    table: str,
    row: Row,
    claims: pa.Table,
    *,
    links: tuple[Explanation, ...] = (),
    seen_from: str | None = None,
) -> Explanation:
    record_id = record_id_of(table, row)
    on_record = sorted(
        where(claims, record_table=table, record_id=record_id),
        key=lambda claim: (claim["source_id"], claim["char_start"], claim["char_end"]),
    )
    fields = {
        column.name: Field(
            name=column.name,
            meaning=column.definition.description,
            value=row[column.name],
            label=label(read, table, column.name, row),
            disputed=any(claim["in_conflict"] for claim in on_record if claim["field"] == column.name),
            evidence=tuple(_evidence(read, claim) for claim in on_record if claim["field"] == column.name),
        )
        for column in columns(TABLES[table], "coded")
    }
    return Explanation(table, record_id, title(read, table, row, seen_from), row, fields, links)


def _evidence(read: Read, claim: Row) -> Evidence:
    sentence, start = _sentence(read, claim)
    speaker = claim["attributed_to"]
    return Evidence(
        **{name: claim[name] for name in ("claim_id", "value", "quote", "source_id", "passage_id", "attributed_to")},
        **{name: claim[name] for name in ("stance", "basis", "note")},
        sentence=sentence,
        start=start,
        speaker=name_of(read, "actors", speaker) if speaker else None,
    )


def _sentence(read: Read, claim: Row) -> tuple[str | None, int | None]:
    """The passage that a claim quotes, and where in it the quotation starts; Nones where the article is not at hand."""
    for source in where(read("sources"), source_id=claim["source_id"]):
        article = _article(tables.DATA.parents[1] / source["raw_path"], source["sha256"])
        for passage in where(read("passages"), passage_id=claim["passage_id"]):
            if article is not None:
                sentence = article[passage["char_start"] : passage["char_end"]]
                return sentence, claim["char_start"] - passage["char_start"]
    return None, None


@cache
def _article(file: Path, sha256: str) -> str | None:
    """The text, if it is there and is the one that the tables were made from: offsets hold in no other."""
    if not file.is_file():
        return None
    content = file.read_bytes()
    return content.decode("utf-8") if hashlib.sha256(content).hexdigest() == sha256 else None
