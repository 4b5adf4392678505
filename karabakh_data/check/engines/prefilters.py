"""What spares a search: cheaper questions, of which the answer can prove that no row breaks a rule.

A rule says what is wrong with a row; how to find out fast that none is wrong is the planner's. Three kinds of rule have
a cheaper question than their own.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from karabakh_data.check.rules.coverage import claimed, no_record
from karabakh_data.check.rules.generated import unique
from karabakh_data.check.rules.relations import MARKS, NOT_MARKED, record_tables
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES


class Prefilter(NamedTuple):
    """A relation, and a predicate that is true of no row there unless some row breaks the rule."""

    relation: str
    predicate: str


def prefilter(rule: Rule) -> Prefilter:
    """What is asked before the rows that break a rule are sought: by default whether there are any.

    What is marked is asked only where there is a row that would break the rule if it were not.
    """
    by_default = Prefilter(rule.relation.partition(MARKS)[0], NOT_MARKED.sub("true", rule.predicate))
    return _prefilters().get(rule, by_default)


def sorting_key(rule: Rule) -> tuple[str, ...]:
    """The columns that prove the rule where each row has greater ones than the row before it; of most rules none."""
    return _sorting_keys().get(rule, ())


@cache
def _prefilters() -> dict[Rule, Prefilter]:
    """Claims on no record of a table are what is left over where its records are joined with all claims on them.

    That join is read anyway, by the rules that each coded cell has a claim behind it.
    """
    return {
        no_record(table): Prefilter(claimed(table), f"{table}.{TABLES[table].key[0]} IS NULL")
        for table in record_tables()
    }


@cache
def _sorting_keys() -> dict[Rule, tuple[str, ...]]:
    """Published tables are sorted by key, and to compare neighbours is cheaper than to group."""
    return {unique(model): model.key for model in TABLES.values()}
