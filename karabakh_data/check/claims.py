"""Rules of claims and mentions: what they are about exists, and they lie where they say."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.records import coded_columns, record_tables, records
from karabakh_data.check.rule import Rule, listed, quoted
from karabakh_data.model import FieldColumn
from karabakh_data.model.column import is_edtf
from karabakh_data.model.vocabularies import VOCABULARIES

_IN_PASSAGE = "claims JOIN passages ON passages.passage_id = claims.passage_id"
_INTEGER = "^(0|-?[1-9][0-9]{0,9})$"


def claim_rules() -> Iterator[Rule]:
    """The rules of where a claim lies, what it is about, and how its value is written."""
    yield from _spot("claims", "quote")
    yield Rule(
        name="the claim does not lie in its passage",
        table="claims",
        columns=("char_start", "char_end", "passage_id"),
        relation=_IN_PASSAGE,
        predicate=(
            "(claims.source_id <> passages.source_id OR claims.char_start < passages.char_start"
            " OR claims.char_end > passages.char_end)"
        ),
        shows=(
            "passages.source_id AS passage_source_id",
            "passages.char_start AS passage_char_start",
            "passages.char_end AS passage_char_end",
        ),
    )
    yield Rule(
        name="the value is not stated, and no note shows the step",
        table="claims",
        columns=("basis", "note"),
        predicate="claims.basis <> 'stated' AND claims.note IS NULL",
    )
    fields = " OR ".join(
        f"claims.record_table = {quoted(table)} AND claims.field IN "
        + listed(column.name for column in coded_columns(table))
        for table in record_tables()
    )
    yield Rule(
        name="field is no coded column of record_table",
        table="claims",
        columns=("record_table", "field"),
        predicate=f"NOT ({fields})",
    )
    yield missing_record("claims", ("record_table", "record_id"))
    yield missing_record("event_topics", ("record_table", "record_id"))
    for table in record_tables():
        for column in coded_columns(table):
            yield from value_rules(table, column)


def mention_rules() -> Iterator[Rule]:
    """The rules of where a mention lies and what it names."""
    yield from _spot("mentions", "surface")
    yield Rule(
        name="the mention ends after its source",
        table="mentions",
        columns=("char_end",),
        relation="mentions JOIN sources ON sources.source_id = mentions.source_id",
        predicate="mentions.char_end > sources.char_count",
        shows=("sources.char_count AS char_count",),
    )
    yield Rule(
        name="the same words name the same actor or place twice",
        table="mentions",
        columns=("entity_table", "entity_id"),
        relation=(
            "(SELECT *, row_number() OVER (PARTITION BY source_id, char_start, char_end, entity_table, entity_id"
            " ORDER BY mention_id) AS times FROM mentions) AS mentions"
        ),
        predicate="mentions.times > 1",
    )
    yield Rule(
        name="entity_id names no row of entity_table",
        table="mentions",
        columns=("entity_table", "entity_id"),
        relation=(
            f"mentions ANTI JOIN {records(('actors', 'places'))} AS records"
            " ON records.record_table = mentions.entity_table AND records.record_id = mentions.entity_id"
        ),
        predicate="mentions.entity_table IN ('actors', 'places')",
    )


def missing_record(table: str, names: tuple[str, str]) -> Rule:
    """The rule that the record which a row names by table and id exists."""
    kind, name = names
    return Rule(
        name=f"{name} names no record of {kind}",
        table=table,
        columns=names,
        relation=(
            f"{table} ANTI JOIN {records(record_tables())} AS records"
            f" ON records.record_table = {table}.{kind} AND records.record_id = {table}.{name}"
        ),
        predicate=f"{table}.{name} IS NOT NULL",
    )


def value_rules(table: str, column: FieldColumn) -> Iterator[Rule]:
    """The rules that a claim's value is the canonical text of the column that it is about.

    Raises TypeError for a type whose canonical text is not laid down.
    """
    about = f"claims.record_table = {quoted(table)} AND claims.field = {quoted(column.name)}"
    definition = column.definition

    def rule(message: str, predicate: str) -> Rule:
        return Rule(
            name=f"the value claimed of {table}.{column.name} {message}",
            table="claims",
            columns=("record_table", "record_id", "field", "value"),
            predicate=f"{about} AND {predicate}",
        )

    if definition.vocabulary is not None:
        terms = VOCABULARIES[definition.vocabulary].terms
        yield rule(f"is no term of {definition.vocabulary}", f"claims.value NOT IN {listed(terms)}")
    if column.type is int:
        least = -(2**31) if definition.minimum is None else int(definition.minimum)
        most = 2**31 - 1 if definition.maximum is None else int(definition.maximum)
        yield rule(
            f"is no integer from {least} to {most}",
            f"(NOT regexp_like(claims.value, {quoted(_INTEGER)})"
            f" OR NOT try_cast(claims.value AS bigint) BETWEEN {least} AND {most})",
        )
    elif column.type is not str:
        raise TypeError(f"{table}.{column.name}: no rule says how a claim writes a {column.type.__name__}")
    if definition.form == "edtf":
        yield Rule(
            name=f"the value claimed of {table}.{column.name} is no date of the EDTF subset",
            table="claims",
            columns=("value",),
            predicate=about,
            accepts=is_edtf,
            shows=("claims.record_id AS record_id",),
        )
    if definition.references is not None:
        target, key = definition.references.split(".")
        yield Rule(
            name=f"the value claimed of {table}.{column.name} names no row of {target}",
            table="claims",
            columns=("record_table", "record_id", "field", "value"),
            relation=f"claims ANTI JOIN {target} AS named ON named.{key} = claims.value",
            predicate=about,
        )
    if definition.resolution == "key":
        yield rule(
            "is not the end of the record's id",
            "right(claims.record_id, length(claims.value) + 1) <> '/' || claims.value",
        )


def _spot(table: str, words: str) -> Iterator[Rule]:
    """The rules that a row's offsets are in order and as far apart as its words are long."""
    yield Rule(
        name="char_end is not after char_start",
        table=table,
        columns=("char_start", "char_end"),
        predicate=f"{table}.char_end <= {table}.char_start",
    )
    yield Rule(
        name=f"{words} is not as long as char_end less char_start",
        table=table,
        columns=("char_start", "char_end", words),
        predicate=f"length({table}.{words}) <> {table}.char_end - {table}.char_start",
    )
