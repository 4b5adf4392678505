"""The timeline: each event of the tables with its status, its dates where they belong, and what the filters leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

# Of each row: what it links to, what is told of it, and the edges of its mark with and without fading ends.
ROWS = """rows => rows.map(row => {
    const mark = row.querySelector(".mark");
    const day = mark?.getAttribute("transform")?.match(/translate\\(([\\d.]+)/);
    const bands = mark ? [...mark.querySelectorAll(":scope > g")] : [];
    const solid = bands.filter(band => !band.hasAttribute("mask")).map(band => band.querySelector("rect"));
    return {
        id: row.dataset.id,
        href: row.querySelector("a").getAttribute("href"),
        text: row.querySelector("a").textContent,
        status: row.querySelector("[data-status]").dataset.status,
        day: day ? Number(day[1]) : null,
        left: solid.length ? Number(solid[0].getAttribute("x")) : null,
        right: solid.length ? Number(solid[0].getAttribute("x")) + Number(solid[0].getAttribute("width")) : null,
        fades: bands.filter(band => band.hasAttribute("mask")).map(band => band.getAttribute("mask")),
    };
})"""


def rows_of(page: Any) -> dict[str, dict[str, Any]]:
    """All rows of the chart by id, after asking for those that are not shown at once."""
    page.wait_for_selector(".strips-body")
    while (more := page.locator(".strips-body button.more")).count():
        more.first.click()
    rows = page.eval_on_selector_all(".strips-body [data-id]", ROWS)
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def table() -> dict[str, dict[str, Any]]:
    return {event["event_id"]: event for event in kd.events().to_pylist()}


@pytest.mark.parametrize("width", [360, 1440])
def test_each_event_is_a_row_that_links_to_it_and_tells_its_status(visit: Visit, width: int) -> None:
    rows = rows_of(visit("#/timeline", width=width))

    labels = {row["term"]: row["label"] for row in kd.load("vocabulary").to_pylist()}
    assert set(rows) == set(table())
    for event_id, event in table().items():
        row = rows[event_id]
        assert row["href"] == f"#/events/{event_id}"
        assert row["status"] == event["status"]
        assert row["text"].startswith(f"{event['title']}, {labels[event['status']]}, "), event_id


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_each_date_stands_in_words_beside_its_mark(visit: Visit, width: int) -> None:
    page = visit("#/timeline", width=width)
    page.wait_for_selector(".strips-body")
    words = page.eval_on_selector_all(
        ".strip", "all => all.map(one => [one.dataset.id, one.querySelector('text.beside')?.textContent ?? ''])"
    )

    assert len(words) == sum(event["date_edtf"] is not None for event in table().values())
    for event_id, said in words:
        event = table()[event_id]
        years = {str(day.year) for day in (event["date_start"], event["date_end"]) if day}
        assert any(year in said for year in years), (event_id, said)


def test_an_event_is_drawn_where_its_dates_are(visit: Visit) -> None:
    rows = rows_of(visit("#/timeline"))

    places: list[tuple[date, float]] = []  # beginnings and ends of days, with where they are drawn
    for event_id, event in table().items():
        row, edtf = rows[event_id], event["date_edtf"]
        if edtf is None:
            assert (row["day"], row["left"]) == (None, None), event_id
        elif event["date_start"] == event["date_end"] and len(edtf) == len("2020-11-25"):
            assert row["left"] is None
            places.append((event["date_start"], row["day"]))
        else:
            assert row["day"] is None
            if event["date_start"]:
                places.append((event["date_start"], row["left"]))
            if event["date_end"]:
                assert row["right"] > row["left"]
    places.sort()
    assert len(places) == sum(event["date_start"] is not None for event in table().values())
    for (first, left), (second, right) in pairwise(places):
        # A day is drawn in its middle, a band from its beginning: half a day apart.
        assert left <= right + 6, (first, second)
        if (second - first).days > 1:
            assert left < right, (first, second)


def test_an_end_that_is_open_or_vague_fades_and_no_other_does(visit: Visit) -> None:
    rows = rows_of(visit("#/timeline"))

    for event_id, event in table().items():
        edtf = event["date_edtf"] or ""
        start, _, end = edtf.partition("/")
        fading = [
            f"url(#fade-{name})"
            for name, part in (("start", start), ("end", end or start))
            if part == ".." or part[-1:] in ("?", "~", "%")
        ]
        assert rows[event_id]["fades"] == fading, event_id


def test_each_status_has_a_shape_of_its_own(visit: Visit) -> None:
    page = visit("#/timeline")
    page.wait_for_selector(".strips-body")
    shapes = page.eval_on_selector_all(
        ".strips-body [data-status]",
        "rows => rows.map(row => [row.dataset.status, row.querySelector('svg').innerHTML])",
    )

    by_status = {status: {shape for other, shape in shapes if other == status} for status, _ in shapes}
    assert set(by_status) == {event["status"] for event in table().values()}
    assert all(len(found) == 1 for found in by_status.values())
    assert len({shape for found in by_status.values() for shape in found}) == len(by_status)


def test_scale_is_cut_where_little_happens_and_the_cut_is_drawn(visit: Visit) -> None:
    page = visit("#/timeline")
    page.wait_for_selector(".strips-body")
    cuts = page.eval_on_selector_all(".grid-break", "all => all.map(one => one.getBoundingClientRect().left)")
    years = {day.year for event in table().values() for day in (event["date_start"], event["date_end"]) if day}

    assert min(years) < 2000
    assert max(years) == 2023
    assert len(cuts) >= 2
    weeks = [event_id for event_id, event in table().items() if str(event["date_edtf"]).startswith("2020-11-")]
    rows = rows_of(page)
    spots = [rows[event_id]["day"] or rows[event_id]["left"] for event_id in weeks]
    # The weeks after the ceasefire of 2020 are half a hundredth of the time, and get more than a tenth of the room.
    assert max(spots) - min(spots) > page.locator(".time-axis").bounding_box()["width"] / 20


FILTERS: dict[str, dict[str, Any]] = {
    "status=planned&status=denied": {"status": ["planned", "denied"]},
    "type=handover": {"type": "handover"},
    "place=kalbajar-district": {"place": "kalbajar-district"},
    "actor=armenia": {"actor": "armenia"},
    "source=trend-2020-11-26": {"source": "trend-2020-11-26"},
    "since=2020-11&until=2020-12": {"since": "2020-11", "until": "2020-12"},
}


@pytest.mark.parametrize("query", FILTERS)
def test_filters_leave_what_they_leave_in_python(visit: Visit, query: str) -> None:
    page = visit(f"#/timeline?{query}")

    expected = kd.events(**FILTERS[query])["event_id"].to_pylist()
    assert set(rows_of(page)) == set(expected)
    assert page.inner_text(".figure h2").startswith(f"{len(expected)} event")
    assert page.inner_text(".figure .download").endswith(f"({len(expected)} rows)")


def test_title_says_what_was_handed_over_when_and_how_late(visit: Visit) -> None:
    title = visit("#/timeline").inner_text("h1")

    places = {place["place_id"]: place["name"] for place in kd.load("places").to_pylist()}
    late = {row["event_id"]: row["days_late"] for row in kd.load("clause_events").to_pylist() if row["days_late"]}
    told = [
        event
        for event in table().values()
        if event["event_type"] == "handover" and event["date_edtf"] and event["place_id"]
    ]
    wholes = {event["part_of"] for event in told}
    told = [event for event in told if event["event_id"] not in wholes]
    assert len(told) >= 3
    for event in told:
        day = event["date_start"]
        assert f"{places[event['place_id']]} " in title
        assert f"{day.day} {day:%B} {day.year}" in title
        if event["event_id"] in late:
            assert f"{late[event['event_id']]} days late" in title
    assert title.count("late") == sum(event["event_id"] in late for event in told)
    assert title.count(";") == len(told) - 1


@pytest.mark.parametrize("order", ["type", "status"])
def test_order_groups_events_and_counts_them(visit: Visit, order: str) -> None:
    page = visit("#/timeline")
    page.get_by_label(order, exact=True).check()
    column = "event_type" if order == "type" else "status"
    labels = {(row["vocabulary"], row["term"]): row["label"] for row in kd.load("vocabulary").to_pylist()}

    counts = Counter(
        labels["event_type" if order == "type" else "event_status", event[column]] for event in table().values()
    )
    headings = page.eval_on_selector_all(".strips-body h3", "all => all.map(one => one.textContent)")
    assert sorted(headings) == sorted(f"{label[0].upper()}{label[1:]} {count}" for label, count in counts.items())
    assert set(rows_of(page)) == set(table())


def test_a_stretch_of_the_scale_leads_closer(visit: Visit) -> None:
    page = visit("#/timeline")
    link = page.locator("nav.closer a").last
    link.click()
    page.wait_for_url("**since=**")

    asked = dict(part.split("=") for part in page.url.partition("?")[2].split("&"))
    expected = kd.events(since=asked["since"], until=asked["until"])["event_id"].to_pylist()
    assert 0 < len(expected) < len(table())
    assert set(rows_of(page)) == set(expected)


def test_the_table_beside_the_chart_holds_the_same_events(visit: Visit) -> None:
    page = visit("#/timeline?type=handover")
    page.get_by_text("The same as a table").click()
    cells = page.eval_on_selector_all(
        ".as-table tbody tr", "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )

    expected = kd.events(type="handover").to_pylist()
    assert {row[1]: row[4] for row in cells} == {event["title"]: event["status"] for event in expected}


def test_where_no_event_passes_the_page_says_why(visit: Visit) -> None:
    page = visit("#/timeline?type=handover&status=denied")

    assert kd.events(type="handover", status="denied").num_rows == 0
    assert "No event passes the filters by type, status" in page.inner_text("main")


@pytest.mark.facts
@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("source=obct-2023-09-20", "25 dated events, the first of 1988, the last of 21 September 2023"),
        ("source=afp-2020-11-25&status=alleged", "1 dated event: until 25 November 2020"),
    ],
)
def test_the_heading_is_no_more_exact_than_the_dates(visit: Visit, asked: str, heading: str) -> None:
    assert visit(f"#/timeline?{asked}").inner_text("h1") == heading


def test_it_is_said_that_open_dates_pass(visit: Visit) -> None:
    assert "keep what may have been then" in visit("#/timeline?until=1900").inner_text(".filters")
    assert visit("#/timeline?status=occurred").locator(".filters .ignored").count() == 0


@pytest.mark.parametrize("query", ["", *(f"?source={source}" for source in kd.sources()["source_id"].to_pylist())])
@pytest.mark.parametrize("alone", ["", "&alone=yes"])
def test_the_scale_is_not_cut_within_a_date_of_one_year(visit: Visit, query: str, alone: str) -> None:
    page = visit(f"#/timeline{query}{alone if query else ''}")
    rows_of(page)

    cut = page.eval_on_selector_all(
        ".strips-body [data-id]:has(.mark-break)", "rows => rows.map(row => row.dataset.id)"
    )
    assert [event_id for event_id in cut if len(table()[event_id]["date_edtf"].rstrip("?~%")) == 4] == []
    # Days that no article gives would stand there as the ends of years.
    closer = page.inner_text(".strips-head > div") if page.locator(".strips-head").count() else ""
    assert "Dec 1" not in closer
