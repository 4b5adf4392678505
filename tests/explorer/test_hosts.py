"""The built page works from any static host, under any path, and says which table it cannot read."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from loopback_browser import LOOPBACK

from karabakh_data.reader.tables import DATA, read_file

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


@pytest.mark.parametrize(
    ("table", "column", "cells", "said"),
    [
        ("events", "title", lambda rows: pa.array([None] * rows, pa.string()), "title is empty in row 1"),
        ("events", "title", lambda rows: pa.array(range(rows), pa.int32()), "title holds no string in row 1"),
        ("sources", "char_count", lambda rows: pa.array(["x"] * rows), "char_count holds no integer in row 1"),
        (
            "claims",
            "in_conflict",
            lambda rows: pa.array([1] * rows, pa.int32()),
            "in_conflict holds no boolean in row 1",
        ),
        *(
            (
                name,
                column,
                lambda rows, text=text: pa.array([None] * (rows - 1) + [text]),
                f"holds no date in row {row}: {text}",
            )
            for name, column, row in (
                ("events", "date_edtf", "{rows}"),
                ("clauses", "due_edtf", "{rows}"),
                ("casualties", "as_of_edtf", "{rows}"),
            )
            for text in ("2020-13", "2020~?")
        ),
    ],
)
def test_a_cell_that_is_none_is_named_with_column_and_row(
    chromium: Any, elsewhere: str, tmp_path: Path, table: str, column: str, cells: Callable[[int], pa.Array], said: str
) -> None:
    rows = read_file(DATA / f"{table}.parquet")
    at = rows.column_names.index(column)
    altered = rows.set_column(at, column, cells(rows.num_rows))
    pq.write_table(altered, tmp_path / "some/deep folder/page/data" / f"{table}.parquet")
    page = chromium.new_page()
    page.goto(elsewhere)
    page.wait_for_selector(".failure")
    shown = page.inner_text(".failure")
    assert f"{table}.parquet: " in shown
    assert said.format(rows=rows.num_rows) in shown
    page.close()


def test_a_file_that_is_opened_without_a_server_says_what_to_do(built: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.route("**/page.js", lambda route: route.abort())
    page.set_content((built / "index.html").read_text("utf-8"))
    assert "karabakh-data explore" in page.inner_text("#page")
    page.close()
