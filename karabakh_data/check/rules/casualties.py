"""Rules of casualty figures: bounds in order, and subsets inside their totals."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.relations import marked, not_marked, parts_and_wholes
from karabakh_data.check.rules.rule import Rule

# What another source says of the total, or of what it includes, is a dispute, and marked as such.
_TOTAL = marked("casualties", parts_and_wholes("casualties", "subset_of"))
_NOT_MARKED = not_marked("subset_of")


def casualty_rules() -> Iterator[Rule]:
    """The rules across the columns of a figure, and between a figure and the one that includes it."""
    for lesser, greater in (("low", "best"), ("best", "high"), ("low", "high")):
        yield Rule(
            name=f"{lesser} is greater than {greater}",
            table="casualties",
            columns=(lesser, greater),
            predicate=f"casualties.{lesser} > casualties.{greater}",
        )
    yield Rule(
        name="neither a figure nor a wording is given",
        table="casualties",
        columns=("low", "best", "high", "wording"),
        predicate="coalesce(casualties.low, casualties.best, casualties.high) IS NULL AND casualties.wording IS NULL",
    )
    yield Rule(
        name="the figure counts another measure than the total that it is part of",
        table="casualties",
        columns=("measure", "subset_of"),
        relation=_TOTAL,
        predicate=f"casualties.measure <> whole.measure AND {_NOT_MARKED}",
        details=("whole.measure AS total_measure",),
    )
    yield Rule(
        name="the figure counts other victims than the total that it is part of",
        table="casualties",
        columns=("victim_class", "subset_of"),
        relation=_TOTAL,
        predicate=(
            "casualties.victim_class IN ('civilian', 'military', 'total')"
            " AND whole.victim_class IN ('civilian', 'military') AND casualties.victim_class <> whole.victim_class"
            f" AND {_NOT_MARKED}"
        ),
        details=("whole.victim_class AS total_victim_class",),
    )
    yield Rule(
        # The least that the part can be against the most that the whole can be.
        name="the figure is greater than the total that it is part of",
        table="casualties",
        columns=("low", "best", "high", "subset_of"),
        relation=_TOTAL,
        predicate=(
            "(casualties.best > whole.best"
            " OR coalesce(casualties.low, casualties.best) > coalesce(whole.high, whole.best))"
            f" AND {_NOT_MARKED}"
        ),
        details=("whole.low AS total_low", "whole.best AS total_best", "whole.high AS total_high"),
    )
