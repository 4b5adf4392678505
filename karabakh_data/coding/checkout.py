"""What only a checkout can show of the tables: the articles behind the quotations, and the ledger of what was read.

The rules in SQL govern any tables of this shape, wherever they lie. These checks also need `raw/`, the review ledger,
and the lexicon by which a stated value is read in its quotation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from karabakh_data.check.articles import private_names, quotations, shares, support
from karabakh_data.check.report import Accounts, Failure, Report
from karabakh_data.check.rules.rule import Requirement
from karabakh_data.coding import review, second_coding
from karabakh_data.coding.ledger import LEDGER

REQUIREMENTS: tuple[Requirement, ...] = (
    *(*quotations.REQUIREMENTS, *support.REQUIREMENTS, *shares.REQUIREMENTS, *private_names.REQUIREMENTS),
    *(*review.REQUIREMENTS, *second_coding.REQUIREMENTS),
)


def find_checkout(package: Path) -> Path | None:
    """The checkout whose own package this is, named by its folder of tables, its descriptor or the checkout itself.

    None for any other package, also one that lies in a checkout, and where articles or ledger are not at hand.
    """
    place = package.resolve()
    for root in (place, *place.parents[:2]):
        is_own = place in (root, root / "datapackage.json", root / "karabakh_data" / "data")
        if is_own and (root / "raw").is_dir() and (root / LEDGER).is_file():
            return root
    return None


def checkout_failures(tables: Mapping[str, pa.Table], root: Path, max_failures: int = 10) -> list[Failure]:
    """What is wrong with quotations, stated values, how much is quoted, and private names; what is still to be read.

    What was coded once only is among it as a warning. Needs all tables. Raises PrivateNamesError.

    Each failure has at most `max_failures` examples.
    """
    return [
        *quotations.quotation_failures(tables, root, max_failures),
        *support.support_failures(tables, max_failures),
        *shares.share_failures(tables, max_failures),
        *private_names.private_failures(tables, root, max_failures),
        *review.review_failures(tables, root / LEDGER, max_failures=max_failures),
        *second_coding.second_coding_failures(tables["sources"], root, max_failures),
    ]


def with_checkout(report: Report, tables: Mapping[str, pa.Table], root: Path, max_failures: int = 10) -> Report:
    """The report, and what only the checkout shows of the same tables."""
    further = checkout_failures(tables, root, max_failures)
    return replace(report, failures=(*report.failures, *further), rules_run=report.rules_run + len(REQUIREMENTS))


def without_checkout(report: Report) -> Report:
    """The report on tables that break rules, which says that they were not held against the checkout either."""
    reason = "the tables break rules; mend these first"
    return replace(report, not_run={**report.not_run, "checks against the articles and the ledger": reason})


def accounts(tables: Mapping[str, pa.Table]) -> Accounts:
    """How much of each article is coded and reproduced, and on what basis claims stand."""
    parts = ("coded", "dismissed", "boilerplate", "quoted", "quoted_or_named")
    bases = support.shares_by_basis(tables["claims"])
    return Accounts(
        sources={
            one.source_id: {part: round(getattr(one, part), 4) for part in parts} for one in shares.shares(tables)
        },
        claims_by_basis={basis: round(share, 4) for basis, share in bases.items()},
    )
