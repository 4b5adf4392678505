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

import installed
from loopback_browser import LOOPBACK, browser


@contextmanager
def browsing(tables: Path) -> Iterator[Any]:
    """The page `hyparquet.html` in a browser that has no history, served with the tables in this folder.

    Raises ConnectionRefusedError in the end if the page has asked for anything on another machine; it got nothing.
    """
    with _served(tables) as address, browser() as opened:
        page = opened.new_page()
        page.goto(address)
        yield page


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
