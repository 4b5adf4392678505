"""No disagreement between sources stops a build: it is kept, marked and listed. What one says against itself is not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from contradicting import COMPATIBLE, VALUES, background, between, coded_fields, contradict

from karabakh_data.check import check
from karabakh_data.check.rules.catalogue import rules as all_rules
from karabakh_data.model import TABLES, columns, id_of
from karabakh_data.publish.build import BuildError, publish_tables
from karabakh_data.resolve import ResolutionError, subset

FIELDS = list(coded_fields())
Tables = Mapping[str, pa.Table]


def kinds(table: str, name: str) -> list[bool]:
    """Whether the second article denies what the first asserts; of a key there is no other value."""
    return [True] if VALUES[f"{table}.{name}"][1] is None else [False, True]


CASES = [(table, name, denies) for table, name in FIELDS for denies in kinds(table, name)]


@pytest.fixture(scope="module")
def told() -> dict[Any, Any]:
    return {}


@pytest.fixture(scope="module")
def published(told: dict[Any, Any], tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The tables, as they were published, of two articles that contradict each other wherever they can."""
    world = background()
    told |= {case: contradict(world, case[0], case[1], denies=case[2]) for case in CASES}
    told |= {rule: tell(world, "one", "two") for rule, tell in between().items()}
    root = tmp_path_factory.mktemp("contradicting")
    report = publish_tables(world.tables(), root).report
    assert not [failure for failure in report.failures if failure.rule.severity == "error"]
    return {name: pq.read_table(root / f"karabakh_data/data/{name}.parquet") for name in TABLES}


def claims_on(tables: Tables, table: str, record_id: str, name: str) -> list[dict[str, Any]]:
    return [
        claim
        for claim in tables["claims"].to_pylist()
        if (claim["record_table"], claim["record_id"], claim["field"]) == (table, record_id, name)
    ]


def record_of(tables: Tables, table: str, record_id: str) -> dict[str, Any]:
    (row,) = [row for row in tables[table].to_pylist() if id_of(TABLES[table], row) == record_id]
    return row


def test_every_coded_field_has_two_values() -> None:
    assert {f"{table}.{name}" for table, name in FIELDS} == set(VALUES)


@pytest.mark.parametrize(
    ("table", "name", "denies"), CASES, ids=lambda part: {True: "denied", False: "differs"}.get(part, part)
)
def test_two_sources_that_contradict_each_other(
    table: str, name: str, denies: bool, published: Tables, told: dict[Any, str]
) -> None:
    record_id = told[table, name, denies]
    claims = claims_on(published, table, record_id, name)
    column = next(column for column in columns(TABLES[table], "coded") if column.name == name)
    contradictory = denies or column.definition.resolution not in COMPATIBLE

    row = record_of(published, table, record_id)

    assert {claim["source_id"] for claim in claims} == {"one", "two"}
    assert {claim["in_conflict"] for claim in claims} == {contradictory}
    assert row[name] is not None or not denies
    assert row.get("disputed", contradictory) is contradictory


@pytest.mark.parametrize("rule", between())
def test_sources_that_contradict_each_other_between_records(rule: str, published: Tables, told: dict[Any, Any]) -> None:
    opposed = told[rule]

    assert len(opposed) > 1
    for table, record_id, name in opposed:
        assert {claim["in_conflict"] for claim in claims_on(published, table, record_id, name)} == {True}, record_id
        assert record_of(published, table, record_id).get("disputed", True), record_id


@pytest.mark.parametrize("rule", [rule for rule in between() if rule.startswith("clause_events: the outcome")])
def test_no_days_are_counted_between_dates_in_conflict(rule: str, published: Tables, told: dict[Any, Any]) -> None:
    table, record_id, _ = told[rule][0]

    assert record_of(published, table, record_id)["days_late"] is None


def test_days_that_are_counted_between_dates_in_conflict_are_found(published: Tables, tmp_path: Path) -> None:
    rows = [row | {"days_late": 0} for row in published["clause_events"].to_pylist() if row["outcome"] == "late"]
    counted = pa.Table.from_pylist(rows, schema=published["clause_events"].schema)
    for name, table in published.items():
        pq.write_table(counted if name == "clause_events" else table, tmp_path / f"{name}.parquet")

    (rule,) = [rule for rule in all_rules() if rule.name.startswith("days_late is not what")]
    (failure,) = check(tmp_path, rules=[rule]).failures
    assert failure.count == len(rows) > 0


