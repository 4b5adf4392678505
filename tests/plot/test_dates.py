"""Dates in words, and the days that they cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from karabakh_data.model.edtf import parse
from karabakh_data.plot.dates import Span, in_words, span
from karabakh_data.plot.scale import number
from karabakh_data.testing.strategies import edtf_texts

WORDS = {
    "2020-11-15": "15 Nov 2020",
    "2020-11": "Nov 2020",
    "2020": "2020",
    "199X": "1990s",
    "19XX": "1900s",
    "1993~": "c. 1993",
    "1993?": "1993 (?)",
    "1993%": "c. 1993 (?)",
    "2020-11-18~/2020-11-25": "c. 18–25 Nov 2020",
    "2020-11-01/2020-11-10": "1–10 Nov 2020",
    "2020-09-27/2020-11-10": "27 Sep – 10 Nov 2020",
    "2022-12/2023-09-20": "Dec 2022 – 20 Sep 2023",
    "1994/2020-11": "1994 – Nov 2020",
    "2020-11-10/..": "from 10 Nov 2020",
    "../2020-11-25": "until 25 Nov 2020",
    "[2020-11-15,2020-11-20]": "15 Nov 2020 or 20 Nov 2020",
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items(), ids=str)
def test_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


@given(edtf_texts())
def test_every_date_has_words_and_days(edtf: str) -> None:
    assert in_words(edtf).strip()
    read, days = parse(edtf), span(edtf)
    if days.opens:
        known = read.latest if days.opens == "start" else read.earliest
        assert known is not None
        assert days.first <= number(known) < days.last
    else:
        assert read.earliest is not None
        assert read.latest is not None
        assert (days.first, days.last) == (number(read.earliest), number(read.latest) + 1)


def test_a_day_is_told_from_a_day_with_an_open_end() -> None:
    day = number(date(2020, 11, 30))
    assert span("2020-11-30") == Span(day, day + 1)
    assert span("2020-11-30").is_day
    assert span("2020-11-30/..") == Span(day, day + 1, "end")
    assert not span("2020-11-30/..").is_day
