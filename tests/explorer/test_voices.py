"""Who says what: each disagreement of the tables with its voices side by side, and the names that articles give."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Key = tuple[str, str, str]


def contradictions() -> dict[Key, list[dict[str, Any]]]:
    """The claims of `kd.disagreements()` by table, record and field."""
    found: dict[Key, list[dict[str, Any]]] = {}
    for row in kd.disagreements().to_pylist():
        found.setdefault((row["record_table"], row["record_id"], row["field"]), []).append(row)
    return found


def sides(page: Any, part: str) -> list[Any]:
    """What the part of that id sets side by side, all of it."""
    more = page.locator(f"#{part}").get_by_role("button", name="Show more of")
    while more.count():
        more.click()
    return page.locator(f"#{part} article.sides").all()


def address_of(article: Any) -> str:
    return str(article.locator("h3 a").get_attribute("href")).split("?")[0]


def test_each_contradiction_stands_with_every_voice_and_its_words(visit: Callable[..., Any]) -> None:
    names = {row["actor_id"]: row["name"] for row in kd.actors().to_pylist()}
    shown = sides(visit("#/voices"), "disagreements")

    expected = contradictions()
    assert [address_of(article) for article in shown] == [
        f"#/{table}/{record}" for table, record, _ in sorted(expected)
    ]
    for article, key in zip(shown, sorted(expected), strict=True):
        claims = expected[key]
        assert len(article.locator(".side").all()) == len({(claim["value"], claim["stance"]) for claim in claims})
        quotations = [text.strip("“”") for text in article.locator("blockquote").all_inner_texts()]
        assert Counter(quotations) == Counter(claim["quote"] for claim in claims)
        speakers = article.locator(".speaker").all_inner_texts()
        own = "The article itself"
        assert Counter(speakers) == Counter(
            names[claim["attributed_to"]] if claim["attributed_to"] else own for claim in claims
        )
        stances = {claim["stance"] for claim in claims}
        assert all(stance in article.inner_text() for stance in stances)


def test_differing_values_and_denials_are_all_there(visit: Callable[..., Any]) -> None:
    values: dict[Key, set[str]] = {}
    conflict: set[Key] = set()
    denied: set[Key] = set()
    for claim in kd.load("claims").to_pylist():
        key = (claim["record_table"], claim["record_id"], claim["field"])
        values.setdefault(key, set()).add(claim["value"])
        if claim["in_conflict"]:
            conflict.add(key)
        elif claim["field"] == "status" and (claim["value"] == "denied" or claim["stance"] != "asserts"):
            denied.add(key)

    page = visit("#/voices")
    differing = sorted(key for key, several in values.items() if len(several) > 1 and key not in conflict)
    within = sum(len({claim["source_id"] for claim in claims}) == 1 for claims in contradictions().values())
    assert page.inner_text("h1") == (
        f"Voices contradict each other on {len(conflict)} points, on {within} of them within one article; "
        f"{len(differing)} others are told differently"
    )
    for part, keys in (("differences", differing), ("denials", sorted(denied))):
        assert [address_of(article) for article in sides(page, part)] == [f"#/{key[0]}/{key[1]}" for key in keys]


def test_a_filter_by_article_keeps_both_sides_of_what_the_article_takes_part_in(visit: Callable[..., Any]) -> None:
    page = visit("#/voices?source=afp-2020-11-25")
    expected = {
        key: claims
        for key, claims in contradictions().items()
        if "afp-2020-11-25" in {one["source_id"] for one in claims}
    }
    assert 0 < len(expected) < len(contradictions())
    shown = sides(page, "disagreements")
    assert [address_of(article) for article in shown] == [
        f"#/{table}/{record}" for table, record, _ in sorted(expected)
    ]
    assert sum(len(article.locator("blockquote").all()) for article in shown) == sum(map(len, expected.values()))


@pytest.mark.facts
def test_a_filter_by_actor_finds_what_the_actor_says_or_has_a_part_in(visit: Callable[..., Any]) -> None:
    page = visit("#/voices?actor=turkey")
    shown = {address_of(article) for article in sides(page, "disagreements")}
    said = {
        f"#/{key[0]}/{key[1]}"
        for key, claims in contradictions().items()
        if any(one["attributed_to"] == "turkey" for one in claims)
    }
    assert said
    assert said <= shown
    assert "#/places/lachin-district" not in shown


def test_as_one_article_alone_would_have_it_there_is_less_to_contradict(visit: Callable[..., Any]) -> None:
    page = visit("#/voices?source=afp-2020-11-25&alone=yes")
    assert sides(page, "disagreements") == []
    assert "as the chosen sources alone would have it" in page.inner_text("#disagreements")


def test_each_name_stands_in_the_column_of_its_article_with_how_often(visit: Callable[..., Any]) -> None:
    page = visit("#/voices")
    while page.locator("#names").get_by_role("button", name="Show more of").count():
        page.locator("#names").get_by_role("button", name="Show more of").click()
    sources = sorted(kd.sources().column("source_id").to_pylist())
    shown: Counter[tuple[str, str, str]] = Counter()
    for row in page.evaluate(READ_NAMES):
        for source, forms in zip(sources, row["cells"], strict=True):
            for surface, times in forms:
                shown[row["href"].split("?")[0], source, surface] += times

    expected: Counter[tuple[str, str, str]] = Counter()
    for row in kd.load("mentions").to_pylist():
        expected[f"#/{row['entity_table']}/{row['entity_id']}", row["source_id"], row["surface"]] += 1
    assert shown == expected


READ_NAMES = """() => [...document.querySelectorAll('.names-grid tbody tr')].map((row) => ({
    href: row.querySelector('th a').getAttribute('href'),
    cells: [...row.querySelectorAll('td')].map((cell) => [...cell.querySelectorAll('summary')].map((form) => [
        form.querySelector('q').textContent,
        Number(form.querySelector('.count')?.textContent.replace(/[^0-9]/g, '') ?? 1)]))}))"""


def test_a_name_opens_where_it_stands(visit: Callable[..., Any]) -> None:
    page = visit("#/voices")
    form = page.locator(".names-grid details").first
    form.locator("summary").click()
    surface = form.locator("q").text_content()
    links = form.get_by_role("link", name="the mention").all()
    mentions = {row["mention_id"]: row["surface"] for row in kd.load("mentions").to_pylist()}
    ids = [str(link.get_attribute("href")).removeprefix("#/mentions/") for link in links]
    assert ids
    assert {mentions[one] for one in ids} == {surface}


@pytest.mark.parametrize("name", ["disagreements", "names"])
def test_what_is_shown_is_saved_as_csv(visit: Callable[..., Any], name: str) -> None:
    page = visit("#/voices")
    with page.expect_download() as saving:
        page.locator(f"#{name}").get_by_role("button", name="Download CSV").click()
    assert saving.value.suggested_filename == f"{name}.csv"
    with saving.value.path().open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    if name == "disagreements":
        said = [(line["record_id"], line["source_id"], line["quote"]) for line in lines]
        rows = kd.disagreements().to_pylist()
        assert sorted(said) == sorted((row["record_id"], row["source_id"], row["quote"]) for row in rows)
    else:
        named = Counter((row["entity_id"], row["source_id"], row["surface"]) for row in kd.load("mentions").to_pylist())
        counted = {(line["entity_id"], line["source_id"], line["surface"].lstrip("'")) for line in lines}
        assert counted == {(entity, source, surface.lstrip("'")) for entity, source, surface in named}
        assert sum(int(line["count"]) for line in lines) == named.total()
