"""No disagreement between sources stops a build: it is kept, marked and listed. What one says against itself is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from contradicting import COMPATIBLE, VALUES, background, between, coded_fields, contradict

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
def told() -> dict[Any, str]:
    return {}


@pytest.fixture(scope="module")
def published(told: dict[Any, str], tmp_path_factory: pytest.TempPathFactory) -> Tables:
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
    table, record_id, name = told[rule]

    assert {claim["in_conflict"] for claim in claims_on(published, table, record_id, name)} == {True}
    assert record_of(published, table, record_id).get("disputed", True)


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
