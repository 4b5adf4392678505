"""How rules share scans: what can be answered by reading a relation once is asked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from karabakh_data.check.engines.prefilters import Prefilter, prefilter, sorting_key
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, columns

# The columns that hold names of tables and of their columns, which are few.
_NAMES = ("record_table", "field", "entity_table", "vocabulary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """Rules that one reading of `relation` answers, or of the distinct combinations of `values` in it.

    `prefilters` has a predicate for each rule, in their order: one that is true of no row of the relation clears its
    rule. Few combinations stand for many rows: whether a rule is broken shows in them as well, how often does not.
    A scan with a `sorting_key` has one rule, which holds if each row has a greater key than the row before it.
    """

    rules: tuple[Rule, ...]
    relation: str
    prefilters: tuple[str, ...]
    values: tuple[str, ...] = ()
    sorting_key: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The table that the rules govern."""
        return self.rules[0].table

    @property
    def plain(self) -> bool:
        """Whether all rows of the table, or of a slice of it, are judged by themselves, with nothing beside them."""
        return not (self.values or self.sorting_key or " JOIN " in self.relation or "SELECT" in self.relation)


def scan_alone(rule: Rule) -> Scan:
    """The scan of one rule by itself, without anything that spares a search."""
    return Scan(
        rules=(rule,),
        relation=_restricted(rule.relation, rule.predicate) if rule.accepts else rule.relation,
        prefilters=(rule.predicate,),
        values=rule.columns if rule.accepts else (),
    )


def scans(rules: Sequence[Rule], *, by_prefilters: bool = True, by_order: bool = True) -> list[Scan]:
    """The scans that answer these rules, each rule in one of them.

    Whoever reads a table in slices has no use for a prefilter on another one, nor, where they are not sorted one after
    another, for a proof by order.
    """
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], dict[Rule, str]] = {}
    judged = _judged_together(rules)
    for rule in rules:
        asked = prefilter(rule) if by_prefilters else Prefilter(rule.relation, rule.predicate)
        relation, values = asked.relation, tuple[str, ...]()
        if rule.accepts:
            relation = _restricted(rule.relation, rule.predicate)
            values = judged[relation]
        elif relation == rule.table:
            values = _values(rule, judged.get(relation, ()))
        key = relation, values, sorting_key(rule) if by_order else ()
        groups.setdefault(key, {})[rule] = asked.predicate
    return [
        Scan(rules=(*asked,), relation=relation, prefilters=(*asked.values(),), values=values, sorting_key=key)
        for (relation, values, key), asked in groups.items()
    ]


def _restricted(relation: str, predicate: str) -> str:
    return relation if predicate == "true" else f"{relation} WHERE {predicate}"


def _judged_together(rules: Sequence[Rule]) -> dict[str, tuple[str, ...]]:
    """The columns that Python judges, by relation."""
    found: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        if rule.accepts:
            relation = _restricted(rule.relation, rule.predicate)
            found[relation] = tuple(dict.fromkeys((*found.get(relation, ()), *rule.columns)))
    return found


def _values(rule: Rule, judged: tuple[str, ...]) -> tuple[str, ...]:
    """The columns whose distinct values answer a rule on one table: those with few values, or those judged anyway."""
    closed = tuple(_closed(rule.table))
    return next((values for values in (closed, judged) if values and set(rule.columns) <= set(values)), ())


def _closed(table: str) -> Iterator[str]:
    for column in columns(TABLES[table]):
        if column.definition.vocabulary is not None or column.type is bool or column.name in _NAMES:
            yield column.name
