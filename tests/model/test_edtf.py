"""The EDTF subset: its rules one by one, its algebra, and two other readers of EDTF as oracles."""

import calendar
import doctest
import re
import warnings
from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from itertools import permutations
from time import struct_time
from types import ModuleType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from karabakh_data.model import edtf, edtf_algebra
from karabakh_data.model.edtf import Edtf, EdtfError, parse, precision
from karabakh_data.model.edtf_algebra import between, intersect, one_of

with warnings.catch_warnings():
    # What current pyparsing says of these two libraries' grammars while they are built.
    warnings.filterwarnings("ignore", message="warn_multiple_tokens_in_named_alternation")
    warnings.filterwarnings("ignore", message=".* deprecated - use ", category=DeprecationWarning)
    from edtf import parse_edtf
    from edtf_validate.valid_edtf import is_valid

MARKS = ["", "?", "~", "%"]
NEAR = st.dates(date(2020, 9, 20), date(2021, 2, 10))  # close together, so that spans often meet
DAYS = NEAR | st.dates()
SPANS = st.tuples(DAYS, DAYS).map(sorted)


def is_accepted(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def bounds(item: Edtf | None) -> tuple[date | None, date | None] | None:
    return (item.earliest, item.latest) if item else None


def days(item: Edtf) -> tuple[int, int]:
    low = item.earliest.toordinal() if item.earliest else 0
    high = item.latest.toordinal() if item.latest else date.max.toordinal() + 1
    return low, high


def dates_of(texts: str) -> list[Edtf]:
    return [parse(text) for text in texts.split()]


CALENDAR_TEXTS = st.builds(
    lambda day, width, mark: day.isoformat()[:width] + mark, DAYS, st.sampled_from([10, 7, 4]), st.sampled_from(MARKS)
)
DECADE_TEXTS = st.integers(1, 999).map(lambda decade: f"{decade:03}X") | st.sampled_from(["201X", "202X"])
CENTURY_TEXTS = st.integers(1, 99).map(lambda century: f"{century:02}XX") | st.just("20XX")
POINT_TEXTS = st.one_of(CALENDAR_TEXTS, CALENDAR_TEXTS, CALENDAR_TEXTS, DECADE_TEXTS, CENTURY_TEXTS)
CLOSED_TEXTS = st.tuples(POINT_TEXTS, POINT_TEXTS).map(lambda ends: "/".join(sorted(ends))).filter(is_accepted)
NO_END_TEXTS = CALENDAR_TEXTS.map(lambda text: f"{text}/..")
NO_START_TEXTS = CALENDAR_TEXTS.map(lambda text: f"../{text}")
INTERVAL_TEXTS = st.one_of(CLOSED_TEXTS, CLOSED_TEXTS, NO_END_TEXTS, NO_START_TEXTS)
SET_TEXTS = (
    st.lists(POINT_TEXTS, min_size=2, max_size=4, unique_by=lambda text: days(parse(text)))
    .map(lambda texts: sorted(texts, key=lambda text: days(parse(text))))
    .map(lambda texts: f"[{','.join(texts)}]")
)
POINTS = POINT_TEXTS.map(parse)
INTERVALS = INTERVAL_TEXTS.map(parse)
SETS = SET_TEXTS.map(parse)
DATES = POINTS | INTERVALS | SETS


# Reading


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020-11-15", date(2020, 11, 15), date(2020, 11, 15)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("99XX", date(9900, 1, 1), date(9999, 12, 31)),
        ("2020-11?", date(2020, 11, 1), date(2020, 11, 30)),
        ("2020~", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-11-15%", date(2020, 11, 15), date(2020, 11, 15)),
        ("2020-09-27/2020-11-10", date(2020, 9, 27), date(2020, 11, 10)),
        ("2020-09/2020-11-10~", date(2020, 9, 1), date(2020, 11, 10)),
        ("2020-11-01/2020-11", date(2020, 11, 1), date(2020, 11, 30)),
        ("2020/2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("198X/1994", date(1980, 1, 1), date(1994, 12, 31)),
        ("2020-11-10/..", date(2020, 11, 10), None),
        ("../2020-11", None, date(2020, 11, 30)),
        ("[2020-11-15,2020-11-25]", date(2020, 11, 15), date(2020, 11, 25)),
        ("[199X,2020-11,2020-12-01?]", date(1990, 1, 1), date(2020, 12, 1)),
        ("[2020-11-15,2020-12]", date(2020, 11, 15), date(2020, 12, 31)),
        ("[2020-11-01,2020-11]", date(2020, 11, 1), date(2020, 11, 30)),
        ("[2020,2020-11]", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_parse_gives_the_first_and_last_day(text: str, earliest: date | None, latest: date | None) -> None:
    assert bounds(parse(text)) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate", "is_interval", "is_set"),
    [
        ("2020-11", False, False, False, False),
        ("2020-11?", True, False, False, False),
        ("2020-11~", False, True, False, False),
        ("2020-11%", True, True, False, False),
        ("2020-10?/2020-11~", True, True, True, False),
        ("2020-11/..", False, False, True, False),
        ("[2020-10,2020-11~]", False, True, False, True),
    ],
)
def test_flags(text: str, uncertain: bool, approximate: bool, is_interval: bool, is_set: bool) -> None:
    item = parse(text)
    assert (item.uncertain, item.approximate) == (uncertain, approximate)
    assert (item.is_interval, item.is_set) == (is_interval, is_set)


A_POINT = "expected YYYY, YYYY-MM or YYYY-MM-DD with at most one of ? ~ % after it"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # a day that does not exist
        ("2020-02-30", "'2020-02-30': 30 is no day of February 2020; expected 01 to 29"),
        ("2021-02-29", "'2021-02-29': 29 is no day of February 2021; expected 01 to 28"),
        ("2020-11-31", "31 is no day of November 2020; expected 01 to 30"),
        ("2020-11-00", "00 is no day of November 2020"),
        ("2020-12-32", "32 is no day of December 2020"),
        ("2020-13", "'2020-13': 13 is no month; expected 01 to 12"),
        ("2020-00", "00 is no month"),
        ("2020-00-10", "00 is no month"),
        ("0000", "'0000': 0000 is no year; expected 0001 to 9999"),
        ("0000-01-01", "0000 is no year"),
        ("000X", "0000 is no year"),
        ("00XX", "0000 is no year"),
        # features of EDTF that the subset leaves out
        ("2020-21", "21 is no month"),
        ("2020-11-XX", A_POINT),
        ("2020-XX", A_POINT),
        ("2020-1X", A_POINT),
        ("2XXX", A_POINT),
        ("1X9X", A_POINT),
        ("199X~", A_POINT),
        ("19XX?", A_POINT),
        ("199X-05", A_POINT),
        ("-2020", A_POINT),
        ("Y20200", A_POINT),
        ("2020S2", A_POINT),
        ("?2020", A_POINT),
        ("2020?-11", A_POINT),
        ("2020-11-15T10:00:00", A_POINT),
        ("{2020,2021}", A_POINT),
        # not EDTF at all
        ("", A_POINT),
        ("202", A_POINT),
        ("20201115", A_POINT),
        ("2020-1-5", A_POINT),
        ("2020-11-15?~", A_POINT),
        ("2020-11-15 ", A_POINT),
        ("2020-11-15\n", A_POINT),
        ("199x", A_POINT),
        ("\u0662\u0660\u0662\u0660", A_POINT),
        ("2020\u201311", A_POINT),
        ("15 November 2020", A_POINT),
        # intervals
        ("2020-11-10/", "'2020-11-10/': no end; expected a date, or '..' if it is open"),
        ("/2020-11-10", "'/2020-11-10': no start"),
        ("/", "no start"),
        ("../", "no end"),
        ("../..", "'../..': open on both sides; expected a date on one side"),
        ("2020/2021/2022", "'2020/2021/2022': 2 slashes; expected one"),
        ("199X/..", "a decade or century with an open end"),
        ("../19XX", "a decade or century with an open end"),
        ("2020-01/2020-02-30", "'2020-01/2020-02-30': end '2020-02-30': 30 is no day of February 2020"),
        ("2020-13/2021", "'2020-13/2021': start '2020-13': 13 is no month"),
        ("2020-11/[2020-12,2021]", "end '[2020-12,2021]': expected YYYY"),
        ("2020-11 / 2020-12", "start '2020-11 ': expected YYYY"),
        ("2020-11-10/2020-09-27", "the start 2020-11-10 (2020-11-10 to 2020-11-10) is not before the end"),
        ("2020-11/2020-10", "is not before the end"),
        ("2020-11-15/2020-11", "is not before the end"),
        ("2020/2020-11", "is not before the end"),
        ("199X/1995", "is not before the end"),
        # sets
        ("[2020-11-15]", "'[2020-11-15]': one member; expected two or more"),
        ("[]", "'[]': member '': expected YYYY"),
        ("[2020,]", "member '': expected YYYY"),
        ("[2020,2021", "no closing bracket"),
        ("[", "no closing bracket"),
        ("2020,2021]", A_POINT),
        ("[2020, 2021]", "member ' 2021': expected YYYY"),
        ("[2020,2021-02-29]", "member '2021-02-29': 29 is no day of February 2021"),
        ("[2020,2021/2022]", "member '2021/2022': expected YYYY"),
        ("[2019,2020..2022]", "member '2020..2022': expected YYYY"),
        ("[2020,..]", "member '..': expected YYYY"),
        ("[2021,2020]", "'[2021,2020]': 2020 stands after 2021; expected the earlier one first"),
        ("[2020-11,2020-11-01]", "2020-11-01 stands after 2020-11; expected the earlier one first"),
        ("[2020,2020]", "2020 and 2020 are the same days; expected one of them"),
        ("[2020-11-15,2020-11-15?]", "2020-11-15 and 2020-11-15? are the same days"),
    ],
)
def test_parse_names_text_place_and_what_is_expected(text: str, reason: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert str(caught.value).startswith(f"{text!r}: ")
    assert reason in str(caught.value)


def test_an_edtf_is_a_value() -> None:
    assert parse("2020-11") == parse("2020-11")
    assert len({parse("2020-11"), parse("2020-11"), parse("2020-11?")}) == 2
    with pytest.raises(FrozenInstanceError):
        parse("2020-11").text = "2020-12"  # type: ignore[misc]


def test_the_error_is_a_value_error() -> None:
    assert issubclass(EdtfError, ValueError)


@given(DATES)
def test_text_and_date_are_one_to_one(item: Edtf) -> None:
    assert parse(str(item)) == item


@given(POINT_TEXTS | INTERVAL_TEXTS | SET_TEXTS)
def test_text_is_kept(text: str) -> None:
    assert str(parse(text)) == text


@given(st.text() | st.text(alphabet="0123456789X-/[],.?~%", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    if is_accepted(text):
        assert parse(text).text == text
    else:
        with pytest.raises(EdtfError, match=re.escape(repr(text))):
            parse(text)


# Precision


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("2020-11-15", 1),
        ("2020-11-15~", 1),
        ("2020-11-15/2020-11-15", 1),
        ("2020-11-15/2020-11-16", 2),
        ("2020-11-15/2020-11-20", 2),
        ("2020-11-15/2020-11-21", 3),
        ("2020-11-15/2020-11-22", 4),
        ("2020-02", 4),
        ("2020-12", 4),
        ("2020-11-15/2020-12-15", 4),
        ("2020-11-15/2020-12-16", 5),
        ("2020", 5),
        ("199X", 5),
        ("19XX", 5),
        ("2020-11-15/..", 5),
        ("../2020-11-15", 5),
        ("[2020-11-15,2020-11-16]", 2),
        ("[2020-11-15,2020-11-25]", 4),
        ("[2019,2020]", 5),
    ],
)
def test_precision(text: str, rung: int) -> None:
    assert precision(parse(text)) == rung


@given(st.lists(DAYS, min_size=4, max_size=4).map(sorted))
def test_precision_never_worsens_when_a_span_narrows(four: list[date]) -> None:
    start, inner_start, inner_end, end = four
    assert precision(between(inner_start, inner_end)) <= precision(between(start, end))
    assert precision(between(start, end)) <= precision(between(start, None))


# Spans of days


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        (date(2020, 11, 15), date(2020, 11, 15), "2020-11-15"),
        (date(2020, 11, 1), date(2020, 11, 30), "2020-11"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2020, 2, 1), date(2020, 2, 28), "2020-02-01/2020-02-28"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(1, 1, 1), date(1, 12, 31), "0001"),
        (date(9999, 12, 1), date(9999, 12, 31), "9999-12"),
        (date(987, 2, 3), date(987, 2, 4), "0987-02-03/0987-02-04"),
        (date(2020, 9, 27), date(2020, 11, 10), "2020-09-27/2020-11-10"),
        (date(2020, 10, 1), date(2020, 11, 30), "2020-10/2020-11"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990/1999"),
        (date(2020, 11, 10), None, "2020-11-10/.."),
        (None, date(2020, 11, 10), "../2020-11-10"),
    ],
)
def test_between(earliest: date | None, latest: date | None, text: str) -> None:
    assert str(between(earliest, latest)) == text


