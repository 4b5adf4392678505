"""The smallest corpus that has a row in every table and breaks no rule, and its way to Parquet.

Every coded cell gets one claim, all of them on the same words: the rules ask where a claim lies, not what it says.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.model import TABLES, columns, edtf, id_of
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.model.vocabularies import VOCABULARIES, label

Row = dict[str, Any]
Tables = dict[str, list[Row]]

QUOTE = "seven civilians"


def tables() -> Tables:
    """A fresh corpus: rows of every table as dicts, to be broken at will."""
    made: Tables = {name: [] for name in TABLES}

    def add(table: str, **cells: Any) -> Row:
        row = {column.name: None for column in columns(TABLES[table])} | cells
        made[table].append(row)
        return row

    for source in ("first", "second"):
        add(
            "sources",
            **{"source_id": source, "title": "A title", "language": "en", "published_edtf": "2020-12-01"},
            **{"published_basis": "stated", "raw_path": f"raw/{source}/article.txt", "sha256": "0" * 64},
            **{"url": "https://example.org/a", "char_count": 100, "rights": "Theirs.", "framing": "None."},
        )
        add("passages", **_passage(source, 1, 0, 20, "byline"), disposition="no_fact", reason="Only a name.")
        add("passages", **_passage(source, 2, 21, 100, "sentence"), disposition="coded")
    add("actors", actor_id="state", name="State", actor_type="state", iso3="ARM", description="A state.")
    add("actors", actor_id="force", name="Force", actor_type="armed_force", part_of="state", description="Its army.")
    add("places", place_id="land", name="Land", place_type="country", description="A country.")
    add(
        "places",
        **{"place_id": "town", "name": "Town", "place_type": "town", "part_of": "land", "latitude": 40.0},
        **{"longitude": 46.0, "description": "A town."},
    )
    _event(add, "war", "war", "2020-09-27/2020-11-09", status="occurred")
    _event(add, "clash", "armed_clash", "2020-10-17", status="occurred", part_of="war", place_id="town", where_prec=1)
    _event(add, "truce", "agreement", "2020-11-09", status="occurred")
    _event(add, "handover", "handover", "2020-11-25", status="occurred")
    _event(add, "complaint", "accusation", "2020-11", status="alleged")
    add("agreements", agreement_id="pact", title="Pact", agreement_type="ceasefire", description="The pact.")
    made["agreements"][0]["concluded_by"] = "truce"
    add(
        "clauses",
        **{"clause_id": "land-by-15", "agreement_id": "pact", "provision": "territorial_handover"},
        **{"summary": "Land passes.", "modality": "obligation", "due_edtf": "2020-11-15", "place_id": "land"},
        **{"due_date": date(2020, 11, 15), "quantity": 1, "unit": "districts"},
    )
    add("casualties", casualty_id="killed", event_id="clash", measure="killed", victim_class="total", best=10)
    add(
        "casualties",
        **{"casualty_id": "killed-civilians", "event_id": "clash", "measure": "killed", "low": 5, "best": 7},
        **{"high": 9, "victim_class": "civilian", "side_id": "state", "reported_by": "force"},
        **{"as_of_edtf": "2020-10-18", "subset_of": "killed", "wording": "some seven"},
    )
    add("event_actors", event_id="clash", actor_id="force", role="actor")
    add("event_topics", event_id="complaint", record_table="events", record_id="clash")
    add("clause_actors", clause_id="land-by-15", actor_id="state", role="obligor")
    add("clause_events", clause_id="land-by-15", event_id="handover", outcome="late", days_late=10)
    for number, (kind, entity) in enumerate((("actors", "state"), ("places", "town"))):
        add(
            "mentions",
            **{"mention_id": f"m-{number}", "source_id": "first", "char_start": 30, "char_end": 35},
            **{"surface": "Thing", "entity_table": kind, "entity_id": entity},
        )
    for vocabulary in VOCABULARIES.values():
        for term, definition in vocabulary.terms.items():
            add("vocabulary", vocabulary=vocabulary.name, term=term, label=label(term), definition=definition)
    crosswalk = {"vocabulary": "event_type", "term": "war", "scheme": "ACLED"}
    add("crosswalk", **crosswalk, code="none", label="Nothing fits", match="none")
    add("crosswalk", **(crosswalk | {"scheme": "CAMEO"}), code="19", label="Fight", match="close")
    for table, model in TABLES.items():
        coded = [column.name for column in columns(model, "coded")]
        for row in made[table]:
            made["claims"] += [claim(table, row, name) for name in coded if row[name] is not None]
    made["claims"].append(claim("events", row_of(made, "events", "truce"), "status", source="second"))
    for event in made["events"]:
        count_claims(made, event)
    return made


def claim(table: str, record: Row, field: str, value: str | None = None, source: str = "first", **cells: Any) -> Row:
    """A claim on a field of a record, by default that it has the value that it has."""
    text = str(record[field]) if value is None else value
    record_id = id_of(TABLES[table], record)
    words = {"source_id": source, "passage_id": f"{source}-2", "char_start": 40, "char_end": 40 + len(QUOTE)}
    return {
        **{
            "claim_id": f"{source}-{len(repr((table, record_id, field, text, cells)))}-{_slug(table, record_id, field)}"
        },
        **{"record_table": table, "record_id": record_id, "field": field, "value": text, **words, "quote": QUOTE},
        **{"attributed_to": None, "stance": "asserts", "basis": "stated"},
        **{"in_conflict": False, "note": None, **cells},
    }


def count_claims(made: Tables, event: Row) -> None:
    """Set an event's counts to what its claims are."""
    own = [c for c in made["claims"] if c["record_table"] == "events" and c["record_id"] == event["event_id"]]
    event.update(claim_count=len(own), source_count=len({c["source_id"] for c in own}))


def row_of(made: Tables, table: str, record_id: str) -> Row:
    """The row with that id."""
    return next(row for row in made[table] if id_of(TABLES[table], row) == record_id)


def write(made: Tables, folder: Path, only: Iterable[str] = TABLES) -> dict[str, tuple[Path]]:
    """Write these tables as Parquet files, broken rows and all. Returns the file of each."""
    files = {}
    for table in only:
        # Not null is what the rules are to find, so Arrow must not.
        schema = pa.schema([field.with_nullable(True) for field in arrow_schema(TABLES[table])])
        pq.write_table(pa.Table.from_pylist(made[table], schema=schema), folder / f"{table}.parquet")
        files[table] = (folder / f"{table}.parquet",)
    return files


def _passage(source: str, seq: int, start: int, end: int, role: str) -> Row:
    return {
        **{"passage_id": f"{source}-{seq}", "source_id": source, "seq": seq},
        **{"char_start": start, "char_end": end, "role": role},
    }


def _event(add: Any, event_id: str, event_type: str, date_edtf: str, **cells: Any) -> None:
    when = edtf.parse(date_edtf)
    add(
        "events",
        **{"event_id": event_id, "event_type": event_type, "title": event_id.capitalize(), "disputed": False},
        **{"event_class": "speech" if event_type == "accusation" else "act", "date_edtf": date_edtf},
        **{"date_start": when.earliest, "date_end": when.latest, "date_prec": edtf.precision(when)},
        **cells,
    )


def _slug(*parts: str) -> str:
    return "-".join(parts).replace("_", "-").replace("/", "-")
