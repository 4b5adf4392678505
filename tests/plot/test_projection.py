"""The map's projection, against the numbers printed with its definition, and against itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karabakh_data.plot.projection import RADIUS, Projection, distance


def test_the_example_that_is_printed_with_it() -> None:
    """Snyder, Map Projections: A Working Manual (1987), p. 332: radius 3, centre 40 N 100 W."""
    east, north = Projection(-100, 40, radius=3.0)(100, -20)
    assert (float(east), float(north)) == pytest.approx((-4.2339303, 4.0257775), abs=0.006)


@given(st.floats(-180, 180), st.floats(-80, 80), st.floats(-20, 20), st.floats(-20, 20))
def test_it_is_undone(longitude: float, latitude: float, away: float, up: float) -> None:
    projection = Projection(longitude, latitude)
    there = longitude + away, max(-85.0, min(85.0, latitude + up))
    back = projection.inverse(*projection(*there))
    assert (float(back[0]), float(back[1])) == pytest.approx(there, abs=0.01)


def test_distances_on_the_sphere() -> None:
    assert distance((0, 0), (0, 90)) == pytest.approx(RADIUS * 3.14159265 / 2)
    assert distance((10, 20), (10, 20)) == 0


@given(st.floats(-60, 60), st.floats(-1, 1), st.floats(-1, 1))
def test_near_the_centre_distances_are_those_of_the_sphere(latitude: float, away: float, up: float) -> None:
    east, north = Projection(45, latitude)(45 + away, latitude + up)
    along = float(east**2 + north**2) ** 0.5
    assert along == pytest.approx(distance((45, latitude), (45 + away, latitude + up)), rel=0.001, abs=0.02)