@pytest.mark.parametrize(
    ("earliest", "latest", "reason"),
    [
        (None, None, "open on both sides"),
        (date(2020, 11, 15), date(2020, 11, 14), "is not before the end"),
        (date(2020, 11, 30), date(2020, 11, 1), "is not before the end"),
    ],
)
def test_between_refuses(earliest: date | None, latest: date | None, reason: str) -> None:
    with pytest.raises(EdtfError, match=reason):
        between(earliest, latest)


@given(SPANS)
def test_between_keeps_the_span(span: list[date]) -> None:
    assert bounds(between(*span)) == tuple(span)


@given(DAYS, st.sampled_from([7, 4]))
def test_between_writes_whole_months_and_years_short(day: date, width: int) -> None:
    point = parse(day.isoformat()[:width])
    assert between(point.earliest, point.latest) == point


# What two dates have in common


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [
        # one within the other
        ("2020-11", "2020-11-15", "2020-11-15"),
        ("2020", "2020-11?", "2020-11?"),
        ("20XX", "202X", "202X"),
        ("2020-11~", "2020-11-15", "2020-11-15"),
        ("2020-11", "2020-11-25/2020-11-30~", "2020-11-25/2020-11-30~"),
        ("2020-11", "2020-11-10/..", "2020-11-10/2020-11-30"),
        ("2020-09/..", "2020-11", "2020-11"),
        ("2020/..", "2020-11/..", "2020-11/.."),
        # the same days
        ("2020-11~", "2020-11", "2020-11"),
        ("2020-11%", "2020-11~", "2020-11~"),
        ("2020-11-01/2020-11-30", "2020-11", "2020-11"),
        ("2020-11-01/2020-11-30", "2020-11%", "2020-11-01/2020-11-30"),
        ("2020-11/2020-12", "2020-11-01/2020-12-31", "2020-11/2020-12"),
        ("2020-11?", "2020-11~", "2020-11?"),
        # overlapping
        ("2020-09-27/2020-11-10", "2020-11", "2020-11-01/2020-11-10"),
        ("2020-09-27/2020-11-10", "2020-11-10/2020-12-01", "2020-11-10"),
        ("2020-09/2020-11", "2020-10/2020-12", "2020-10/2020-11"),
        ("2020-09/2020-11", "2020-11/2020-12", "2020-11"),
        ("../2020-11-10", "2020-09-27/..", "2020-09-27/2020-11-10"),
        ("../2020-11-10", "2020-11-10/..", "2020-11-10"),
        # overlapping: an end keeps the qualifier of the date that it comes from
        ("2020-09-27/2020-11-10~", "2020-11", "2020-11-01/2020-11-10~"),
        ("2020-09-27~/2020-11-10", "2020-11", "2020-11-01/2020-11-10"),
        ("2020-09-27/2020-11-10", "2020-11?", "2020-11-01?/2020-11-10"),
        ("2020-09-27/2020-11-10~", "2020-11-10/2020-12-01", "2020-11-10~"),
        ("2020-09-27/2020-11-10~", "2020-11-10?/2020-12-01", "2020-11-10%"),
        ("2020-09-27/2020-11-10~", "2020-11-10~/2020-12-01", "2020-11-10~"),
        # disjoint
        ("2020-11", "2020-12", None),
        ("../2020-11-09", "2020-11-10/..", None),
        # sets
        ("[2020-11-15,2020-11-25]", "2020-11-15", "2020-11-15"),
        ("[2020-11-15,2020-11-25]", "2020-11", "[2020-11-15,2020-11-25]"),
        ("[2020-11-15,2020-11-25]", "2020-11-20", None),
        ("[2020-11-15,2020-11-25]", "[2020-11-25,2020-12-01]", "2020-11-25"),
        ("[2020-10,2020-12]", "[2020-10-05,2020-11-15,2020-12]", "[2020-10-05,2020-12]"),
        ("[2020-10,2020-12]", "2020-11/..", "2020-12"),
        ("[2020-10,2020-12]", "2020-10-15/2020-11-15", "2020-10-15/2020-10-31"),
        ("[2020-10,2020-12]", "2020-10-15/2020-12-15", "2020-10-15/2020-12-15"),
    ],
)
def test_intersect(a: str, b: str, common: str | None) -> None:
    expected = parse(common) if common else None
    assert intersect(parse(a), parse(b)) == expected
    assert intersect(parse(b), parse(a)) == expected


