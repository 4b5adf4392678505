"""The page in a browser: it reads the tables, leads to each record by its address, and says nothing in its console."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

HANDOVER = "#/events/kalbajar-handover-2020"


def test_a_record_shows_its_title_and_the_words_of_each_of_its_claims(visit: Callable[..., Any]) -> None:
    page = visit(HANDOVER)
    said = page.inner_text("main")

    event = next(row for row in kd.events().to_pylist() if row["event_id"] == "kalbajar-handover-2020")
    claims = [row for row in kd.load("claims").to_pylist() if row["record_id"] == "kalbajar-handover-2020"]
    assert page.inner_text("h1") == event["title"]
    assert len(claims) == event["claim_count"]
    assert [claim["quote"] for claim in claims if claim["quote"] not in said] == []


def test_a_link_leads_to_another_record_and_back_returns(visit: Callable[..., Any]) -> None:
    page = visit(HANDOVER)
    page.get_by_role("main").get_by_role("link", name="Kalbajar district", exact=True).first.click()
    page.wait_for_selector("h1 :text-is('Kalbajar district')")
    assert page.url.endswith("#/places/kalbajar-district")
    assert page.evaluate("document.activeElement.tagName") == "H1"

    page.go_back()
    page.wait_for_selector("h1 :text-is('Handover of Kalbajar district to Azerbaijan')")


@pytest.mark.parametrize("path", ["#/events/no-such-event", "#/nowhere/at/all", "#/%E0%A4%A"])
def test_what_is_not_there_says_so(visit: Callable[..., Any], path: str) -> None:
    assert visit(path).inner_text("h1") in ("Not here", "Nothing is at this address")


def test_a_record_is_shown_as_some_articles_alone_would_have_it(visit: Callable[..., Any]) -> None:
    asked = "?source=trend-2020-11-26&source=obct-2023-09-20&alone=yes"
    sources = ["trend-2020-11-26", "obct-2023-09-20"]
    part_of = {row["place_id"]: row["part_of"] for row in kd.places(sources=sources).to_pylist()}
    assert part_of["lachin-district"] == "azerbaijan" != kd.explain("places/lachin-district").row["part_of"]

    page = visit(f"#/places/lachin-district{asked}")
    assert page.locator("h3", has_text="part of:").inner_text() == "part of: Azerbaijan"
    page.goto(page.url.replace("places/lachin-district", "events/kalbajar-handover-2020"))
    page.wait_for_selector("h1:text-is('Not here')")
    assert "The chosen articles alone do not tell of this record." in page.inner_text("main")


def test_a_view_that_fails_says_so_and_the_next_address_is_drawn(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}#/voices")
    page.wait_for_selector(".voices h1")
    page.evaluate("""() => { window.kept = Number.prototype.toLocaleString
        Number.prototype.toLocaleString = () => { throw new Error("<b>no numbers</b>") }
        location.hash = "#/timeline" }""")
    page.wait_for_selector("main [role=alert]")
    assert page.inner_text("main h1") == "This cannot be drawn"
    assert "<b>no numbers</b>" in page.inner_text("main")
    page.evaluate("() => { Number.prototype.toLocaleString = window.kept }")
    page.get_by_role("link", name="Losses", exact=True).click()
    page.wait_for_selector(".losses h1")
    page.go_back()
    page.wait_for_selector(".timeline h1")
    page.close()


def test_the_title_of_the_window_ends_with_a_word_and_says_that_it_is_cut(visit: Callable[..., Any]) -> None:
    page = visit("#/terms")
    heading, title = page.inner_text("h1"), page.title().removesuffix(" · karabakh-data")

    assert title.endswith("…")
    assert heading.startswith(title[:-1])
    assert heading[len(title) - 1] in " ,;:"


def test_a_table_on_a_narrow_page_breaks_no_word(visit: Callable[..., Any]) -> None:
    page = visit("#/claims", width=360)
    page.wait_for_selector("td")

    # A word that is broken stands in two boxes.
    broken = page.evaluate("""() => [...document.querySelectorAll("td bdi")].flatMap(cell => {
        const text = cell.firstChild, found = []
        for (const { 0: word, index } of text?.data?.matchAll(/[A-Za-z]+/g) ?? []) {
            const range = document.createRange()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) found.push(word)
        }
        return found
    })""")
    assert broken == []
