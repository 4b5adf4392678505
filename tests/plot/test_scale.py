"""The broken scale: it rises, its breaks are drawn, and dense weeks have room."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
import seen
from hypothesis import given
from hypothesis import strategies as st

import karabakh_data as kd
from karabakh_data.plot.page import QUIET, measured
from karabakh_data.plot.scale import BREAK, EPOCH, INNER, MOST, Scale, number, scale
from karabakh_data.plot.ticks import ticks

DAYS = st.dates().map(number)
SCALES = st.builds(scale, st.lists(DAYS, min_size=1, max_size=60), st.sampled_from([240.0, 280.0, 700.0]))


def of(*days: str) -> Scale:
    return scale([number(date.fromisoformat(day)) for day in days], 300)


@given(SCALES)
def test_it_rises_and_is_undone(one: Scale) -> None:
    positions = np.linspace(0, one.width, 200)
    days = one.day(positions)
    assert (np.diff(days) > 0).all()
    assert one.position(days) == pytest.approx(positions, abs=1e-3)


@given(st.lists(DAYS, min_size=1, max_size=60))
def test_every_date_lies_in_a_stretch(days: list[int]) -> None:
    one = scale(days, 300)
    assert 1 <= len(one.stretches) <= MOST
    for day in days:
        assert any(stretch.first <= day <= stretch.last for stretch in one.stretches)


@given(SCALES)
def test_stretches_do_not_touch(one: Scale) -> None:
    for left, right in pairwise(one.stretches):
        assert right.left - left.right == pytest.approx(2 * INNER + BREAK)
        assert left.last < right.first
    assert all(stretch.left < stretch.right for stretch in one.stretches)


def test_a_gap_of_years_is_a_break() -> None:
    one = of("1990-01-01", "1990-06-01", "1991-01-01", "2020-11-01", "2020-11-10", "2020-11-20", "2020-11-25")
    assert [date.fromordinal(stretch.first + EPOCH).year for stretch in one.stretches] == [1990, 2020]


def test_no_break_lies_within_a_date_of_one_year_or_between_a_few_of_them() -> None:
    weeks = [f"2020-11-{day:02}" for day in (1, 5, 10, 12, 15, 20, 25)]
    for years in (["1988", "1989"], ["1988", "1989", "1994", "1995"]):
        one = of(*(f"{year}-01-01" for year in years), *weeks)
        assert [one.stretches[0].first, one.stretches[0].last] == [
            number(date(int(year), 1, 1)) for year in (years[0], years[-1])
        ]
    # A day within that year makes no break there either.
    one = of("1988-01-01", "1988-02-13", "1988-02-14", "1988-02-15", "1988-02-16", "1989-01-01", *weeks)
    assert one.stretches[0].last == number(date(1989, 1, 1))


def test_dates_that_are_evenly_spread_have_no_break() -> None:
    assert len(of(*(f"2020-{month:02}-01" for month in range(1, 13))).stretches) == 1


def test_the_weeks_of_late_2020_are_not_squeezed() -> None:
    figure = kd.plot.timeline()
    (axes,) = figure.axes
    place = {
        day: axes.transData.transform((number(date.fromisoformat(day)), 0))[0]
        for day in ("1988-01-01", "1994-12-31", "2020-11-10", "2020-11-30", "2023-09-20")
    }
    whole = place["2023-09-20"] - place["1988-01-01"]
    # Twenty days of thirty-five years would be a sixth of a hundredth of an unbroken scale.
    assert place["2020-11-30"] - place["2020-11-10"] > 0.03 * whole
    assert place["1994-12-31"] - place["1988-01-01"] < 0.25 * whole


def test_every_break_is_drawn() -> None:
    figure = kd.plot.timeline()
    breaks = seen.marks(figure, "break")[""]
    stretches = len(seen.marks(figure, "axis")[""])
    assert stretches == MOST
    assert len(breaks) == 2 * (stretches - 1)


@given(st.dates(), st.dates(), st.sampled_from([38.0, 60.0, 150.0, 400.0]))
def test_labels_of_ticks_fit(one: date, two: date, width: float) -> None:
    first, last = sorted((one, two))
    if first == last:
        return
    marked = ticks(first, last, width, 7.0)
    for words, at in (("upper", "upper_at"), ("lower", "lower_at")):
        ends = [
            (getattr(tick, at) - measured(label, QUIET) / 2, getattr(tick, at) + measured(label, QUIET) / 2)
            for tick in marked
            if (label := getattr(tick, words))
        ]
        assert all(right < left for (_, right), (left, _) in pairwise(ends))
        assert all(left >= -7.01 and right <= width + 7.01 for left, right in ends)
    assert all(first <= tick.day <= last for tick in marked)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(7, 20_000))
def test_where_years_fit_something_is_marked(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    assert ticks(first, last, 300.0, 7.0)
