"""Texts that spreadsheets would run or change: marked, and had back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karabakh_data.publish.exports.spreadsheet_text import FORMULA, guarded, unguarded

# Any text, and texts of what the rule looks at.
TEXTS = st.text() | st.text(alphabet="'=+-@\t\r\n 0123456789.,:/eE#TRUEaprmy٣＝", max_size=12)


@given(TEXTS)
def test_every_text_can_be_had_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(TEXTS)
def test_a_cell_is_never_empty_and_starts_no_formula(text: str) -> None:
    cell = guarded(text)
    assert cell
    assert not cell.lstrip().startswith(FORMULA)


@given(TEXTS)
def test_a_mark_stands_only_where_it_was_put(text: str) -> None:
    assert guarded(text).startswith("'") == (guarded(text) != text)


@given(st.dates() | st.times() | st.datetimes() | st.integers() | st.floats() | st.booleans())
def test_no_text_of_a_value_is_left_to_be_guessed(value: object) -> None:
    if str(value) not in ("nan", "inf"):  # no spreadsheet takes these for numbers
        assert guarded(str(value)) == f"'{value}"


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "#N/A", "#REF!"),
        *(
            "2020-11",
            "1-2",
            "3/4",
            "1.5.",
            "2020",
            "10:30",
            "10:30 pm",
            "0040",
            "1E5",
            "1e+5",
            "50%",
            "(7)",
            "$5",
            "5 €",
        ),
        *("11/2020", "Nov 5", "5 November", "nov-2020", "MAR1", "sept2", "5 mars", "25th Nov", "2020-11-25T10:30:00Z"),
        *("TRUE", "false", "'quoted'", "", " "),
    ],
)
def test_marked(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        *("truce", "handover-2020", "afp-2020-11-25", "afp-2020-11-25-p020", "events/truce-2020", "Q1234", "AZ-XVD"),
        *("true story", "seven", "e", "(unknown)", "a=b", "5 soldiers and 7 civilians", "n/a", "“2020”, says he"),
    ],
)
def test_left_alone(text: str) -> None:
    assert guarded(text) == text
