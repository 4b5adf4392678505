"""The site is whole by itself: nothing is loaded from elsewhere, links lead somewhere, and the bytes are the same."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote, urlsplit

import pytest
from making import make
from pages import Page, loaded, of_scripts, of_styles

import karabakh_data as kd
from karabakh_data.model import columns

pytestmark = pytest.mark.importers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<script src="https://cdn.example/x.js"></script>', ["https://cdn.example/x.js"]),
        ('<link rel="stylesheet" href="//fonts.example/a.css">', ["//fonts.example/a.css"]),
        ('<img srcset="https://example.org/a.png 2x">', ["https://example.org/a.png 2x"]),
        ("<style>@import 'https://example.org/a.css'; b { background: url(//c.example/d) }</style>", 2),
        ('<p style="background:url(https://example.org/a.png)">', ["https://example.org/a.png"]),
        ('<script>fetch("https://example.org/count")</script>', ["https://example.org/count"]),
        ('<a href="https://example.org/">words</a>', []),
        ("<script>// see https://example.org/\nlet a = 1</script>", []),
    ],
)
def test_what_a_page_loads_is_seen(text: str, found: list[str] | int) -> None:
    seen = Page(text).loaded
    assert (len(seen) if isinstance(found, int) else seen) == found


def test_what_styles_and_scripts_load_is_seen() -> None:
    assert of_styles('@font-face { src: url("https://f.example/x.woff2") }') == ["https://f.example/x.woff2"]
    assert of_scripts("/* https://a.example */ import('https://b.example/x.mjs')") == ["https://b.example/x.mjs"]


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    files = list(loaded(site))
    assert {"index.html", "search.html"} <= {file for file, _ in files}
    for file, address in files:
        parts = urlsplit(address)
        assert parts.scheme in ("", "data"), f"{file} loads {address}"
        assert parts.netloc == "", f"{file} loads {address}"


def test_what_a_page_loads_and_links_to_is_there(site: Path) -> None:
    pages = {file: Page(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}
    missing = []
    for file, page in pages.items():
        for address in [*page.links, *page.loaded]:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            there = target.is_file() and (not parts.fragment or parts.fragment in pages[target].ids)
            if not there:
                missing.append((file.relative_to(site).as_posix(), address))
    assert pages
    assert missing == []


@pytest.mark.parametrize("module", [kd, kd.model, kd.plot], ids=lambda module: module.__name__)
def test_every_public_name_has_its_entry(module: ModuleType, site: Path) -> None:
    entries = Page((site / "docs/api.html").read_text(encoding="utf-8")).ids
    names = {f"{module.__name__}.{name}" for name in module.__all__} - {"karabakh_data.__version__"}
    assert {name for name in names if name not in entries and f"module-{name}" not in entries} == set()


def test_the_front_page_leads_to_where_it_lies_and_has_a_title_of_its_own(site: Path) -> None:
    front = (site / "index.html").read_text(encoding="utf-8")
    assert "/blob/main/docs/index.md" in front
    assert "/blob/main/index.md" not in front
    titles = [re.findall(r"<title>(.*?)</title>", page.read_text(encoding="utf-8")) for page in site.rglob("*.html")]
    assert len({str(one) for one in titles}) == len(titles)


def test_each_figure_of_a_page_says_what_it_is_of(site: Path) -> None:
    for page in site.rglob("docs/tutorial/*.html"):
        figures = re.findall(r'<img[^>]*alt="(Figure: [^"]+)"', page.read_text(encoding="utf-8"))
        assert len(set(figures)) == len(figures), page.name


def test_a_row_has_its_columns_with_their_meaning(site: Path) -> None:
    text = Page((site / "docs/api.html").read_text(encoding="utf-8")).words
    for column in columns(kd.model.Event):
        assert column.name in text
        assert " ".join(column.definition.meaning.replace("`", "").split()) in " ".join(text.split())


def test_a_second_site_is_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = make(tmp_path / "site")
    files = [{file.relative_to(one): file.read_bytes() for file in one.rglob("*.*")} for one in (site, again)]
    assert [path for path in files[0] | files[1] if files[0].get(path) != files[1].get(path)] == []
