"""Losses: each figure of the tables as a bar or in its words, below the total that includes it, with who says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

MEANINGS = {
    "civilian": "civilians",
    "military": "military",
    "total": "civilians and military",
    "unknown": "the source does not say who",
}
ROWS = """rows => rows.map(row => ({
    id: row.dataset.id,
    links: [...row.querySelectorAll("a")].map(link => link.getAttribute("href")),
    text: row.querySelector(".strip-words").textContent,
    words: row.querySelector("q")?.textContent ?? null,
    number: row.querySelector("text.beside")?.textContent ?? null,
    bars: [...row.querySelectorAll("rect")].map(bar => Number(bar.getAttribute("width"))),
    part: row.classList.contains("loss-part"),
}))"""


def table() -> dict[str, dict[str, Any]]:
    return {row["casualty_id"]: row for row in kd.casualties().to_pylist()}


def rows_of(page: Any) -> list[dict[str, Any]]:
    page.wait_for_selector(".losses [data-id]")
    return list(page.eval_on_selector_all(".losses [data-id]", ROWS))


def sources_of(casualty_id: str) -> set[str]:
    claims = kd.load("claims").to_pylist()
    return {
        one["source_id"] for one in claims if (one["record_table"], one["record_id"]) == ("casualties", casualty_id)
    }


@pytest.mark.parametrize("width", [360, 1440])
def test_each_figure_is_told_with_its_number_or_its_words(visit: Visit, width: int) -> None:
    rows = {row["id"]: row for row in rows_of(visit("#/losses", width=width))}

    assert set(rows) == set(table())
    for casualty_id, figure in table().items():
        row = rows[casualty_id]
        assert row["links"][0] == f"#/casualties/{casualty_id}"
        assert figure["measure"] in row["text"].lower()
        assert MEANINGS[figure["victim_class"]] in row["text"]
        assert row["part"] == (figure["subset_of"] is not None)
        if figure["best"] is None:
            assert (row["words"], row["bars"]) == (figure["wording"], [])
        else:
            assert row["number"] == f"{figure['best']:,}"
            assert row["text"].startswith(f"{figure['best']:,} ")


def test_bars_are_as_long_as_their_numbers(visit: Visit) -> None:
    rows = {row["id"]: row for row in rows_of(visit("#/losses"))}

    counted = {casualty_id: figure["best"] for casualty_id, figure in table().items() if figure["best"] is not None}
    paces = {casualty_id: rows[casualty_id]["bars"][0] / number for casualty_id, number in counted.items()}
    assert max(paces.values()) == pytest.approx(min(paces.values()))


def test_a_total_holds_its_parts_inside_and_above_them(visit: Visit) -> None:
    rows = rows_of(visit("#/losses"))

    order = [row["id"] for row in rows]
    bars = {row["id"]: row["bars"] for row in rows}
    parts = {casualty_id: row["subset_of"] for casualty_id, row in table().items() if row["subset_of"]}
    assert parts
    for part, total in parts.items():
        assert order.index(part) == order.index(total) + 1
        assert bars[total][1:] == [pytest.approx(bars[part][0])]


def test_a_figure_says_whose_it_is_once(visit: Visit) -> None:
    rows = {row["id"]: row for row in rows_of(visit("#/losses"))}

    for casualty_id, figure in table().items():
        whole = table().get(figure["subset_of"], {})
        expected = {f"#/casualties/{casualty_id}"}
        expected |= {
            f"#/actors/{figure[column]}"
            for column in ("side_id", "reported_by")
            if figure[column] and figure[column] != whole.get(column)
        }
        if not whole or sources_of(casualty_id) != sources_of(whole["casualty_id"]):
            expected |= {f"#/sources/{source}" for source in sources_of(casualty_id)}
        assert set(rows[casualty_id]["links"]) == expected, casualty_id


@pytest.mark.parametrize(
    ("by", "column"), [("side", "side_id"), ("class", "victim_class"), ("reporter", "reported_by"), ("article", None)]
)
def test_figures_can_be_grouped(visit: Visit, by: str, column: str | None) -> None:
    page = visit("#/losses")
    page.get_by_label(by, exact=True).check()
    groups = page.eval_on_selector_all(
        ".losses .strips > section",
        "all => all.map(one => [...one.querySelectorAll('[data-id]')].map(row => row.dataset.id).sort())",
    )

    expected: dict[Any, set[str]] = {}
    for casualty_id, figure in table().items():
        for key in sources_of(casualty_id) if column is None else {figure[column]}:
            expected.setdefault(key, set()).add(casualty_id)
    assert sorted(groups) == sorted(sorted(ids) for ids in expected.values())


def test_title_says_who_reports_the_greatest_figures(visit: Visit) -> None:
    title = visit("#/losses").inner_text("h1")

    greatest = max(table().values(), key=lambda figure: figure["best"] or 0)
    reporters = {row["actor_id"]: row["name"] for row in kd.actors().to_pylist()}
    events = {row["event_id"]: row["title"] for row in kd.events().to_pylist()}
    assert title.startswith(f"{events[greatest['event_id']]}: {reporters[greatest['reported_by']]} reports ")
    for figure in table().values():
        if figure["event_id"] == greatest["event_id"]:
            said = "of them civilians" if figure["subset_of"] else figure["measure"]
            assert f"{figure['best']} {said}" in title


def test_lead_says_what_the_others_report(visit: Visit) -> None:
    page = visit("#/losses")
    title, lead = page.inner_text("h1"), page.inner_text(".figure .lead")

    events = {row["event_id"]: row["title"] for row in kd.events().to_pylist()}
    for figure in table().values():
        said = lead if events[figure["event_id"]] not in title else title
        assert (f"“{figure['wording']}”" if figure["best"] is None else str(figure["best"])) in said


@pytest.mark.parametrize("query", ["source=obct-2023-09-20", "actor=azerbaijan", "since=2023", "since=2023-09-20"])
def test_filters_leave_the_figures_that_they_leave_in_python(visit: Visit, query: str) -> None:
    rows = rows_of(visit(f"#/losses?{query}"))

    name, _, value = query.partition("=")
    expected = kd.casualties(**{name: value})["casualty_id"].to_pylist()
    assert 0 < len(expected) < len(table())
    assert {row["id"] for row in rows} == set(expected)


def test_where_no_figure_passes_the_page_says_why(visit: Visit) -> None:
    page = visit("#/losses?source=france-demands-2020-11")

    assert kd.casualties(source="france-demands-2020-11").num_rows == 0
    assert "No figure of losses passes the filters by source" in page.inner_text("main")


def test_sentences_stand_in_the_order_of_the_chart_and_name_the_side(visit: Visit) -> None:
    page = visit("#/losses")
    events = [link.inner_text() for link in page.locator(".losses h3 a").all()]
    told = page.inner_text(".figure .lead").split(". ")

    first = next(event for event in events if page.inner_text("h1").startswith(event))
    order = [next(event for event in events if sentence.startswith(event)) for sentence in told]
    assert order == [event for event in events if event != first]
    names = {row["actor_id"]: row["name"] for row in kd.load("actors").to_pylist()}
    titles = {row["event_id"]: row["title"] for row in kd.events().to_pylist()}
    for figure in table().values():
        sentence = next(one for one in [page.inner_text("h1"), *told] if one.startswith(titles[figure["event_id"]]))
        assert figure["side_id"] is None or f"(side: {names[figure['side_id']]})" in sentence
