"""What all charts have in common: they are read at any width, in either light, by any means, on paper, as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import installed
import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

# What must be there before a view is drawn.
DRAWN = {"timeline": ".strips-body", "terms": ".strips-body", "losses": ".loss-bar", "map": ".map-land"}
WIDTHS = [360, 768, 1440]
AXE = installed.ROOT / "explorer" / "node_modules" / "axe-core" / "axe.min.js"


def opened(visit: Visit, view: str, width: int = 1280, query: str = "") -> Any:
    page = visit(f"#/{view}{query}", width=width)
    page.wait_for_selector(DRAWN[view], state="attached")
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", DRAWN)
def test_a_view_fits_its_width_and_no_type_is_too_small_to_read(visit: Visit, view: str, width: int) -> None:
    page = opened(visit, view, width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = page.eval_on_selector_all(
        "main *",
        """all => all.filter(one => [...one.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
            .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent])""",
    )
    assert sizes
    # What the machine holds may stand in smaller letters behind what people read.
    assert [found for found in sizes if found[0] < 12] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", DRAWN)
def test_words_in_a_drawing_lie_within_it_and_on_no_others(visit: Visit, view: str, width: int) -> None:
    page = opened(visit, view, width)
    drawings = page.eval_on_selector_all(
        "main .chart svg:has(text)",
        """all => all.map(drawing => {
            const {left, right} = drawing.getBoundingClientRect();
            const words = [...drawing.querySelectorAll("text")].map(one => {
                const box = one.getBoundingClientRect();
                return {words: one.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom};
            });
            return {left, right, words};
        })""",
    )

    assert drawings
    for drawing in drawings:
        for word in drawing["words"]:
            assert drawing["left"] - 12 <= word["left"], word
            assert word["right"] <= drawing["right"] + 12, word
        for one, two in combinations(drawing["words"], 2):
            across = min(one["right"], two["right"]) - max(one["left"], two["left"])
            down = min(one["bottom"], two["bottom"]) - max(one["top"], two["top"])
            assert across <= 1 or down <= 4, (one, two)


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("view", DRAWN)
def test_axe_finds_no_serious_fault(visit: Visit, view: str, light: str) -> None:
    page = opened(visit, view)
    page.emulate_media(color_scheme=light)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run('main').then(result => result.violations)")

    serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    assert [(fault["id"], [node["html"] for node in fault["nodes"][:3]]) for fault in serious] == []


@pytest.mark.parametrize("view", DRAWN)
def test_marks_are_seen_in_the_dark(visit: Visit, view: str) -> None:
    page = opened(visit, view)
    colours = """() => [...document.querySelectorAll(".shape-filled, .band-solid, .loss, .map-mark")].map(one =>
        getComputedStyle(one).fill)"""
    light = page.evaluate(colours)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(colours)

    assert light
    assert all(one != two for one, two in zip(light, dark, strict=True))


@pytest.mark.parametrize("view", DRAWN)
def test_every_record_of_a_chart_is_reached_by_keyboard_alone(visit: Visit, view: str) -> None:
    page = opened(visit, view, query="?source=obct-2023-09-20")
    wanted = page.eval_on_selector_all(
        ".chart a[href]", "all => all.filter(one => one.checkVisibility()).map(one => one.getAttribute('href'))"
    )
    page.locator(".chart").evaluate("chart => { chart.tabIndex = -1; chart.focus(); }")
    met = []
    while True:
        page.keyboard.press("Tab")
        inside, href, seen = page.evaluate(
            """() => [document.activeElement.closest(".chart") !== null, document.activeElement.getAttribute("href"),
                document.activeElement.matches(":focus-visible")]"""
        )
        if not inside:
            break
        assert seen
        met += [href] if href else []

    assert wanted
    assert met == wanted


@pytest.mark.parametrize("view", DRAWN)
def test_nothing_moves(visit: Visit, view: str) -> None:
    page = opened(visit, view)

    assert page.evaluate("document.getAnimations().length") == 0
    assert (
        page.eval_on_selector_all(
            "main *", "all => all.filter(one => getComputedStyle(one).transitionDuration !== '0s').length"
        )
        == 0
    )


@pytest.mark.parametrize("view", DRAWN)
def test_on_paper_a_chart_is_as_wide_as_the_sheet(visit: Visit, view: str, tmp_path: Path) -> None:
    page = opened(visit, view, width=1440)
    widest = "Math.max(...[...document.querySelectorAll('.chart svg')].map(one => one.getBoundingClientRect().width))"
    screen = page.evaluate(widest)
    page.evaluate(f"addEventListener('beforeprint', () => queueMicrotask(() => window.onPaper = {widest}))")
    page.pdf(path=tmp_path / "sheet.pdf", format="A4")

    assert page.evaluate("window.onPaper") <= 660
    assert page.evaluate(widest) == screen


TABLES = {
    "timeline": ("event_id", kd.events),
    "terms": ("clause_id", kd.clauses),
    "losses": ("casualty_id", kd.casualties),
    "map": ("place_id", lambda: kd.load("places")),
}


@pytest.mark.parametrize("view", DRAWN)
def test_what_is_shown_is_saved_as_csv(visit: Visit, view: str) -> None:
    page = opened(visit, view)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\N{BYTE ORDER MARK}"))))

    key, load = TABLES[view]
    table = {row[key]: row for row in load().to_pylist()}
    ids = [row[key] for row in rows]
    assert saved.value.suggested_filename == f"{view}.csv"
    assert set(ids) == set(table)
    for row in rows:
        for column in set(row) & set(table[row[key]]):
            value = table[row[key]][column]
            if column != "reported_by" and isinstance(value, str | int):
                expected = str(value).lower() if isinstance(value, bool) else str(value)
                assert row[column].removeprefix("'") == expected, (row[key], column)
