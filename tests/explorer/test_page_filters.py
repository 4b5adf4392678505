"""Filters choose what the package's filters choose, stand in the address, and what is shown can be saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import karabakh_data as kd
from karabakh_data.reader.each_filter import FILTERS
from karabakh_data.reader.tables import load

pytestmark = pytest.mark.browser

ASKED: list[dict[str, Any]] = [
    {"status": ["planned", "denied"]},
    {"type": ["handover"]},
    {"actor": ["azerbaijan", "armenia"]},
    {"place": ["nagorno-karabakh"]},
    {"place": ["azerbaijan"], "since": "2020-11-20"},
    {"since": "2020-12", "until": "2023"},
    {"until": "2020"},
    {"source": ["afp-2020-11-25", "trend-2020-11-26"], "status": ["occurred"]},
    {"actor": ["azerbaijan"], "place": ["azerbaijan"], "source": ["obct-2023-09-20"], "since": "2022"},
]
OUTSIDE = {("places", "type")}  # in the page, types are those of events


@pytest.mark.parametrize("table", ["events", "clauses", "claims", "mentions", "places", "sources", "passages"])
@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: "&".join(asked))
def test_a_filter_chooses_the_rows_that_the_package_chooses(
    visit: Callable[..., Any], asked: dict[str, Any], table: str
) -> None:
    # What a table cannot be asked for is said beside the filters, and left out.
    applied = {name: value for name, value in asked.items() if name in FILTERS[table] and (table, name) not in OUTSIDE}
    rows = load(table, **applied).num_rows
    query = "&".join(
        f"{name}={one}" for name, value in asked.items() for one in ([value] if isinstance(value, str) else value)
    )
    page = visit(f"#/{table}?{query}")
    shown = page.locator("button.download")
    assert (shown.inner_text() if rows else page.locator("main .empty").inner_text()[:3]) == (
        f"Download CSV ({rows:,} rows)" if rows else "No "
    )


@pytest.mark.parametrize("table", ["places", "events", "actors", "clauses", "casualties", "mentions"])
@pytest.mark.parametrize(
    "sources", [["afp-2020-11-25"], ["afp-2020-11-25", "france24-2020-11-26", "obct-2023-09-20"]], ids=len
)
def test_of_some_articles_alone_all_rows_are_shown(visit: Callable[..., Any], sources: list[str], table: str) -> None:
    known = set(kd.sources().column("source_id").to_pylist())
    assert "afp-2020-11-25" in known
    sources = [one for one in sources if one in known]
    page = visit(f"#/{table}?{'&'.join(f'source={one}' for one in sources)}&alone=yes")
    rows = kd.load(table, sources=sources).num_rows
    assert page.locator("button.download").inner_text() == f"Download CSV ({rows:,} rows)"


def test_filters_stand_in_the_address_and_back_and_forward_follow_them(visit: Callable[..., Any]) -> None:
    page = visit("#/events")
    count = page.locator("button.download")
    page.get_by_label("Status", exact=True).select_option("alleged")
    page.wait_for_function("location.hash.includes('status=alleged')")
    alleged = kd.events(status="alleged").num_rows
    page.get_by_text(f"({alleged} rows)").wait_for()
    page.get_by_label("Article", exact=True).select_option("obct-2023-09-20")
    both = kd.events(status="alleged", source="obct-2023-09-20").num_rows
    page.get_by_text(f"({both} rows)").wait_for()
    assert both < alleged < kd.events().num_rows

    page.go_back()
    page.get_by_text(f"({alleged} rows)").wait_for()
    page.go_back()
    page.get_by_text(f"({kd.events().num_rows} rows)").wait_for()
    page.go_forward()
    page.get_by_text(f"({alleged} rows)").wait_for()
    page.get_by_role("button", name="alleged").click()
    page.get_by_text(f"({kd.events().num_rows} rows)").wait_for()
    assert count.is_enabled()


def test_what_is_shown_is_saved_as_the_package_would_write_it(visit: Callable[..., Any]) -> None:
    page = visit("#/clauses")
    with page.expect_download() as saved:
        page.click("button.download")
    text = saved.value.path().read_bytes().decode("utf-8-sig")
    assert saved.value.suggested_filename == "clauses.csv"
    lines = text.split("\r\n")
    assert lines[0].split(",") == kd.load("clauses").column_names
    assert len(lines) == kd.load("clauses").num_rows + 2
    assert "2020-11-15" in text
