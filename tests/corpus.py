"""A small invented corpus for tests: two articles that disagree, coded, resolved and written as a package is.

`build(root)` lays out root/raw/<source_id>/article.txt and root/karabakh_data/data/*.parquet, and returns the latter
folder. An id that is in two tables (`zenda-handover`), a date and a figure in dispute, an accusation, a denial, and
the same town under three names are in it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.extract.extraction import extract_article
from karabakh_data.extract.text import Code, Text
from karabakh_data.model import TABLES, Claim, Crosswalk, Mention, Passage, columns
from karabakh_data.model.arrow import to_arrow
from karabakh_data.resolve import resolve

FIRST, SECOND = "courier-2020-11-16", "herald-2020-12-02"

ARTICLES = {
    FIRST: """Zenda handed over
Ruritania says that Northland
handed over Zenda on November 15. Seven soldiers died, Ruritania says.
Under the truce Northland had to leave Zenda by November 15.
Read more in our archive.
""",
    SECOND: """The Herald
In Tsenda, as Northland calls the town, troops of Ruritania arrived on November 25.
A paper counts eight dead soldiers. Northland denies that anybody died.
""",
}


def first(text: Text) -> None:
    """The coding of the first article."""
    text.names("actors/ruritania", "Ruritania")
    text.names("actors/northland", "Northland")
    text.names("places/zenda", "Zenda")

    s = text.headline("Zenda handed over")
    s.source.title("Zenda handed over")
    handover = s.event("zenda-handover")
    handover.status("occurred", "Zenda handed over")
    handover.place("zenda", "Zenda handed over")

    s = text.sentence("Ruritania says that … November 15.")
    handover = s.event("zenda-handover")
    handover.actor("northland", "Northland")
    handover.recipient("ruritania", "Ruritania")
    s.said_by("ruritania").event("zenda-handover").date("2020-11-15", "on November 15", derived="year of publication")

    s = text.sentence("Seven soldiers … Ruritania says.")
    dead = s.said_by("ruritania").casualty("zenda-dead")
    dead.event("zenda-handover", "Seven soldiers died", judged="they stand together")
    dead.best(7, "Seven")
    dead.measure("killed", "soldiers died")
    dead.victim_class("military", "soldiers died")
    statement = s.event("ruritania-on-deaths")
    statement.status("occurred", "Ruritania says")
    statement.speaker("ruritania", "Ruritania")
    statement.about(dead, "Seven soldiers died")

    s = text.sentence("Under the truce … by November 15.")
    s.agreement("truce-2020").concluded_by("truce", "the truce", derived="the truce is what was concluded")
    s.event("truce").status("occurred", "the truce")
    clause = s.clause("zenda-handover")
    clause.agreement("truce-2020", "Under the truce")
    clause.modality("obligation", "Under the truce")
    clause.due("2020-11-15", "by November 15", derived="year of publication")
    clause.place("zenda", "by November 15", derived="year of publication")
    clause.obligor("northland", "Northland had to leave")

    text.boilerplate("Read more in our archive.")


def second(text: Text) -> None:
    """The coding of the second article."""
    text.names("actors/ruritania", "Ruritania")
    text.names("actors/northland", "Northland")
    text.names("places/zenda", "Tsenda")

    s = text.byline("The Herald")
    s.source.publisher("The Herald")

    s = text.sentence("In Tsenda … November 25.")
    s.mention("the town", "places/zenda")
    handover = s.event("zenda-handover")
    handover.status("occurred", "troops of Ruritania arrived", derived="2020")
    handover.date("2020-11-25", "troops of Ruritania arrived", derived="2020")
    s.clause("zenda-handover").outcome("late", handover, "on November 25", derived="due on November 15")

    s = text.sentence("A paper … dead soldiers.")
    dead = s.casualty("zenda-dead")
    dead.best(8, "eight dead soldiers")
    dead.event("zenda-handover", "eight dead soldiers")
    dead.measure("killed", "eight dead soldiers")
    dead.victim_class("military", "eight dead soldiers")

    s = text.sentence("Northland denies … died.")
    denial = s.event("northland-denial")
    denial.status("occurred", "Northland denies")
    denial.speaker("northland", "Northland")
    denial.about("casualties/zenda-dead", "anybody died")
    s.said_by("northland").casualty("zenda-dead").measure("killed", "anybody died", denies=True)


CODING: dict[str, Code] = {FIRST: first, SECOND: second}

IDENTITIES: dict[str, dict[str, dict[str, Any]]] = {
    "events": {
        "zenda-handover": {"event_type": "handover", "title": "Handover of Zenda"},
        "truce": {"event_type": "ceasefire", "title": "Truce"},
        "ruritania-on-deaths": {"event_type": "statement", "title": "Ruritania gives a number of dead"},
        "northland-denial": {"event_type": "denial", "title": "Northland denies deaths"},
    },
    "actors": {
        "ruritania": {"name": "Ruritania", "actor_type": "state", "description": "A kingdom."},
        "northland": {"name": "Northland", "actor_type": "state", "description": "A neighbour."},
    },
    "casualties": {"zenda-dead": {}},
    "clauses": {"zenda-handover": {"provision": "territorial_handover", "summary": "Northland hands over Zenda"}},
    "places": {"zenda": {"name": "Zenda", "place_type": "town", "description": "A town."}},
    "agreements": {"truce-2020": {"agreement_type": "ceasefire", "title": "Truce of 2020", "description": "A truce."}},
}

CROSSWALK = [
    Crosswalk(vocabulary="event_type", term="handover", scheme="CAMEO", code="none", label="nothing fits", match="none")
]


def registers() -> dict[str, dict[str, dict[str, Any]]]:
    """The identities as registers give them: with each authored and reference column, null where it is not given."""
    return {
        table: {
            record_id: {
                column.name: entry.get(column.name) for column in columns(TABLES[table], "authored", "reference")
            }
            | {TABLES[table].key[0]: record_id}
            for record_id, entry in entries.items()
        }
        for table, entries in IDENTITIES.items()
    }


def write_raw(raw: Path) -> None:
    """The articles as folders of `raw/`."""
    for source_id, text in ARTICLES.items():
        folder = raw / source_id
        folder.mkdir(parents=True)
        (folder / "article.txt").write_bytes(text.encode())
        lines = [
            'title = "Zenda handed over"' if source_id == FIRST else 'publisher = "The Herald"',
            'language = "en"',
            f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"',
            'rights = "Invented for tests."',
            'framing = "None."',
        ]
        (folder / "source.toml").write_text("\n".join(lines), encoding="utf-8")


def tables(raw: Path) -> dict[str, pa.Table]:
    """All tables, resolved from the articles in the folder."""
    known = registers()
    drawn = [extract_article(raw / source_id, code, known) for source_id, code in CODING.items()]
    rows = {
        "passages": to_arrow(Passage, (passage for one in drawn for passage in one.passages)),
        "claims": to_arrow(Claim, (claim for one in drawn for claim in one.claims)),
        "mentions": to_arrow(Mention, (mention for one in drawn for mention in one.mentions)),
    }
    return resolve({**known, "sources": {one.source["source_id"]: one.source for one in drawn}}, rows, CROSSWALK)


def build(root: Path) -> Path:
    """The corpus below `root`; returns the folder of the Parquet files."""
    write_raw(root / "raw")
    data = root / "karabakh_data" / "data"
    data.mkdir(parents=True)
    for name, table in tables(root / "raw").items():
        pq.write_table(table, data / f"{name}.parquet")
    return data
