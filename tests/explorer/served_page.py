"""The built page, served as `karabakh-data explore` serves it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import installed

from karabakh_data.cli.page_server import address_of, served, server

BUILT = installed.ROOT / "build" / "page"


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
