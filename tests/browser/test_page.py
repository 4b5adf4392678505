"""The published tables in a browser: a page without a build step reads them, and asks nobody but its own server."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import installed
import pyarrow.parquet as pq
import pytest

from karabakh_data.model import TABLES

pytestmark = pytest.mark.browser

LOOPBACK = "127.0.0.1"
DATA = installed.ROOT / "karabakh_data" / "data"
CELLS = "[...document.querySelectorAll('tr')].map(row => [...row.cells].map(cell => cell.textContent))"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {LOOPBACK}",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page, which is served with the tables and with hyparquet as npm delivers it."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(Path(__file__).with_name("page.html"), folder / "index.html")
    shutil.copytree(DATA, folder / "data")
    shutil.copytree(installed.node_package("hyparquet"), folder / "hyparquet")
    with ThreadingHTTPServer((LOOPBACK, 0), partial(SimpleHTTPRequestHandler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{LOOPBACK}:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def elsewhere() -> list[str]:
    """The addresses on other machines that the browser has asked for; each was refused."""
    return []


@pytest.fixture(scope="module")
def page(elsewhere: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An empty page of a browser that has no history."""

    def refuse_elsewhere(route: Any) -> None:
        if urlsplit(route.request.url).hostname == LOOPBACK:
            route.continue_()
        else:
            elsewhere.append(route.request.url)
            route.abort()

    playwright = installed.module("playwright.sync_api").sync_playwright
    profile, program = tmp_path_factory.mktemp("profile"), installed.chromium()
    with (
        playwright() as driver,
        driver.chromium.launch_persistent_context(profile, executable_path=program, args=FLAGS) as browser,
    ):
        browser.route("**/*", refuse_elsewhere)
        yield browser.new_page()


def shown(value: Any) -> str:
    """The cell as JavaScript writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value).removesuffix(".0") if isinstance(value, float) else str(value)


@pytest.mark.parametrize("name", TABLES)
def test_a_page_shows_the_table(name: str, page: Any, site: str, elsewhere: list[str]) -> None:
    table = pq.read_table(DATA / f"{name}.parquet")
    rows = [table.column_names, *([shown(value) for value in row.values()] for row in table.to_pylist())]

    page.goto(f"{site}?table={name}")
    page.locator("caption").wait_for()

    assert page.locator("caption").inner_text() == f"{name}: {table.num_rows} rows"
    assert page.evaluate(CELLS) == rows
    assert elsewhere == []


def test_a_request_to_another_machine_is_refused_and_seen(page: Any, site: str, elsewhere: list[str]) -> None:
    page.goto(f"{site}?table=sources")

    assert page.evaluate("fetch('http://192.0.2.1/').then(() => 'answered', () => 'refused')") == "refused"
    assert elsewhere == ["http://192.0.2.1/"]
    elsewhere.clear()
