"""What peers can be asked to find: the rules of single columns and of keys, read from the model as our own are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from karabakh_data.model import TABLES, FieldColumn, columns
from karabakh_data.model.vocabularies import ACTS, SPEECHES, VOCABULARIES

EVENT = TABLES["events"]
COLUMNS = columns(EVENT)
Found = dict[str, set[Any]]

NOT_UNIQUE = "events: event_id is not unique"
WHITE_SPACE = "events: title is empty or has white space at an end"
NO_EDTF = "events: date_edtf is no date of the EDTF subset"
CLASS = "events: event_class is not the class of event_type"
DATE_ORDER = "events: date_start is after date_end"
DERIVED_DATES = "events: date_start, date_end and date_prec are not those of date_edtf"
NO_PLACE = "events: where_prec is given, and place_id is not"
REFERENCES = {
    "place_id": "events: place_id names no row of places",
    "part_of": "events: part_of names no row of events",
}

CLASSES = {"act": sorted(ACTS), "speech": sorted(SPEECHES)}


def constraints(column: FieldColumn) -> Iterator[tuple[str, Any, str]]:
    """The constraints of a column: kind (required, terms, pattern, length, minimum, maximum), bound, rule id."""
    definition = column.definition
    lead = f"events: {column.name}"
    if not column.nullable:
        yield "required", True, f"{lead} is null"
    if definition.vocabulary:
        yield "terms", list(VOCABULARIES[definition.vocabulary].terms), f"{lead} is no term of {definition.vocabulary}"
    if definition.pattern and not definition.references:
        yield "pattern", definition.pattern, f"{lead} does not match {definition.pattern}"
    if definition.max_length:
        yield "length", definition.max_length, f"{lead} has more than {definition.max_length} characters"
    if definition.minimum is not None:
        yield "minimum", int(definition.minimum), f"{lead} is less than {definition.minimum:g}"
    if definition.maximum is not None:
        yield "maximum", int(definition.maximum), f"{lead} is more than {definition.maximum:g}"


def rule_of() -> Mapping[tuple[str, str], str]:
    """The rule id of each column's constraint, by column and kind."""
    return {(column.name, kind): rule for column in COLUMNS for kind, _, rule in constraints(column)}


def none_found() -> Found:
    """No findings yet."""
    return defaultdict(set)
