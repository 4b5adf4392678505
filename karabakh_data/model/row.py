"""The base of all row models, and the columns as the mappings read them."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict

from karabakh_data.model.column import Column


class Row(BaseModel):
    """One row of one table: immutable, strictly typed, with no column that its model does not name."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", validate_default=True)

    table: ClassVar[str]
    one_row_is: ClassVar[str]
    key: ClassVar[tuple[str, ...]]

    @property
    def id(self) -> str:
        """The record's id; of a table with several key columns, these joined by `/`."""
        return "/".join(str(getattr(self, name)) for name in self.key)


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column as a mapping needs it: name, Python type without None, whether null is allowed, and its definition."""

    name: str
    type: type
    nullable: bool
    definition: Column


@cache
def columns(model: type[Row]) -> tuple[FieldColumn, ...]:
    """The columns of a row model, in the order of the table.

    Raises TypeError for a field without exactly one `Column`, or with any other constraint: a mapping must never
    overlook what it does not know.
    """
    hints = get_type_hints(model, include_extras=True)
    return tuple(_column(model, name, hints[name]) for name in model.model_fields)


def _column(model: type[Row], name: str, hint: Any) -> FieldColumn:
    where = f"{model.__name__}.{name}"
    if get_origin(hint) is not Annotated:
        raise TypeError(f"{where} has no Column: annotate it with coded(), authored(), reference() or derived()")
    base, *metadata = get_args(hint)
    if len(metadata) != 1 or not isinstance(metadata[0], Column):
        raise TypeError(f"{where} carries {metadata!r}: the mappings know one Column and nothing else")
    arguments = get_args(base) if get_origin(base) in (Union, types.UnionType) else (base,)
    kinds = [argument for argument in arguments if argument is not type(None)]
    if len(kinds) != 1 or not isinstance(kinds[0], type):
        raise TypeError(f"{where} has the type {base!r}: a column has one type, or that type and None")
    if model.model_fields[name].is_required() is False:
        raise TypeError(f"{where} has a default: each value of a row is given, null included")
    return FieldColumn(name, kinds[0], len(kinds) < len(arguments), metadata[0])