@given(DATES, DATES)
def test_intersect_is_commutative(a: Edtf, b: Edtf) -> None:
    assert intersect(a, b) == intersect(b, a)


@given(DATES)
def test_intersect_is_idempotent(item: Edtf) -> None:
    assert intersect(item, item) == item


@given(DATES, DATES)
def test_intersect_is_within_both(a: Edtf, b: Edtf) -> None:
    common = intersect(a, b)
    if common is None:
        return
    for item in (a, b):
        assert days(item)[0] <= days(common)[0] <= days(common)[1] <= days(item)[1]
        assert precision(common) <= precision(item)
        assert intersect(common, item) is not None


@given(POINTS | INTERVALS, POINTS | INTERVALS)
def test_intersect_of_spans_is_all_that_they_share(a: Edtf, b: Edtf) -> None:
    low, high = max(days(a)[0], days(b)[0]), min(days(a)[1], days(b)[1])
    common = intersect(a, b)
    assert (common and days(common)) == ((low, high) if low <= high else None)


def intersect_or_none(a: Edtf | None, b: Edtf | None) -> Edtf | None:
    return intersect(a, b) if a and b else None


@given(st.lists(POINTS | INTERVALS, min_size=3, max_size=3) | st.lists(POINTS | SETS, min_size=3, max_size=3))
def test_intersect_is_associative_on_days(items: list[Edtf]) -> None:
    a, b, c = items
    one_way, other_way = (
        intersect_or_none(intersect(a, b), c),
        intersect_or_none(a, intersect(b, c)),
    )
    assert bounds(one_way) == bounds(other_way)


