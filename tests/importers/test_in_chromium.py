"""The browser in which the tables are read reaches its own server and nothing else, and what it asks for is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from in_chromium import browsing
from tools import PARQUET

pytestmark = [pytest.mark.importers, pytest.mark.browser]


def test_a_request_to_another_machine_is_refused_and_seen(path_of: Callable[[str], Path]) -> None:
    with (
        pytest.raises(ConnectionRefusedError, match=r"http://192\.0\.2\.1/"),
        browsing(path_of(PARQUET)) as page,
    ):
        assert page.evaluate("fetch('http://192.0.2.1/').then(() => 'answered', () => 'refused')") == "refused"
