"""The figures: which facts both coders found, and how far they agree on the facts that both found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from karabakh_data.coding.reliability.codings import read_codings
from karabakh_data.coding.reliability.comparison import FIELDS, Unit, compare
from karabakh_data.model import TABLES


@dataclass(frozen=True, slots=True)
class Found:
    """How many rows of a table both coders have, and how many only one; an article counts a record once.

    Of the tables of links (event_actors and so on) the rows of facts that both found.
    """

    table: str
    both: int
    only_first: int
    only_second: int

    @property
    def agreement(self) -> float:
        """Positive agreement, 0 to 1: 2a / (2a + b + c), with a found by both, b and c by one."""
        return 2 * self.both / (2 * self.both + self.only_first + self.only_second)


@dataclass(frozen=True, slots=True)
class Agreed:
    """How two coders' values of one field compare, over the passages, facts or links that both have.

    `compatible` counts dates of which one lies within the other, and names and wordings of which one has all words of
    the other. `alpha` is Krippendorff's, nominal; None where values are no terms, or all of them the same.
    """

    table: str
    field: str
    equal: int
    compatible: int
    different: int
    only_first: int
    only_second: int
    alpha: float | None

    @property
    def compared(self) -> int:
        """How many values both coders give."""
        return self.equal + self.compatible + self.different

    @property
    def agreement(self) -> float | None:
        """The share of equal values among those that both give, 0 to 1; None if there are none."""
        return self.equal / self.compared if self.compared else None


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of all articles that were coded twice, in the order of the tables."""

    articles: int
    found: tuple[Found, ...]
    agreed: tuple[Agreed, ...]

    def as_json(self) -> str:
        """The figures for machines, as a JSON text; shares and alpha are rounded to four places."""
        data = {
            "articles": self.articles,
            "found": [asdict(one) | {"agreement": _rounded(one.agreement)} for one in self.found],
            "agreed": [
                asdict(one) | {"agreement": _rounded(one.agreement), "alpha": _rounded(one.alpha)}
                for one in self.agreed
            ],
        }
        return json.dumps(data, indent=2)


def measure(root: Path) -> Measures:
    """The figures of the two codings below `root/coding`, as they were made: settling differences changes neither.

    Raises NoCheckout if `root` is no checkout with `coding/` and `raw/`, and CodingError that lists everything
    for which the codings cannot be compared.
    """
    articles, names = read_codings(root)
    comparison = compare(articles, names)
    return Measures(
        articles=len(articles),
        found=tuple(
            Found(table, *counts)
            for table in TABLES
            if any(counts := [comparison.found[table, side] for side in ("both", "only_first", "only_second")])
        ),
        agreed=tuple(
            _agreed(table, name, units, kind)
            for table, fields in FIELDS.items()
            for name, kind in fields.items()
            if (units := comparison.units[table, name])
        ),
    )


def _agreed(table: str, name: str, units: Sequence[Unit], kind: str) -> Agreed:
    counts = Counter(outcome for outcome, _, _ in units)
    return Agreed(
        table=table,
        field=name,
        equal=counts["equal"],
        compatible=counts["compatible"],
        different=counts["different"],
        only_first=counts["only_first"],
        only_second=counts["only_second"],
        alpha=alpha([(str(a), str(b)) for _, a, b in units if a is not None]) if kind == "term" else None,
    )


def alpha(values: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha of the terms that two coders gave each unit, at most 1; None where fewer than two are used.

    1 - observed / expected disagreement, for nominal data, two observers and no missing data (Krippendorff, Computing
    Krippendorff's alpha-reliability, 2011, section B). Disagreement is counted in ordered pairs of different values:
    observed are those within units, expected those that chance would put there, of all n values each with n - 1 others.
    """
    used = Counter(value for pair in values for value in pair)
    if len(used) < 2:
        return None
    count = used.total()
    observed = 2 * sum(first != second for first, second in values)
    expected = (count**2 - sum(times**2 for times in used.values())) / (count - 1)
    return 1 - observed / expected


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
