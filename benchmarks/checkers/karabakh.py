"""Our own check: of events and places alone, every rule that these can break, two of which no peer can say."""

from __future__ import annotations

from pathlib import Path

from karabakh_data.check import Rule, check
from karabakh_data.check.rules.catalogue import rules

TABLES = frozenset({"events", "places"})
MOST = 1000


def chosen() -> tuple[Rule, ...]:
    """The rules that read no other tables."""
    return tuple(rule for rule in rules() if rule.tables <= TABLES)


def find(folder: Path) -> dict[str, set[str | None]]:
    """The events that break each rule, of all rules in a whole package; raises ValueError if one could not be run."""
    whole = any(folder.glob("claims*"))
    report = check(folder, rules=None if whole else chosen(), max_failures=MOST)
    if report.not_run:
        raise ValueError(report.as_text())
    return {
        failure.rule.id: {example["event_id"] for example in failure.examples}
        for failure in report.failures
        if failure.rule.table == "events"
    }