# One of several


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ("2020-11-15", "2020-11-15"),
        ("2020-11-25 2020-11-15", "[2020-11-15,2020-11-25]"),
        ("2020-11-15 2020-11-15", "2020-11-15"),
        ("2020-11-15 2020-11-15~ 2020-11-15%", "2020-11-15"),
        ("2020-11 2020-11-15", "[2020-11,2020-11-15]"),
        ("2020-11 2020-11-01", "[2020-11-01,2020-11]"),
        ("2020-12 [2020-11-15,2020-11-25]", "[2020-11-15,2020-11-25,2020-12]"),
        ("[2020-11-15,2020-11-25] [2020-11-15?,2020-11-20]", "[2020-11-15,2020-11-20,2020-11-25]"),
        ("199X 2001?", "[199X,2001?]"),
        # with an interval: the span that covers all
        ("2020-09/2020-11", "2020-09/2020-11"),
        ("2020-11-10/..", "2020-11-10/.."),
        ("2020-09-27/2020-11-10 2020-12-01", "2020-09-27/2020-12-01"),
        ("2020-11-01/2020-11-10 2020-11-20/2020-11-30", "2020-11"),
        ("2020-09/2020-11~ 2020-10-05", "2020-09/2020-11~"),
        ("2020? 2020-03-05/2020-04-10", "2020?"),
        ("2020-09~/2020-11-10 2020-12-01", "2020-09-01~/2020-12-01"),
        ("2020-11-10/.. 2020-09-27", "2020-09-27/.."),
        ("2020-11-10/.. 2020-09~", "2020-09-01~/.."),
        ("../2020-11-10 [2020-11-15,2020-11-25%]", "../2020-11-25%"),
    ],
)
def test_one_of(items: str, text: str) -> None:
    assert {str(one_of(order)) for order in permutations(dates_of(items))} == {text}


