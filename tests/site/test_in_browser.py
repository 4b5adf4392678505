"""The site in a browser, opened as files: it asks nothing of any machine, its search finds, and no page is too wide."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import installed
import pytest

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
