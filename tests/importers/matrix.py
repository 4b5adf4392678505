"""The importer matrix: what the tests saw of each tool, and the document that is made from it.

python tests/importers/matrix.py   # docs/importers.md, from what the last run of the tests saw
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEN = ROOT / "build" / "importers.json"
DOCUMENT = ROOT / "docs" / "importers.md"

HEAD = """\
# Importers

What each tool has of the published tables when it reads them as its users would. `make test-all` takes the archive of a
release and compares every cell of every table in every tool with what is published. A loss that is not listed fails it,
and so does one that is listed and no longer occurs. This page is made from what was seen there.

"""

TAIL = """
- **Form**: the published Parquet files, the `datapackage.json` that describes them, or what `karabakh-data export`
  writes in that [format](exports.md).
- **Tables**: of the two forms for maps, the rows that have a point.
- **What is lost**: what is otherwise than it was published, in all cells of that type. Whole numbers are int32, numbers
  float64. JavaScript and spreadsheets have one type for both, in which 5 and 5.0 are the same.
- From texts in CSV files one leading apostrophe is taken off, as their `datapackage.json` says; `csvw` has none.
- No version stands where Debian decides it.
"""


@dataclass(frozen=True, slots=True)
class Observation:
    """What was seen of one tool with one form of the tables; `tables` is None for all of them."""

    tool: str
    version: str | None
    form: str
    how: str
    tables: list[str] | None
    lost: list[str]


def document(observations: Sequence[Observation]) -> str:
    """The document."""
    header = ("tool", "version", "form", "how it is read", "tables", "what is lost")
    rows = [header, ("---",) * len(header), *(_cells(one) for one in observations)]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows) + TAIL


def _cells(seen: Observation) -> tuple[str, ...]:
    tables = "all" if seen.tables is None else ", ".join(f"`{name}`" for name in seen.tables)
    form = seen.form if seen.form[0].isupper() else f"`{seen.form}`"
    return (seen.tool, seen.version or "", form, seen.how, tables, "; ".join(seen.lost) or "nothing")


def keep(observations: Sequence[Observation]) -> None:
    """Writes down what was seen, for `python tests/importers/matrix.py`."""
    SEEN.parent.mkdir(exist_ok=True)
    SEEN.write_text(json.dumps([asdict(one) for one in observations], indent=1), encoding="utf-8")


if __name__ == "__main__":
    DOCUMENT.write_text(document([Observation(**one) for one in json.loads(SEEN.read_bytes())]), encoding="utf-8")
