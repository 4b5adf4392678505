"""How rules share scans: what can be answered by reading a relation once is asked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, columns

# The columns that hold names of tables and of their columns, which are few.
_NAMES = ("record_table", "field", "entity_table", "vocabulary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """Rules that one reading of `relation` answers, or of the distinct combinations of `values` in it.

    Few combinations stand for many rows: whether a rule is broken shows in them as well, how often does not.
    """

    rules: tuple[Rule, ...]
    relation: str
    values: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The table that the rules govern."""
        return self.rules[0].table

    @property
    def ordered(self) -> bool:
        """Whether a proof by the order of the rows is to be tried first."""
        return bool(self.rules[0].ascending)

    @property
    def plain(self) -> bool:
        """Whether rows are judged by themselves, with nothing beside them."""
        return not (self.values or self.ordered or " JOIN " in self.relation)


def scans(rules: Sequence[Rule]) -> list[Scan]:
    """The scans that answer these rules, each rule in one of them."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Rule]] = {}
    judged = _judged_together(rules)
    for rule in rules:
        relation, predicate = rule.doubt
        if rule.accepts:
            key = (relation, predicate, judged[relation, predicate])
        elif relation == rule.table:
            key = (relation, "true", _values(rule, judged.get((relation, "true"), ())))
        else:
            key = (relation, rule.id if rule.ascending else "true", ())
        groups.setdefault(key, []).append(rule)
    return [
        Scan(
            rules=tuple(group),
            relation=relation if predicate == "true" or not values else f"{relation} WHERE {predicate}",
            values=values,
        )
        for (relation, predicate, values), group in groups.items()
    ]


def _judged_together(rules: Sequence[Rule]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The columns that Python judges, by relation and predicate."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for rule in rules:
        if rule.accepts:
            key = rule.doubt
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *rule.columns)))
    return found


def _values(rule: Rule, judged: tuple[str, ...]) -> tuple[str, ...]:
    """The columns whose distinct values answer a rule on one table: those with few values, or those judged anyway."""
    closed = tuple(_closed(rule.table))
    return next((values for values in (closed, judged) if values and set(rule.columns) <= set(values)), ())


def _closed(table: str) -> Iterator[str]:
    for column in columns(TABLES[table]):
        if column.definition.vocabulary is not None or column.type is bool or column.name in _NAMES:
            yield column.name
