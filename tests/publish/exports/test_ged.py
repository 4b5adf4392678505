"""The flat CSV in UCDP GED's columns: which events are in it, and that it can be appended to GED."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from invented_tables import made

import karabakh_data as kd
from karabakh_data.publish.exports import ged

# The header of GED 24.1 and 25.1, and a row as its files have them; the row is invented.
GED = """\
id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,\
dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,\
source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,\
where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,\
date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob
900001,RUR-2020-1-999-1,2020,True,Clear,1,999,999,Ruritania: Zenda,888,888,Government of Ruritania - Zendans,1,1,\
Government of Ruritania,2,2,Zendans,1,"Courier,2020-10-02,Fighting",Courier,2020-10-02,Fighting,police,1,Zenda town,\
Zenda,Zenda province,Zenda district,40.5,46.25,POINT (46.25 40.5),188373,Ruritania,999,Europe,1,1,\
2020-10-01 00:00:00.000,2020-10-01 00:00:00.000,1,2,0,0,3,3,3,999,
"""

CLASH: dict[str, Any] = {
    "event_id": "clash",
    "event_type": "armed_clash",
    "status": "occurred",
    "place_id": "zenda",
    "where_prec": 1,
    "date_start": date(2020, 10, 1),
    "date_end": date(2020, 10, 3),
    "source_count": 2,
}
DEAD: dict[str, Any] = {
    "casualty_id": "dead",
    "event_id": "clash",
    "measure": "killed",
    "victim_class": "unknown",
    "best": 3,
}


def tables(events: list[dict[str, Any]], casualties: list[dict[str, Any]], **more: Any) -> dict[str, pa.Table]:
    """The events and figures in a small world: Zenda, a town in Ruritania, which fights the Zendans and Northland."""
    codes = {"armed_clash": "1", "war": "1", "meeting": "none"}
    world = {
        "places": [
            {"place_id": "ruritania", "name": "Ruritania", "place_type": "country", "wikidata_id": "Q1"},
            {"place_id": "zenda", "name": "Zenda", "place_type": "town", "part_of": "ruritania", "latitude": 40.5}
            | {"longitude": 46.25, "description": "A town."},
        ],
        "actors": [
            {"actor_id": "army", "name": "Army", "actor_type": "armed_force", "part_of": "ruritania"},
            {"actor_id": "northland", "name": "Northland", "actor_type": "state", "gw_number": 998},
            {"actor_id": "people", "name": "People", "actor_type": "population_group"},
            {"actor_id": "ruritania", "name": "Ruritania", "actor_type": "state", "gw_number": 999}
            | {"ucdp_actor_id": 1, "wikidata_id": "Q1"},
            {"actor_id": "zendans", "name": "Zendans", "actor_type": "armed_force", "ucdp_actor_id": 2},
        ],
        "crosswalk": [
            {"vocabulary": "event_type", "term": term, "scheme": "UCDP-GED", "code": code}
            for term, code in codes.items()
        ],
    }
    return made(events=events, casualties=casualties, **{**world, **more})


def rows(events: list[dict[str, Any]], casualties: list[dict[str, Any]], **more: Any) -> list[dict[str, Any]]:
    return ged.rows(tables(events, casualties, **more))


def sides(*actors: str, role: str = "participant") -> list[dict[str, Any]]:
    return [{"event_id": "clash", "actor_id": actor, "role": role} for actor in actors]


def read(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content))


def test_the_columns_are_those_of_ged_in_their_order() -> None:
    assert len(ged.COLUMNS) == 49
    assert list(ged.COLUMNS) == GED.split("\n")[0].split(",")


@pytest.mark.parametrize("ours", ["published", "invented", "none"])
def test_a_user_of_ged_appends_ours_without_renaming_a_column(ours: str) -> None:
    made_of = {
        "published": {name: kd.load(name) for name in kd.table_names()},
        "invented": tables([CLASH], [DEAD], event_actors=sides("zendans", "ruritania")),
        "none": tables([], []),
    }[ours]
    theirs, added = pd.read_csv(io.StringIO(GED)), read(ged.content(made_of))

    both = pd.concat([theirs, *([added] if len(added) else [])], ignore_index=True)

    assert list(added.columns) == list(theirs.columns) == list(both.columns)
    assert len(both) == 1 + len(ged.rows(made_of))
    assert pd.to_datetime(both["date_start"]).notna().all()
    for name in ("best", "low", "high", "deaths_civilians"):
        assert pd.api.types.is_numeric_dtype(both[name])


def test_of_the_published_events_the_fighting_of_2023_is_counted() -> None:
    counted = {row["relid"]: row for row in ged.rows({name: kd.load(name) for name in kd.table_names()})}

    row = counted["karabakh-fighting-2023"]
    assert (row["deaths_civilians"], row["deaths_unknown"], row["best"], row["low"], row["high"]) == (7, 23, 30, 30, 30)
    assert (row["date_start"][:10], row["date_end"][:10], row["date_prec"]) == ("2023-09-19", "2023-09-20", 2)
    assert "landmine-incidents-2023" not in counted


def test_an_event_with_all_that_ged_asks_for_is_a_full_row() -> None:
    claims = [
        {"claim_id": source, "source_id": source, "record_table": "events", "record_id": "clash"} for source in "ab"
    ]
    sources = [
        {"source_id": "a", "publisher": "Courier", "title": "War; peace", "published_edtf": "2020-10-04"},
        {"source_id": "b", "origin": "Herald", "published_edtf": "2020-10"},
    ]
    soldiers = {
        "casualty_id": "soldiers",
        "victim_class": "military",
        "side_id": "army",
        "subset_of": "dead",
        "best": 2,
    }
    dead = {**DEAD, "victim_class": "total", "side_id": "army", "reported_by": "people"}
    (row,) = rows(
        [CLASH],
        [dead, {**DEAD, **soldiers}],
        event_actors=sides("zendans", "army", role="actor"),
        claims=claims,
        sources=sources,
    )

    assert row == {
        "relid": "clash",
        "year": 2020,
        "type_of_violence": 1,
        **{"side_a_new_id": 1, "side_a": "Ruritania", "gwnoa": 999, "side_b_new_id": 2, "side_b": "Zendans"},
        "number_of_sources": 2,
        "source_article": "Courier,2020-10-04,War, peace;Herald,2020-10",
        "source_office": "Courier;Herald",
        "source_date": "2020-10-04;2020-10",
        "source_headline": "War, peace;",
        "source_original": "People",
        **{"where_prec": 1, "where_coordinates": "Zenda", "where_description": "A town."},
        **{"latitude": 40.5, "longitude": 46.25, "geom_wkt": "POINT (46.25 40.5)", "priogrid_gid": 188373},
        **{"country": "Ruritania", "country_id": 999},
        **{"date_prec": 2, "date_start": "2020-10-01 00:00:00.000", "date_end": "2020-10-03 00:00:00.000"},
        **{"deaths_a": 2, "deaths_b": 0, "deaths_civilians": 0, "deaths_unknown": 1, "best": 3, "high": 3, "low": 3},
    }


@pytest.mark.parametrize(
    ("event", "dead"),
    [
        pytest.param({"event_type": "meeting"}, {}, id="a type that has no code in GED"),
        pytest.param({"status": "alleged"}, {}, id="alleged"),
        pytest.param({"status": "planned"}, {}, id="planned"),
        pytest.param({"place_id": None}, {}, id="no place"),
        pytest.param({"where_prec": None}, {}, id="no telling how near the place is"),
        pytest.param({"where_prec": 7}, {}, id="a region of several countries"),
        pytest.param({"date_start": None}, {}, id="no first day"),
        pytest.param({"date_end": None}, {}, id="no last day"),
        pytest.param({"date_end": date(2021, 10, 2)}, {}, id="longer than a year"),
        pytest.param({}, {"measure": "wounded"}, id="wounded only"),
        pytest.param({}, {"best": None, "wording": "several"}, id="no number"),
        pytest.param({}, {"best": 0}, id="nobody died"),
        pytest.param({}, {"event_id": "other"}, id="dead of another event"),
    ],
)
def test_what_ged_would_not_count_is_left_out(event: dict[str, Any], dead: dict[str, Any]) -> None:
    assert [row["relid"] for row in rows([CLASH], [DEAD])] == ["clash"]
    assert rows([{**CLASH, **event}], [{**DEAD, **dead}]) == []


@pytest.mark.parametrize(
    ("end", "precision"),
    [
        (date(2020, 10, 1), 1),
        (date(2020, 10, 6), 2),
        (date(2020, 10, 7), 3),
        (date(2020, 10, 31), 4),
        (date(2020, 12, 31), 5),
        (date(2021, 10, 1), 5),
    ],
)
def test_dates_stand_on_the_ladder_of_ged(end: date, precision: int) -> None:
    (row,) = rows([{**CLASH, "date_end": end}], [DEAD])

    assert row["date_prec"] == precision
    assert row.get("year") == (2020 if end.year == 2020 else None)


@pytest.mark.parametrize(
    ("as_of", "end"),
    [(["2020-10-02"], "2020-10-02"), (["2020-10-02", "2020-10-05"], "2020-10-05"), (["2020-10-02", None], None)],
)
def test_an_open_event_ends_with_the_day_up_to_which_all_its_figures_count(as_of: list[str | None], end: str) -> None:
    victims = ("civilian", "military")
    dead = [
        {**DEAD, "casualty_id": kind, "victim_class": kind, "as_of_edtf": day}
        for kind, day in zip(victims, as_of, strict=False)
    ]

    assert [row["date_end"][:10] for row in rows([{**CLASH, "date_end": None}], dead)] == ([end] if end else [])


def test_a_part_is_not_counted_beside_its_whole() -> None:
    war = {**CLASH, "event_id": "war", "event_type": "war"}
    events = [war, {**CLASH, "event_id": "day", "part_of": "war"}, {**CLASH, "part_of": "day"}]
    dead = [DEAD, {**DEAD, "casualty_id": "all", "event_id": "war", "best": 9}]

    assert [row["relid"] for row in rows(events, dead)] == ["war"]
    # A whole that is itself not counted hides nothing.
    assert [row["relid"] for row in rows([{**war, "date_start": None}, *events[1:]], dead)] == ["clash"]


@pytest.mark.parametrize(
    ("actors", "first", "second"),
    [
        pytest.param(("zendans", "ruritania"), "Ruritania", "Zendans", id="a state goes first"),
        pytest.param(("ruritania", "northland"), "Northland", "Ruritania", id="two states, by their ids"),
        pytest.param(("army", "ruritania", "zendans"), "Ruritania", "Zendans", id="an army and its state are one side"),
        pytest.param(("ruritania", "northland", "zendans"), None, None, id="three sides"),
        pytest.param(("ruritania",), None, None, id="one side"),
        pytest.param(("ruritania", "people"), None, None, id="people are no organised side"),
        pytest.param((), None, None, id="nobody is named"),
    ],
)
def test_the_sides_are_those_that_the_tables_know(actors: tuple[str, ...], first: str, second: str) -> None:
    (row,) = rows([CLASH], [DEAD], event_actors=sides(*actors))

    assert (row.get("side_a"), row.get("side_b")) == (first, second)


def test_who_only_mediates_is_no_side() -> None:
    (row,) = rows([CLASH], [DEAD], event_actors=[*sides("ruritania"), *sides("northland", role="mediator")])

    assert "side_a" not in row


@pytest.mark.parametrize(
    ("place", "country"),
    [
        pytest.param({"part_of": "ruritania"}, ("Ruritania", 999), id="in a country"),
        pytest.param({"part_of": "province"}, ("Ruritania", 999), id="in a part of one"),
        pytest.param({"part_of": None}, (None, None), id="in none that a source names"),
        pytest.param({"part_of": "nowhere"}, (None, None), id="around in a circle"),
        pytest.param({"part_of": "freeland"}, ("Freeland", None), id="in a country that is no actor"),
    ],
)
def test_the_country_is_where_the_sources_set_the_place(place: dict[str, Any], country: tuple[Any, Any]) -> None:
    places = [
        {"place_id": "freeland", "name": "Freeland", "place_type": "country"},
        {"place_id": "nowhere", "part_of": "zenda"},
        {"place_id": "province", "part_of": "ruritania"},
        {"place_id": "ruritania", "name": "Ruritania", "place_type": "country", "wikidata_id": "Q1"},
        {"place_id": "zenda", "name": "Zenda", "place_type": "town", **place},
    ]
    (row,) = rows([CLASH], [DEAD], places=places)

    assert (row.get("country"), row.get("country_id")) == country
    assert "latitude" not in row
    assert "priogrid_gid" not in row


@pytest.mark.parametrize(("disputed", "country"), [(False, "Ruritania"), (True, None)])
def test_where_sources_contradict_each_other_the_country_is_left_empty(disputed: bool, country: str | None) -> None:
    given = tables([CLASH], [DEAD])
    places = given["places"]
    if "disputed" in places.column_names:
        places = places.drop_columns(["disputed"])
    marks = pa.array([disputed and row == "zenda" for row in places["place_id"].to_pylist()])

    (row,) = ged.rows({**given, "places": places.append_column("disputed", marks)})

    assert row.get("country") == country


@pytest.mark.parametrize(
    ("longitude", "latitude", "cell"),
    # The grid's corners, and the first cell of its second row.
    [(-180, -90, 1), (-179.6, -89.9, 1), (-179.5, -90, 2), (179.9, -90, 720), (-180, -89.5, 721), (180, 90, 259_200)],
)
def test_cells_of_prio_grid_count_from_the_south_west(longitude: float, latitude: float, cell: int) -> None:
    assert ged.priogrid_cell(longitude, latitude) == cell
