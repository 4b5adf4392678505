"""All rules, and their choice by name."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache

from karabakh_data.check.rules.casualties import casualty_rules
from karabakh_data.check.rules.claims import claim_rules, mention_rules, value_rules
from karabakh_data.check.rules.clauses import clause_rules
from karabakh_data.check.rules.conflicts import conflict_rules, null_rules
from karabakh_data.check.rules.coverage import count_rules, coverage_rules, support_rules
from karabakh_data.check.rules.events import event_rules
from karabakh_data.check.rules.generated import generated_rules
from karabakh_data.check.rules.hierarchy import hierarchy_rules
from karabakh_data.check.rules.history import history_rules
from karabakh_data.check.rules.rule import Rule
from karabakh_data.check.rules.sources import passage_rules, source_rules
from karabakh_data.check.rules.vocabulary import vocabulary_rules
from karabakh_data.errors import UnknownName

# What each column's definition says, as rules; and what is written beside.
_OF_COLUMNS = (generated_rules, support_rules, null_rules)
_WRITTEN = (
    *(hierarchy_rules, event_rules, casualty_rules, clause_rules, source_rules, passage_rules, claim_rules),
    *(value_rules, mention_rules, coverage_rules, count_rules, conflict_rules, vocabulary_rules, history_rules),
)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules that engines run, in the order in which a report lists them."""
    return tuple(rule for make in (*_OF_COLUMNS, *_WRITTEN) for rule in make())


@cache
def written_rules() -> tuple[Rule, ...]:
    """The rules that do not follow from the definition of a single column, in the same order."""
    return tuple(rule for make in _WRITTEN for rule in make())


def select(patterns: Iterable[str]) -> tuple[Rule, ...]:
    """The rules whose id or table matches one of the patterns, as a shell matches file names: `events`, `*: *is null`.

    Raises UnknownName that lists every pattern that matches no rule.
    """
    chosen: dict[str, Rule] = {}
    unknown = []
    for pattern in patterns:
        found = [rule for rule in rules() if fnmatchcase(rule.id, pattern) or rule.table == pattern]
        if not found:
            unknown.append(f"no rule is called '{pattern}'; `karabakh-data rules` lists them")
        chosen.update({rule.id: rule for rule in found})
    if unknown:
        raise UnknownName("\n".join(unknown))
    return tuple(rule for rule in rules() if rule.id in chosen)
