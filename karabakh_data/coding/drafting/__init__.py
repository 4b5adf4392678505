"""An article under coding, beside the others: its tables as far as they go, and everything that is wrong at once.

`loose` resolves claims of which not all make whole records; `places` finds the lines of script and article behind what
is wrong; `report` puts it all together. Nothing is published.
"""

from karabakh_data.coding.drafting.places import Wrong
from karabakh_data.coding.drafting.report import DraftReport, draft

__all__ = ["DraftReport", "Wrong", "draft"]
