"""Hypothesis strategies made from the row models: any value of a column, any row of a table, any list of rows.

They follow the columns' definitions and nothing else: a row is valid in itself, but its references lead nowhere. Tables
that are consistent with each other come from `karabakh_data.testing.corpus`.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from karabakh_data.model.column import INT32, PATH, SHA256, SLUG, Column, is_edtf
from karabakh_data.model.row import FieldColumn, Row, columns
from karabakh_data.model.vocabularies import VOCABULARIES

R = TypeVar("R", bound=Row)

LONGEST = 200  # of texts without a limit of their own: more shows nothing and slows every test

_WORDS = st.text("abcxyz0189", min_size=1, max_size=6)
_SLUGS = st.lists(_WORDS, min_size=1, max_size=3).map("-".join)
# Drawn from their parts, because a pattern with repeated groups takes fifty times as long; every other one is short.
_BY_PARTS = {
    SLUG: _SLUGS,
    PATH: st.lists(_SLUGS, min_size=1, max_size=3).map("/".join),
    SHA256: st.binary(min_size=32, max_size=32).map(bytes.hex),
}


@cache
def rows(model: type[R]) -> st.SearchStrategy[R]:
    """Rows of the model, valid by each column's definition."""
    return st.builds(model, **{column.name: values(column) for column in columns(model)})


@cache
def row_lists(model: type[R], max_size: int = 5) -> st.SearchStrategy[list[R]]:
    """Lists of rows whose primary keys differ, in any order, the empty list among them."""
    return st.lists(rows(model), max_size=max_size, unique_by=lambda row: row.id)


def values(column: FieldColumn) -> st.SearchStrategy[Any]:
    """Values that the column's definition allows; None among them where the column may be null.

    Raises TypeError for a column type that no strategy covers.
    """
    definition = column.definition
    low, high = definition.minimum, definition.maximum
    if column.type is str:
        present: st.SearchStrategy[Any] = _texts(definition)
    elif column.type is int:
        present = st.integers(INT32[0] if low is None else int(low), INT32[1] if high is None else int(high))
    elif column.type is float:
        present = st.floats(low, high, allow_nan=False, allow_infinity=False)
    elif column.type is bool:
        present = st.booleans()
    elif column.type is date:
        present = st.dates()
    else:
        raise TypeError(f"the column {column.name} has the type {column.type.__name__}, which no strategy covers")
    allowed = present.filter(lambda value: definition.failure(value) is None)
    return st.none() | allowed if column.nullable else allowed


def edtf_texts() -> st.SearchStrategy[str]:
    """Texts of the project's subset of EDTF: points with and without qualifiers, intervals, open ones, and sets."""
    near = st.dates(date(2020, 9, 1), date(2021, 3, 1))  # close together, so that months and days often coincide
    days = st.one_of(near, st.dates()).map(date.isoformat)
    points = st.builds(
        lambda day, width, mark: day[:width] + mark, days, st.sampled_from([10, 7, 4]), st.sampled_from(["", *"?~%"])
    )
    decades = st.integers(1, 299).map("{:03}X".format)
    several = st.lists(points, min_size=2, max_size=3, unique=True).map(sorted)
    return st.one_of(
        points,
        decades,
        several.map(lambda ends: f"{ends[0]}/{ends[-1]}"),
        points.map("{}/..".format),
        points.map("../{}".format),
        several.map(lambda members: f"[{','.join(members)}]"),
    ).filter(is_edtf)


def _texts(definition: Column) -> st.SearchStrategy[str]:
    if definition.vocabulary is not None:
        return st.sampled_from(sorted(VOCABULARIES[definition.vocabulary].terms))
    if definition.form == "edtf":
        return edtf_texts()
    if definition.pattern in _BY_PARTS:
        return _BY_PARTS[definition.pattern]
    if definition.pattern is not None:
        return st.from_regex(definition.pattern, fullmatch=True)
    longest = LONGEST if definition.max_length is None else definition.max_length
    return st.text(st.characters(codec="utf-8"), min_size=1, max_size=longest).map(str.strip)
