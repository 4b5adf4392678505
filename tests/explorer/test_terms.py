"""The terms of agreements: each clause with who is bound, when it was due, and what became of it, as the tables say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]

# What became of a clause is the first of its outcomes in this order.
FOREMOST = ["disputed", "breached", "late", "partly_fulfilled", "fulfilled", "pending", "postponed"]

ROWS = """rows => rows.map(row => ({
    id: row.dataset.id,
    links: [...row.querySelectorAll("a")].map(link => link.getAttribute("href")),
    text: row.querySelector(".strip-words")?.textContent ?? row.textContent,
    state: row.querySelector("[data-state]").dataset.state,
    outcomes: [...row.querySelectorAll("[data-outcome]")].map(one => one.dataset.outcome),
    marks: row.querySelectorAll(".mark").length,
    due: row.querySelectorAll(".due").length,
    late: row.querySelectorAll("path.late").length,
    beside: [...row.querySelectorAll("text.beside")].map(one => one.textContent).join(" "),
}))"""


def rows_of(page: Any) -> dict[str, dict[str, Any]]:
    """All rows of the chart by id."""
    page.wait_for_selector(".strips-body")
    rows = page.eval_on_selector_all(".strips-body [data-id]", ROWS)
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def outcomes() -> dict[str, list[dict[str, Any]]]:
    """What the tables say became of each clause."""
    found: dict[str, list[dict[str, Any]]] = {row["clause_id"]: [] for row in kd.clauses().to_pylist()}
    for row in kd.load("clause_events").to_pylist():
        found[row["clause_id"]].append(row)
    return found


def state_of(clause: dict[str, Any], known: list[dict[str, Any]]) -> str:
    foremost = [outcome for outcome in FOREMOST if any(row["outcome"] == outcome for row in known)]
    silent = "untold" if clause["modality"] == "obligation" else str(clause["modality"])
    return foremost[0] if foremost else silent


@pytest.mark.parametrize("width", [360, 1440])
def test_each_clause_tells_its_parties_and_what_became_of_it(visit: Visit, width: int) -> None:
    rows = rows_of(visit("#/terms", width=width))

    names = {row["actor_id"]: row["name"] for row in kd.actors().to_pylist()}
    actors = kd.load("clause_actors").to_pylist()
    assert set(rows) == set(outcomes())
    for clause in kd.clauses().to_pylist():
        clause_id = clause["clause_id"]
        row, known = rows[clause_id], outcomes()[clause_id]
        assert clause["summary"] in row["text"]
        assert row["state"] == state_of(clause, known), clause_id
        assert sorted(row["outcomes"]) == sorted(one["outcome"] for one in known)
        linked = [f"#/clauses/{clause_id}", *(f"#/events/{one['event_id']}" for one in known)]
        linked += [f"#/actors/{one['actor_id']}" for one in actors if one["clause_id"] == clause_id]
        assert sorted(row["links"]) == sorted(linked)
        for one in actors:
            if one["clause_id"] == clause_id:
                before = {"obligor": "by ", "beneficiary": "for "}.get(one["role"], f"{one['role']}: ")
                assert before in row["text"], clause_id
                assert names[one["actor_id"]] in row["text"], clause_id


@pytest.mark.parametrize("width", [360, 1440])
def test_marks_are_those_of_the_dates_that_are_known(visit: Visit, width: int) -> None:
    rows = rows_of(visit("#/terms", width=width))

    dates = {event["event_id"]: event["date_edtf"] for event in kd.events().to_pylist()}
    for clause in kd.clauses().to_pylist():
        row, known = rows[clause["clause_id"]], outcomes()[clause["clause_id"]]
        assert row["marks"] == sum(dates[one["event_id"]] is not None for one in known), clause["clause_id"]
        assert row["due"] == (clause["due_edtf"] is not None)
        late = [one["days_late"] for one in known if one["days_late"]]
        assert row["late"] == len(late)
        for days in late:
            assert f"{days} days late" in row["text"]
            assert f"{days} days late" in row["beside"]
    assert any(row["late"] for row in rows.values())


def test_title_and_legend_count_what_became_of_the_terms(visit: Visit) -> None:
    page = visit("#/terms")
    page.wait_for_selector(".strips-body")
    title = page.inner_text("h1")

    clauses = kd.clauses().to_pylist()
    counts = Counter(state_of(clause, outcomes()[clause["clause_id"]]) for clause in clauses)
    agreements = {clause["agreement_id"] for clause in clauses}
    assert title.startswith(f"Of {len(clauses)} terms of {len(agreements)} agreements, ")
    legend = page.eval_on_selector_all(
        ".legend [data-state]",
        "all => all.map(one => [one.dataset.state, Number(one.querySelector('.count').textContent)])",
    )
    assert dict(legend) == counts
    assert sorted(int(word) for word in title.split(",", 1)[1].replace(",", "").split() if word.isdigit()) == sorted(
        counts.values()
    )


def test_lead_names_what_was_late_and_by_how_much_and_what_was_breached(visit: Visit) -> None:
    lead = visit("#/terms").inner_text(".figure .lead")

    for clause in kd.clauses().to_pylist():
        known = outcomes()[clause["clause_id"]]
        state = state_of(clause, known)
        assert (clause["summary"].rstrip(".") in lead) == (state in ("late", "breached")), clause["clause_id"]
        for one in known:
            if one["days_late"]:
                assert f"({one['days_late']} days late)" in lead


def test_terms_stand_under_their_agreement(visit: Visit) -> None:
    page = visit("#/terms")
    page.wait_for_selector(".strips-body")
    sections = page.eval_on_selector_all(
        ".strips-body > section",
        """all => all.map(one => [
            one.querySelector("h3 a").getAttribute("href"),
            [...one.querySelectorAll("[data-id]")].map(row => row.dataset.id).sort(),
        ])""",
    )

    expected: dict[str, list[str]] = {}
    for clause in kd.clauses().to_pylist():
        expected.setdefault(f"#/agreements/{clause['agreement_id']}", []).append(clause["clause_id"])
    assert dict(sections) == {agreement: sorted(clauses) for agreement, clauses in expected.items()}


@pytest.mark.parametrize("query", ["place=kalbajar-district", "actor=azerbaijan", "source=obct-2023-09-20"])
def test_filters_leave_the_clauses_that_they_leave_in_python(visit: Visit, query: str) -> None:
    page = visit(f"#/terms?{query}")

    name, _, value = query.partition("=")
    expected = kd.clauses(**{name: value})["clause_id"].to_pylist()
    assert 0 < len(expected) < kd.clauses().num_rows
    assert set(rows_of(page)) == set(expected)


def test_a_term_leads_to_its_words(visit: Visit) -> None:
    page = visit("#/terms")
    page.wait_for_selector(".strips-body")
    page.locator("[data-id=kalbajar-handover] .strip-title a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#/clauses/kalbajar-handover")
    page.wait_for_selector("blockquote")

    quotes = [row["quote"] for row in kd.load("claims").to_pylist() if row["record_id"] == "kalbajar-handover"]
    assert quotes
    assert [quote for quote in quotes if quote not in page.inner_text("main")] == []


def test_where_no_term_passes_the_page_says_why(visit: Visit) -> None:
    page = visit("#/terms?place=paris")

    assert kd.clauses(place="paris").num_rows == 0
    assert "No term of an agreement passes the filters by place" in page.inner_text("main")


def test_the_day_of_an_agreement_stands_apart_from_the_number_of_its_terms(visit: Visit) -> None:
    headings = visit("#/terms").locator(".terms h3").all_inner_texts()

    assert any("concluded" in heading for heading in headings)
    assert all(re.search(r"concluded .*\d · \d+ terms?$", heading) for heading in headings if "concluded" in heading)
