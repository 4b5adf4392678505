"""Every rule catches the smallest broken table that it is for, and leaves all others alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import duckdb
import pytest
from one_story import rows, table_of

from karabakh_data.check.engines.in_duckdb import outcomes
from karabakh_data.check.engines.views import connection
from karabakh_data.check.package.files import TableFile
from karabakh_data.check.report import Failure
from karabakh_data.check.rules.catalogue import rules as all_rules
from karabakh_data.check.rules.catalogue import select
from karabakh_data.errors import UnknownName
from karabakh_data.testing.corpus import Corpus, seeded, seeded_stories
from karabakh_data.testing.faults import WHOLE, Key, faults, inject

RULES = {rule.id: rule for rule in all_rules()}

# A fault, as the key of the row that is broken; and by rule the keys of the rows that are found.
Outcome = tuple[Key, dict[str, list[Key]]]


@pytest.fixture(scope="module")
def in_stories(
    with_errors: tuple[Corpus, Mapping[str, Sequence[TableFile]]], failures: Mapping[str, Failure]
) -> Mapping[str, Outcome]:
    """What is found in the story of each fault: of the corpus each story has another one, and some have none."""
    keys = {name: key for name, (key,) in seeded(with_errors[0]).items()}
    numbers = {name: number for name, of_rule in seeded_stories(with_errors[0]).items() for number in of_rule}
    # Only of a row whose key was broken does nothing tell the story.
    nameless = {(RULES[name].table, keys[name]): number for name, number in numbers.items()}
    found: dict[int, dict[str, list[Key]]] = {number: {} for number in numbers.values()}
    for failure in failures.values():
        for example in failure.examples if failure.rule.table not in WHOLE else ():
            key = _key(failure, example)
            told = re.search(r"(?<!\d)\d{7}(?=-)", " ".join(map(str, example.values())))
            number = int(told[0]) if told else nameless[failure.rule.table, key]
            found[number].setdefault(failure.rule.id, []).append(key)
    return {name: (keys[name], found[number]) for name, number in numbers.items()}


def test_ids_are_unique() -> None:
    assert len(RULES) == len(all_rules())


def test_every_rule_has_a_fault() -> None:
    assert set(faults()) == set(RULES)


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with connection({}, threads=1) as con:
        yield con


@pytest.mark.parametrize("name", RULES)
def test_rule(name: str, in_stories: Mapping[str, Outcome], con: duckdb.DuckDBPyConnection) -> None:
    fault = faults()[name]

    key, found = in_stories[name] if name in in_stories else _in_whole_tables(name, con)

    assert set(found.get(name, ())) == {key}
    others = set(found) - {name}
    assert others - set(fault.companions) == set()
    assert fault.possible or set(fault.companions) - others == set()


def _in_whole_tables(name: str, con: duckdb.DuckDBPyConnection) -> Outcome:
    broken = rows()
    key = inject(name, broken)
    for table in WHOLE:
        con.register("made", table_of(broken, table))
        con.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM made")
    failures, errors = outcomes(con, [rule for rule in RULES.values() if not rule.tables.isdisjoint(WHOLE)], 10)
    assert errors == {}
    return key, {failure.rule.id: [_key(failure, example) for example in failure.examples] for failure in failures}


def _key(failure: Failure, example: Mapping[str, object]) -> Key:
    return tuple(example[name] for name in RULES[failure.rule.id].key)


def test_select_by_table_and_by_pattern() -> None:
    assert {rule.table for rule in select(["events"])} == {"events"}
    assert [rule.id for rule in select(["casualties: low is greater*"])] == [
        "casualties: low is greater than best",
        "casualties: low is greater than high",
    ]


def test_select_refuses_what_matches_nothing() -> None:
    with pytest.raises(UnknownName, match=r"(?s)no rule is called 'evnets'.*no rule is called 'zzz'"):
        select(["evnets", "events", "zzz"])
