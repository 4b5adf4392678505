"""Which part of the version number a difference asks for, by the Data Package recipe for versions of data.

A change of columns is major, of rows minor, a corrected value patch (https://datapackage.org/recipes/data-package-version/).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from karabakh_data.publish.diff.compare import TableDiff

Part = Literal["major", "minor", "patch"]

_ORDER: tuple[Part, ...] = ("major", "minor", "patch")


def part_of_version(tables: Iterable[TableDiff]) -> Part | None:
    """The part that these differences ask to be raised; None if there is no difference.

    Major: a table or column that is gone, a column added, of another type, in another place, or that may be null no
    longer. Minor: a table added, rows added or removed, a column that may be null now. Patch: other values, other
    descriptions, the same texts in another representation.
    """
    asked = {part for table in tables for part in _asked(table)}
    return next((part for part in _ORDER if part in asked), None)


def _asked(table: TableDiff) -> Iterable[Part]:
    if table.only_on == "old":
        yield "major"
    if table.only_on == "new" or table.added or table.removed:
        yield "minor"
    if table.changed:
        yield "patch"
    for change in table.columns:
        if change.what in ("added", "removed", "type", "order"):
            yield "major"
        elif change.what == "nullable":
            yield "minor" if change.new == "null allowed" else "major"
        else:
            yield "patch"


def allows(old: str, new: str, part: Part | None) -> bool:
    """Whether a release numbered `new` may hold that difference to the one numbered `old`.

    Before 1.0.0 the second number stands for both, as semantic versioning leaves the first at nought.
    """
    if part is None:
        return True
    before, after = ([int(number) for number in one.split(".")] for one in (old, new))
    at = _ORDER.index("minor" if part == "major" and before[0] == 0 else part)
    return after[: at + 1] > before[: at + 1]
