"""Articles: each passage with what was done with it, and only what the tables publish of its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import karabakh_data as kd

pytestmark = pytest.mark.browser

Row = dict[str, Any]


def by(rows: list[Row], name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found


READ = """() => [...document.querySelectorAll('.outline')].map((outline) => ({
    source: outline.querySelector('h2 a').getAttribute('href'),
    about: outline.querySelector('.about-article').innerText,
    passages: [...outline.querySelectorAll('.passage')].map((passage) => ({
        id: passage.querySelector('.passage-kind a').getAttribute('href').replace('#/passages/', ''),
        dismissed: passage.querySelector('.dismissed')?.innerText ?? null,
        claims: passage.querySelector('.passage-claims summary')?.innerText ?? null,
        gap: passage.querySelector('.gap') !== null,
        quoted: [...passage.querySelectorAll('.words .quoted')].map((one) => one.textContent),
        text: passage.querySelector('.words').textContent,
        links: [...passage.querySelectorAll('.words .quoted')].map((one) => one.getAttribute('href')),
    })),
}))"""


def quoted_stretches(claims: list[Row]) -> list[str]:
    """The words that these claims quote, joined where they overlap or touch, by their offsets."""
    letters = {claim["char_start"] + at: letter for claim in claims for at, letter in enumerate(claim["quote"])}
    found: list[str] = []
    before = None
    for at in sorted(letters):
        if before is not None and at == before + 1:
            found[-1] += letters[at]
        else:
            found.append(letters[at])
        before = at
    return found


def test_each_passage_says_what_was_done_with_it_and_shows_its_quotations_alone(visit: Callable[..., Any]) -> None:
    passages = by(kd.load("passages").to_pylist(), "source_id")
    claims = by(kd.load("claims").to_pylist(), "passage_id")

    page = visit("#/articles")
    coded = kd.load("passages").column("disposition").to_pylist().count("coded")
    assert page.inner_text("h1").startswith(f"{coded} of {sum(map(len, passages.values()))} passages are coded")
    outlines = page.evaluate(READ)
    assert [one["source"] for one in outlines] == [f"#/sources/{source}" for source in sorted(passages)]
    for outline, source in zip(outlines, sorted(passages), strict=True):
        expected = sorted(passages[source], key=lambda row: int(row["seq"]))
        assert [one["id"] for one in outline["passages"]] == [row["passage_id"] for row in expected]
        for shown, row in zip(outline["passages"], expected, strict=True):
            on = claims.get(row["passage_id"], [])
            assert shown["quoted"] == quoted_stretches(on)
            # Nothing else of the text is there: blanks and ellipses stand for it.
            assert shown["text"].replace("…", " ").split() == " ".join(shown["quoted"]).split()
            assert shown["gap"] == (
                sum(map(len, shown["quoted"])) + len(shown["quoted"]) < row["char_end"] - row["char_start"]
            )
            assert shown["dismissed"] == (None if row["disposition"] == "coded" else f"Dismissed: {row['reason']}")
            assert (shown["claims"] or "0").split()[0] == str(len(on))


def test_a_quotation_leads_to_its_claims(visit: Callable[..., Any]) -> None:
    claims = kd.load("claims").to_pylist()
    single = next(row for row in claims if row["passage_id"] == "afp-2020-11-25-p003")
    page = visit("#/articles?source=afp-2020-11-25")
    page.locator("a.quoted", has_text=single["quote"]).first.click()
    page.wait_for_url(f"**#/claims/{single['claim_id']}**")

    page.go_back()
    passage = page.locator(".passage", has=page.locator("a[href^='#/passages/afp-2020-11-25-p012']").first)
    passage.locator("summary").click()
    shown = passage.locator(".claim blockquote").all_inner_texts()
    on = [row["quote"] for row in claims if row["passage_id"] == "afp-2020-11-25-p012"]
    assert sorted(text.strip("“”") for text in shown) == sorted(on)


def test_each_article_tells_its_outlet_its_day_and_how_it_is_known(visit: Callable[..., Any]) -> None:
    outlines = {one["source"]: one["about"] for one in visit("#/articles").evaluate(READ)}
    for row in kd.sources().to_pylist():
        about = outlines[f"#/sources/{row['source_id']}"]
        known = [row["title"], row["publisher"] or row["origin"] or row["author"], row["published_edtf"]]
        assert [one for one in [*known, row["published_basis"], row["framing"]] if one and one not in about] == []


def test_a_filter_shows_one_article_alone(visit: Callable[..., Any]) -> None:
    outlines = visit("#/articles?source=trend-2020-11-26").evaluate(READ)
    assert [one["source"] for one in outlines] == ["#/sources/trend-2020-11-26?source=trend-2020-11-26"]