def test_one_of_nothing() -> None:
    with pytest.raises(EdtfError, match="no dates given; expected at least one"):
        one_of([])


def test_one_of_all_time() -> None:
    with pytest.raises(EdtfError, match="open on both sides"):
        one_of(dates_of("../2020-11 2020-09/.."))


def test_one_of_takes_any_iterable() -> None:
    assert str(one_of(iter(dates_of("2020 2021")))) == "[2020,2021]"


@st.composite
def shuffled_twice(draw: st.DrawFn) -> tuple[list[Edtf], list[Edtf]]:
    """Items that are not open on both sides together, in two orders."""
    open_side = draw(st.sampled_from([NO_START_TEXTS, NO_END_TEXTS]))
    items = draw(st.lists(POINTS | SETS | (CLOSED_TEXTS | open_side).map(parse), min_size=1, max_size=5))
    return items, draw(st.permutations(items))


@given(shuffled_twice())
def test_one_of_is_free_of_order(orders: tuple[list[Edtf], list[Edtf]]) -> None:
    assert one_of(orders[0]) == one_of(orders[1])


@given(shuffled_twice())
def test_one_of_covers_each_item_and_no_more(orders: tuple[list[Edtf], list[Edtf]]) -> None:
    spans = [days(item) for item in orders[0]]
    result = one_of(orders[0])
    assert days(result) == (min(low for low, _ in spans), max(high for _, high in spans))
    assert one_of([result]) == one_of([result, result]) == result
    assert days(one_of([result, orders[0][0]])) == days(result)


