"""How the claims on one field become one value: the rules, each a function of the *set* of values that are asserted.

So the order of claims cannot matter, nor how often a value is claimed: publishers are not ranked or counted.
A rule that finds values which cannot all be true says so (`conflict`), and never averages.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from karabakh_data.model import edtf, edtf_algebra
from karabakh_data.model.column import Resolution

RULES: Mapping[Resolution, str] = {
    "agree": "The one value that all claims give; `unknown` yields to a known value; null where claims differ, "
    "or where sources between them lead from part to whole round in a circle.",
    "date": "The span common to all claims, the most precise text where one lies in the others; where they have no day "
    "in common, all of them as an EDTF set or covering interval. Of an event that has come about, the dates of sources "
    "that only speak of a plan do not count.",
    "status": "The furthest of occurred, ongoing, alleged, planned, conditional, denied; denied, too, where nobody "
    "asserts a status and one is denied. A conflict only where one source denies what another asserts as happened, "
    "ongoing, alleged or planned.",
    "outcome": "The furthest that is known: pending yields to all others, partly_fulfilled to fulfilled and late, and "
    "fulfilled to late, because a source may know neither the date nor what came after. If several are left: disputed.",
    "place": "The innermost place where all claimed places lie in one another; null where they do not, or where "
    "sources set two of them in each other.",
    "least": "The least number claimed.",
    "greatest": "The greatest number claimed.",
    "figure": "The one number that all claims give; null where claims differ or lie outside each other's bounds, "
    "and then `low` is the least and `high` the greatest of all figures.",
    "wording": "The longest wording, of equally long ones the first in the alphabet; other words are no conflict.",
    "key": "Part of the row's key, so that each claim has its row.",
}

STATUSES = ("occurred", "ongoing", "alleged", "planned", "conditional", "denied")
COME_ABOUT = frozenset(STATUSES[:3])


@dataclass(frozen=True, slots=True)
class Settled:
    """What a rule made of claims: the value as canonical text, or None, and whether the claims conflict."""

    value: str | None
    conflict: bool


Wholes = Callable[[str], Collection[str]]


def settle(rule: Resolution, values: Collection[str], wholes: Wholes) -> Settled:
    """The value that the rule makes of the asserted values; `wholes` gives all places around a place.

    Raises KeyError for a rule that does not exist and ValueError for a value that is not of the rule's kind.
    """
    distinct = sorted(set(values))
    if not distinct:
        return Settled(None, conflict=False)
    if rule == "place":
        return _innermost(distinct, wholes)
    return _SETTLE[rule](distinct)


def _agree(values: list[str]) -> Settled:
    known = [value for value in values if value != "unknown"] or values
    return Settled(known[0] if len(known) == 1 else None, conflict=len(known) > 1)


def _date(values: list[str]) -> Settled:
    dates = [edtf.parse(value) for value in values]
    common: edtf.Edtf | None = dates[0]
    for other in dates[1:]:
        common = common and edtf_algebra.intersect(common, other)
    if common is not None:
        return Settled(str(common), conflict=False)
    if any(one.earliest is None for one in dates) and any(one.latest is None for one in dates):
        return Settled(None, conflict=True)  # open on both sides, which no date can say
    return Settled(str(edtf_algebra.one_of(dates)), conflict=True)


def _status(values: list[str]) -> Settled:
    furthest = min(values, key=STATUSES.index)
    return Settled(furthest, conflict="denied" in values and furthest not in ("denied", "conditional"))


def _outcome(values: list[str]) -> Settled:
    yields_to = {
        "pending": set(values) - {"pending"},
        "partly_fulfilled": {"fulfilled", "late"},
        "fulfilled": {"late"},
    }
    left = [value for value in values if yields_to.get(value, set()).isdisjoint(values)]
    return Settled(left[0], conflict=False) if len(left) == 1 else Settled("disputed", conflict=True)


def _innermost(values: list[str], wholes: Wholes) -> Settled:
    if len(values) == 1:
        return Settled(values[0], conflict=False)
    for place in values:
        around = wholes(place)
        # Where sources set two places in one another, neither is the inner one.
        if place not in around and all(value in around for value in values if value != place):
            return Settled(place, conflict=False)
    return Settled(None, conflict=True)


def _least(values: list[str]) -> Settled:
    return Settled(str(min(map(int, values))), conflict=False)


def _greatest(values: list[str]) -> Settled:
    return Settled(str(max(map(int, values))), conflict=False)


def _figure(values: list[str]) -> Settled:
    numbers = {int(value) for value in values}
    return Settled(str(min(numbers)) if len(numbers) == 1 else None, conflict=len(numbers) > 1)


def _wording(values: list[str]) -> Settled:
    return Settled(min(values, key=lambda value: (-len(value), value)), conflict=False)


_SETTLE: Mapping[Resolution, Callable[[list[str]], Settled]] = {
    "agree": _agree,
    "date": _date,
    "status": _status,
    "outcome": _outcome,
    "least": _least,
    "greatest": _greatest,
    "figure": _figure,
    "wording": _wording,
    "key": _agree,
}
