"""What checks in Python find, gathered into the failures of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from karabakh_data.check.report import Failure
from karabakh_data.check.rules.rule import Requirement

Finding = tuple[Requirement, Mapping[str, Any]]


def gathered(findings: Iterable[Finding], demands: Iterable[Requirement], max_examples: int) -> list[Failure]:
    """One failure for each demand that is not met, in the order of `demands`, with its first examples.

    Raises KeyError for a finding on a demand that is not among `demands`.
    """
    counts = dict.fromkeys(demands, 0)
    examples: dict[Requirement, list[Mapping[str, Any]]] = {demand: [] for demand in counts}
    for demand, example in findings:
        counts[demand] += 1
        if len(examples[demand]) < max_examples:
            examples[demand].append(example)
    return [
        Failure(rule=demand, count=count, examples=tuple(examples[demand])) for demand, count in counts.items() if count
    ]
