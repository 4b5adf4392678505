"""The page reads and writes texts as the package does: dates, what they make together, cells of CSV files."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

import in_node
import pytest
from hypothesis import find

import karabakh_data as kd
from karabakh_data.model import TABLES, edtf, edtf_algebra
from karabakh_data.publish.exports.spreadsheet_text import guarded
from karabakh_data.testing.strategies import edtf_texts

pytestmark = pytest.mark.browser

EPOCH = dt.date(1970, 1, 1).toordinal()
MANY = 2_000
WRONG = [
    *("", "2020-13", "2020-11-31", "2020-02-30", "2021-02-29", "0000", "2020-1", "20-11-15", "199x", "1XXX", "2020/"),
    *(
        "../..",
        "2021/2020",
        "[2020]",
        "[2021,2020]",
        "[2020,2020]",
        "2020-11-15T10:00",
        "2020??",
        "..",
        "XX",
        "2020/2021/2022",
    ),
    *("199X/..", "2020 ", "２０２０", "[2020,..2021]", "2020-11~/", "[2020,2021", "2020-00", "2020-11-00", "199X?"),
]
TEXTS = [
    *(
        "=1+1",
        "2020-11",
        "1-2",
        "0040",
        "'quoted",
        "Laçın",
        "#N/A",
        " x",
        "1E5",
        "10:30 pm",
        "25th Nov",
        "5 mars",
        "TRUE",
        "true story",
    ),
    *(
        "",
        " ",
        "100 EUR",
        "＝1",
        "\t=1",
        "-",
        "@here",
        "a 1 b",
        "１２",
        "½",
        "Nov",
        "Nov 25",
        "25 nov",
        "no. 7",
        "e5",
        "novem1",
        "ma 5",
    ),
]


@pytest.fixture(scope="module")
def dates() -> list[str]:
    """Dates of all kinds, by chance; and those of the data."""
    found: list[str] = []
    find(edtf_texts(), lambda text: bool(found.append(text)) or len(found) >= MANY)
    claims = kd.load("claims").to_pylist()
    return [*found, *(claim["value"] for claim in claims if claim["field"].endswith("_edtf"))]


def as_in_python(make: Callable[..., Any], *texts: str) -> Any:
    """What the package's function makes of the dates; "no date" where one is none."""
    try:
        return make(*map(edtf.parse, texts))
    except edtf.EdtfError:
        return "no date"


def read(date: edtf.Edtf) -> list[int | None]:
    days = (day and day.toordinal() - EPOCH for day in (date.earliest, date.latest))
    return [*days, edtf.precision(date)]


def test_dates_are_read_as_the_package_reads_them(dates: list[str]) -> None:
    asked = [*dates, *WRONG, *(f"{date}{end}" for date in dates[:200] for end in ("?", "/..", "/2020", "]"))]
    answers = in_node.answers("texts", (["parse", text] for text in asked))
    assert dict(zip(asked, answers, strict=True)) == {text: as_in_python(read, text) for text in asked}
    assert {"no date"} == {answer for text, answer in zip(asked, answers, strict=True) if text in WRONG}


def test_dates_make_together_what_the_package_makes_of_them(dates: list[str]) -> None:
    chance = random.Random(0)
    pairs = [chance.choices(dates, k=2) for _ in range(MANY)]
    threes = [chance.choices(dates, k=3) for _ in range(MANY)]
    answers = in_node.answers(
        "texts", [*(["intersect", *pair] for pair in pairs), *(["oneOf", *some] for some in threes)]
    )

    def meet(a: edtf.Edtf, b: edtf.Edtf) -> str | None:
        common = edtf_algebra.intersect(a, b)
        return common and str(common)

    expected = [
        *(as_in_python(meet, *pair) for pair in pairs),
        *(as_in_python(lambda *some: str(edtf_algebra.one_of(some)), *some) for some in threes),
    ]
    assert answers == expected


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("2020-11-25", "25 November 2020"),
        ("2020-11", "November 2020"),
        ("2020", "2020"),
        ("199X", "the 1990s"),
        ("19XX", "the 1900s"),
        ("2020-11-25~", "about 25 November 2020"),
        ("2020-11?", "perhaps November 2020"),
        ("2020-11-25/2020-11-30", "25–30 November 2020"),
        ("2020-09-27/2020-11-10", "27 September – 10 November 2020"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("1990/1994", "1990–1994"),
        ("2020-07/2020-09", "July – September 2020"),
        ("2020-07/2020-09-15", "July 2020 – 15 September 2020"),
        ("2020-11-30/..", "from 30 November 2020 on"),
        ("../2020-11", "until November 2020"),
        ("[2020-11-15,2020-11-25]", "15 November 2020 or 25 November 2020"),
        ("[2019,2020,2021]", "2019, 2020 or 2021"),
        ("no date", "no date"),
    ],
)
def test_dates_are_written_as_people_read_them(text: str, spoken: str) -> None:
    assert in_node.answers("texts", [["spoken", text]]) == [spoken]


def test_cells_of_csv_files_are_guarded_as_in_the_packages_own() -> None:
    cells = {
        value
        for table in TABLES
        for row in kd.load(table).to_pylist()
        for value in row.values()
        if isinstance(value, str)
    }
    asked = [*TEXTS, *sorted(cells)]
    assert in_node.answers("texts", (["guarded", text] for text in asked)) == [guarded(text) for text in asked]
