"""The built page works from any static host, under any path, and says which table it cannot read."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from loopback_browser import LOOPBACK

pytestmark = pytest.mark.browser


@pytest.fixture
def elsewhere(built: Path, tmp_path: Path) -> Iterator[str]:
    """Where a plain static server has the page, deep in its folders."""
    shutil.copytree(built, tmp_path / "some" / "deep folder" / "page")
    with ThreadingHTTPServer((LOOPBACK, 0), partial(_Silent, directory=tmp_path)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{LOOPBACK}:{server.server_port}/some/deep%20folder/page/"
        server.shutdown()
        thread.join()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def test_it_works_from_any_static_host_under_any_path(visit: Callable[..., Any], elsewhere: str) -> None:
    page = visit("#/events/kalbajar-handover-2020", at=elsewhere)
    assert page.inner_text("h1") == "Handover of Kalbajar district to Azerbaijan"


def test_what_is_copied_from_a_host_has_its_address_and_from_this_machine_none(
    visit: Callable[..., Any], chromium: Any, built: Path
) -> None:
    record, site = "#/events/kalbajar-handover-2020", "https://host.example/a%20folder/"
    address, citation = visit(record).locator(".copy-text").all_inner_texts()
    assert address == record
    assert "127.0.0.1" not in citation
    assert "(events/kalbajar-handover-2020)" in citation

    def from_file(route: Any) -> None:
        path = route.request.url.removeprefix(site).split("?")[0] or "index.html"
        route.fulfill(path=built / path)

    page = chromium.new_page()
    page.route(f"{site}**", from_file)
    page.goto(f"{site}{record}")
    page.wait_for_selector("main h1")
    address, citation = page.locator(".copy-text").all_inner_texts()
    assert address == f"{site}{record}"
    assert citation.endswith(f". {site}{record}")
    page.close()


def test_a_table_that_cannot_be_read_is_named(chromium: Any, elsewhere: str, tmp_path: Path) -> None:
    (tmp_path / "some/deep folder/page/data/claims.parquet").write_bytes(b"no table")
    page = chromium.new_page()
    page.goto(elsewhere)
    page.wait_for_selector(".failure")
    assert "claims.parquet cannot be read as Parquet" in page.inner_text(".failure")
    page.close()
