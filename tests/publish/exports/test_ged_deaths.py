"""The arithmetic of the dead: nobody is counted twice, and nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karabakh_data.publish.exports.ged_deaths import Deaths, deaths, killed


def figure(casualty_id: str, best: int | None = None, **given: Any) -> dict[str, Any]:
    return {
        "casualty_id": casualty_id,
        "measure": "killed",
        "victim_class": "unknown",
        **{"low": None, "best": best, "high": None, "side_id": None, "subset_of": None},
        **given,
    }


def soldiers(casualty_id: str, best: int | None, side: str | None = None, **given: Any) -> dict[str, Any]:
    return figure(casualty_id, best, victim_class="military", side_id=side, **given)


def civilians(casualty_id: str, best: int | None, side: str | None = None, **given: Any) -> dict[str, Any]:
    return figure(casualty_id, best, victim_class="civilian", side_id=side, **given)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param([figure("all", 7)], Deaths(0, 0, 0, 7, 7, 7, 7), id="a number of nobody knows whom"),
        pytest.param(
            [figure("all", low=7, high=9)], Deaths(None, None, None, None, None, 9, 7), id="figures that differ"
        ),
        pytest.param([figure("all", low=7)], Deaths(None, None, None, None, None, None, 7), id="at least"),
        pytest.param([figure("all", 8, low=7, high=9)], Deaths(0, 0, 0, 8, 8, 9, 7), id="a best figure with bounds"),
        pytest.param(
            [soldiers("a", 5, "A"), soldiers("b", 3, "B"), civilians("c", 2, "A")],
            Deaths(5, 3, 2, 0, 10, 10, 10),
            id="soldiers of both sides and civilians of one",
        ),
        pytest.param([soldiers("c", 4, "C")], Deaths(0, 0, 0, 4, 4, 4, 4), id="soldiers of a third side"),
        pytest.param([soldiers("c", 4)], Deaths(0, 0, 0, 4, 4, 4, 4), id="soldiers of an unnamed side"),
        pytest.param(
            [figure("all", 30, victim_class="total"), civilians("c", 7, subset_of="all")],
            Deaths(0, 0, 7, 23, 30, 30, 30),
            id="a part is not added to its whole",
        ),
        pytest.param(
            [soldiers("a", 9, "A"), soldiers("officers", 2, "A", subset_of="a")],
            Deaths(9, 0, 0, 0, 9, 9, 9),
            id="officers are soldiers",
        ),
        pytest.param(
            [civilians("c", 9, "A"), soldiers("a", low=1, best=None, side="A")],
            Deaths(None, None, None, None, None, None, 10),
            id="one figure is only a bound",
        ),
        pytest.param(
            [figure("one", 5, side_id="A"), figure("two", 6, side_id="A")],
            Deaths(None, None, None, None, None, None, 6),
            id="two figures of one side may be of the same people",
        ),
        pytest.param(
            [figure("all", 5), soldiers("a", 6, "A")],
            Deaths(None, None, None, None, None, None, 6),
            id="a figure without a side may hold another's dead",
        ),
        pytest.param(
            [figure("all", 5, side_id="A", victim_class="total"), civilians("c", 2, "A")],
            Deaths(None, None, None, None, None, None, 5),
            id="a total may hold civilians",
        ),
        pytest.param(
            [figure("all", 5, victim_class="total"), civilians("c", 7, subset_of="all")],
            Deaths(0, 0, 0, 5, 5, 5, 5),
            id="a part that is larger than its whole is not believed",
        ),
    ],
)
def test_figures_make_the_columns(figures: list[dict[str, Any]], expected: Deaths) -> None:
    assert deaths(figures, "A", "B") == expected


def test_only_figures_of_dead_with_a_number_count() -> None:
    given = [figure("a", 1), figure("b"), figure("c", 3, measure="wounded"), figure("d", low=2)]

    assert [one["casualty_id"] for one in killed(given)] == ["a", "d"]


NUMBERS = st.none() | st.integers(0, 50)
SIDES = st.sampled_from([None, "A", "B", "C"])
CLASSES = st.sampled_from(["civilian", "military", "total", "unknown"])


@given(data=st.data())
def test_the_parts_add_up_and_the_bounds_are_in_order(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 4))
    figures = []
    for number in range(count):
        bounds = sorted(data.draw(st.lists(st.integers(0, 50), min_size=3, max_size=3)))
        given = dict(zip(("low", "best", "high"), bounds, strict=True))
        kept = {name: value for name, value in given.items() if name == "best" or data.draw(st.booleans())}
        part = data.draw(st.sampled_from([None, *(f"f{before}" for before in range(number))]))
        more = {"side_id": data.draw(SIDES), "victim_class": data.draw(CLASSES), "subset_of": part}
        figures.append(figure(f"f{number}", **kept, **more))

    made = deaths(figures, "A", "B")

    parts = (made.deaths_a, made.deaths_b, made.deaths_civilians, made.deaths_unknown)
    if made.best is None:
        assert set(parts) == {None}
    else:
        assert all(part is not None and part >= 0 for part in parts)
        assert sum(part or 0 for part in parts) == made.best
        assert made.low <= made.best
        assert made.high is None or made.best <= made.high
