"""The built page, served as `karabakh-data explore` serves it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import installed

from karabakh_data.cli.page_server import address_of, served, server

BUILT = installed.ROOT / "build" / "page"

# Goes to what an address says after `#`, and answers after the browser has painted it: in how many milliseconds.
GO = """async hash => {
    const start = performance.now()
    const drawn = new Promise(done =>
        addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(done)), { once: true }))
    location.hash = hash
    await drawn
    return performance.now() - start
}"""


@contextmanager
def serving(page: Path, data: Path | None = None) -> Iterator[str]:
    """The address of the page while it is served, with the tables of a folder or else the package's."""
    with server(served(page, data)) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        try:
            yield address_of(made)
        finally:
            made.shutdown()
            thread.join()
