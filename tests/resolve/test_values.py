"""Each rule of resolution, and what holds for all of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karabakh_data.model import edtf
from karabakh_data.model.vocabularies import VOCABULARIES
from karabakh_data.resolve import RULES, Settled, settle
from karabakh_data.resolve.values import STATUSES

AROUND = {"village": ["district", "country"], "district": ["country"], "country": [], "elsewhere": []}


def settled(rule: str, *values: str) -> Settled:
    return settle(rule, values, lambda place: AROUND[place])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "values", "value", "conflict"),
    [
        ("agree", ["a"], "a", False),
        ("agree", ["a", "unknown"], "a", False),
        ("agree", ["unknown"], "unknown", False),
        ("agree", ["a", "b"], None, True),
        ("date", ["2020-11", "2020-11-25"], "2020-11-25", False),
        ("date", ["2020-11-20/2020-11-26", "2020-11-25/2020-11-30"], "2020-11-25/2020-11-26", False),
        ("date", ["2020-11-25", "2020-11-20"], "[2020-11-20,2020-11-25]", True),
        ("date", ["../2020-11-20", "2020-11-25/.."], None, True),
        ("status", ["planned", "occurred"], "occurred", False),
        ("status", ["alleged", "planned"], "alleged", False),
        ("status", ["denied", "conditional"], "conditional", False),
        ("status", ["denied", "planned"], "planned", True),
        ("status", ["denied", "occurred"], "occurred", True),
        ("outcome", ["pending", "partly_fulfilled"], "partly_fulfilled", False),
        ("outcome", ["fulfilled", "late", "pending"], "late", False),
        ("outcome", ["pending", "postponed"], "postponed", False),
        ("outcome", ["fulfilled", "breached"], "disputed", True),
        ("place", ["country", "village", "district"], "village", False),
        ("place", ["district", "elsewhere"], None, True),
        ("least", ["7", "12"], "7", False),
        ("greatest", ["7", "12"], "12", False),
        ("figure", ["7"], "7", False),
        ("figure", ["7", "12"], None, True),
        ("wording", ["some", "several"], "several", False),
        ("wording", ["bb", "aa"], "aa", False),
    ],
)
def test_values_are_settled(rule: str, values: list[str], value: str | None, conflict: bool) -> None:
    assert settled(rule, *values) == Settled(value, conflict)


def test_no_claims_make_no_value() -> None:
    assert {settled(rule) for rule in RULES} == {Settled(None, False)}


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        settled("majority", "a")


def test_the_statuses_are_those_of_the_vocabulary() -> None:
    assert set(STATUSES) == set(VOCABULARIES["event_status"].terms)


days = st.dates(date(2020, 1, 1), date(2020, 12, 31)).map(str)
dates = st.one_of(
    days,
    days.map(lambda day: day[:7]),
    st.just("2020"),
    st.tuples(days, days).map(lambda pair: "/".join(sorted(pair))),
    days.map(lambda day: f"{day}/.."),
    days.map(lambda day: f"../{day}"),
)
claimed = st.one_of(
    st.tuples(st.just("agree"), st.lists(st.sampled_from(["a", "b", "unknown"]))),
    st.tuples(st.just("date"), st.lists(dates, max_size=5)),
    st.tuples(st.just("status"), st.lists(st.sampled_from(STATUSES))),
    st.tuples(st.just("outcome"), st.lists(st.sampled_from(sorted(VOCABULARIES["outcome"].terms)))),
    st.tuples(st.just("place"), st.lists(st.sampled_from(sorted(AROUND)))),
    st.tuples(st.sampled_from(["least", "greatest", "figure"]), st.lists(st.integers(0, 9).map(str))),
    st.tuples(st.just("wording"), st.lists(st.text("ab", min_size=1, max_size=3))),
)


@given(claimed, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: tuple[str, list[str]], shuffler: object) -> None:
    rule, values = claims
    shuffled = list(values)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]

    assert settled(rule, *shuffled) == settled(rule, *values)


@given(claimed, st.data())
def test_a_claim_that_agrees_with_another_changes_nothing(claims: tuple[str, list[str]], data: st.DataObject) -> None:
    rule, values = claims
    again = [data.draw(st.sampled_from(values))] if values else []

    assert settled(rule, *values, *again) == settled(rule, *values)


@given(claimed)
def test_a_claim_that_agrees_with_what_was_settled_changes_nothing(claims: tuple[str, list[str]]) -> None:
    rule, values = claims
    before = settled(rule, *values)
    if before.value is None or before.conflict:
        return

    assert settled(rule, *values, before.value) == before


@given(st.lists(dates, min_size=1, max_size=5))
def test_a_settled_date_lies_in_every_claimed_one_unless_they_conflict(values: list[str]) -> None:
    result = settled("date", *values)
    if result.conflict or result.value is None:
        return
    common = edtf.parse(result.value)
    for value in values:
        one = edtf.parse(value)
        assert one.earliest is None or (common.earliest is not None and common.earliest >= one.earliest)
        assert one.latest is None or (common.latest is not None and common.latest <= one.latest)
