"""Row model of the ids that releases gave to records and that these have no more."""

from __future__ import annotations

from typing import Annotated, ClassVar

from karabakh_data.model.column import SLUG, authored
from karabakh_data.model.row import Row


class FormerId(Row):
    """One id that a release gave to a record, and that the record has no more."""

    table: ClassVar[str] = "id_history"
    one_row_is: ClassVar[str] = "one id that a record had in an earlier release, and the one that it has now"
    key: ClassVar[tuple[str, ...]] = ("old_id", "record_table")

    old_id: Annotated[str, authored("The id that the record had; it is never given to another.", pattern=SLUG)]
    record_table: Annotated[str, authored("The table of the record.", pattern="^[a-z_]+$")]
    new_id: Annotated[
        str | None,
        authored(
            "The id that the record has now; null where the record is no more.",
            record_of="record_table",
            pattern=SLUG,
        ),
    ]
    version: Annotated[
        str, authored("The first release without the old id.", pattern="^[0-9]+[.][0-9]+[.][0-9]+$", max_length=20)
    ]
    note: Annotated[str | None, authored("Why the id was changed or the record removed.", max_length=300)]
