"""Tables that are not as published: cells that the schema does not allow are named, and all others are drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from served_page import serving

from karabakh_data.model import TABLES
from karabakh_data.reader.tables import DATA, read_file

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]


def changed(
    folder: Path, name: str, column: str, to: Callable[[int, Any], Any], kind: pa.DataType | None = None
) -> Path:
    """The published tables, with another value in a column: what `to` makes of a row's number and value."""
    for table in TABLES:
        rows = read_file(DATA / f"{table}.parquet")
        if table == name:
            values = [to(at, value) for at, value in enumerate(rows[column].to_pylist())]
            place = rows.schema.get_field_index(column)
            rows = rows.set_column(place, column, pa.array(values, kind or rows.schema.field(column).type))
        pq.write_table(rows, folder / f"{table}.parquet")
    return folder


@pytest.mark.parametrize(
    ("field", "column", "to", "said"),
    [
        ("date_edtf", "value", "2020~?", "value holds no date for date_edtf in row {}: 2020~?"),
        ("where_prec", "value", "near", "value holds no integer for where_prec in row {}: near"),
        ("place_id", "field", "colour", "field names no column in row {}: events colour"),
    ],
)
def test_a_claim_of_what_its_field_cannot_hold_is_named(
    chromium: Any, built: Path, tmp_path: Path, field: str, column: str, to: str, said: str
) -> None:
    claims = read_file(DATA / "claims.parquet").to_pylist()
    at = next(at for at, claim in enumerate(claims) if (claim["record_table"], claim["field"]) == ("events", field))
    folder = changed(tmp_path, "claims", column, lambda row, value: to if row == at else value)
    with serving(built, folder) as address, chromium.new_page() as page:
        page.goto(address)
        page.wait_for_selector(".failure")

        assert f"claims.parquet: {said.format(at + 1)}" in page.inner_text(".failure")


def test_whole_numbers_of_64_bits_are_read(visit: Visit, built: Path, tmp_path: Path) -> None:
    folder = changed(tmp_path, "casualties", "best", lambda at, value: value, pa.int64())
    with serving(built, folder) as address:
        page = visit("#/losses", at=address)

        assert "30 killed" in page.inner_text("h1")


@pytest.mark.parametrize("axes", [("latitude",), ("longitude",), ("latitude", "longitude")])
def test_places_that_do_not_lie_on_earth_are_listed_as_without_a_point(
    visit: Visit, built: Path, tmp_path: Path, axes: tuple[str, ...]
) -> None:
    far = [45.0, 1e9, -200.0, 40.0]
    places = read_file(DATA / "places.parquet")
    for axis in axes:
        values = pa.array([far[at % 4] for at in range(places.num_rows)])
        places = places.set_column(places.schema.get_field_index(axis), axis, values)
    changed(tmp_path, "places", "name", lambda at, value: value)
    pq.write_table(places, tmp_path / "places.parquet")
    lost = {
        row["place_id"]
        for row in places.to_pylist()
        if abs(row["latitude"] or 0) > 90 or abs(row["longitude"] or 0) > 180
    }
    pointless = {row["place_id"] for row in places.to_pylist() if row["latitude"] is None or row["longitude"] is None}
    with serving(built, tmp_path) as address:
        page = visit("#/map", at=address)
        page.wait_for_selector(".place-list")
        listed = page.locator(".place-list", has_text="Without a point").locator("li[data-id]")

        assert lost
        assert {one.get_attribute("data-id") for one in listed.all()} == lost | pointless


def test_a_map_of_places_that_all_have_the_same_point_is_drawn(visit: Visit, built: Path, tmp_path: Path) -> None:
    changed(tmp_path, "places", "latitude", lambda at, value: 40.0)
    places = read_file(tmp_path / "places.parquet")
    same = pa.array([46.0] * places.num_rows)
    pq.write_table(
        places.set_column(places.schema.get_field_index("longitude"), "longitude", same), tmp_path / "places.parquet"
    )
    with serving(built, tmp_path) as address:
        page = visit("#/map", at=address)
        page.wait_for_selector(".map-place")

        assert page.locator(".map-place").count() == places.num_rows
        assert "NaN" not in page.inner_html(".map-picture")


@pytest.mark.parametrize("numbers", [(0, 2**31 - 1), (0, 0), (3, 2**31 - 1), (-5, 7)])
def test_figures_however_far_apart_are_drawn(
    visit: Visit, built: Path, tmp_path: Path, numbers: tuple[int, int]
) -> None:
    folder = changed(tmp_path, "casualties", "best", lambda at, value: numbers[at % 2])
    with serving(built, folder) as address:
        page = visit("#/losses", at=address)  # a width below 0 would be an error in the console
        page.wait_for_selector(".loss-bar rect", state="attached")

        assert (
            min(page.eval_on_selector_all(".loss-bar rect", "all => all.map(one => one.getAttribute('width') * 1)"))
            >= 0
        )


def test_losses_without_a_number_and_without_words_are_none_of_a_source(
    visit: Visit, built: Path, tmp_path: Path
) -> None:
    folder = changed(tmp_path, "casualties", "best", lambda at, value: None)
    casualties = read_file(folder / "casualties.parquet")
    for column in ("low", "high", "wording"):
        place = casualties.schema.get_field_index(column)
        kind = casualties.schema.field(column).type
        casualties = casualties.set_column(place, column, pa.nulls(casualties.num_rows, kind))
    pq.write_table(casualties, folder / "casualties.parquet")
    with serving(built, folder) as address:
        said = visit("#/losses", at=address).inner_text("main")

        assert "an unstated number killed" in said
        assert "“" not in said
