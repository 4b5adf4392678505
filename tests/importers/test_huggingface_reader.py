"""The folder for the Hugging Face Hub in `datasets`, without a network: whoever names no table gets the events."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import elsewhere
import pytest

import karabakh_data as kd

pytestmark = pytest.mark.importers


def test_without_a_name_the_events_are_read(path_of: Callable[[str], Path]) -> None:
    said = elsewhere.datasets_says(path_of("huggingface"))

    assert said["default"] == kd.events().column_names
