"""A release: wheel, source distribution, and an archive with the tables, what describes them, and every export."""

from karabakh_data.publish.release.release import release

__all__ = ["release"]
