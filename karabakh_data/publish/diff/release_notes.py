"""What a release says of its data: the part of the changelog that is made from the tables themselves.

The tables of the last release stay in the repository, in the folder `released`. They are the same bytes as that
release held under `karabakh_data/data`, which git keeps once; so any checkout, with its history or without, can say
what changed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from karabakh_data.check.package.files import locate
from karabakh_data.check.package.requirements import row_counts
from karabakh_data.model import TABLES
from karabakh_data.publish.diff.as_markdown import code, record
from karabakh_data.publish.diff.as_text import conclusion, counts
from karabakh_data.publish.diff.compare import TableDiff, compare

# As wide as the changelog is written.
_WIDTH = 120

# Where the tables of the last release lie in a checkout.
RELEASED = "released"

# Whose records are named one by one. Links, passages, claims and mentions follow from these, and are counted.
_NAMED = ("events", "actors", "casualties", "clauses", "sources", "places", "agreements")


def data_changes(old: Path | None, new: Path) -> str:
    """What changed in the data between two packages, as a Markdown list; without an old one, how many rows there are.

    Raises what `compare` raises.
    """
    if old is None:
        rows = {name: sum(row_counts(files)) for name, files in locate(new).tables.items()}
        listed = [f"{count:,} in {code(name)}" for name, count in rows.items()]
        told = f"- First release: {sum(rows.values()):,} rows, {', '.join(listed[:-1])} and {listed[-1]}."
        return textwrap.fill(told, width=_WIDTH, subsequent_indent="  ") + "\n"
    with compare(old, new) as tables:
        return "".join(f"{line}\n" for line in _lines(tables))


def release_of(package: Path) -> str | None:
    """The version that the files of a package say they are of; None if they do not say, or not the same."""
    files = [file.path for table in locate(package).tables.values() for file in table]
    said = {(pq.read_schema(file).metadata or {}).get(b"dataset_version") for file in files}
    version = said.pop() if len(said) == 1 else None
    return None if version is None else version.decode()


def _lines(tables: list[TableDiff]) -> Iterator[str]:
    if not tables:
        yield "- No difference to the last release."
        return
    yield f"- Against the last release, this {conclusion(tables)}."
    for table in sorted(tables, key=lambda one: list(TABLES).index(one.table)):
        yield f"- {code(table.table)}: {counts(table)}."
        for change in table.columns:
            subject = f"column {code(change.column)}" if change.column else "the table"
            yield f"  - {subject}: {change.what}"
        for row in table.rows() if table.table in _NAMED else ():
            fields = f" ({', '.join(code(cell.column) for cell in row.cells)})" if row.kind == "changed" else ""
            yield f"  - {row.kind} {record(row.record_id, row.title)}{fields}"