# In a subset, what only others tell is null; and a claim may need a record of which only others tell.
OF_A_SUBSET = {
    *(f"{name} is null, and no claims on it are in conflict" for name in ("event_id", "agreement_id", "measure")),
    "the passage is coded, and no claim rests on it",
}


@pytest.mark.parametrize("source", ["one", "two"])
def test_each_source_alone_makes_tables_that_refer_to_nothing_outside(
    source: str, published: Tables, tmp_path: Path
) -> None:
    for name, table in subset(published, [source]).items():
        pq.write_table(table, tmp_path / f"{name}.parquet")

    assert {failure.rule.name for failure in check(tmp_path).failures} <= OF_A_SUBSET


@pytest.mark.parametrize(
    ("table", "name", "denies"), CASES, ids=lambda part: {True: "denied", False: "differs"}.get(part, part)
)
def test_each_contradiction_resolves_for_either_source(table: str, name: str, denies: bool) -> None:
    world = background()
    record_id = contradict(world, table, name, denies=denies)
    for event in ("events/war", "events/other-war"):
        world.says("two", event, status="occurred")
    tables = world.tables()
    model = TABLES[table]

    for source in ("one", "two"):
        alone = subset(tables, [source])
        there = [row for row in alone[table].to_pylist() if id_of(model, row) == record_id]
        by_others = table in ("actors", "places", "agreements")
        asserts = not denies or source == "one"
        if table == "sources":
            assert bool(there) is (source == record_id)
        elif (table, name, asserts) == ("events", "status", False):
            assert [(row["status"], row["disputed"]) for row in there] == [("denied", False)]
        elif "_" not in table:
            assert bool(there) is (asserts or by_others)
        assert not any(alone["claims"]["in_conflict"].to_pylist())


def test_one_source_alone_is_in_conflict_with_nobody() -> None:
    world = background()
    world.says("one", "sources/one", title="A title")
    for table, name, denies in CASES:
        if table != "sources":  # of these, only the second article speaks of the second
            contradict(world, table, name, denies=denies)
    alone = subset(world.tables(), ["one"])

    assert alone["claims"].num_rows > 0
    assert not any(alone["claims"]["in_conflict"].to_pylist())
    assert not any(alone["events"]["disputed"].to_pylist())


def test_both_sources_again_make_the_published_tables(published: Tables) -> None:
    assert subset(published, ["one", "two"]) == published


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What stops the build where one article says by itself what two said between them."""
    world = background()
    for tell in between().values():
        tell(world, "one", "one")
    world.says("two", "events/war", status="occurred")
    with pytest.raises(BuildError) as error:
        publish_tables(world.tables(), tmp_path_factory.mktemp("alone"))
    return str(error.value)


@pytest.mark.parametrize("rule", between())
def test_what_one_source_says_against_itself_is_an_error(rule: str, found: str) -> None:
    assert rule in found


@pytest.mark.parametrize(
    ("table", "name"),
    [
        (table, column.name)
        for table, model in TABLES.items()
        for column in columns(model, "coded")
        if column.definition.always_claimed
    ],
)
def test_a_required_field_to_which_one_source_gives_two_values_is_an_error(table: str, name: str) -> None:
    world = background()
    record_id = contradict(world, table, name, denies=False)
    world.says("one", f"{table}/{record_id}", **{name: VALUES[f"{table}.{name}"][1]})

    with pytest.raises(ResolutionError, match=f"{record_id}.{name} must have a value, and claims differ on it"):
        world.tables()


@pytest.mark.usefixtures("hardly_checked")
def test_a_build_says_which_fields_are_newly_in_conflict(tmp_path: Path) -> None:
    world = background()
    world.says("two", "events/war", status="occurred")
    assert publish_tables(world.tables(), tmp_path).newly_in_conflict == {}

    record_id = contradict(world, "casualties", "best", denies=False)
    expected = {f"casualties/{record_id}.best": 2}

    (claims := tmp_path / "karabakh_data/data/claims.parquet").rename(tmp_path / "kept.parquet")
    assert publish_tables(world.tables(), tmp_path).newly_in_conflict == {}
    (tmp_path / "kept.parquet").rename(claims)
    assert publish_tables(world.tables(), tmp_path).newly_in_conflict == expected
    assert publish_tables(world.tables(), tmp_path).newly_in_conflict == {}
    claims.write_bytes(b"damaged")
    assert publish_tables(world.tables(), tmp_path).newly_in_conflict == {}
