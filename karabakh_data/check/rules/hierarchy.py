"""The rule that a table's references to itself form no circle."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, Row, columns

DOUBLINGS = 5


def hierarchy_rules() -> Iterator[Rule]:
    """One rule for each column that refers to its own table."""
    for model in TABLES.values():
        for column in columns(model):
            if column.definition.references == f"{model.table}.{model.key[0]}":
                yield no_circle(model, column.name)


def no_circle(model: type[Row], name: str) -> Rule:
    """The rule that following the column upwards comes to an end.

    Plain joins, because engines differ in recursion: each step doubles the distance, and a row that still has
    something above it after the last one is in a circle, below one, or deeper than any real whole.
    """
    (key,) = model.key
    steps = [f"up1 AS (SELECT {key} AS low, {name} AS high FROM {model.table} WHERE {name} IS NOT NULL)"]
    for step in range(DOUBLINGS):
        near, far = f"up{2**step}", f"up{2 ** (step + 1)}"
        steps.append(f"{far} AS (SELECT a.low, b.high FROM {near} AS a JOIN {near} AS b ON b.low = a.high)")
    circle = f"WITH {', '.join(steps)} SELECT DISTINCT low FROM up{2**DOUBLINGS}"
    return Rule(
        name=f"{name} leads round in a circle, or more than {2**DOUBLINGS} levels up",
        table=model.table,
        columns=(name,),
        relation=f"{model.table} SEMI JOIN ({circle}) AS circle ON circle.low = {model.table}.{key}",
        predicate=f"{model.table}.{name} IS NOT NULL",
    )
