"""The built page, served as `karabakh-data explore` serves it, in a browser that reaches nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from loopback_browser import browser
from served_page import BUILT, serving

from karabakh_data.cli.page_server import INDEX

TIMEOUT = 10_000  # milliseconds that a page may take for one step, on a machine that is busy with other tests


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder of the built page."""
    if not (BUILT / INDEX).is_file():
        raise FileNotFoundError(f"{BUILT / INDEX} is missing: make page builds it")
    return BUILT


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the page is served with the published tables."""
    with serving(built) as at:
        yield at


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser, one for a file of tests."""
    with browser() as opened:
        yield opened


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens a page of the explorer by what follows its address; an error in its console fails the test."""
    said: list[str] = []
    with ExitStack() as pages:

        def open_page(path: str = "", at: str = address, width: int = 1280) -> Any:
            page = pages.enter_context(chromium.new_page())
            page.set_default_timeout(TIMEOUT)
            page.set_viewport_size({"width": width, "height": 900})
            page.on("console", lambda message: said.append(message.text) if message.type != "log" else None)
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(f"{at}{path}")
            page.wait_for_selector("main h1")
            return page

        yield open_page
    assert said == []
