"""What each table can be asked for, as follows from the models: by which columns, or through which other table.

A filter stands on a table that has a column for it; or on its key, where a link table names it so; or on the record
that it belongs to, such as the event of a casualty figure. The names are those of the reader's arguments.
"""

from __future__ import annotations

from datetime import date

from karabakh_data.model import TABLES, FieldColumn, Row, columns

# Tables that stand before all claims: no choice of articles changes them.
NOT_FROM_CLAIMS = ("vocabulary", "crosswalk")

# Filters by the id of a record, and the table that holds the record.
NAMED = {"actor": "actors", "place": "places"}

# What a row inherits of the record that it belongs to. Its own kind and status it does not.
INHERITED = ("actor", "place", "since", "until")

Plan = tuple[str, ...]


def filters(model: type[Row]) -> dict[str, Plan]:
    """The filters of a table, each with the way to its answer.

    ("columns", name, ...) are columns of the table itself; ("entity", name, table column) is a column of ids whose
    table another column names; ("through", column, other table, its column) leads to rows of another table that the
    same filter chooses. For `since` a fifth may follow, a column of the table: what it says to count up to an earlier
    day is left out. `source` of a table without a column for it is ("claims",): the records on which the article makes
    claims. A table that stands before all claims has none.
    """
    if model.table in NOT_FROM_CLAIMS:
        return {}
    found = {
        name: plan for name in ("actor", "place", "type", "status", "since", "until") if (plan := _plan(model, name))
    }
    if any(column.name == "source_id" for column in columns(model)):
        return {**found, "source": ("columns", "source_id")}
    return {**found, "source": ("claims",)}


def vocabulary_of(model: type[Row], name: str) -> str | None:
    """The vocabulary of the column by which a table is asked for a type or a status."""
    return next((column.definition.vocabulary for column in columns(model) if _holds(model, column, name)), None)


def _plan(model: type[Row], name: str) -> Plan | None:
    return _own(model, name) or _by_link(model, name) or _inherited(model, name)


def _own(model: type[Row], name: str) -> Plan | None:
    if NAMED.get(name) == model.table:
        # Who asks for a place wants what lies in it, too. Of actors the name alone would be left.
        return ("columns", *model.key) if name == "place" else None
    own = tuple(column.name for column in columns(model) if _holds(model, column, name))
    if own:
        return ("columns", *own)
    for column in columns(model):
        table_column = next((one for one in columns(model) if one.name == column.definition.record_of), None)
        if name in NAMED and table_column and NAMED[name] in (table_column.definition.pattern or ""):
            return ("entity", column.name, table_column.name)
    return None


def _holds(model: type[Row], column: FieldColumn, name: str) -> bool:
    if name in NAMED:
        return column.definition.references == f"{NAMED[name]}.{TABLES[NAMED[name]].key[0]}"
    if name in ("since", "until"):
        return column.type is date
    suffix = "_type" if name == "type" else name
    return column.definition.vocabulary is not None and column.name.endswith(suffix)


def _by_link(model: type[Row], name: str) -> Plan | None:
    key = model.key[0]
    for link in TABLES.values():
        (first, *rest) = link.key
        if (
            len(model.key) == 1
            and rest
            and first == key
            and any(column.name in rest and _holds(link, column, name) for column in columns(link))
        ):
            return ("through", key, link.table, first)
    return None


def _inherited(model: type[Row], name: str) -> Plan | None:
    if name not in INHERITED:
        return None
    for column in columns(model):
        owner, _, key = (column.definition.references or "").partition(".")
        if owner in ("events", "clauses", "agreements") and owner != model.table and _plan(TABLES[owner], name):
            return ("through", column.name, owner, key, *(_counts_up_to(model) if name == "since" else ()))
    return None


def _counts_up_to(model: type[Row]) -> tuple[str, ...]:
    """A date of its own on a table that has its time from another: the last day of what its rows tell."""
    return tuple(column.name for column in columns(model) if column.definition.form == "edtf")