@given(st.lists(POINTS | SETS, min_size=1, max_size=4))
def test_one_of_points_keeps_each_meaning(items: list[Edtf]) -> None:
    result = one_of(items)
    assert not result.is_interval
    assert all(intersect(result, item) is not None for item in items)


# Other readers of EDTF

# Their grammars take most of the time of these tests, and few kinds of text there are: fewer examples than elsewhere.
COSTLY = settings(deadline=None, max_examples=40)


def oracle_day(bound: struct_time | float) -> date | None:
    return None if isinstance(bound, float) else date(*bound[:3])


def is_flaw_of_edtf(text: str) -> bool:
    """edtf 5.0.2 cannot read a decade or century beside a qualified date in an interval (level 2, Interval)."""
    return "/" in text and "X" in text and any(mark in text for mark in "?~%")


@COSTLY
@given(DATES)
def test_edtf_reads_the_same_days(item: Edtf) -> None:
    assume(not is_flaw_of_edtf(item.text))
    other = parse_edtf(item.text)
    assert (oracle_day(other.lower_strict()), oracle_day(other.upper_strict())) == bounds(item)


@COSTLY
@given(DATES)
def test_edtf_validate_accepts_what_we_accept(item: Edtf) -> None:
    assert is_valid(item.text)


@COSTLY
@given(DATES, DATES)
def test_edtf_validate_accepts_what_we_write(a: Edtf, b: Edtf) -> None:
    common = intersect(a, b)
    if common is not None:
        assert is_valid(str(common))
    if (a.earliest and b.earliest) or (a.latest and b.latest):
        assert is_valid(str(one_of([a, b])))


@st.composite
def near_misses(draw: st.DrawFn) -> str:
    """An accepted text after one or two small slips of the pen."""
    text = draw(POINT_TEXTS | INTERVAL_TEXTS | SET_TEXTS)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        dropped = draw(st.integers(0, 1))
        added = draw(st.sampled_from(["", *"0123456789X-/[],.?~% T{}YSxuZ:+", "..", "-30", "-31", "-13"]))
        text = text[:at] + added + text[at + dropped :]
    return text


@settings(deadline=None, max_examples=500)
@given(near_misses())
def test_what_edtf_validate_refuses_we_refuse(text: str) -> None:
    if is_accepted(text):  # the rule from the other side, so that the costly grammar is seldom asked
        assert is_valid(text)


@pytest.mark.parametrize("year", [1, 4, 1900, 2000, 2020, 2021, 9999])
@pytest.mark.parametrize("month", range(1, 13))
def test_days_are_those_of_the_calendar(year: int, month: int) -> None:
    count = calendar.monthrange(year, month)[1]
    accepted = [day for day in range(100) if is_accepted(f"{year:04}-{month:02}-{day:02}")]
    assert accepted == list(range(1, count + 1))
    assert bounds(parse(f"{year:04}-{month:02}")) == (
        date(year, month, 1),
        date(year, month, 1) + timedelta(days=count - 1),
    )


@pytest.mark.parametrize("module", [edtf, edtf_algebra], ids=lambda module: module.__name__)
def test_the_examples_in_the_docstrings_run(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0
