"""The JSON of exports: every value comes back, and nothing in the file is hidden."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karabakh_data.publish.exports.json_text import json_text

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


@given(data=JSON)
def test_what_is_written_comes_back_and_can_be_seen(data: Any) -> None:
    for indent in (None, 2):
        text = json_text(data, indent=indent)
        assert json.loads(text) == data
        assert all(line.isprintable() for line in text.split("\n"))


def test_halves_of_surrogate_pairs_are_escaped() -> None:
    assert json_text("\ud800", indent=None) == '"\\ud800"\n'


def test_letters_of_any_script_stay_readable() -> None:
    assert json_text("Շուշի 🏔", indent=None) == '"Շուշի 🏔"\n'


def test_a_day_is_written_as_iso_8601() -> None:
    assert json_text(date(2020, 11, 25), indent=None) == '"2020-11-25"\n'


@pytest.mark.parametrize(("data", "error"), [(float("nan"), ValueError), (float("inf"), ValueError), (b"", TypeError)])
def test_what_json_cannot_hold_is_refused(data: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        json_text(data)
