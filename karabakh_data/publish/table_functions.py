"""Writes the reader's module of one function for each table, with the table's columns in the docstring.

An editor shows a docstring only as it stands in the file, so the module is written from the models and kept.
"""

from __future__ import annotations

import textwrap

from karabakh_data.model import NAMED_TABLES, TABLES, Row, columns
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.publish.filters import NOT_FROM_CLAIMS, Plan, filters, vocabulary_of
from karabakh_data.publish.joined_functions import SOURCES, asked_by, in_lines, joined_functions

PATH = "karabakh_data/reader/each_table.py"

HEAD = '''"""The names of all tables, a function for each, with its columns in the docstring, and more that join them.

Written from the models by `karabakh-data build`, not by hand.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any, Literal

    Ids = str | Iterable[str]
    Day = str | date
    As = Literal["arrow", "pandas", "polars", "duckdb"]

# In the order in which they are published.
TABLE_NAMES = (
{names}
)
'''

FUNCTION = '''

def {name}(
{parameters}) -> Any:
    """{summary}

    Columns, of which {key}:

{columns}

{arguments}    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row {one_row_is}, or what `as_` asks for. Raises {raises}.

    >>> {name}().column_names[:2]
    {first}
    """
    from karabakh_data.reader.tables import load

    return load(
{passed}    )
'''

# What the filters by id name.
ENTITIES = {"actor": "actors", "place": "places, each with all that lies in it"}


def text() -> str:
    """The whole module."""
    head = HEAD.format(names="\n".join(f'    "{name}",' for name in TABLES))
    return head + "".join(_function(model) for model in TABLES.values()) + joined_functions()


def parameters(model: type[Row], as_: str = 'As = "arrow"') -> list[str]:
    """The parameters of a table's function, as they are written; `as_` is the annotation of the last."""
    if not filters(model):
        return ["*", f"as_: {as_}"]
    return asked_by(SOURCES, tuple(filters(model)), as_)


def _function(model: type[Row]) -> str:
    from_claims = model.table not in NOT_FROM_CLAIMS
    raises = "DataFileError if its file is missing or damaged, MissingExtra if the library that `as_` names is absent"
    if from_claims:
        order = "WrongCall if `since` is after `until`, " if "since" in filters(model) else ""
        raises = (
            "UnknownName for an article, id, term or day that does not exist, "
            f"TypeError for what is no text, day or list of ids, {order}{raises}"
        )
    passed = ["sources", "as_", *(f"{name}={name}" for name in filters(model))] if from_claims else ["as_=as_"]
    body = FUNCTION.format(
        name=model.table,
        parameters=in_lines(parameters(model)),
        summary=_sentence(model),
        key=f"{model.key[0]} is the key" if len(model.key) == 1 else f"{', '.join(model.key)} are the key",
        columns="\n".join(_columns(model)),
        arguments=_arguments(model) if from_claims else "",
        one_row_is=f"a record, sorted by {', '.join(model.key)}",
        raises=raises,
        first=repr([column.name for column in columns(model)][:2]),
        passed=in_lines([f'"{model.table}"', *passed], "        "),
    )
    return "\n".join(_wrapped(line) for line in body.split("\n"))


def _arguments(model: type[Row]) -> str:
    lines = ["    `sources`: ids of articles, to have the table as these alone would have it; see `load`.", ""]
    lines += ["    Filters, of which all must hold; of a list, one must:", ""]
    for name, plan in filters(model).items():
        start = f"        {name:6}  "
        lines += textwrap.wrap(_meaning(model, name, plan), 120, initial_indent=start, subsequent_indent=" " * 16)
    return "\n".join([*lines, "", ""])


def _meaning(model: type[Row], name: str, plan: Plan) -> str:
    if name == "source":
        if plan[0] == "columns":
            return "Ids of articles."
        named = " or that they name" if model.table in NAMED_TABLES else ""
        return f"Ids of articles: the records on which they make claims{named}, with the values that all articles give."
    if vocabulary := vocabulary_of(model, name):
        return f"Terms of {vocabulary}."
    way = f"by way of {plan[2]}" if plan[0] == "through" else f"in {plan[1]}"
    if plan[0] == "columns":
        way = f"in {' or '.join(plan[1:])}"
    if name == "since":
        over = f"; not what counts up to an earlier day, in {plan[4]}" if len(plan) > 4 else ""
        return f"A day, month or year, such as 2020-11: what may have been on its first day or later, {way}{over}."
    if name == "until":
        return f"A day, month or year: what may have been on its last day or before, {way}."
    return f"Ids of {ENTITIES[name]}, {way}."


def _sentence(model: type[Row]) -> str:
    return f"The table `{model.table}`: one row is {model.one_row_is}."


def _columns(model: type[Row]) -> list[str]:
    schema = arrow_schema(model)
    names = max(len(name) for name in schema.names)
    types = max(len(str(field.type)) for field in schema)
    lines = []
    for column, field in zip(columns(model), schema, strict=True):
        start = f"        {column.name:{names}}  {field.type!s:{types}}  "
        lines += textwrap.wrap(
            column.definition.description, 120, initial_indent=start, subsequent_indent=" " * len(start)
        )
    return lines


def _wrapped(line: str) -> str:
    return textwrap.fill(line, 120, subsequent_indent="    ") if len(line) > 120 else line
