"""`list`: which tables there are, and the records of one of them."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from karabakh_data.cli.terminal import print_table

# Beside key and name, what a terminal shows of a record where its table has it.
TELLING = ("status", "date_edtf", "due_date", "place_id", "place", "point_of")

# Of tables whose records have no name, what tells them apart.
NAMELESS = {
    "casualties": ("casualty_id", "measure", "low", "best", "high", "wording", "side_id", "reported_by"),
    "claims": ("claim_id", "record_id", "field", "value", "attributed_to", "quote"),
    "clause_events": ("clause_id", "event_id", "outcome", "days_late"),
    "passages": ("passage_id", "role", "disposition", "reason"),
}


def list_(
    table: Annotated[
        str | None, typer.Argument(help="A table, or timeline; without it, which tables there are.")
    ] = None,
    actor: Annotated[list[str] | None, typer.Option(metavar="ID", help="What this actor has a part in.")] = None,
    place: Annotated[list[str] | None, typer.Option(metavar="ID", help="There, or in what lies in it.")] = None,
    kind: Annotated[list[str] | None, typer.Option("--type", metavar="TERM", help="Of this type.")] = None,
    status: Annotated[list[str] | None, typer.Option(metavar="TERM", help="Of this status.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Perhaps on this day, month or year or later.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Perhaps on it or before.")] = None,
    source: Annotated[list[str] | None, typer.Option(metavar="ID", help="What this article makes claims on.")] = None,
) -> None:
    """List the tables, or the records of one; all of what is asked must hold, of an option given twice one.

    Prints some columns in a terminal, and elsewhere all of them as CSV.
    """
    from karabakh_data.errors import UnknownName
    from karabakh_data.reader.each_table import timeline
    from karabakh_data.reader.tables import load

    asked = {"actor": actor, "place": place, "type": kind, "status": status, "source": source}
    given: dict[str, Any] = {name: value for name, value in {**asked, "since": since, "until": until}.items() if value}
    if table is None:
        if given:
            raise UnknownName(f"--{next(iter(given))} asks for records: name their table, such as events")
        _print_tables()
    elif table == "timeline":
        joined = timeline(**given)
        print_table(joined, ("date_edtf", "title", "status", "place", "quote", "event_id"))
    else:
        rows = load(table, **given)
        print_table(rows, _shown(table, rows.column_names))


def _print_tables() -> None:
    import pyarrow as pa

    from karabakh_data.reader.each_table import TABLE_NAMES
    from karabakh_data.reader.tables import load

    tables = [load(name) for name in TABLE_NAMES]
    listed = {
        "table": TABLE_NAMES,
        "rows": [table.num_rows for table in tables],
        "one_row_is": [table.schema.metadata[b"description"].decode() for table in tables],
    }
    print_table(pa.table(listed))


def _shown(table: str, names: list[str]) -> list[str]:
    """The columns that tell one record from another: the first five where none is known to."""
    from karabakh_data.reader.each_filter import KEYS
    from karabakh_data.reader.rows import TITLES

    if table in NAMELESS:
        return list(NAMELESS[table])
    telling = [name for name in names if name in TELLING or name.endswith("_type")]
    title = [TITLES[table]] if table in TITLES else []
    return list(dict.fromkeys([*KEYS[table], *title, *telling])) if title else names[:5]
