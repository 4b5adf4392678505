"""What changed between two packages, and how it is shown.

`compare` gives the tables that differ, each with its rows, their titles and the claims behind them.
"""

from karabakh_data.publish.diff import as_json, as_markdown, as_text
from karabakh_data.publish.diff.changed_rows import CellChange, RowChange
from karabakh_data.publish.diff.compare import TableDiff, compare
from karabakh_data.publish.diff.release_notes import data_changes
from karabakh_data.publish.diff.schema import ColumnChange
from karabakh_data.publish.diff.version_part import part_of_version

__all__ = [
    "CellChange",
    "ColumnChange",
    "RowChange",
    "TableDiff",
    "as_json",
    "as_markdown",
    "as_text",
    "compare",
    "data_changes",
    "part_of_version",
]
