"""What records are called, on the side that has them: looked up for a batch of rows, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa

from karabakh_data.model import TABLES, columns
from karabakh_data.model.row import SEPARATOR
from karabakh_data.publish.diff.cells import LONGEST, Value
from karabakh_data.publish.diff.views import Views
from karabakh_data.reader.rows import TITLES, Row, name_of, title

Reference = tuple[str, str]


class Titles:
    """The names of these rows of a table, and of what they point to; the new side's, or the old's where it is gone."""

    def __init__(self, views: Views, table: str, rows: Iterable[Mapping[str, Value | None]]) -> None:
        self._views = views
        self._known: dict[str, dict[str, Row]] = {}
        wanted = {reference for row in rows for reference in _references(table, _as_row(table, row))}
        while wanted:
            wanted = self._fetch(wanted)
        self._tables = {
            name: pa.Table.from_pylist(
                list(self._known.get(name, {}).values()), pa.schema([(one.name, pa.string()) for one in columns(model)])
            )
            for name, model in TABLES.items()
        }

    def title(self, table: str, row: Mapping[str, Value | None]) -> str:
        """What a row is called; see `karabakh_data.reader.rows.title`."""
        return title(self._tables.__getitem__, table, _as_row(table, row))

    def speaker(self, claim: Mapping[str, Value | None]) -> str | None:
        """The name of the actor in whose mouth a claim is put; None where the article speaks itself."""
        actor = _as_row("claims", claim)["attributed_to"]
        return None if actor is None else name_of(self._tables.__getitem__, "actors", actor) or actor

    def _fetch(self, wanted: set[Reference]) -> set[Reference]:
        """Look these up; what they point to themselves is the result, as far as it is not known yet."""
        found: list[tuple[str, Row]] = []
        for table in {name for name, _ in wanted}:
            ids = {record_id for name, record_id in wanted if name == table}
            known = self._known.setdefault(table, {})
            for side in ("new", "old"):
                missing = ids - known.keys()
                if missing and self._views.has(side, table):
                    known |= self._rows(side, table, missing)
            found += [(table, known[record_id]) for record_id in ids & known.keys()]
        return {
            (name, record_id)
            for table, row in found
            for name, record_id in _references(table, row)
            if record_id not in self._known.get(name, {}) and (name, record_id) not in wanted
        }

    def _rows(self, side: str, table: str, ids: set[str]) -> dict[str, Row]:
        names = [one.name for one in columns(TABLES[table]) if one.name in self._views.types(side, table)]
        cells = {name: f"left({self._views.text(side, table, name)}, {LONGEST})" for name in names}
        key = f" || '{SEPARATOR}' || ".join(f"k{at}" for at in range(len(TABLES[table].key)))
        with self._views.con.cursor() as cursor:
            query = f"SELECT {key}, * FROM ({self._views.keyed(side, table, cells)}) WHERE {key} IN (SELECT unnest($1))"
            rows = cursor.execute(query, [sorted(ids)]).fetchall()
        blank = dict.fromkeys(one.name for one in columns(TABLES[table]))
        skipped = 1 + len(TABLES[table].key)
        return {row[0]: blank | dict(zip(names, row[skipped:], strict=True)) for row in rows}


def _references(table: str, row: Row) -> Iterator[Reference]:
    """What the name of a row is made of: the records that a link joins, and who speaks in a claim."""
    if table == "claims":
        if row["attributed_to"]:
            yield "actors", row["attributed_to"]
    elif table not in TITLES and len(TABLES[table].key) > 1:
        for column in columns(TABLES[table]):
            referred = (column.definition.references or "").partition(".")[0]
            if column.name == "record_id":
                referred = row["record_table"]
            if column.name in TABLES[table].key and referred in TABLES and row[column.name]:
                yield referred, row[column.name]


def _as_row(table: str, cells: Mapping[str, Value | None]) -> Row:
    """The row as texts, null in columns that its side does not have."""
    blank: Row = dict.fromkeys(one.name for one in columns(TABLES[table]))
    return blank | {name: cell.text if cell else None for name, cell in cells.items() if name in blank}
