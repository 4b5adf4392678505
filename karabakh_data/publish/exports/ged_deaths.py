"""The dead of an event, counted as UCDP GED counts them, from the figures that the sources give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Figure = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Deaths:
    """GED's columns of deaths. Where `best` is known, the four parts are known too and add up to it."""

    deaths_a: int | None
    deaths_b: int | None
    deaths_civilians: int | None
    deaths_unknown: int | None
    best: int | None
    high: int | None
    low: int


def killed(figures: Iterable[Figure]) -> list[Figure]:
    """The figures of dead that carry a number: what is only worded ("several thousand") GED has no column for."""
    return [row for row in figures if row["measure"] == "killed" and _low(row) is not None]


def deaths(figures: Sequence[Figure], side_a: str | None, side_b: str | None) -> Deaths:
    """What the figures of dead of one event, of which there is at least one, make together.

    The ids of the sides are those that figures have as `side_id`. Figures that are part of another are not added to it.
    Where it cannot be told whether others overlap, there is neither `best` nor `high`, and `low` is the greatest of
    them. GED adds the dead of each side, civilians and the unknown up to `best`: whoever no figure puts among the first
    three is unknown, and 0 says, as in GED, that no figure names any.
    """
    known = {row["casualty_id"]: row for row in figures}
    whole = [row for row in figures if row["subset_of"] not in known]
    # Of a class the widest figures: the soldiers, not also the officers among them.
    classed = [
        row
        for row in figures
        if row["subset_of"] not in known or known[row["subset_of"]]["victim_class"] != row["victim_class"]
    ]
    low, best, high = _total(whole)
    if best is None:
        return Deaths(None, None, None, None, None, high, low)
    civilians = [_best(row) for row in classed if row["victim_class"] == "civilian"]
    military = [(row["side_id"], _best(row)) for row in classed if row["victim_class"] == "military"]
    of_a = sum(number for side, number in military if side and side == side_a)
    of_b = sum(number for side, number in military if side and side == side_b)
    unknown = best - of_a - of_b - sum(civilians)
    if unknown < 0:  # the parts overlap or contradict their whole
        return Deaths(0, 0, 0, best, best, high, low)
    return Deaths(of_a, of_b, sum(civilians), unknown, best, high, low)


def _total(whole: Sequence[Figure]) -> tuple[int, int | None, int | None]:
    lows = [_low(row) or 0 for row in whole]
    if not _apart(whole):
        return max(lows), None, None
    bests = [row["best"] for row in whole]
    highs = [row["best"] if row["high"] is None else row["high"] for row in whole]
    return (
        sum(lows),
        None if None in bests else sum(bests),
        None if None in highs else sum(highs),
    )


def _apart(whole: Sequence[Figure]) -> bool:
    """Whether nobody can be among the dead of two of the figures: they are of different sides, or of one side's
    civilians and soldiers."""
    kinds = [(row["side_id"], row["victim_class"]) for row in whole]
    sides = {side for side, _ in kinds}
    if len(kinds) == 1:
        return True
    if (None in sides and len(sides) > 1) or len(set(kinds)) < len(kinds):
        return False
    return all(
        {victims for side, victims in kinds if side == one} <= {"civilian", "military"}
        or sum(side == one for side, _ in kinds) == 1
        for one in sides
    )


def _low(row: Figure) -> int | None:
    number: int | None = row["best"] if row["low"] is None else row["low"]
    return number


def _best(row: Figure) -> int:
    return row["best"] or 0
