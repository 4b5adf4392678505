"""Row models of the vocabularies and their crosswalk to the schemes of other projects."""

from __future__ import annotations

from typing import Annotated, ClassVar

from karabakh_data.model.column import authored, derived
from karabakh_data.model.row import Row


class Term(Row):
    """One term of one closed vocabulary."""

    table: ClassVar[str] = "vocabulary"
    one_row_is: ClassVar[str] = "one term of one closed vocabulary"
    key: ClassVar[tuple[str, ...]] = ("vocabulary", "term")

    vocabulary: Annotated[str, authored("The vocabulary.", pattern="^[a-z_]+$")]
    term: Annotated[str, authored("The term.", pattern="^[A-Za-z][A-Za-z_-]*$")]
    label: Annotated[str, derived("The term as words.", rule="the term without underscores", max_length=60)]
    definition: Annotated[str, authored("When the term applies.", max_length=300)]


class Crosswalk(Row):
    """How one term translates into one other scheme."""

    table: ClassVar[str] = "crosswalk"
    one_row_is: ClassVar[str] = "one code of another scheme to which one term leads, or that none fits"
    key: ClassVar[tuple[str, ...]] = ("vocabulary", "term", "scheme", "code")

    vocabulary: Annotated[str, authored("The vocabulary.", pattern="^[a-z_]+$")]
    term: Annotated[str, authored("The term.", pattern="^[A-Za-z][A-Za-z_-]*$")]
    scheme: Annotated[str, authored("The other scheme.", vocabulary="scheme")]
    code: Annotated[
        str, authored("The other scheme's code, as it writes it; `none` where nothing fits.", max_length=60)
    ]
    label: Annotated[str, authored("What the code stands for there.", max_length=100)]
    match: Annotated[str, authored("How well the two agree.", vocabulary="match")]
