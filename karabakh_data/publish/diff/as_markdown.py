"""A comparison as Markdown, to be read beside a change that is proposed or in release notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from karabakh_data.publish.diff.as_text import conclusion, counts, details
from karabakh_data.publish.diff.compare import TableDiff
from karabakh_data.publish.diff.shown import escaped, short


def lines(tables: Sequence[TableDiff]) -> Iterator[str]:
    """The lines, without line ends, as the rows come."""
    for table in tables:
        yield f"### {code(table.table)}: {counts(table)}"
        yield ""
        for change in table.columns:
            subject = f"column {code(change.column)}" if change.column else "the table"
            sides = " → ".join(code(escaped(side)) for side in (change.old, change.new) if side is not None)
            yield f"- {subject}, {change.what}: {sides}"
        for row in table.rows():
            yield f"- {row.kind} {record(row.record_id, row.title)}"
            yield from (f"  - {code(line)}" for line in details(row))
        yield ""
    yield f"{conclusion(tables).capitalize()}."


def record(record_id: str, title: str) -> str:
    """A record's id as code, with its title where that is another."""
    return code(escaped(record_id)) + ("" if title == record_id else f": {plain(short(title))}")


def code(text: str) -> str:
    """The text as code, whatever is in it."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if len(fence) > 1 or text[:1] == text[-1:] == " " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def plain(text: str) -> str:
    """The text with what Markdown or HTML would read as markup escaped."""
    return re.sub(r"([\\`*_\[\]<>&|~#])", r"\\\1", text)
