"""The map: each place with a point where it lies, what lies elsewhere beside it, and each name that an article uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

BEYOND = {"moscow", "paris"}  # farther from Karabakh than a map of it can show
MARKS = """marks => marks.map(mark => {
    const shape = mark.querySelector(".map-mark");
    const box = shape.getBBox();
    return {
        id: mark.dataset.id,
        href: mark.getAttribute("href"),
        label: mark.getAttribute("aria-label"),
        shape: shape.tagName,
        filled: !shape.classList.contains("map-mark-empty"),
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        area: shape.tagName === "circle" ? Math.PI * (box.width / 2) ** 2 : box.width * box.height,
    };
})"""


def marks_of(page: Any) -> dict[str, dict[str, Any]]:
    page.wait_for_selector(".map-land")
    return {mark["id"]: mark for mark in page.eval_on_selector_all(".map-place", MARKS)}


def places() -> dict[str, dict[str, Any]]:
    return {row["place_id"]: row for row in kd.load("places").to_pylist()}


def counts(**filters: Any) -> Counter[str | None]:
    return Counter(kd.events(**filters)["place_id"].to_pylist())


def test_each_place_with_a_point_is_a_mark_that_leads_to_it(visit: Visit) -> None:
    marks = marks_of(visit("#/map"))

    drawn = {place_id for place_id, row in places().items() if row["latitude"] is not None} - BEYOND
    assert set(marks) == drawn
    for place_id in drawn:
        mark, place, events = marks[place_id], places()[place_id], counts()[place_id]
        assert mark["href"] == f"#/places/{place_id}"
        assert place["name"] in mark["label"]
        assert f"{events} event{'' if events == 1 else 's'}" in mark["label"]
        assert (mark["shape"] == "rect") == (place["point_of"] == "seat")
        assert ("drawn at its seat" in mark["label"]) == (place["point_of"] == "seat")
        assert mark["filled"] == (events > 0)


def test_marks_lie_as_the_places_do_and_grow_with_their_events(visit: Visit) -> None:
    marks = marks_of(visit("#/map"))

    for one, two in combinations(marks, 2):
        # A tenth of a degree is more than meridians converge by, within one latitude.
        here, there = places()[one], places()[two]
        if abs(here["longitude"] - there["longitude"]) > 0.1:
            assert (marks[one]["x"] < marks[two]["x"]) == (here["longitude"] < there["longitude"]), (one, two)
        if abs(here["latitude"] - there["latitude"]) > 0.1:
            assert (marks[one]["y"] > marks[two]["y"]) == (here["latitude"] < there["latitude"]), (one, two)
    areas = {counts()[place_id]: mark["area"] for place_id, mark in marks.items() if counts()[place_id]}
    paces = [area / number for number, area in areas.items()]
    assert max(paces) == pytest.approx(min(paces), rel=0.01)


def test_handovers_are_told_at_their_places(visit: Visit) -> None:
    marks = marks_of(visit("#/map"))

    late = {row["event_id"]: row["days_late"] for row in kd.load("clause_events").to_pylist() if row["days_late"]}
    told = [
        event for event in kd.events(type="handover").to_pylist() if event["date_edtf"] and event["place_id"] in marks
    ]
    assert len(told) >= 3
    for event in told:
        day, label = event["date_start"], marks[event["place_id"]]["label"]
        assert "handed over" in label
        assert f"{day.day} {day:%b} {day.year}" in label
        assert ("late" in label) == (event["event_id"] in late)
        assert event["event_id"] not in late or f"{late[event['event_id']]} days late" in label


def test_what_the_map_cannot_show_is_listed(visit: Visit) -> None:
    page = visit("#/map")
    marks_of(page)
    lists = page.eval_on_selector_all(
        ".place-list",
        """all => all.map(one => [
            one.querySelector("h3").firstChild.textContent.trim(),
            [...one.querySelectorAll("li[data-id]")].map(place => place.dataset.id),
        ])""",
    )

    pointless = {place_id for place_id, row in places().items() if row["latitude"] is None}
    assert set(dict(lists)["Beyond the map"]) == BEYOND
    assert set(dict(lists)["Without a point, and not drawn"]) == pointless
    assert f"For {counts()[None]} events no article gives a place" in page.inner_text("main")


def test_all_places_are_drawn_or_listed_and_counted(visit: Visit) -> None:
    page = visit("#/map")
    marks_of(page)

    listed = page.eval_on_selector_all(".place-list li[data-id]", "all => all.map(place => place.dataset.id)")
    assert sorted(listed) == sorted(places())
    assert page.inner_text(".figure h2").startswith(f"{len(places())} places; ")


@pytest.mark.parametrize("query", ["", "?status=planned", "?source=afp-2020-11-25", "?source=trend-2020-11-26"])
def test_the_headline_leaves_out_no_place_that_has_as_many_events_as_one_it_names(visit: Visit, query: str) -> None:
    page = visit(f"#/map{query}")
    marks_of(page)

    by_filter = dict([query[1:].split("=")]) if query else {}
    left = {place: number for place, number in counts(**by_filter).items() if place}
    named = {place for place in left if f"{places()[place]['name']} ({left[place]})" in page.inner_text("h1")}
    assert len(named) in (1, 2, 3) or max(left.values()) == 1 or " places with " in page.inner_text("h1")
    assert not named or {place for place in left if left[place] >= min(left[one] for one in named)} == named


def test_each_place_shows_its_events_with_status_and_how_precisely_they_are_placed(visit: Visit) -> None:
    page = visit("#/map")
    marks_of(page)
    for summary in page.locator(".place-list summary").all():
        summary.click()
    assert page.locator(".place-list details:not([open])").count() == 0
    page.wait_for_selector(".place-list details:not(:has(ul))", state="detached")
    while (more := page.locator(".place-list button.more")).count():
        more.first.click()
    shown = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".place-list li[data-id]")].map(one => [
            one.dataset.id, {
            summary: one.querySelector("summary")?.textContent ?? "",
            events: [...one.querySelectorAll("[data-status]")].map(event =>
                [event.querySelector("a").getAttribute("href"), event.dataset.status]),
        }]))"""
    )

    words = {1: "exactly there", 2: "within about 25 km", 3: "in the district", 4: "in the region"}
    expected: dict[str, list[list[str]]] = {}
    for event in kd.events().to_pylist():
        if event["place_id"]:
            expected.setdefault(event["place_id"], []).append([f"#/events/{event['event_id']}", event["status"]])
            if event["where_prec"] in words:
                assert words[event["where_prec"]] in shown[event["place_id"]]["summary"]
    assert {place: sorted(one["events"]) for place, one in shown.items() if one["events"]} == {
        place: sorted(events) for place, events in expected.items()
    }


