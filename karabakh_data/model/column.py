"""What a column is: its meaning, its origin and its constraints, written once beside the field that it describes.

A `Column` stands in the annotation of a row model's field. Pydantic validates by it, and every mapping (Arrow schema,
Table Schema, codebook, check rules, test strategies) reads it. Nothing else says what a column is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from karabakh_data.model import edtf
from karabakh_data.model.vocabularies import VOCABULARIES

Origin = Literal["coded", "authored", "reference", "derived"]
Resolution = Literal["agree", "date", "status", "outcome", "place", "least", "greatest", "figure", "wording", "key"]

SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
PATH = "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9_]+(-[a-z0-9]+)*)*$"
SHA256 = "^[0-9a-f]{64}$"
INT32 = (-(2**31), 2**31 - 1)


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_edtf(text: str) -> bool:
    """Whether `text` lies in the project's subset of EDTF."""
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The definition of one column.

    `meaning` is the description that is published; `unit` stands behind it. `vocabulary` names a closed list of terms,
    `references` a `table.column` that holds the value, `record_of` the column of the same row that names the table of
    which the value is a record's id, `pattern` a regular expression in the common subset of Python, RE2 and Java.
    `form` is "edtf" where the text is a date of that notation. A coded column names the rule that turns its claims into
    one value, a reference column its authority, a derived column its rule. Of a coded column that is `always_claimed`
    each row has claims, so that it is null only where sources contradict each other.
    """

    meaning: str
    origin: Origin
    unit: str | None = None
    vocabulary: str | None = None
    references: str | None = None
    record_of: str | None = None
    pattern: str | None = None
    form: Literal["edtf"] | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    resolution: Resolution | None = None
    always_claimed: bool = False
    authority: str | None = None
    rule: str | None = None

    def __post_init__(self) -> None:
        needs = {"coded": "resolution", "reference": "authority", "derived": "rule"}.get(self.origin)
        if needs and getattr(self, needs) is None:
            raise TypeError(f"the {self.origin} column '{self.meaning}' needs `{needs}`")
        if self.vocabulary is not None and self.vocabulary not in VOCABULARIES:
            raise TypeError(
                f"the column '{self.meaning}' names the vocabulary '{self.vocabulary}', which does not exist"
            )

    @property
    def description(self) -> str:
        """The published description: meaning, unit, and where the value comes from."""
        parts = [self.meaning]
        if self.unit:
            parts.append(f"Unit: {self.unit}.")
        if self.always_claimed:
            parts.append("Each row has claims on it; null only where they contradict each other.")
        if self.authority:
            parts.append(f"Authority: {self.authority}.")
        if self.rule:
            parts.append(f"Derived: {self.rule}.")
        return " ".join(parts)

    def failure(self, value: Any) -> str | None:
        """What is wrong with a value that is not null, as the end of the sentence "the value ..."; None if nothing."""
        if isinstance(value, str) and not _is_text(value):
            return "holds half of a surrogate pair, which is no Unicode text"
        if self.vocabulary is not None and value not in VOCABULARIES[self.vocabulary].terms:
            return f"is '{value}', which is no term of the vocabulary '{self.vocabulary}'"
        if self.pattern is not None and not re.search(self.pattern, value):
            return f"is '{value}', which does not match {self.pattern}"
        if self.form == "edtf" and not is_edtf(value):
            return f"is '{value}', which is no date of the EDTF subset"
        if self.max_length is not None and len(value) > self.max_length:
            return f"has {len(value)} characters, more than {self.max_length}"
        if isinstance(value, str) and (value == "" or value != value.strip()):
            return "is empty or has white space at an end"
        if type(value) is int and not INT32[0] <= value <= INT32[1]:
            return f"is {value}, which does not fit 32 bits"
        if isinstance(value, float) and not math.isfinite(value):
            return f"is {value}, which is no number"
        if self.minimum is not None and not value >= self.minimum:
            return f"is {value}, less than {self.minimum:g}"
        if self.maximum is not None and not value <= self.maximum:
            return f"is {value}, more than {self.maximum:g}"
        return None

    def _validate(self, value: Any) -> Any:
        problem = None if value is None else self.failure(value)
        if problem:
            raise ValueError(f"the value {problem}")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._validate, handler(source))


def _maker(origin: Origin) -> Callable[..., Column]:
    def make(meaning: str, **constraints: Any) -> Column:
        return Column(meaning=meaning, origin=origin, **constraints)

    make.__doc__ = f"A {origin} column."
    return make


coded = _maker("coded")
authored = _maker("authored")
reference = _maker("reference")
derived = _maker("derived")
