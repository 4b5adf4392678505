"""The first screen: what this is, from which articles, and three things that can be seen nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser


def test_it_names_each_article_with_its_outlet_and_day(visit: Callable[..., Any]) -> None:
    page = visit()
    cards = page.locator(".article-cards li")
    sources = sorted(kd.sources().to_pylist(), key=lambda row: str(row["source_id"]))
    assert cards.count() == len(sources)
    for card, row in zip(cards.all(), sources, strict=True):
        said = card.inner_text()
        assert card.get_by_role("link").get_attribute("href") == f"#/sources/{row['source_id']}"
        assert (row["publisher"] or row["origin"] or row["author"] or "Outlet not named") in said
        assert row["published_edtf"][:4] in said
        assert ("inferred" in said) == (row["published_basis"] == "inferred")
        assert (row["title"] or "") in said
        assert not (row["publisher"] and row["origin"]) or f"reprints {row['origin']}" in said


def test_it_counts_what_became_of_each_term(visit: Callable[..., Any]) -> None:
    page = visit()
    clauses = {row["clause_id"] for row in kd.clauses().to_pylist()}
    squares = page.locator(".square").all()
    assert Counter(str(one.get_attribute("href")).removeprefix("#/clauses/") for one in squares) == Counter(clauses)
    late = [row for row in kd.load("clause_events").to_pylist() if row["days_late"]]
    assert [f"Late by {row['days_late']} days:" in page.inner_text(".start") for row in late] == [True] * len(late)
    breached = {row["clause_id"] for row in kd.load("clause_events").to_pylist() if row["outcome"] == "breached"}
    row = page.locator(".outcomes > div", has_text="breached")
    assert {
        str(one.get_attribute("href")).removeprefix("#/clauses/") for one in row.locator(".square").all()
    } == breached


def test_its_bars_count_the_events_that_are_dated_to_a_few_days(visit: Callable[..., Any]) -> None:
    page = visit()
    labels = [str(one.get_attribute("aria-label")) for one in page.locator(".days svg").all()]
    dated = [row for row in kd.events().to_pylist() if row["date_start"] and str(row["date_prec"]) in ("1", "2")]
    days = sorted(row["date_start"] for row in dated)
    groups: list[list[Any]] = []
    for day in days:
        if groups and (day - groups[-1][-1]).days <= 45:
            groups[-1].append(day)
        else:
            groups.append([day])
    expected = [(len(group), group[0].year, group[-1].year) for group in groups if len(group) >= 3]
    said = [(int(label.split()[0]), int(label.split(" to ")[0][-4:]), int(label[-4:])) for label in labels]
    assert said == expected


def test_it_sets_the_sides_of_each_contradiction_beside_each_other(visit: Callable[..., Any]) -> None:
    page = visit()
    keys = sorted({(row["record_table"], row["record_id"], row["field"]) for row in kd.disagreements().to_pylist()})
    shown = page.locator("article.sides").all()
    links = [str(one.locator("h3 a").get_attribute("href")) for one in shown]
    assert links == [f"#/{table}/{record}" for table, record, _ in keys[:4]]
    said = " ".join(one.inner_text() for one in shown)
    quotes = [
        row["quote"]
        for row in kd.disagreements().to_pylist()
        if (row["record_table"], row["record_id"], row["field"]) in keys[:4]
    ]
    assert [quote for quote in quotes if quote not in said] == []


def test_each_of_the_three_leads_to_the_whole(visit: Callable[..., Any]) -> None:
    page = visit()
    links = [str(one.get_attribute("href")) for one in page.locator(".whole a").all()]
    assert links == ["#/timeline", "#/terms", "#/voices"]


@pytest.mark.parametrize(
    ("asked", "ignored"),
    [
        ("status=alleged&type=handover&since=2020", "Type of event, Status, Since"),
        ("source=afp-2020-11-25", "Article"),
        ("source=afp-2020-11-25&alone=yes&place=azerbaijan", "Place"),
        ("source=afp-2020-11-25&alone=yes", None),
    ],
)
def test_filters_that_came_along_are_shown_and_which_are_not_asked(
    visit: Callable[..., Any], asked: str, ignored: str | None
) -> None:
    page = visit(f"#/?{asked}")
    said = [text for text in page.locator(".filters .ignored").all_inner_texts() if text.startswith("Not asked")]
    assert said == ([f"Not asked of what is shown here: {ignored}."] if ignored else [])
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("location.hash === '#/'")
    assert page.locator(".filters").count() == 0
