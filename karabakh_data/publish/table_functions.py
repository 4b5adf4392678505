"""Writes the reader's module of one function for each table, with the table's columns in the docstring.

An editor shows a docstring only as it stands in the file, so the module is written from the models and kept.
"""

from __future__ import annotations

import textwrap

from karabakh_data.model import TABLES, Row, columns
from karabakh_data.model.arrow import arrow_schema

PATH = "karabakh_data/reader/each_table.py"

HEAD = '''"""The names of all tables, and one function for each, with the columns of the table in its docstring.

Written from the models by `karabakh-data build`, not by hand.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

# In the order in which they are published.
TABLE_NAMES = (
{names}
)
'''

FUNCTION = '''

def {name}({parameters}) -> pa.Table:
    """{summary}

    Columns, of which {key}:

{columns}

    {arguments}Returns a pyarrow.Table, one row {one_row_is}. Raises {raises}.

    >>> {name}().column_names[:2]
    {first}
    """
    from karabakh_data.reader.tables import load

    return load("{name}"{passed})
'''

# Vocabularies stand before all claims: no choice of articles changes them.
NOT_FROM_CLAIMS = ("vocabulary", "crosswalk")


def text() -> str:
    """The whole module."""
    head = HEAD.format(names="\n".join(f'    "{name}",' for name in TABLES))
    return head + "".join(_function(model) for model in TABLES.values())


def _function(model: type[Row]) -> str:
    from_claims = model.table not in NOT_FROM_CLAIMS
    raises = "DataFileError if its file is missing or damaged"
    if from_claims:
        raises = f"UnknownName for an article that does not exist, TypeError for what is no list of ids, {raises}"
    body = FUNCTION.format(
        name=model.table,
        parameters="sources: Iterable[str] | None = None" if from_claims else "",
        summary=_sentence(model),
        key=f"{model.key[0]} is the key" if len(model.key) == 1 else f"{', '.join(model.key)} are the key",
        columns="\n".join(_columns(model)),
        arguments="`sources`: ids of articles, to have the table as these alone would have it; see `load`.\n\n    "
        if from_claims
        else "",
        one_row_is=f"a record, sorted by {', '.join(model.key)}",
        raises=raises,
        first=repr([column.name for column in columns(model)][:2]),
        passed=", sources" if from_claims else "",
    )
    return "\n".join(_wrapped(line) for line in body.split("\n"))


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
