"""What a notebook shows: tables of ours as tables, ids that lead somewhere, and nothing in the data as markup."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from types import ModuleType, SimpleNamespace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

import karabakh_data as kd
from karabakh_data.reader.html import MOST_ROWS, table_html
from karabakh_data.reader.notebook import tell_ipython


class Tags(HTMLParser):
    """The elements of a page, with their attributes, and its text; an element that is not closed raises."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


OURS: dict[str, Callable[[], pa.Table]] = {name: getattr(kd, name) for name in (*kd.table_names(), "timeline")}
OURS |= {"search": lambda: kd.search("zenda"), "surface_forms": lambda: kd.surface_forms("places")}
OURS |= {"disagreements": kd.disagreements, "some rows": lambda: kd.events(place="zenda")}


@pytest.mark.parametrize("make", OURS.values(), ids=OURS)
def test_a_table_of_ours_is_a_table(make: Callable[[], pa.Table]) -> None:
    table = make()
    tags = Tags(table_html(table) or "")
    names = [tag for tag, _ in tags.found]
    shown = [one for one in table.column_names if table.column(one).null_count < (table.num_rows or 1)]
    assert names.count("th") == len(shown)
    assert names.count("tr") == 1 + min(table.num_rows, MOST_ROWS)
    assert all(
        str(value) in tags.text for row in table.slice(0, 1).to_pylist() for value in row.values() if value is not None
    )


def test_columns_that_are_empty_in_every_row_are_named_and_not_shown() -> None:
    table = kd.timeline()
    page = table_html(table) or ""
    empty = [name for name in table.column_names if table.column(name).null_count == table.num_rows]
    assert f"Not shown, as empty in every row: {', '.join(empty)}<" in page
    assert not {f">{name}</th>" for name in empty} & set(re.findall(r">\w+</th>", page))
    assert "Not shown" not in (table_html(kd.event_actors()) or "")
    late = next(at for at, row in enumerate(kd.claims().to_pylist()) if row["note"])
    # Emptiness is that of the whole table, also where only its first rows are shown.
    many = pa.concat_tables([kd.claims().filter(pc.is_null(kd.claims()["note"]))] * 20 + [kd.claims().slice(late, 1)])
    assert ">note</th>" in (table_html(many) or "")


def test_a_table_without_rows_has_all_its_columns() -> None:
    table = kd.timeline(actor=[])
    assert (table_html(table) or "").count("<th ") == table.num_columns


@pytest.mark.parametrize("table", [pa.table({"a": [1]}), pa.table({}), pa.table({"event_id": ["x"]})], ids=str)
def test_other_tables_are_not_ours(table: pa.Table) -> None:
    assert table_html(table) is None


def test_a_table_of_ours_may_have_fewer_columns_and_more() -> None:
    table = kd.events().select(["title", "event_id"]).append_column("mine", pa.array(["x"] * kd.events().num_rows))
    assert "mine" in Tags(table_html(table) or "").text
    assert "Zenda" in Tags(table_html(kd.search("zenda").select(["words", "id"])) or "").text


def test_ids_lead_to_what_they_name_and_say_what_it_is() -> None:
    links = [attrs for tag, attrs in Tags(table_html(kd.event_actors(actor="northland")) or "").found if tag == "a"]
    assert {"href": "#kd-actors-northland", "title": "Northland"} in links
    assert {"href": "#kd-events-zenda-handover", "title": "Handover of Zenda"} in links
    places = [attrs for tag, attrs in Tags(table_html(kd.places()) or "").found if tag == "a"]
    assert {"id": "kd-places-zenda", "title": "Zenda"} in places
    claims = [attrs for tag, attrs in Tags(table_html(kd.claims()) or "").found if tag == "a"]
    assert "#kd-casualties-zenda-dead" in {attrs.get("href") for attrs in claims}


def test_quotations_are_set_as_quotations() -> None:
    assert "<q>eight dead soldiers</q>" in (table_html(kd.claims()) or "")
    assert "<q>Tsenda</q>" in (table_html(kd.search("tsenda")) or "")


HOSTILE = "<script>alert(1)</script>\"' onload='&amp;"


@pytest.mark.parametrize("make", OURS.values(), ids=OURS)
def test_nothing_in_a_table_is_markup(make: Callable[[], pa.Table]) -> None:
    table = make()
    for at, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            table = table.set_column(at, field, pa.array([HOSTILE] * table.num_rows, pa.string()))
    tags = Tags(table_html(table) or "")
    assert {tag for tag, _ in tags.found} <= {
        "table",
        "caption",
        "b",
        "br",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "q",
    }
    assert {name for _, attrs in tags.found for name in attrs} <= {"style", "title", "href", "id"}
    assert HOSTILE in tags.text or not table.num_rows


