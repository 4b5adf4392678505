"""Use of every view: by keyboard, by screen reader, in light and dark, on a phone, on paper, back and forward."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import installed
import pytest

pytestmark = pytest.mark.browser

AXE = installed.ROOT / "explorer" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = ("", "#/timeline", "#/terms", "#/losses", "#/map", "#/voices", "#/articles", "#/search?words=lachin")
RECORDS = ("#/events/kalbajar-handover-2020", "#/places/lachin-district", "#/clauses/kalbajar-handover", "#/casualties")
NOTHING = "#/?actor=france&type=handover&status=denied"
EMPTY = (NOTHING.replace("/", "/voices"), "#/articles?source=nowhere", "#/search?words=xyzzy", "#/nowhere")

FAULTS = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' ')}`)"""


@pytest.mark.parametrize("path", [*VIEWS, *RECORDS, *EMPTY])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(visit: Callable[..., Any], path: str, scheme: str) -> None:
    page = visit(path)
    page.emulate_media(color_scheme=scheme)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("path", [*VIEWS, *RECORDS])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_view_has_to_be_moved_sideways(visit: Callable[..., Any], path: str, width: int) -> None:
    page = visit(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_view_is_empty_without_saying_why(visit: Callable[..., Any]) -> None:
    page = visit(NOTHING)
    links = [str(link.get_attribute("href")) for link in page.locator("header nav li a").all()]
    assert f"#/voices{NOTHING.removeprefix('#/')}" in links
    for link in links:
        if link.split("?")[0] in ("#/", "#/articles", "#/map", "#/search"):  # which no known value empties
            continue
        page.goto(f"{page.url.split('#')[0]}{link}")
        page.wait_for_selector("main :text('passes the filters by actor')")


@pytest.mark.parametrize("path", [*VIEWS, *RECORDS])
def test_everything_that_acts_is_reached_by_tab_and_shows_that_it_is(visit: Callable[..., Any], path: str) -> None:
    page = visit(path)
    reached = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button:not(:disabled), input, select, summary')]
            .filter((one) => one.checkVisibility() && one.tabIndex < 0).map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert reached == []
    for _ in range(12):
        page.keyboard.press("Tab")
        marked = page.evaluate(
            """() => { const style = getComputedStyle(document.activeElement);
                return document.activeElement === document.body || style.outlineStyle !== 'none'; }"""
        )
        assert marked, page.evaluate("document.activeElement.outerHTML")


def test_the_first_key_skips_to_the_content_and_a_view_is_chosen_by_keyboard(visit: Callable[..., Any]) -> None:
    page = visit()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.get_by_role("link", name="Who says what").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".voices h1:focus")


def test_back_and_forward_lead_through_views_and_filters(visit: Callable[..., Any]) -> None:
    page = visit("#/voices")
    page.get_by_role("combobox", name="Article").select_option("trend-2020-11-26")
    page.wait_for_url("**#/voices?source=trend-2020-11-26")
    page.get_by_role("link", name="Articles", exact=True).click()
    page.wait_for_url("**#/articles?source=trend-2020-11-26")
    assert page.locator(".outline").count() == 1
    page.go_back()
    page.wait_for_selector(".voices h1")
    page.go_back()
    page.wait_for_url("**#/voices")
    assert page.locator(".chips").count() == 0
    page.go_forward()
    page.go_forward()
    page.wait_for_url("**#/articles?source=trend-2020-11-26")
    page.wait_for_selector(".outline")


@pytest.mark.parametrize("path", VIEWS)
def test_headings_go_down_one_level_at_a_time(visit: Callable[..., Any], path: str) -> None:
    page = visit(path)
    levels = page.evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4,h5)')].map((one) => +one.tagName[1])")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [b for a, b in itertools.pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize("path", VIEWS)
def test_nothing_moves_by_itself(visit: Callable[..., Any], path: str) -> None:
    page = visit(path)
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0
    slow = """[...document.querySelectorAll('*')].filter((one) =>
        getComputedStyle(one).transitionDuration.split(',').some((each) => parseFloat(each) > 0)).length"""
    assert page.evaluate(slow) == 0


@pytest.mark.parametrize("path", VIEWS)
def test_on_paper_stands_the_content_without_what_acts(visit: Callable[..., Any], path: str) -> None:
    page = visit(path)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("main h1").is_visible()
    assert not page.locator("header nav ul").is_visible()
    assert not page.locator("#words").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
