"""What `new` proposes: each kind on its own, all of them as lines of a script, and how much coders took over."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.proposals import PAGE, page, shares, taken, with_new
from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.coding_sheet import CodingSheet
from karabakh_data.extract.looks import roles
from karabakh_data.extract.proposals.belonging import belonging
from karabakh_data.extract.proposals.dates import dates
from karabakh_data.extract.proposals.descriptions import all_names
from karabakh_data.extract.proposals.figures import figures
from karabakh_data.extract.proposals.known import Known, known, read_known
from karabakh_data.extract.proposals.names import spots, undecided
from karabakh_data.extract.proposals.published import published
from karabakh_data.extract.proposals.records import Records
from karabakh_data.extract.proposals.speech import speech
from karabakh_data.extract.proposals.words import quoting
from karabakh_data.extract.registers import REGISTERED
from karabakh_data.extract.script import read_script
from karabakh_data.extract.skeleton import skeleton
from karabakh_data.extract.splitting import passages
from karabakh_data.extract.text import Text

ROOT = Path(__file__).parents[2]

ACTORS = {
    "ruritania": ("Ruritania", "state"),
    "northland": ("Northland", "state"),
    "army-of-ruritania": ("Armed forces of Ruritania", "armed_force"),
    "rudolf-elphberg": ("Rudolf Elphberg", "person"),
    "antoinette-de-mauban": ("Antoinette de Mauban", "person"),
    "people-of-zenda": ("People of Zenda", "population_group"),
    "red-cross": ("Red Cross of Ruritania", "ngo"),
}
PLACES = {"strelsau": ("Strelsau", "town"), "zenda": ("Zenda", "town"), "ruritania": ("Ruritania", "country")}
EVENTS = {"zenda-handover": "Handover of Zenda", **{f"bridge-{number}": "A bridge is opened" for number in range(20)}}
IN_2020 = "the year is that of publication, 2020"
REGISTERS = {
    **{name: {} for name in REGISTERED},
    "actors": {one: {"name": name, "actor_type": kind} for one, (name, kind) in ACTORS.items()},
    "places": {one: {"name": name, "place_type": kind} for one, (name, kind) in PLACES.items()},
    "events": {one: {"title": title} for one, title in EVENTS.items()},
}


def mention(source: str, surface: str, entity: str) -> dict[str, str]:
    table, _, record_id = entity.partition("/")
    return {"source_id": source, "surface": surface, "entity_table": table, "entity_id": record_id}


def claim(record: str, field: str, value: str) -> dict[str, str]:
    table, _, record_id = record.partition("/")
    return {"source_id": "herald", "record_table": table, "record_id": record_id, "field": field, "value": value}


KNOWN = known(
    REGISTERS,
    [
        mention("herald", "Ruritanian", "actors/ruritania"),
        mention("courier", "Ruritanian", "actors/ruritania"),
        mention("herald", "Strelsau", "actors/ruritania"),
        mention("courier", "“Strelsau”", "actors/ruritania"),
        mention("courier", "Strelsau", "places/strelsau"),
        mention("herald", "The Northern Kingdom", "actors/northland"),
        mention("herald", "the region", "places/zenda"),
        mention("herald", "Ruritanians", "actors/people-of-zenda"),
        mention("herald", "His Majesty", "actors/rudolf-elphberg"),
        mention("herald", "Charity", "actors/red-cross"),
        mention("courier", "Charity", "actors/antoinette-de-mauban"),
        mention("herald", "Gone", "actors/no-longer-registered"),
    ],
    [
        claim("event_actors/zenda-handover/ruritania/actor", "role", "actor"),
        claim("events/zenda-handover", "place_id", "zenda"),
        claim("events/zenda-handover", "date_edtf", "2020-11-25"),
        *(claim(f"event_actors/bridge-{number}/northland/actor", "role", "actor") for number in range(20)),
        claim("events/gone", "place_id", "zenda"),
    ],
)


def named(text: str, of: Known = KNOWN) -> dict[str, str]:
    article = Article("invented-2020", text, {})
    return {text[span.start : span.end]: one for span, one in spots(article, all_names(article, of), of).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritanian bread", {"Ruritanian": "actors/ruritania"}),
        ("the northern  kingdom", {}),
        ("the northern kingdom", {}),
        ("The NORTHERN KINGDOM", {"NORTHERN KINGDOM": "actors/northland"}),
        ("a Northern-Kingdom road", {"Northern-Kingdom": "actors/northland"}),
        ("the region", {}),
        ("Ruritanians left", {}),
        ("His Majesty left", {}),
        ("Charity", {}),
        ("Gone", {}),
        ("Ruritanianism", {}),
        (
            "Elphberg met Rudolf Elphberg",
            {"Elphberg": "actors/rudolf-elphberg", "Rudolf Elphberg": "actors/rudolf-elphberg"},
        ),
        ("Rudolf Elfberg", {"Rudolf Elfberg": "actors/rudolf-elphberg"}),
        ("Rudolf Rassendyll", {}),
        ("De Mauban, or Antoinette de Mauban", {"Antoinette de Mauban": "actors/antoinette-de-mauban"}),
        ("Ruritanian troops", {"Ruritanian": "actors/ruritania", "Ruritanian troops": "actors/army-of-ruritania"}),
        ("Ruritanian government", {"Ruritanian government": "actors/ruritania"}),
        (
            "Ruritanian President Rudolf Elphberg",
            {
                "Ruritanian": "actors/ruritania",
                "Ruritanian President": "actors/rudolf-elphberg",
                "Rudolf Elphberg": "actors/rudolf-elphberg",
            },
        ),
    ],
)
def test_names(text: str, expected: dict[str, str]) -> None:
    assert named(text) == expected


def test_names_that_mean_several() -> None:
    assert undecided("Charity and Strelsau", KNOWN) == [
        ("Charity", ["actors/antoinette-de-mauban", "actors/red-cross"])
    ]


def test_nothing_is_known_where_nothing_is_published(tmp_path: Path) -> None:
    assert read_known(tmp_path, REGISTERS) == known(REGISTERS, [], [])
    assert named("Ruritania and Ruritanian", known(REGISTERS, [], [])) == {"Ruritania": "actors/ruritania"}


@pytest.mark.parametrize(
    ("text", "of_publication", "expected"),
    [
        ("on November 15", "2020-11-25", [("2020-11-15", "November 15", IN_2020)]),
        ("on 15 November 2019", "2020-11-25", [("2019-11-15", "15 November 2019", None)]),
        (
            "on Dec. 30",
            "2021-01-05",
            [("2020-12-30", "Dec. 30", "the year is that before publication, 2020: in 2021 it is still far ahead")],
        ),
        ("on February 3", "2021-01-05", [("2021-02-03", "February 3", "the year is that of publication, 2021")]),
        (
            "25 and 26 November",
            "2020",
            [(f"2020-11-{day}", "25 and 26 November", IN_2020) for day in (25, 26)],
        ),
        ("Feb. 30", "2020", []),
        ("November 15", None, []),
        ("the 2020 truce", None, [("2020", "2020", None)]),
        ("2000 Ruritanian peacekeepers", None, []),
        ("in the 1990s", None, [("199X", "1990s", None)]),
        ("since 1994", None, [("1994/..", "since 1994", "a beginning is given and no end")]),
        ("20/09/2023 and 2023-09-21", None, [("2023-09-20", "20/09/2023", None), ("2023-09-21", "2023-09-21", None)]),
        ("on 05/06/2020", None, [("2020", "2020", None)]),  # which is the day, is not known
        (
            "in December last year",
            "2020-11",
            [("2019-12", "December last year", "'last year' is that before publication, 2019")],
        ),
        (
            "At the beginning of November",
            "2020-11",
            [
                (
                    "2020-11-01/2020-11-10",
                    "beginning of November",
                    "the beginning of the month is read as its first ten days; the year is that of publication, 2020",
                )
            ],
        ),
        (
            "came on Monday",
            "2020-11-25",
            [("2020-11-23", "Monday", "the last Monday up to publication on 25 November 2020")],
        ),
        (
            "will come on Monday",
            "2020-11-25",
            [("2020-11-30", "Monday", "the next Monday after publication on 25 November 2020")],
        ),
        (
            "on Monday",
            "2020-11",
            [("2020-11", "Monday", "a Monday in the month of publication, November 2020; which one does not follow")],
        ),
        ("on Monday", "2020", []),
        ("tomorrow", "2020-11-30", [("2020-12-01", "tomorrow", "the day after publication, 30 November 2020")]),
        ("He said “today is mine”", "2020-11-30", []),
        ("© 2020", None, []),
    ],
)
def test_dates(text: str, of_publication: str | None, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(one.value, text[one.start : one.end], one.step) for one in dates(text, of_publication)] == expected


def test_the_other_weekdays_are_candidates() -> None:
    (past,) = dates("came on Monday", "2020-11-25")
    assert past.others == ("2020-11-30", "2020-11-16")


@pytest.mark.parametrize(
    ("source_id", "text", "expected"),
    [
        ("herald-2020-11-25", "", "2020-11-25"),
        ("herald-2020-11", "20 May 2019", "2020-11"),
        ("herald-2020-13", "By Nobody\n20 May 2019", "2019-05-20"),
        ("herald", "A line of so many words that it is one of the text and tells of 20 May 2019.", None),
        ("herald", "May 2019", None),
    ],
)
def test_the_day_of_publication(source_id: str, text: str, expected: str | None) -> None:
    assert published(Article(source_id, text, {})) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 30 killed, seven of them civilians.",
            [
                (30, "low", "30 killed", "killed", None, None),
                (7, "best", "seven of them civilians", "killed", "civilian", 0),
            ],
        ),
        (
            "30 people were killed and up to 12 soldiers were wounded.",
            [(30, "best", "30 people", "killed", None, None), (12, "high", "12 soldiers", "wounded", "military", None)],
        ),
        (
            "14 civilians, including two children, had been killed.",
            [
                (14, "best", "14 civilians", "killed", "civilian", None),
                (2, "best", "two children", "killed", "civilian", 0),
            ],
        ),
        ("The death of seven Ruritanians in two incidents", [(7, "best", "seven Ruritanians", "killed", None, None)]),
        (
            "Two soldiers died and three were badly hurt.",
            [(2, "best", "Two soldiers", "killed", "military", None), (3, "best", "three were", "wounded", None, None)],
        ),
        ("More than 40 civilians were killed.", []),
        ("Ruritania captured 20 villages.", []),
        ("No soldiers died.", []),
        ("2000 peacekeepers came.", []),
    ],
)
def test_figures(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [
        (one.value, one.bound, text[slice(*one.words)], one.measure, one.victim_class, one.of) for one in figures(text)
    ] == expected


def _at(text: str) -> dict[Span, str]:
    article = Article("invented-2020", text, {})
    return spots(article, all_names(article, KNOWN), KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania has called on the Northern Kingdom.", ("called on", ["ruritania"], "addressee", "northland")),
        ("Ruritania and Northland urged peace.", ("urged", ["ruritania", "northland"], "addressee", None)),
        ("Northland accused Ruritania of it.", ("accused", ["northland"], "target", "ruritania")),
        ("It rains, according to Ruritania.", ("according to", ["ruritania"], "", None)),
        ("It rains, according to Ruritanian papers.", None),
        ("The ministry in Ruritania said so.", None),
        ("Ruritania, where it rained for days on end, said so.", None),
    ],
)
def test_speech(text: str, expected: tuple[str, list[str], str, str | None] | None) -> None:
    found = [
        (
            text[one.verb.start : one.verb.end],
            [entity.partition("/")[2] for _, entity in one.speakers],
            one.role,
            one.other and one.other[1].partition("/")[2],
        )
        for one in speech(text, Span(0, len(text)), _at(text))
    ]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruritanian President Rudolf Elphberg",
            {("actors/rudolf-elphberg", "office", "President"), ("actors/rudolf-elphberg", "part_of", "ruritania")},
        ),
        ("Ruritania's Zenda", {("places/zenda", "part_of", "ruritania")}),
        ("the Ruritanian city of Zenda", {("places/zenda", "part_of", "ruritania")}),
        ("the Northern Kingdom's Zenda", set()),  # no place of the registers is called so
        ("Ruritania and Zenda", set()),
    ],
)
def test_belonging(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = belonging(text, Span(0, len(text)), _at(text), KNOWN)
    assert {(one.entity, one.field, one.value) for one in found} == expected


def test_records_of_other_articles() -> None:
    of = Records(KNOWN)
    assert of.best("Zenda was handed over", ["places/zenda", "actors/ruritania"], ["2020-11-25"]) == [
        "events/zenda-handover"
    ]
    assert of.best("The handover of Zenda", [], []) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bridge\n\nIt was opened.\n\nIt is long. It is wide.", ["headline", "standfirst", "sentence", "sentence"]),
        (
            "A bridge\n\nPhoto: Nobody\n\nA bridge\n\nIt is long. It is wide.",
            ["headline", "caption", "caption", "sentence", "sentence"],
        ),
        ("STRELSAU, Nov. 26\nHerald:\nIt was opened.\nIt is long.", ["dateline", "byline", "sentence", "sentence"]),
        (
            f"{'word ' * 21}\n\n20/09/2023 - Rupert Rassendyll\n\nIt is. It was.",
            ["standfirst", "dateline", "sentence", "sentence"],
        ),
    ],
)
def test_roles(text: str, expected: list[str]) -> None:
    assert list(roles(text, passages(text))) == expected


def _calls(text: str) -> int:
    """How many functions are called to propose what a text says."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        skeleton(Article("invented-2020", text, {}), "en", KNOWN)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("part", ["a", "Zenda", "a.", "1,", "Aa-", "["])
def test_a_word_twice_as_long_takes_twice_the_steps_at_most(part: str) -> None:
    shorter, longer = (_calls(f"Title\n\nIt is {part * count} here. Then it ends.\n") for count in (2000, 4000))
    assert longer < 2.2 * shorter


@pytest.mark.parametrize(
    ("passage", "words", "expected"),
    [
        ("Zenda fell", "Zenda", "Zenda"),
        ("Zenda or Zenda.", "Zenda", "{Zenda} or"),
        ("{Zenda} fell", "{Zenda}", None),
        ("a a", "a", "{a} a"),
    ],
)
def test_the_words_of_a_quotation(passage: str, words: str, expected: str | None) -> None:
    start = passage.index(words)
    assert quoting(passage, Span(start, start + len(words)), Span(0, len(passage))) == expected


ARTICLE = """\
# Bridge at Zenda reopened

By Rupert Rassendyll

STRELSAU, Ruritania, Nov. 26

Ruritanian President Rudolf Elphberg said on Wednesday that at least 30 people were killed, seven of them civilians.

In Strelsau, Northland has called on Ruritania to go. Northland and Strelsau announced on 10 November that it would.
At the time of writing 12 soldiers were wounded in Ruritania's Zenda, ethnic Ruritanian towns and Zenda.
"""
EXPECTED = re.compile("has no claim; code it or|or delete it there")


def failures_of(text: str, tmp: Path) -> tuple[CodingSheet, list[str]]:
    """What a script with all proposals taken makes of a text, and what is wrong with it."""
    facts, script = skeleton(Article("invented-2020-11-26", text, {}), "en", KNOWN)
    path = tmp / "invented.py"
    path.write_text(taken(script), encoding="utf-8")
    given = dict(re.findall(r'^# (\w+) = "(.+)"$', facts, flags=re.MULTILINE))
    sheet = CodingSheet(Article("invented-2020-11-26", text, given), with_new(REGISTERS, script))
    read_script(path, "invented-2020-11-26")(Text(sheet))
    return sheet, [failure.message for failure in sheet.article.failures]


def test_every_proposal_is_a_line_of_a_script(tmp_path: Path) -> None:
    sheet, failures = failures_of(ARTICLE, tmp_path)
    assert failures == []
    assert sheet.idle() == []
    claimed = {(row["record_id"], row["field"], row["value"]) for row in sheet.claims}
    assert claimed >= {
        ("invented-2020-11-26", "title", "Bridge at Zenda reopened"),
        ("invented-2020-11-26", "author", "Rupert Rassendyll"),
        ("invented-2020-11-26", "published_edtf", "2020-11-26"),
        ("rudolf-elphberg", "office", "President"),
        ("casualty-id-1", "low", "30"),
        ("casualty-id-2", "subset_of", "casualty-id-1"),
        ("casualty-id-3", "as_of_edtf", "2020-11-26"),
        ("zenda", "part_of", "ruritania"),
    }
    assert {row["value"] for row in sheet.claims if row["field"] == "date_edtf"} == {"2020-11-25", "2020-11-10"}
    at = {ARTICLE[span.start - 3 : span.end]: entity for span, entity in sheet.mentions().items()}
    assert at["In Strelsau"] == ("places", "strelsau")
    assert at["nd Strelsau"] == ("actors", "ruritania")
    assert "ic Ruritanian" not in at


pieces = st.sampled_from(
    [
        *("Ruritania", "Ruritanian", "Strelsau", "Zenda", "Rudolf Elphberg", "Rudolf Elfberg", "President", "troops"),
        *("said", "called on", "according to", "accused", "on Monday", "today", "25 November", "since 1994", "2020"),
        *("at least 30 killed", "including seven civilians", "12 soldiers", "wounded", "and", "the", "in", "of"),
        *("'s", ".", ",", "\n", "\n\n", "“", '"', "'", "\\", "…", " … ", "{", "}", "U.S.", "By", "Photo:", "ethnic"),
    ]
)


@given(st.lists(pieces, max_size=25).map(" ".join))
@example("Zenda\\ and 'Zenda' said \"Zenda\"")
@settings(deadline=None)
def test_proposals_of_any_text_are_lines_of_a_script(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    _, failures = failures_of(text, tmp_path_factory.mktemp("any"))
    assert [failure for failure in failures if not EXPECTED.search(failure)] == []


@pytest.mark.facts
def test_the_shares_that_are_stated() -> None:
    found = shares(ROOT)
    command = "state them anew: python -m benchmarks.proposals --write"
    assert page(found) == PAGE.read_text(encoding="utf-8"), command
    for kind in ("mentions", "all claims"):
        assert found[kind].taken / found[kind].proposed >= 0.9
    assert found["mentions"].found / found["mentions"].coded >= 0.5