def test_a_long_table_says_that_it_is_cut() -> None:
    table = pa.concat_tables([kd.claims()] * 10)
    page = table_html(table) or ""
    assert f"the first {MOST_ROWS} of {table.num_rows} rows" in page
    assert page.count("<tr>") == MOST_ROWS + 1


def test_an_explanation_shows_each_quotation_in_its_sentence() -> None:
    explanation = kd.explain("zenda-dead")
    page = explanation._repr_html_()
    text = Tags(page).text
    assert '<q style="font-weight:bold">eight dead soldiers</q>' in page
    assert "A paper counts eight dead soldiers." in text
    assert "disputed" in text
    assert 'href="#kd-sources-' in page
    words = [e.in_sentence()[1] for one in (explanation, *explanation.links) for f in one.claimed() for e in f.evidence]
    assert all(word in text for word in words)


def test_nothing_in_an_explanation_is_markup() -> None:
    explanation = kd.explain("zenda-dead")
    plain = {tag for tag, _ in Tags(explanation._repr_html_()).found}
    fields = {
        name: replace(
            field,
            value=HOSTILE,
            label=HOSTILE,
            meaning=HOSTILE,
            evidence=tuple(
                replace(one, quote=HOSTILE, sentence=None, speaker=HOSTILE, note=HOSTILE, source_id=HOSTILE)
                for one in field.evidence
            ),
        )
        for name, field in explanation.fields.items()
    }
    hostile = replace(explanation, title=HOSTILE, id=HOSTILE, fields=fields, row={**explanation.row, "x": HOSTILE})
    assert {tag for tag, _ in Tags(hostile._repr_html_()).found} <= plain


def test_the_bare_repr_of_an_explanation_is_one_line() -> None:
    assert re.fullmatch(
        r"<Explanation of events/zenda-handover: Handover of Zenda; .*>", repr(kd.explain("events/zenda-handover"))
    )


class Formatter:
    """What IPython has for each kind of display."""

    def __init__(self) -> None:
        self.type_printers: dict[type, Any] = {}

    def for_type(self, kind: type, show: Any) -> None:
        """As IPython's."""
        self.type_printers[kind] = show


@pytest.fixture
def formatters(monkeypatch: pytest.MonkeyPatch) -> dict[str, Formatter]:
    """Those of a running IPython."""
    found = {"text/html": Formatter(), "text/plain": Formatter(), "image/png": Formatter()}
    shell = SimpleNamespace(display_formatter=SimpleNamespace(formatters=found))
    module = ModuleType("IPython")
    module.get_ipython = lambda: shell  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", module)
    return found


def test_a_running_ipython_is_told_by_the_first_table(formatters: dict[str, Formatter]) -> None:
    table = kd.events()
    show = formatters["text/html"].type_printers[pa.Table]
    assert show(table) == table_html(table)
    assert show(pa.table({"a": [1]})) is None
    assert formatters["image/png"].type_printers == {}


@pytest.mark.parametrize("make", OURS.values(), ids=OURS)
def test_whatever_is_asked_first_is_shown_as_a_table(
    make: Callable[[], pa.Table], formatters: dict[str, Formatter]
) -> None:
    table = make()
    assert formatters["text/html"].type_printers[pa.Table](table) == table_html(table)


def test_in_a_terminal_a_table_is_short_and_those_of_others_are_as_before(formatters: dict[str, Formatter]) -> None:
    table, other = kd.events(), pa.table({"a": [1]})
    printed: list[str] = []
    printer = SimpleNamespace(text=printed.append)
    for one in (table, other):
        formatters["text/plain"].type_printers[pa.Table](one, printer, False)
    assert printed == [f"events: 4 rows; columns: {', '.join(table.column_names)}", repr(other)]


def test_who_has_said_how_tables_are_shown_is_left_alone(formatters: dict[str, Formatter]) -> None:
    formatters["text/html"].for_type(pa.Table, "theirs")
    kd.events()
    assert formatters["text/html"].type_printers[pa.Table] == "theirs"


@pytest.mark.parametrize("shell", [None, SimpleNamespace()])
def test_an_ipython_that_does_not_run_is_not_told(shell: object, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("IPython")
    module.get_ipython = lambda: shell  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", module)
    tell_ipython()
    monkeypatch.setitem(sys.modules, "IPython", ModuleType("IPython"))
    tell_ipython()
