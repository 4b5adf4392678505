"""A comparison as one JSON object, in pieces as the rows come. Letters beyond ASCII are written as code points."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from karabakh_data.publish.diff.cells import Value
from karabakh_data.publish.diff.changed_rows import Cells, RowChange
from karabakh_data.publish.diff.compare import TableDiff
from karabakh_data.publish.diff.version_part import part_of_version


def lines(tables: Sequence[TableDiff]) -> Iterator[str]:
    """The lines of the object, without line ends: one for each row, so that it can be read as it comes."""
    yield f'{{"asks_for": {json.dumps(part_of_version(tables))}, "tables": ['
    for at, table in enumerate(tables):
        head = json.dumps(
            {
                "table": table.table,
                "only_on": table.only_on,
                "added": table.added,
                "removed": table.removed,
                "changed": table.changed,
                "columns": [
                    {"column": one.column, "what": one.what, "old": one.old, "new": one.new} for one in table.columns
                ],
            }
        )
        yield f'{"," if at else ""}{head[:-1]}, "rows": ['
        for place, row in enumerate(table.rows()):
            yield f"{',' if place else ''}{json.dumps(as_data(row), allow_nan=False)}"
        yield "]}"
    yield "]}"


def as_data(row: RowChange) -> dict[str, Any]:
    """A row as plain data: of a changed one the cells that differ, of any other and of claims all cells."""
    data: dict[str, Any] = {"kind": row.kind, "id": row.record_id, "title": row.title}
    if row.kind == "changed":
        data["cells"] = [{"column": cell.column, "old": _cell(cell.old), "new": _cell(cell.new)} for cell in row.cells]
    else:
        data["row"] = _row(row.latest)
    if row.claims:
        claims = (as_data(claim) | {"row": _row(claim.latest), "speaker": claim.speaker} for claim in row.claims)
        data["claims"] = list(claims)
    return data


def _row(cells: Cells) -> dict[str, Any]:
    return {name: _cell(value) for name, value in cells.items()}


def _cell(value: Value | None) -> Any:
    """The cell itself; of one that is too long, its beginning, length and hash."""
    if value is None:
        return None
    return {"text": value.text, "length": value.length, "sha256": value.sha256} if value.cut else value.plain()
