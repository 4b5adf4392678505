"""In tables of some sources no date stands whose year only the other sources print."""

import pyarrow as pa
import pytest

from karabakh_data.resolve.years import with_own_years

PUBLISHED = {"record_table": "sources", "record_id": "dateless", "field": "published_edtf"}


def claim(source_id: str, value: str, quote: str, **on: str) -> dict[str, str]:
    where = {"record_table": "events", "record_id": "fire", "field": "date_edtf"} | on
    return {
        "claim_id": f"{source_id}: {where['field']} {value}",
        "source_id": source_id,
        "value": value,
        "quote": quote,
    } | where


DATELESS = [
    claim("dateless", "2020-11", "Wednesday", **PUBLISHED),
    claim("dateless", "2020-11-25", "November 25"),
    claim("dateless", "2020-12-01", "December 1", record_table="clauses", record_id="term", field="due_edtf"),
    claim("dateless", "199X", "1990s"),
    claim("dateless", "../1994", "1994"),
    claim("dateless", "1994/2020-11", "1994"),
    claim("dateless", "2020", "burnt", field="status"),
]
DATED = [
    claim("dated", "2020-11-26", "26 November 2020", **PUBLISHED | {"record_id": "dated"}),
    claim("dated", "2019", "last year"),
]
OF_ANOTHER_YEAR = [claim("older", "2019", "2019")]
WITHOUT_YEAR = {"dateless: date_edtf 199X", "dateless: date_edtf ../1994", "dateless: status 2020"}


def ids(claims: list[dict[str, str]]) -> set[str]:
    return {one["claim_id"] for one in claims}


@pytest.mark.parametrize(
    ("claims", "chosen", "kept"),
    [
        pytest.param([*DATELESS, *DATED], ["dateless"], WITHOUT_YEAR, id="alone"),
        pytest.param(
            [*DATELESS, *DATED], ["dateless", "dated"], ids([*DATELESS, *DATED]), id="beside one that prints it"
        ),
        pytest.param(
            [*DATELESS, *DATED, *OF_ANOTHER_YEAR],
            ["dateless", "older"],
            WITHOUT_YEAR | ids(OF_ANOTHER_YEAR),
            id="beside one that prints another",
        ),
        pytest.param([*DATELESS, *DATED], ["dated"], ids(DATED), id="what the other's own date gives"),
        pytest.param([*DATELESS, *OF_ANOTHER_YEAR], ["dateless"], ids(DATELESS), id="no source prints it"),
    ],
)
def test_a_year_that_only_other_sources_print_is_not_known(
    claims: list[dict[str, str]], chosen: list[str], kept: set[str]
) -> None:
    found = with_own_years(pa.Table.from_pylist(claims), pa.array(chosen))

    assert set(found["claim_id"].to_pylist()) == kept
