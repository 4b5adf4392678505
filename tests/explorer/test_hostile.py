"""Text from the data is never markup: whatever stands in a title, a quotation, a name or an id is shown as text."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from served_page import GO, serving

from karabakh_data.model import TABLES
from karabakh_data.reader.tables import DATA, read_file

pytestmark = pytest.mark.browser

EVENT, ACTOR, PLACE, SOURCE = "kalbajar-handover-2020", "azerbaijan", "kalbajar-district", "afp-2020-11-25"
OVERRIDE, ISOLATE = "\u202e", "\u2067"
TEXTS = {
    "script": "<script>window.struck = 1</script>",
    "handler": "<img src=x onerror=\"window.struck = 1\"><svg onload='window.struck = 1'>",
    "breaks out": "\"'></option></title></textarea></a>--><script>window.struck = 1</script>",
    "link": "javascript:window.struck=1",
    "template": "{{constructor.constructor('window.struck = 1')()}} ${window.struck = 1}",
    "direction": f"{OVERRIDE}txet eht{ISOLATE} of ar\u200fticles",
    "odd": "\u0000\u0007\u001b[31m\ufeff\u00ad\u2028\u2029 e\u0301\u0323 \U0001f9ff\U000e0041 \ufdfd\ud7ff",
    "prototype": "__proto__",
    "long word": "x" * 1_000_000,
    "long": "a word and " * 100_000,
    "formula": '=HYPERLINK("http://192.0.2.1/")',
}
MOST = 600  # code units of a text in a line, as parts/text.tsx has it
STRANGERS = Path(__file__).with_name("strangers.js").read_text("utf-8")
ID = '"><script>window.struck = 1</script>?&#%2f\u202e__proto__'


def hostile(text: str, folder: Path) -> Path:
    """The published tables with that text in all that is free text, on one event, actor, place and article."""
    for name in TABLES:
        rows = read_file(DATA / f"{name}.parquet")
        pq.write_table(
            pa.Table.from_pylist([_struck(row, text) for row in rows.to_pylist()], schema=rows.schema),
            folder / f"{name}.parquet",
        )
    return folder


def _struck(row: dict[str, Any], text: str) -> dict[str, Any]:
    free = (
        "title",
        "name",
        "publisher",
        "author",
        "description",
        "framing",
        "quote",
        "note",
        "surface",
        "summary",
        "wording",
    )
    ours = {EVENT, ACTOR, PLACE, SOURCE} & {value for value in row.values() if isinstance(value, str)}
    return {name: text if name in free and ours and value is not None else value for name, value in row.items()}


def far_out(folder: Path) -> Path:
    """The published tables with coordinates that no place on earth has, in one of two or in both."""
    shutil.copytree(DATA, folder, dirs_exist_ok=True)
    rows = read_file(DATA / "places.parquet").to_pylist()
    for at, row in enumerate(rows):
        row["latitude"], row["longitude"] = ((45.0, 1e9, -200.0, 40.0)[at % 4], (1e9, 45.0, 46.0, float("inf"))[at % 4])
    pq.write_table(
        pa.Table.from_pylist(rows, schema=read_file(DATA / "places.parquet").schema), folder / "places.parquet"
    )
    return folder


def renamed(folder: Path) -> Path:
    """The published tables in which the event has a hostile id, wherever it is named."""
    for name in TABLES:
        rows = read_file(DATA / f"{name}.parquet")
        named = [
            {column: value.replace(EVENT, ID) if isinstance(value, str) else value for column, value in row.items()}
            for row in rows.to_pylist()
        ]
        pq.write_table(pa.Table.from_pylist(named, schema=rows.schema), folder / f"{name}.parquet")
    return folder


@pytest.fixture(scope="module", params=[*TEXTS, "id"])
def text_and_address(
    request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The text that stands everywhere, and where the page shows it."""
    folder = tmp_path_factory.mktemp("hostile")
    text = TEXTS.get(request.param, ID)
    with serving(built, renamed(folder) if request.param == "id" else hostile(text, folder)) as address:
        yield text, address


def test_every_view_and_record_shows_it_as_text(text_and_address: tuple[str, str], visit: Callable[..., Any]) -> None:
    text, address = text_and_address
    page = visit("", at=address)
    views = page.evaluate("[...document.querySelectorAll('nav ul a')].map(link => new URL(link.href).hash)")
    event = f"#/events/{quote(ID if text == ID else EVENT)}"
    records = [event, f"#/actors/{ACTOR}", f"#/places/{PLACE}", f"#/sources/{SOURCE}"]
    filtered = [
        f"source={SOURCE}&actor={ACTOR}&place={PLACE}",
        f"source={SOURCE}&alone=yes",
        f"place={quote(text[:99])}",
    ]
    found_by = [f"#/search?words={quote(text[:99])}", "#/search?words=kalbajar", "#/search?words=script"]
    lists = ["#/events", "#/claims", "#/sources", *(f"#/events?{one}" for one in filtered)]
    for path in [*views, *records, *found_by, *lists]:
        page.evaluate(GO, path)
        page.evaluate(SETTLED)
        found = page.evaluate(STRANGERS)
        assert found == {"struck": None, "scripts": 1, "foreign": [], "loose": [], "wide": False}, path
    page.evaluate(GO, event)
    shown = page.locator("code.machine" if text == ID else "h1").first.text_content()
    assert shown.removeprefix("events/") == (text if len(text) <= MOST else f"{text[: MOST - 1]}…")


# Charts measure their room when they are first painted, and are then drawn again.
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"

# Puts an element with these properties into the document.
ADD = """([name, properties]) => {
    const added = Object.assign(document.createElement(name), properties)
    if (properties.handler) added.setAttribute('onclick', properties.handler)
    document.body.append(added)
    if (properties.handler) added.click()
}"""
STRIKE, ELSEWHERE = "window.struck = 1", "http://192.0.2.1/"
ATTEMPTS = {
    "an inline script": (ADD, ["script", {"text": STRIKE}]),
    "a script from elsewhere": (ADD, ["script", {"src": ELSEWHERE}]),
    "a script in an address": (ADD, ["script", {"src": f"data:text/javascript,{STRIKE}"}]),
    "a handler": (ADD, ["b", {"handler": STRIKE}]),
    "an inline style": (ADD, ["style", {"textContent": "b { color: red }"}]),
    "a style in an attribute": (ADD, ["p", {"innerHTML": '<b style="color: red">x</b>'}]),
    "an image from elsewhere": (ADD, ["img", {"src": ELSEWHERE}]),
    "a frame": (ADD, ["iframe", {"src": ELSEWHERE}]),
    "another base": (ADD, ["base", {"href": ELSEWHERE}]),
    "a request elsewhere": ("address => { fetch(address).catch(() => 0) }", ELSEWHERE),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_policy_forbids(attempt: str, chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => (window.refused ??= []).push(event.effectiveDirective))"
    )
    page.goto(address)
    page.wait_for_selector("main h1")
    page.evaluate(*ATTEMPTS[attempt])
    page.wait_for_function("window.refused?.length > 0")
    assert page.evaluate("window.struck ?? null") is None
    page.close()


def test_coordinates_that_are_none_on_earth_are_told_and_not_drawn(
    visit: Callable[..., Any], built: Path, tmp_path: Path
) -> None:
    with serving(built, far_out(tmp_path)) as address:
        page = visit("#/map", at=address)
        page.get_by_role("heading", name="Without a point, and not drawn").wait_for()
        assert page.locator("h3", has_text="On the map").count() == 0