def test_names_of_a_place_stand_by_article(visit: Visit) -> None:
    page = visit("#/map")
    marks_of(page)
    named = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".place-list li[data-id]")].map(one => [
            one.dataset.id,
            [...one.querySelectorAll(".place-names li")].map(line => [
                [...line.querySelectorAll("q")].map(name => name.textContent),
                line.querySelector(".soft").textContent,
            ])]))"""
    )

    used: dict[str, dict[str, Counter[str]]] = {}
    for mention in kd.load("mentions").to_pylist():
        if mention["entity_table"] == "places":
            by_source = used.setdefault(mention["entity_id"], {})
            by_source.setdefault(mention["source_id"], Counter())[mention["surface"]] += 1
    for place_id, lines in named.items():
        by_source = used.get(place_id, {})
        assert len(lines) == len(by_source), place_id
        for names, source in lines:
            [source_id] = [one for one in by_source if one in source]
            assert set(names) <= set(by_source[source_id])
            assert len(names) == min(3, len(by_source[source_id]))
    assert places()["stepanakert"]["name"] in page.locator("[data-id=stepanakert] .map-name").text_content()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_name_lies_on_another_or_on_a_mark(visit: Visit, width: int) -> None:
    page = visit("#/map", width=width)
    marks_of(page)
    boxes = page.eval_on_selector_all(
        ".map-picture text, .map-mark",
        """all => all.map(one => {
            const {left, top, right, bottom} = one.getBoundingClientRect();
            return {words: one.textContent, left, top, right, bottom};
        })""",
    )

    def overlap(one: dict[str, Any], two: dict[str, Any]) -> bool:
        # The box of a line of text is taller than its letters.
        across = min(one["right"], two["right"]) - max(one["left"], two["left"])
        down = min(one["bottom"], two["bottom"]) - max(one["top"], two["top"])
        return bool(across > 1 and down > 4)

    assert [
        (one, two) for one, two in combinations(boxes, 2) if overlap(one, two) and (one["words"] or two["words"])
    ] == []


@pytest.mark.parametrize("query", ["status=planned", "place=kalbajar-district", "since=2023"])
def test_filters_leave_the_events_that_they_leave_in_python(visit: Visit, query: str) -> None:
    page = visit(f"#/map?{query}")
    name, _, value = query.partition("=")
    left = counts(**{name: value})

    for place_id, mark in marks_of(page).items():
        assert f"{left[place_id]} event" in mark["label"]
    placed = sum(number for place_id, number in left.items() if place_id)
    shown = page.locator(".place-list li[data-id]").all()
    assert page.inner_text(".figure h2") == (
        f"{len(shown)} place{'' if len(shown) == 1 else 's'}; "
        f"{placed} event{'' if placed == 1 else 's'} with a place, {left[None]} without"
    )


def test_a_map_without_outlines_shows_its_places_and_says_what_is_missing(chromium: Any, address: str) -> None:
    with chromium.new_page() as page:
        page.route("**/outlines.json", lambda route: route.fulfill(status=404))
        page.goto(f"{address}#/map")
        page.wait_for_selector("text=The outlines are not drawn: outlines.json cannot be fetched: 404.")

        assert page.locator(".map-mark").count() > 1
