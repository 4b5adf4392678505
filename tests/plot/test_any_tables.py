"""Whatever tables are valid are drawn: rows of every kind, and corpora of invented articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import seen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

import karabakh_data as kd
from karabakh_data import model
from karabakh_data.model import Row
from karabakh_data.plot import casualty_rows, clause_rows, event_rows, place_map
from karabakh_data.plot.labels import Box, Labels
from karabakh_data.plot.page import PLAIN
from karabakh_data.reader import tables
from karabakh_data.testing.corpus import Corpus, corpus_tables
from karabakh_data.testing.strategies import row_lists

# Letters that no font has are shown as boxes, and matplotlib warns: of these there are many in any text.
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*missing from font:UserWarning", "ignore:Matplotlib currently does not support:UserWarning"
)

WIDTHS = st.sampled_from([252.0, 518.4])
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])


def made(of: type[Row]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return row_lists(of).map(lambda rows: [row.model_dump() for row in rows])


def whole(figure: Figure) -> bytes:
    """The figure as it is saved: whatever cannot be drawn raises."""
    from io import BytesIO

    file = BytesIO()
    FigureCanvasSVG(figure).print_svg(file)
    return file.getvalue()


@FEW
@given(made(model.Event), WIDTHS)
def test_any_events(events: list[dict[str, Any]], width: float) -> None:
    figure = event_rows.draw(events, width)
    assert whole(figure)
    dated = {event["event_id"] for event in events if event["date_edtf"]}
    assert set(seen.marks(figure)) >= dated


@FEW
@given(made(model.Casualty), WIDTHS)
def test_any_casualties(figures: list[dict[str, Any]], width: float) -> None:
    figure = casualty_rows.draw(figures, {}, {}, {}, width)
    assert whole(figure)
    marks = seen.marks(figure)
    assert {each["casualty_id"] for each in figures if each["best"] is not None} <= set(marks)


@FEW
@given(made(model.Clause), made(model.ClauseEvent), made(model.Event), WIDTHS)
def test_any_clauses(
    rows: list[dict[str, Any]], links: list[dict[str, Any]], events: list[dict[str, Any]], width: float
) -> None:
    outcomes = clause_rows.in_order(zip(links, events, strict=False))
    clauses = [clause_rows.Clause(row, {}, outcomes) for row in rows]
    figure = clause_rows.draw(clauses, {}, width)
    assert whole(figure)
    assert set(seen.marks(figure, "due ")) >= {row["clause_id"] for row in rows if row["due_edtf"]}


@FEW
@given(made(model.Event), made(model.Place), WIDTHS)
def test_any_places(events: list[dict[str, Any]], places: list[dict[str, Any]], width: float) -> None:
    figure = place_map.draw(events, places, {}, width)
    assert whole(figure)
    assert seen.outside(figure) == []


@given(
    st.lists(st.tuples(st.text("abcdef ", min_size=1, max_size=20), st.floats(0, 300), st.floats(0, 200)), max_size=40)
)
def test_labels_never_lie_on_each_other(points: list[tuple[str, float, float]]) -> None:
    labels = Labels(Box(0, 0, 300, 200))
    placed = [label.box for words, x, y in points if (label := labels.place(words, x, y, 2.0, PLAIN))]
    for at, one in enumerate(placed):
        assert labels.frame.holds(one)
        assert not any(one.overlaps(other) for other in placed[:at])


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the tables of a corpus of invented articles."""
    folder = tmp_path_factory.mktemp("invented")
    for name, table in corpus_tables(Corpus(articles=6, seed=3)).items():
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


@pytest.fixture(params=["the small corpus", "six invented articles"])
def other(request: pytest.FixtureRequest, small_corpus: Path, invented: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tables than the published ones."""
    monkeypatch.setattr(tables, "DATA", small_corpus if request.param == "the small corpus" else invented)


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize("draw", [getattr(kd.plot, name) for name in kd.plot.__all__])
@pytest.mark.parametrize("width", ["page", "column"])
def test_other_corpora(draw: Callable[..., Figure], width: str) -> None:
    figure = draw(width=width)
    assert whole(figure)
    figure.set_dpi(150)
    assert seen.overlapping(figure) == []
    assert seen.outside(figure) == []


def test_more_than_a_figure_can_hold_is_refused() -> None:
    event = kd.timeline(status="occurred").to_pylist()[0]
    many = [event | {"event_id": f"event-{number}"} for number in range(2000)]
    with pytest.raises(
        kd.KarabakhDataError, match=r"the figure would be \d+ inches tall, and 194 is the most: ask for fe"
    ):
        event_rows.draw(many, 518.4)
