"""What holds of the tables whichever articles they are made of."""

from pathlib import Path

import pytest

import karabakh_data as kd
from karabakh_data.check import check
from karabakh_data.model import TABLES
from karabakh_data.resolve import subset

ALL = {name: kd.load(name) for name in kd.table_names()}


@pytest.mark.parametrize("source_id", ALL["sources"].column("source_id").to_pylist())
def test_the_tables_of_one_source_pass_every_rule(source_id: str, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    for name, table in subset(ALL, [source_id]).items():
        pq.write_table(table, tmp_path / f"{name}.parquet")

    assert check(tmp_path).failures == ()


def test_all_sources_again_make_the_published_tables() -> None:
    again = subset(ALL, ALL["sources"].column("source_id").to_pylist())

    assert {name: again[name].to_pylist() for name in TABLES} == {name: ALL[name].to_pylist() for name in TABLES}


def test_every_coded_cell_has_a_claim_that_asserts_it() -> None:
    from karabakh_data.model import columns, id_of

    asserted = {
        (one["record_table"], one["record_id"], one["field"])
        for one in ALL["claims"].to_pylist()
        if one["stance"] == "asserts"
    }
    for name, model in TABLES.items():
        coded = [column.name for column in columns(model, "coded")]
        for one in ALL[name].to_pylist():
            record_id = id_of(model, one)
            for field in coded:
                # Figures that differ set the bounds, which then rest on the claims of `best`.
                fields = {field, "best"} if field in ("low", "high") else {field}
                assert one[field] is None or any((name, record_id, f) in asserted for f in fields), (record_id, field)


def test_the_quotation_is_of_who_asserts_the_status() -> None:
    claims = kd.claims().to_pylist()
    asserted = {
        (claim["record_id"], claim["value"], claim["quote"], claim["source_id"])
        for claim in claims
        if (claim["record_table"], claim["field"], claim["stance"]) == ("events", "status", "asserts")
    }
    stands = [
        tuple(row[name] for name in ("event_id", "status", "quote", "quote_source_id"))
        for row in kd.timeline().to_pylist()
    ]
    assert [row for row in stands if row not in asserted] == []
