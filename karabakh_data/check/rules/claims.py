"""Rules of claims and mentions: what they are about exists, and they lie where they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from karabakh_data.check.rules.derived_dates import is_edtf_or_null
from karabakh_data.check.rules.relations import record_tables, records
from karabakh_data.check.rules.rule import Rule
from karabakh_data.check.rules.spans import as_long_as, in_order, in_source
from karabakh_data.model import TABLES, FieldColumn, columns
from karabakh_data.model.column import INT32
from karabakh_data.model.row import SEPARATOR
from karabakh_data.model.sql import listed, portable
from karabakh_data.model.vocabularies import VOCABULARIES

_IN_PASSAGE = "claims JOIN passages ON passages.passage_id = claims.passage_id"
_FIELD = "claims.record_table || '.' || claims.field"
_INTEGER = "^(0|-?[1-9][0-9]{0,9})$"


def claim_rules() -> Iterator[Rule]:
    """The rules of where a claim lies, what it is about, and how its value is written."""
    yield in_order("claims")
    yield as_long_as("claims", "quote")
    yield Rule(
        name="the claim does not lie in its passage",
        table="claims",
        columns=("char_start", "char_end", "passage_id"),
        relation=_IN_PASSAGE,
        predicate=(
            "(claims.source_id <> passages.source_id OR claims.char_start < passages.char_start"
            " OR claims.char_end > passages.char_end)"
        ),
        details=(
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
    yield Rule(
        name="field is no coded column of record_table",
        table="claims",
        columns=("record_table", "field"),
        predicate=f"{_FIELD} NOT IN {listed(coded_fields())}",
    )


def value_rules() -> Iterator[Rule]:
    """The rules that a claim's value is the canonical text of the column that it is about."""
    columns = ("record_table", "record_id", "field", "value")
    terms = {
        field: VOCABULARIES[column.definition.vocabulary].terms
        for field, column in coded_fields().items()
        if column.definition.vocabulary is not None
    }
    known = ", ".join(listed((field, term)) for field in terms for term in terms[field])
    yield Rule(
        name="value is no term of the field's vocabulary",
        table="claims",
        columns=columns,
        relation=(
            f"{_claims_on(terms)} ANTI JOIN (VALUES {known}) AS known(field, term)"
            f" ON known.field = {_FIELD} AND known.term = claims.value"
        ),
        predicate="true",
    )
    numbers = {field: column for field, column in coded_fields().items() if column.type is int}
    bounds = " ".join(f"WHEN {portable(field)} THEN {_outside(column)}" for field, column in numbers.items())
    yield Rule(
        name="value is no whole number in the field's range",
        table="claims",
        columns=columns,
        relation=_claims_on(numbers),
        predicate=f"(NOT regexp_like(claims.value, {portable(_INTEGER)}) OR CASE {_FIELD} {bounds} END)",
    )
    dates = [field for field, column in coded_fields().items() if column.definition.form == "edtf"]
    yield Rule(
        name="value is no date of the EDTF subset",
        table="claims",
        columns=("value",),
        relation=_claims_on(dates),
        predicate="true",
        accepts=is_edtf_or_null,
        details=("claims.record_table AS record_table", "claims.record_id AS record_id", "claims.field AS field"),
    )
    references = {field: column.definition.references or "" for field, column in coded_fields().items()}
    for target in sorted(set(references.values()) - {""}):
        table, key = target.split(".")
        yield Rule(
            name=f"value names no row of {table}",
            table="claims",
            columns=columns,
            relation=(
                f"{_claims_on(field for field in references if references[field] == target)}"
                f" ANTI JOIN {table} AS named ON named.{key} = claims.value"
            ),
            predicate="true",
        )
    keys = [field for field, column in coded_fields().items() if column.definition.resolution == "key"]
    yield Rule(
        name="value is not the end of the record's id",
        table="claims",
        columns=columns,
        relation=_claims_on(keys),
        predicate=f"right(claims.record_id, length(claims.value) + 1) <> '{SEPARATOR}' || claims.value",
    )


def mention_rules() -> Iterator[Rule]:
    """The rules of where a mention lies and what it names."""
    yield in_order("mentions")
    yield as_long_as("mentions", "surface")
    yield in_source("mentions")
    yield Rule(
        name="the same words name the same actor or place twice",
        table="mentions",
        columns=("entity_table", "entity_id"),
        relation=(
            "(SELECT *, row_number() OVER (PARTITION BY source_id, char_start, char_end, entity_table, entity_id"
            " ORDER BY mention_id NULLS LAST) AS times FROM mentions) AS mentions"
        ),
        predicate="mentions.times > 1",
        whole=True,
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


def coded_fields() -> dict[str, FieldColumn]:
    """Every column on which there can be claims, by `table.column`.

    Raises TypeError for a type of which no rule says how a claim writes it.
    """
    found = {
        f"{table}.{column.name}": column for table in record_tables() for column in columns(TABLES[table], "coded")
    }
    for field, column in found.items():
        if column.type not in (str, int):
            raise TypeError(f"{field}: no rule says how a claim writes a {column.type.__name__}")
    return found


def _claims_on(fields: Iterable[str]) -> str:
    """The claims on these fields, given as `table.column`."""
    fields = list(fields)
    # The name of the column alone is cheaper to ask, and leaves few claims of which to ask the rest.
    names = listed(dict.fromkeys(field.split(".")[1] for field in fields))
    whole = "record_table || '.' || field"
    return f"(SELECT * FROM claims WHERE field IN {names} AND {whole} IN {listed(fields)}) AS claims"


def _outside(column: FieldColumn) -> str:
    least, most = INT32
    if column.definition.minimum is not None:
        least = int(column.definition.minimum)
    if column.definition.maximum is not None:
        most = int(column.definition.maximum)
    return f"try_cast(claims.value AS bigint) NOT BETWEEN {least} AND {most}"
