"""A browser without history that reaches this machine's loopback and nothing else, and shows what it asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
def browser(**options: Any) -> Iterator[Any]:
    """A Playwright context with these options.

    Raises ConnectionRefusedError in the end if a page has asked for anything on another machine; it got nothing.
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
        playwright() as driver,
        driver.chromium.launch_persistent_context(
            profile, executable_path=installed.chromium(), args=FLAGS, **options
        ) as opened,
    ):
        opened.route("**/*", refuse_elsewhere)
        yield opened
    if elsewhere:
        raise ConnectionRefusedError(f"the page asked for {elsewhere}")
