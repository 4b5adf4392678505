"""From claims to records, and back to the records of some sources alone."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import karabakh_data as kd
from karabakh_data.errors import UnknownName
from karabakh_data.model import TABLES, columns, id_of
from karabakh_data.resolve import subset
from karabakh_data.resolve.claims import READ, Claims, Mark
from karabakh_data.resolve.records import Shortcoming, records

EVENT = {"event_id": "e", "event_type": "handover", "title": "E"}


def claim(field: str, value: str, source: str = "one", **more: Any) -> dict[str, Any]:
    return {
        "record_table": "events",
        "record_id": "e",
        "field": field,
        "value": value,
        "source_id": source,
        "attributed_to": None,
        "stance": "asserts",
        "basis": "stated",
    } | more


Resolved = tuple[dict[str, list[dict[str, Any]]], list[Mark], list[str]]


def resolved(identities: dict[str, dict[str, Any]], claims: list[dict[str, Any]]) -> Resolved:
    """The records by table, the fields in conflict, and the failures."""
    marks: list[Mark] = []
    failures: list[Shortcoming] = []
    found: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    table = pa.Table.from_pylist(claims, schema=pa.schema([(name, pa.string()) for name in READ]))
    for name, record in records(identities, Claims(table), marks, failures):
        found[name].append(record)
    return found, marks, list(map(str, failures))


def event(*claims: dict[str, Any]) -> dict[str, Any]:
    (record,) = resolved({"events": {"e": EVENT}}, list(claims))[0]["events"]
    return record


def test_an_event_is_made_of_its_claims() -> None:
    record = event(claim("status", "occurred"), claim("date_edtf", "2020-11"), claim("date_edtf", "2020-11-25", "two"))

    assert (record["event_class"], record["status"], record["date_edtf"]) == ("act", "occurred", "2020-11-25")
    assert (str(record["date_start"]), record["date_prec"]) == ("2020-11-25", 1)
    assert (record["claim_count"], record["source_count"], record["disputed"]) == (3, 2, False)


def test_the_date_of_a_plan_yields_to_that_of_the_act() -> None:
    planned = [claim("status", "planned"), claim("date_edtf", "2020-12-01")]
    done = [claim("status", "occurred", "two"), claim("date_edtf", "2020-11-30", "two")]

    assert event(*planned)["date_edtf"] == "2020-12-01"
    assert (event(*planned, *done)["date_edtf"], event(*planned, *done)["disputed"]) == ("2020-11-30", False)


@pytest.mark.parametrize(
    ("claims", "disputed"),
    [
        ([claim("status", "alleged"), claim("status", "alleged", stance="denies")], True),
        ([claim("status", "occurred"), claim("status", "alleged", stance="denies")], True),
        ([claim("status", "occurred"), claim("status", "alleged", stance="questions")], False),
        ([claim("status", "planned"), claim("status", "occurred", "two")], False),
        ([claim("status", "occurred"), claim("date_edtf", "2020"), claim("date_edtf", "2020-11-25")], False),
        ([claim("status", "occurred"), claim("date_edtf", "2020-11-20"), claim("date_edtf", "2020-11-25")], True),
    ],
)
def test_what_cannot_all_be_true_is_disputed(claims: list[dict[str, Any]], disputed: bool) -> None:
    assert event(*claims)["disputed"] is disputed


@pytest.mark.parametrize("value", ["occurred", "alleged", "planned"])
def test_what_is_only_denied_is_denied_and_not_disputed(value: str) -> None:
    record = event(claim("status", value, stance="denies"), claim("status", "occurred", "two", stance="questions"))

    assert (record["status"], record["disputed"]) == ("denied", False)


def test_figures_that_differ_become_low_and_high_and_no_best() -> None:
    def figure(field: str, value: str, source: str) -> dict[str, Any]:
        return claim(field, value, source, record_table="casualties", record_id="c")

    claims = [figure("best", "7", "one"), figure("best", "12", "two"), figure("measure", "killed", "one")]
    claims += [figure("event_id", "e", "one"), figure("victim_class", "unknown", "one")]
    found, marks, _ = resolved({"casualties": {"c": {"casualty_id": "c"}}}, claims)

    (record,) = found["casualties"]
    assert (record["low"], record["best"], record["high"]) == (7, None, 12)
    assert marks == [("casualties", "c", "best")]


@pytest.mark.parametrize(
    ("contested", "days_late"),
    [
        ([], 10),
        ([("clauses", "t", "due_edtf", "2020-11-27")], None),
        ([("events", "e", "date_edtf", "2020-11-28")], None),
    ],
)
def test_days_late_counts_from_the_due_date_unless_a_date_is_contested(
    contested: list[tuple[str, str, str, str]], days_late: int | None
) -> None:
    links = {
        "record_table": "clause_events",
        "record_id": "t/e",
    }
    term = {"record_table": "clauses", "record_id": "t"}
    claims = [
        claim("status", "occurred"),
        claim("date_edtf", "2020-11-25"),
        claim("agreement_id", "a", **term),
        claim("modality", "obligation", **term),
        claim("due_edtf", "2020-11-15", **term),
        claim("outcome", "late", **links),
    ]
    for table, record_id, field, value in contested:
        claims.append(claim(field, value, "two", record_table=table, record_id=record_id))
    identities = {
        "events": {"e": EVENT},
        "clauses": {"t": {"clause_id": "t", "provision": "ceasefire", "summary": "T"}},
    }
    (link,) = resolved(identities, claims)[0]["clause_events"]

    assert (link["outcome"], link["days_late"]) == ("late", days_late)


@pytest.mark.parametrize(
    ("claims", "failure"),
    [
        ([claim("date_edtf", "2020")], "events/e.status must have a value, and no claim gives it"),
        (
            [claim("status", "occurred", stance="questions")],
            "events/e.status must have a value, and no claim gives it",
        ),
        ([claim("status", "denied", stance="denies")], "events/e.status must have a value, and no claim gives it"),
        ([claim("status", "occurred", record_id="f")], "events/f has claims and no identity; add it to the register"),
        (
            [claim("measure", value, record_table="casualties", record_id="c") for value in ("killed", "wounded")],
            "casualties/c.measure must have a value, and claims differ on it: make two records",
        ),
    ],
)
def test_claims_that_make_no_record_are_named(claims: list[dict[str, Any]], failure: str) -> None:
    _, _, failures = resolved({"events": {"e": EVENT}, "casualties": {"c": {"casualty_id": "c"}}}, claims)
    assert any(told.startswith(failure) for told in failures)


statuses = st.sampled_from(["occurred", "planned", "alleged", "denied"])
drawn_claims = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", "three"]),
        st.one_of(
            st.tuples(st.just("status"), statuses),
            st.tuples(st.just("date_edtf"), st.sampled_from(["2020-11", "2020-11-25", "2020-12-01/..", "2020"])),
        ),
        st.sampled_from(["asserts", "denies", "questions"]),
    ).map(lambda drawn: claim(*drawn[1], drawn[0], stance=drawn[2])),
    max_size=8,
)


def with_plan(claims: list[dict[str, Any]]) -> Resolved:
    return resolved({"events": {"e": EVENT}}, [claim("status", "planned", "always"), *claims])


@given(drawn_claims, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[dict[str, Any]], shuffler: Any) -> None:
    shuffled = list(claims)
    shuffler.shuffle(shuffled)

    assert with_plan(shuffled) == with_plan(claims)


@given(drawn_claims, st.data())
def test_a_claim_that_agrees_changes_no_value(claims: list[dict[str, Any]], data: st.DataObject) -> None:
    again = [data.draw(st.sampled_from(claims))] if claims else []
    counts = ("claim_count", "source_count")

    def values(record: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in record.items() if name not in counts}

    (before,), (after,) = with_plan(claims)[0]["events"], with_plan(claims + again)[0]["events"]
    assert values(after) == values(before)


@pytest.fixture(scope="module")
def tables(small_corpus: Path) -> dict[str, pa.Table]:
    return {name: pq.read_table(small_corpus / f"{name}.parquet") for name in TABLES}


def test_all_sources_again_make_the_published_tables(tables: dict[str, pa.Table]) -> None:
    assert subset(tables, tables["sources"].column("source_id").to_pylist()) == tables


def test_a_subset_is_made_of_its_claims_alone(tables: dict[str, pa.Table]) -> None:
    for source_id in tables["sources"].column("source_id").to_pylist():
        alone = subset(tables, [source_id])
        claims = [row for row in tables["claims"].to_pylist() if row["source_id"] == source_id]

        identities: dict[str, dict[str, dict[str, Any]]] = {}
        for name in ("events", "casualties", "clauses", "agreements", "actors", "places", "sources"):
            (key,) = TABLES[name].key
            identities[name] = {row[key]: row for row in tables[name].to_pylist()}
        expected, marks, _ = resolved(identities, claims)
        clauses = {row["clause_id"] for row in expected["clauses"]}
        expected["clause_events"] = [row for row in expected["clause_events"] if row["clause_id"] in clauses]
        for name in ("events", "casualties", "clauses", "clause_events", "event_actors"):
            assert sorted(alone[name].to_pylist(), key=str) == sorted(expected[name], key=str)
        assert in_conflict(alone) == set(marks)


def test_a_subset_refers_to_nothing_outside_it(tables: dict[str, pa.Table]) -> None:
    for source_id in tables["sources"].column("source_id").to_pylist():
        refers_to_nothing_outside(subset(tables, [source_id]))


SOURCES = kd.load("sources")["source_id"].to_pylist()


@pytest.mark.parametrize("many", range(1, len(SOURCES) + 1))
def test_each_subset_of_the_published_sources_refers_to_nothing_outside_it(many: int) -> None:
    published = {name: kd.load(name) for name in TABLES}
    for sources in combinations(SOURCES, many):
        refers_to_nothing_outside(subset(published, sources))


def refers_to_nothing_outside(alone: dict[str, pa.Table]) -> None:
    there = {(name, id_of(model, row)) for name, model in TABLES.items() for row in alone[name].to_pylist()}
    for name in ("claims", "event_topics"):
        named = zip(alone[name]["record_table"].to_pylist(), alone[name]["record_id"].to_pylist(), strict=True)
        assert set(named) <= there, name
    for name, model in TABLES.items():
        for column in columns(model):
            if column.definition.references:
                table, field = column.definition.references.split(".")
                values = set(alone[table].column(field).to_pylist()) | {None}
                assert set(alone[name].column(column.name).to_pylist()) <= values, (name, column.name)


def test_an_unknown_source_is_named(tables: dict[str, pa.Table]) -> None:
    with pytest.raises(UnknownName, match="no source has the id gazette-1900"):
        subset(tables, ["gazette-1900"])


def test_claims_in_conflict_are_on_the_fields_in_dispute(tables: dict[str, pa.Table]) -> None:
    disputed = {row["event_id"] for row in tables["events"].to_pylist() if row["disputed"]}

    assert {record_id for table, record_id, _ in in_conflict(tables) if table == "events"} == disputed


def in_conflict(tables: dict[str, pa.Table]) -> set[Mark]:
    names = ("record_table", "record_id", "field")
    return {tuple(row[name] for name in names) for row in tables["claims"].to_pylist() if row["in_conflict"]}
