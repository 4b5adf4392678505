"""From claims to tables, by written rules; from all sources, or again from some of them."""

from karabakh_data.resolve.records import ResolutionError, Shortcoming
from karabakh_data.resolve.resolution import resolve, subset
from karabakh_data.resolve.values import RULES, Settled, settle

__all__ = ["RULES", "ResolutionError", "Settled", "Shortcoming", "resolve", "settle", "subset"]
