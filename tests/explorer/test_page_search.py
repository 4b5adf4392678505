"""Search as you type: the same records in the same order as `karabakh_data.search`, and from the keyboard alone."""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import installed
import pytest

import karabakh_data as kd
from karabakh_data.reader.search import folded
from karabakh_data.reader.tables import DATA

pytestmark = pytest.mark.browser

WORDS = (
    "lachin",
    "Lachin corridor",
    "KALBAJAR",
    "laçın",
    "peace",
    "a",
    "the region",
    "türkiye",
    "not",
    "2000",
    "so-called",
)
# Letters with marks, of several scripts, letters that are no others, apostrophes, signs that part words, and no words.
LETTERS = "aAzZəƏıIİiøßẞœſΣςσ'’ʼ-_. \u0301\u0327\u0334\u0345\u0e38éçşğ²½ⅷЙйъҐكَहिन्दीก漢한ﬁ😀"


def in_the_page(asked: Iterable[str]) -> list[dict[str, Any]]:
    """What the page's own search makes of each of these, in node: `folded` and `found`."""
    lines = "".join(f"{json.dumps(words)}\n" for words in asked)
    script = installed.ROOT / "explorer" / "make" / "run.mjs"
    command = [installed.program("node"), script, "tests/search_words.ts", DATA]
    done = subprocess.run(
        command, input=lines, stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "TZ": "UTC"}
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@cache
def texts() -> list[str]:
    """Quotations and names, from which words are taken to search for."""
    quotes = kd.load("claims").column("quote").to_pylist()
    return sorted({*quotes, *kd.load("mentions").column("surface").to_pylist()})


def test_what_is_found_and_its_order_are_those_of_python() -> None:
    chosen = random.Random(11).sample(texts(), 60)
    begun = [text[: 1 + len(text) // 2] for text in chosen[:30]]
    asked = [*WORDS, *chosen, *begun]

    found = in_the_page(asked)
    expected = [kd.search(words).to_pylist() for words in asked]

    said = [
        [tuple(hit[name] for name in ("table", "id", "title", "foundIn", "words")) for hit in one["found"]]
        for one in found
    ]
    assert said == [[tuple(row.values()) for row in rows] for rows in expected]
    assert sum(map(bool, expected)) > len(asked) / 2


def test_letters_are_folded_as_in_python() -> None:
    chance = random.Random(7)
    asked = ["".join(chance.choices(LETTERS, k=12)) for _ in range(400)]
    assert [one["folded"] for one in in_the_page(asked)] == [folded(text) for text in asked]


def shown(page: Any) -> dict[str, list[str]]:
    """The ids of records that are listed, by table, in their order."""
    found: dict[str, list[str]] = {}
    for link in page.locator("#found a.hit").all():
        table, _, record = link.get_attribute("href").split("?")[0].removeprefix("#/").partition("/")
        found.setdefault(table, []).append(record)
    return found


def expected(words: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in kd.search(words).to_pylist():
        records = found.setdefault(row["table"], [])
        if row["id"] not in records:
            records.append(row["id"])
    return found


@pytest.mark.parametrize("words", ["lachin", "Kalbajar", "russian peacekeepers"])
def test_records_are_shown_by_kind_in_the_order_of_python(visit: Callable[..., Any], words: str) -> None:
    page = visit(f"#/search?words={words}")
    while page.get_by_role("button", name="Show more of").count():
        page.get_by_role("button", name="Show more of").first.click()
    assert list(shown(page).items()) == list(expected(words).items())


def test_slash_leads_to_the_field_arrows_along_what_is_found_and_enter_opens_it(visit: Callable[..., Any]) -> None:
    page = visit("#/articles")
    page.keyboard.press("/")
    page.keyboard.type("lachin")
    page.wait_for_selector("h1 :text-is('lachin')")
    assert page.url.endswith("#/search?words=lachin")
    count = len({(row["table"], row["id"]) for row in kd.search("lachin").to_pylist()})
    assert page.get_by_role("status").first.text_content() == f"{count} records found, the closest first."

    at = "document.activeElement.getAttribute('href')"
    first, second = _first_two("lachin")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(at) == first
    page.keyboard.press("ArrowDown")
    assert page.evaluate(at) == second
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{first}")
    page.wait_for_selector("article.record")

    page.go_back()
    page.wait_for_selector("#found a.hit")
    assert page.input_value("#words") == "lachin"
    page.go_back()  # what was typed is one step, not one for each letter
    page.wait_for_url("**#/articles")
    assert page.input_value("#words") == ""


def _first_two(words: str) -> tuple[str, str]:
    table, records = next(iter(expected(words).items()))
    return f"#/{table}/{records[0]}", f"#/{table}/{records[1]}"


def test_enter_in_the_field_opens_the_closest(visit: Callable[..., Any]) -> None:
    page = visit()
    page.fill("#words", "lachin")
    page.wait_for_selector("#found a.hit")
    page.press("#words", "Enter")
    page.wait_for_url(f"**/{_first_two('lachin')[0]}")


def test_where_nothing_is_found_the_page_says_why(visit: Callable[..., Any]) -> None:
    page = visit("#/search?words=xyzzy")
    assert "No title, name or quotation holds all of these words" in page.inner_text("main")
    assert page.get_by_role("status").first.text_content() == "Nothing is found."
    page = visit("#/search?words=lachin&source=trend-2020-11-26&type=vote")
    assert "passes the filters by source, type" in page.inner_text("main")
    page.get_by_role("button", name="Search without filters").click()
    page.wait_for_selector("#found a.hit")


def test_a_search_in_chosen_articles_shows_only_their_words(visit: Callable[..., Any]) -> None:
    page = visit("#/search?words=kalbajar&source=afp-2020-11-25")
    quoted = {row["quote"] for row in kd.load("claims").to_pylist() if row["source_id"] == "afp-2020-11-25"}
    named = {row["surface"] for row in kd.load("mentions").to_pylist() if row["source_id"] == "afp-2020-11-25"}
    words = page.locator("#found q").all_inner_texts()
    assert words
    assert {word.strip('“”"') for word in words} <= quoted | named


def test_a_browser_that_tells_of_no_pauses_searches_all_the_same(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.add_init_script("delete window.requestIdleCallback; delete window.cancelIdleCallback")
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{address}#/search?words=lachin")
    page.wait_for_selector("#found a.hit")
    page.close()
    assert failed == []
