"""Every record's page says what the tables say of it: title, fields, and under each field the words and the voices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from served_page import GO

import karabakh_data as kd
from karabakh_data.model import TABLES, columns, id_of
from karabakh_data.reader.rows import title
from karabakh_data.reader.tables import reader

pytestmark = pytest.mark.browser

READ = reader(None)
# Every table of records. Terms of vocabularies, of the crosswalk and former ids stand where they are used.
SHOWN = [name for name in TABLES if name not in ("vocabulary", "crosswalk", "id_history")]

# What the page of a record says, as data.
SAID = """() => {
    const text = element => element?.textContent ?? null
    const claims = section => [...section.querySelectorAll('.claim')].map(claim => ({
        quote: text(claim.querySelector('.quotation p')),
        voice: text(claim.querySelector('.voice')),
        basis: text(claim.querySelector('.basis')),
    }))
    return {
        title: text(document.querySelector('h1')),
        address: text(document.querySelector('.kicker code')),
        fields: [...document.querySelectorAll('.claimed-fields .field')].map(field => ({
            heading: text(field.querySelector('h3')),
            disputed: field.classList.contains('field-disputed'),
            claims: claims(field),
        })),
        given: [...document.querySelectorAll('.given-fields dt')].length,
        links: [...document.querySelectorAll('.links li')].length,
        permanent: text(document.querySelector('.copy-text')),
    }
}"""


@pytest.mark.parametrize("table", SHOWN)
def test_each_record(table: str, visit: Callable[..., Any]) -> None:
    page = visit()
    model = TABLES[table]
    speakers = {row["actor_id"]: row["name"] for row in READ("actors").to_pylist()}
    claims = [claim for claim in READ("claims").to_pylist() if claim["record_table"] == table]
    for row in READ(table).to_pylist():
        record_id = id_of(model, row)
        page.evaluate(GO, f"#/{table}/{quote(record_id)}")
        said = page.evaluate(SAID)

        on = [claim for claim in claims if claim["record_id"] == record_id]
        fields = [one.name for one in columns(model) if any(claim["field"] == one.name for claim in on)]
        assert said["title"] == title(READ, table, row), record_id
        assert said["address"] == f"{table}/{record_id}"
        assert said["permanent"] == f"#/{table}/{quote(record_id)}"
        assert [field["heading"].partition(":")[0] for field in said["fields"]] == [_called(name) for name in fields]
        for name, field in zip(fields, said["fields"], strict=True):
            here = [claim for claim in on if claim["field"] == name]
            assert Counter(claim["quote"] for claim in field["claims"]) == Counter(claim["quote"] for claim in here)
            assert field["disputed"] == any(claim["in_conflict"] for claim in here)
            for claim in here:
                assert any(_shows(shown, claim, speakers) for shown in field["claims"]), (record_id, name, claim)
        nulls = sum(row[one.name] is None and one.name not in fields for one in columns(model))
        assert said["given"] == len(columns(model)) - len(fields) - nulls


def _called(name: str) -> str:
    return name.removesuffix("_id").removesuffix("_edtf").replace("_", " ")


def _shows(shown: dict[str, str | None], claim: dict[str, Any], speakers: dict[str, str]) -> bool:
    voice, basis = shown["voice"] or "", shown["basis"] or ""
    speaker = speakers[claim["attributed_to"]] if claim["attributed_to"] else "in its own voice"
    return (
        shown["quote"] == claim["quote"]
        and voice.startswith(speaker)
        and claim["source_id"] in voice
        and (claim["stance"] == "asserts" or claim["stance"] in voice)
        and (claim["basis"] == "stated" or claim["basis"] in basis)
        and (claim["note"] or "") in basis
    )


def test_an_events_page_lists_all_that_hangs_on_it(visit: Callable[..., Any]) -> None:
    page = visit()
    linked = {
        "Who has a part in it": ("event_actors", "event_id"),
        "What it is about": ("event_topics", "event_id"),
        "Losses": ("casualties", "event_id"),
        "Its parts": ("events", "part_of"),
        "Terms of agreements on which it bears": ("clause_events", "event_id"),
    }
    for event in READ("events").column("event_id").to_pylist():
        page.evaluate(GO, f"#/events/{event}")
        for more in page.locator(".links .more").all():
            more.click()
        for heading, (table, column) in linked.items():
            rows = READ(table).column(column).to_pylist().count(event)
            group = page.locator(".links", has=page.get_by_role("heading", name=heading, exact=True))
            assert group.locator("li").count() == rows, (event, heading)


def test_an_id_of_an_earlier_release_leads_on(visit: Callable[..., Any]) -> None:
    assert kd.load("id_history").num_rows == 0, "records were renamed: hold this page against the table"
    assert visit("#/events/never-there").inner_text("h1") == "Not here"
