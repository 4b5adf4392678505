"""The published tables in a browser: a page without a build step, which asks nobody but its own server."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import installed

LOOPBACK = "127.0.0.1"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {LOOPBACK}",
]


@contextmanager
def browsing(tables: Path) -> Iterator[Any]:
    """The page `hyparquet.html` in a browser that has no history, served with the tables in this folder.

    Raises ConnectionRefusedError in the end if the page has asked for anything on another machine; it got nothing.
    """
    elsewhere: list[str] = []

    def refuse_elsewhere(route: Any) -> None:
        if urlsplit(route.request.url).hostname == LOOPBACK:
            route.continue_()
        else:
            elsewhere.append(route.request.url)
            route.abort()

    playwright = installed.module("playwright.sync_api").sync_playwright
    with (
        tempfile.TemporaryDirectory() as profile,
        _served(tables) as address,
        playwright() as driver,
        driver.chromium.launch_persistent_context(profile, executable_path=installed.chromium(), args=FLAGS) as browser,
    ):
        browser.route("**/*", refuse_elsewhere)
        page = browser.new_page()
        page.goto(address)
        yield page
    if elsewhere:
        raise ConnectionRefusedError(f"the page asked for {elsewhere}")


@contextmanager
def _served(tables: Path) -> Iterator[str]:
    """The address of the page, which is served with the tables and with hyparquet as npm delivers it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copy(Path(__file__).with_name("hyparquet.html"), folder / "index.html")
        shutil.copytree(tables, folder / "data")
        shutil.copytree(installed.node_package("hyparquet"), folder / "hyparquet")
        with ThreadingHTTPServer((LOOPBACK, 0), partial(SimpleHTTPRequestHandler, directory=folder)) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            yield f"http://{LOOPBACK}:{server.server_port}/"
            server.shutdown()
            thread.join()
