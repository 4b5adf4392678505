"""From claims to tables, by written rules; from all sources, or again from some of them."""

from karabakh_data.resolve.records import ResolutionError, Resolved, resolve_records
from karabakh_data.resolve.resolution import conflicts, resolve, resolve_tables, subset
from karabakh_data.resolve.values import RULES, Settled, settle

__all__ = [
    "RULES",
    "ResolutionError",
    "Resolved",
    "Settled",
    "conflicts",
    "resolve",
    "resolve_records",
    "resolve_tables",
    "settle",
    "subset",
]
