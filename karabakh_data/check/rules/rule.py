"""What a rule is: data that any SQL engine can run.

A rule names what is wrong with a row, the table that it governs, and two pieces of portable SQL (the common subset of
DuckDB and Spark): the relation that it reads, in which its table goes by its own name, and the predicate that is true
of an offending row. Rules with the same relation cost one scan together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from karabakh_data.model import TABLES, columns

Severity = Literal["error", "warning"]

_NAMED = re.compile(r"\b(?:FROM|JOIN)\s+([a-z_]+)\b")
# What finds a row again in an article, where its table has it.
_SPOT = ("source_id", "char_start", "char_end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What is required of a table. Its name is the message: what is wrong where it is not met."""

    name: str
    table: str
    columns: tuple[str, ...] = ()
    severity: Severity = "error"

    @property
    def id(self) -> str:
        """The table and the name, `events: title is null`: unique among the rules."""
        return f"{self.table}: {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Requirement):
    """A requirement of rows, as SQL.

    `relation` is what follows FROM, by default the table alone; `predicate` is true of an offending row. The table that
    the relation names first is the rule's own, and each of its rows is judged by itself, beside all rows of whatever
    else is named; unless `whole` says that its rows must be seen together. `details` are further SQL expressions, each
    with its alias, that make an offending row understood. Where SQL cannot judge, `accepts` does: a Python function of
    the values of `columns`, in their order, false of an offending row among those that satisfy `predicate`.

    Predicate and `accepts` of a rule on its table alone read no columns but `columns`, and `accepts` gives the same for
    the same values: an engine may judge each combination of values once.
    """

    predicate: str
    relation: str = ""
    details: tuple[str, ...] = ()
    whole: bool = False
    accepts: Callable[..., bool] | None = None

    def __post_init__(self) -> None:
        if not self.relation:
            object.__setattr__(self, "relation", self.table)

    @property
    def key(self) -> tuple[str, ...]:
        """The key columns of the rule's table, which find an offending row."""
        return TABLES[self.table].key

    @property
    def tables(self) -> frozenset[str]:
        """All tables that the rule reads."""
        return _tables(self.relation)

    @property
    def outputs(self) -> dict[str, str]:
        """What the SELECT gives, by name: the key columns, then the details."""
        own = {column.name for column in columns(TABLES[self.table])}
        wanted = dict.fromkeys((*self.key, *(name for name in _SPOT if name in own), *self.columns))
        shown = (expression.rsplit(" AS ", 1) for expression in self.details)
        return {name: f"{self.table}.{name}" for name in wanted} | {name: value for value, name in shown}

    @property
    def sql(self) -> str:
        """One SELECT of the offending rows; of a rule with `accepts`, of the rows that are to be judged."""
        listed = ", ".join(f"{value} AS {name}" for name, value in self.outputs.items())
        return f"SELECT {listed} FROM {self.relation} WHERE {self.predicate}"


@cache
def _tables(relation: str) -> frozenset[str]:
    return frozenset(name for name in _NAMED.findall(f"FROM {relation}") if name in TABLES)


def counted(condition: str) -> str:
    """The SQL aggregate that counts the rows of which the condition is true.

    Not count_if: where it is true of none, one engine says 0 and the other null.
    """
    return f"count(CASE WHEN {condition} THEN 1 END)"
