"""Rules of single columns and of keys, made from the models: nothing here says what a column is."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.derived_dates import is_edtf_or_null
from karabakh_data.check.rules.relations import parts_and_wholes
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, FieldColumn, Row, columns
from karabakh_data.model.sql import listed, portable
from karabakh_data.model.vocabularies import VOCABULARIES

# The code points that str.strip() takes off, written out because engines differ in what they call white space; and
# what `ascii` gives for an empty text. Most characters lie in the gap between them, which is asked first.
_WHITE_SPACE = [code for code in range(0x3001) if chr(code).isspace()]
_NO_WORD_ENDS = "(" + ", ".join(map(str, [0, *_WHITE_SPACE])) + ")"
_GAP = "33 AND 132"
GREATEST_FLOAT = "1.7976931348623157E308"


def generated_rules() -> Iterator[Rule]:
    """The rules that follow from each model: constraints of each column, uniqueness of the key, references."""
    for model in TABLES.values():
        yield unique(model)
        for column in columns(model):
            yield from column_rules(model, column)
            if column.definition.references is not None:
                yield reference(model, column.name, column.definition.references)


def column_rules(model: type[Row], column: FieldColumn) -> Iterator[Rule]:
    """The rules of one column's constraints."""
    definition = column.definition
    name = f"{model.table}.{column.name}"

    def rule(message: str, predicate: str) -> Rule:
        return Rule(name=f"{column.name} {message}", table=model.table, columns=(column.name,), predicate=predicate)

    if not column.nullable:
        yield rule("is null", f"{name} IS NULL")
    if definition.vocabulary is not None:
        terms = VOCABULARIES[definition.vocabulary].terms
        yield rule(f"is no term of {definition.vocabulary}", f"{name} NOT IN {listed(terms)}")
    # A value that names a row is held to the pattern of that row's key.
    if definition.pattern is not None and not _names_a_row(model, column):
        yield rule(f"does not match {definition.pattern}", f"NOT regexp_like({name}, {portable(definition.pattern)})")
    if definition.max_length is not None:
        yield rule(f"has more than {definition.max_length} characters", f"length({name}) > {definition.max_length}")
    if definition.minimum is not None:
        yield rule(f"is less than {definition.minimum:g}", f"NOT {name} >= {definition.minimum:g}")
    if definition.maximum is not None:
        yield rule(f"is more than {definition.maximum:g}", f"NOT {name} <= {definition.maximum:g}")
    if column.type is float and (definition.minimum is None or definition.maximum is None):
        yield rule("is no finite number", f"NOT abs({name}) <= {GREATEST_FLOAT}")
    if definition.form == "edtf":
        yield Rule(
            name=f"{column.name} is no date of the EDTF subset",
            table=model.table,
            columns=(column.name,),
            predicate="true",
            accepts=is_edtf_or_null,
        )
    # The terms of a vocabulary, dates, and patterns that hold from end to end leave no room for white space.
    closed = definition.pattern is not None and definition.pattern.endswith("$")
    if column.type is str and not (closed or definition.vocabulary or definition.form):
        yield rule(
            "is empty or has white space at an end",
            f"({_is_blank(name)} OR {_is_blank(f'substring({name}, -1)')})",
        )


def _names_a_row(model: type[Row], column: FieldColumn) -> bool:
    """Whether the column refers to a table, or to the one that the column beside it names: record_table, record_id."""
    table = column.name.removesuffix("_id") + "_table"
    return column.definition.references is not None or any(other.name == table for other in columns(model))


def _is_blank(text: str) -> str:
    return f"ascii({text}) NOT BETWEEN {_GAP} AND ascii({text}) IN {_NO_WORD_ENDS}"


def unique(model: type[Row]) -> Rule:
    """The rule that no two rows have the same key."""
    key = ", ".join(model.key)
    same = " AND ".join(f"twice.{name} = {model.table}.{name}" for name in model.key)
    return Rule(
        name=f"{key} {'is' if len(model.key) == 1 else 'together are'} not unique",
        table=model.table,
        columns=model.key,
        relation=(
            f"{model.table} SEMI JOIN"
            f" (SELECT {key} FROM {model.table} GROUP BY {key} HAVING count(*) > 1) AS twice ON {same}"
        ),
        predicate="true",
    )


def reference(model: type[Row], name: str, target: str) -> Rule:
    """The rule that a value which is not null names a row of the table that it refers to."""
    table, field = target.split(".")
    own = table == model.table
    return Rule(
        name=f"{name} names no row of {table}",
        table=model.table,
        columns=(name,),
        relation=(
            parts_and_wholes(table, name)
            if own
            else f"{model.table} ANTI JOIN {table} AS named ON named.{field} = {model.table}.{name}"
        ),
        predicate=f"whole.{field} IS NULL" if own else f"{model.table}.{name} IS NOT NULL",
    )
