"""Whether each article was coded a second time, apart from the first: what is not says so until it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from karabakh_data.check.report import Failure, gathered
from karabakh_data.check.rules.rule import Requirement

CODERS = ("first", "second")

CODED_ONCE = Requirement(
    name="it was coded once; let somebody code it again from the text and the manual alone",
    table="sources",
    columns=("source_id",),
    severity="warning",
)
REQUIREMENTS = (CODED_ONCE,)


def coded_once(source_ids: Iterable[str], root: Path) -> dict[str, str]:
    """The articles of which the checkout has not both codings, each with the file that is missing first."""
    found = {}
    for source_id in source_ids:
        files = [f"coding/{coder}/{source_id}.toml" for coder in CODERS]
        missing = [file for file in files if not (root / file).is_file()]
        if missing:
            found[source_id] = missing[-1]
    return found


def second_coding_failures(sources: pa.Table, root: Path, max_examples: int = 10) -> list[Failure]:
    """The articles that were coded once only. The failure, which is a warning, has at most `max_examples` examples."""

    def findings() -> Iterator[tuple[Requirement, dict[str, str]]]:
        for source_id, missing in coded_once(sources["source_id"].to_pylist(), root).items():
            yield CODED_ONCE, {"source_id": source_id, "missing": missing}

    return gathered(findings(), REQUIREMENTS, max_examples)
