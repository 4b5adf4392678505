"""The faults of rules that are made from the models: of single columns, keys, references and claims."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from karabakh_data.check.rules.catalogue import rules
from karabakh_data.check.rules.coverage import supporting
from karabakh_data.check.rules.generated import generated_rules
from karabakh_data.check.rules.hierarchy import hierarchy_rules
from karabakh_data.check.rules.relations import record_tables
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, FieldColumn, columns
from karabakh_data.model.row import SEPARATOR
from karabakh_data.testing.fault import NOTHING, Change, Fault, Record, Rows, cells, copied, more


def generated_faults() -> Iterator[tuple[str, Fault]]:
    """A fault for each rule that is made from the models, by the rule's id."""
    for rule in (*generated_rules(), *hierarchy_rules()):
        yield rule.id, Fault(_change(rule), _readers(rule), possible=True)
    for table in record_tables():
        yield f"claims: record_id names no row of {table}", Fault(_about_nothing(table))
        for column in columns(TABLES[table], "coded"):
            others = {f"{table}: no claim supports {field}" for field in supporting(table, column)}
            yield (
                f"{table}: no claim supports {column.name}",
                Fault(_unclaimed(column.name, supporting(table, column)), others, possible=True),
            )
        for column in columns(TABLES[table], "coded"):
            if column.definition.always_claimed:
                rule_id = f"{table}: {column.name} is null, and no claims on it are in conflict"
                yield rule_id, Fault(cells(column.name, **{column.name: None}))


def _change(rule: Rule) -> Change:
    if rule.name.endswith("not unique"):
        return _twice
    name = rule.columns[0]
    if "leads round" in rule.name:
        return cells(**{name: lambda row: row[TABLES[rule.table].key[0]]})
    (column,) = (column for column in columns(TABLES[rule.table]) if column.name == name)
    return _in_cell(name, _bad_value(rule.name, column))


def _readers(broken: Rule) -> frozenset[str]:
    """The rules that read a cell which breaks this one; and of a claim that is there twice, the one that counts."""
    found = {
        rule.id
        for rule in rules()
        if broken.table in rule.tables and any(re.search(rf"\b{name}\b", rule.sql) for name in broken.columns)
    }
    if broken.name == "claim_id is not unique":
        found.add("events: claim_count is not the number of claims on it")
    return frozenset(found - {broken.id})


def _in_cell(name: str, value: Any) -> Change:
    """Put the value into a row where the column has one, or else into any."""

    def change(rows: Rows, table: str, before: int) -> Record:
        row = next((row for row in rows[table] if row[name] is not None), None) or rows.first(table)
        row[name] = value
        return row

    return change


def _bad_value(message: str, column: FieldColumn) -> Any:
    definition = column.definition
    if message.endswith("is null"):
        return None
    if "is less than" in message:
        return column.type((definition.minimum or 0) - 1)
    if "is more than" in message:
        return column.type((definition.maximum or 0) + 1)
    if "has more than" in message:
        return "x" * ((definition.max_length or 0) + 1)
    if "white space at an end" in message:
        return "\u00a0padded"
    if "is no date" in message:
        return "2020-02-30"
    return "?" if "does not match" in message else NOTHING  # no term, and no row of another table


def _twice(rows: Rows, table: str, before: int) -> Record:
    # Every other time the row is in two distant places, which in a corpus of several files are two files; but the
    # rows of link tables are told by their story, and another one need not have any.
    distant = before % 2 and len(TABLES[table].key) == 1
    row = dict(rows.elsewhere(table)[0] if distant else rows.first(table))
    rows[table].append(row)
    return row


def _unclaimed(name: str, fields: Collection[str]) -> Change:
    """Let all claims on these fields question what they asserted of a record that has something in the column."""

    def change(rows: Rows, table: str, before: int) -> Record:
        row = rows.first(table, name)
        for claim in rows.claims_on(table, row):
            if claim["field"] in fields:
                claim["stance"] = "questions"
        return row

    return change


def _about_nothing(table: str) -> Change:
    """Add a claim on a record that there is not, whose id ends as that of one that there is."""
    return copied(
        lambda claim: claim["record_table"] == table,
        claim_id=more("claim_id"),
        # Not NOTHING alone: of a link, another fault makes a row with that.
        record_id=lambda claim: SEPARATOR.join([f"{NOTHING}-at-all", *claim["record_id"].split(SEPARATOR)[1:]]),
        in_conflict=False,
    )
