"""The site in a browser, opened as files: it asks nothing of any machine, its search finds, and no page is too wide."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import installed
import pytest

import karabakh_data as kd
from karabakh_data.reader.html import table_html

pytestmark = [pytest.mark.importers, pytest.mark.browser]

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]
NARROW = {"width": 360, "height": 740}  # a small telephone


@pytest.fixture
def page() -> Iterator[Any]:
    """A page of a browser without a history; it notes in `asked` what is asked for."""
    playwright = installed.module("playwright.sync_api").sync_playwright
    with (
        tempfile.TemporaryDirectory() as profile,
        playwright() as driver,
        driver.chromium.launch_persistent_context(
            profile, executable_path=installed.chromium(), args=FLAGS, viewport=NARROW
        ) as browser,
    ):
        found = browser.new_page()
        found.asked = []
        found.on("request", lambda request: found.asked.append(request.url))
        yield found


def test_no_page_asks_for_anything_elsewhere_or_is_wider_than_the_screen(site: Path, page: Any) -> None:
    files = sorted(site.rglob("*.html"))
    wide = []
    for file in files:
        page.goto(file.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            wide.append((file.relative_to(site).as_posix(), width))
    assert len(page.asked) > len(files)
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert wide == []


def test_the_search_finds_without_a_network(site: Path, page: Any) -> None:
    page.goto(f"{(site / 'search.html').as_uri()}?q=disagreements")
    page.wait_for_selector("#search-results li a")
    found = page.eval_on_selector_all("#search-results li a", "links => links.map(link => link.getAttribute('href'))")
    assert any(link.startswith("docs/tutorial/disagreements.html") for link in found)
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


# The words of a page of which letters stand on more than one line; those with hyphens may be parted there.
BROKEN = """() => {
  const walker = document.createTreeWalker(document.querySelector('table'), NodeFilter.SHOW_TEXT);
  const broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.data.matchAll(/[\\p{L}\\p{N}_.]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""
NOTEBOOK = "table { table-layout: fixed; font: 12px sans-serif; } td, th { padding: .5em; word-wrap: anywhere }"


@pytest.mark.parametrize("name", [*kd.table_names(), "timeline", "disagreements"])
def test_a_notebook_breaks_no_word_of_a_table(name: str, page: Any) -> None:
    page.set_content(f"<style>{NOTEBOOK}</style>{table_html(getattr(kd, name)())}")
    broken = page.evaluate(BROKEN)
    assert {word for word in broken if len(word) < 40} == set()  # a hash is longer, and has no place to be parted


def test_on_a_telephone_figures_keep_their_letters_and_titles_their_order(site: Path, page: Any) -> None:
    page.goto((site / "docs/tutorial/losses.html").as_uri())
    assert page.evaluate("document.querySelector('.cell_output img').clientWidth") > 2 * NARROW["width"] - 100
    for file in sorted(site.rglob("docs/**/*.html")):
        page.goto(file.as_uri())
        sizes = page.evaluate(
            "['h1', 'h2', 'h3', 'h4'].map(one => document.querySelector(`article section > ${one}`))"
            ".filter(one => one).map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert sizes == sorted(sizes, reverse=True), file.name
