"""The base of all row models, and the columns as the mappings read them."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict

from karabakh_data.model.column import Column, Origin

# Between the values of a key in an id. Only the last of them may hold it, such as the record of a topic that is a link.
SEPARATOR = "/"


class Row(BaseModel):
    """One row of one table: immutable, strictly typed, with no column that its model does not name."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", validate_default=True)

    table: ClassVar[str]
    one_row_is: ClassVar[str]
    key: ClassVar[tuple[str, ...]]

    @property
    def id(self) -> str:
        """The record's id; of a table with several key columns, these joined by `/`."""
        return id_of(type(self), dict(self))


def id_of(model: type[Row], record: Mapping[str, Any]) -> str:
    """The id of a record that is given by columns; of a table with several key columns, these joined by `/`."""
    return SEPARATOR.join(str(record[name]) for name in model.key)


def key_of(model: type[Row], record_id: str) -> dict[str, str] | None:
    """The key columns of the record with that id, as texts; None if the id has too few parts to be one."""
    parts = record_id.split(SEPARATOR, len(model.key) - 1)
    return dict(zip(model.key, parts, strict=True)) if len(parts) == len(model.key) else None


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column as a mapping needs it: name, Python type without None, whether null is allowed, and its definition."""

    name: str
    type: type
    nullable: bool
    definition: Column


@cache
def columns(model: type[Row], *origins: Origin) -> tuple[FieldColumn, ...]:
    """The columns of a row model, in the order of the table: all, or those of these origins.

    Raises TypeError for a field without exactly one `Column`, or with any other constraint: a mapping must never
    overlook what it does not know.
    """
    hints = get_type_hints(model, include_extras=True)
    found = (_column(model, name, hints[name]) for name in model.model_fields)
    return tuple(column for column in found if not origins or column.definition.origin in origins)


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
