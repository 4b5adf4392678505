"""An address that asks for what there is not: the page says what is wrong, leaves it out, and goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

TIME = "takes a day, month or year"
WRONG = [
    *(
        (f"since={time}", f"“since” {TIME}")
        for time in ("2020-02-31", "0000", "0000-01-01", "2021-02-29", "2020-13", "2020-1", "2020-11-00", "20201120")
    ),
    *((f"until={time}", f"“until” {TIME}") for time in ("2021-04-31", "yesterday", "2020-11/2020-12", "../2020")),
    ("since=2021&until=2020-12", "“since” is after “until”"),
    ("since=2020&since=2021", "“since” can be asked once"),
    ("source=nowhere", "There is no such article"),
    ("actor=nobody", "There is no such actor"),
    ("place=__proto__", "There is no such place"),
    ("place=nagorno%20karabakh", "There is no such place"),
    ("type=party", "There is no such type of event"),
    ("status=constructor", "There is no such status"),
    ("status=%E0%A4%A", "There is no such status"),
    ("stauts=alleged", "There is no such filter"),
    ("alone=maybe", "“alone” takes “yes”"),
]
VIEWS = [
    "",
    "timeline",
    "terms",
    "losses",
    "map",
    "voices",
    "articles",
    "search",
    "events",
    "events/lachin-handover-2020",
]


def said(page: Any) -> str:
    return str(page.locator(".unheeded").inner_text())


@pytest.mark.parametrize(("asked", "why"), WRONG)
def test_what_cannot_be_asked_is_named_and_left_out(visit: Visit, asked: str, why: str) -> None:
    page = visit(f"#/events?{asked}")
    name, _, written = asked.rpartition("&")[2].partition("=")
    assert why in said(page)
    if "%E0" not in asked and name != "stauts":
        assert unquote(written) in said(page)
    rows = kd.events(since="2020").num_rows if asked.count("since") == 2 else kd.events().num_rows
    assert page.locator("button.download").inner_text() == f"Download CSV ({rows:,} rows)"


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_lost_over_it(visit: Visit, view: str) -> None:
    page = visit(f"#/{view}?since=2020-02-31&until=0000&source=nowhere&type=%ff&status=alleged")
    assert said(page).count("\n") >= 4
    assert page.locator("main h1").inner_text()
    page.wait_for_load_state("networkidle")  # the map has its outlines
    shown = page.evaluate("document.querySelector('main').innerText")
    page.goto(f"{page.url.split('#')[0]}#/{view}?status=alleged")
    page.wait_for_function("document.querySelector('.unheeded').innerText === ''")
    page.wait_for_function("shown => document.querySelector('main').innerText === shown", arg=shown)


def test_the_rest_is_asked_and_links_leave_it_out(visit: Visit) -> None:
    page = visit("#/events?since=2020-02-31&status=alleged&status=done")
    assert page.locator("button.download").inner_text() == f"Download CSV ({kd.events(status='alleged').num_rows} rows)"
    assert page.locator(".chips li").count() == 2
    page.get_by_role("link", name="Timeline", exact=True).click()
    page.wait_for_url("**#/timeline?status=alleged")
    page.wait_for_function("document.querySelector('.unheeded').innerText === ''")


def test_of_a_great_deal_the_first_is_named(visit: Visit) -> None:
    page = visit(f"#/timeline?{'&'.join(f'place=nowhere-{at}' for at in range(40))}&actor={'x' * 5_000}")
    assert "and 36 more" in said(page)
    assert len(said(page)) < 1_000


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("#/time-line", "Nothing is at this address"),
        ("#/timeline/", "Nothing is at this address"),
        ("#/__proto__/x", "Nothing is at this address"),
        ("#/%", "Nothing is at this address"),
        ("#/events/%E0%A4%A", "Not here"),
        ("#/events/constructor", "Not here"),
        ("#/claims/x/y/z", "Not here"),
        ("#/event_actors/x", "Not here"),
    ],
)
def test_no_view_or_record_of_that_name(visit: Visit, path: str, heading: str) -> None:
    page = visit(path)
    assert page.inner_text("h1") == heading
    page.get_by_role("link", name="Timeline", exact=True).click()
    page.wait_for_selector(".timeline h1")


@pytest.mark.parametrize("written", ["2020-02-31", "0000", "soon"])
def test_a_day_that_is_none_is_refused_where_it_is_typed(visit: Visit, written: str) -> None:
    page = visit("#/timeline")
    field = page.get_by_label("Since", exact=True)
    field.fill(written)
    field.press("Enter")
    assert "A year, month or day is meant" in field.evaluate("field => field.validationMessage")
    assert page.url.endswith("#/timeline")
