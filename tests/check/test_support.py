"""What a claim states is read in its quotation, by a rule for each kind of column and none for single claims."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import karabakh_data
from karabakh_data.check.articles import support
from karabakh_data.check.articles.support import shares_by_basis, support_failures, unsupported
from karabakh_data.extract.language.dates import unread
from karabakh_data.extract.language.numerals import numbers
from karabakh_data.extract.language.wordings import FILE, Wordings, WordingsError, read, wordings
from karabakh_data.model import TABLES, columns
from karabakh_data.model.vocabularies import VOCABULARIES

NAMES = ("source_id", "char_start", "char_end", "entity_table", "entity_id")
MENTIONS = pa.schema({name: pa.int32() if name.startswith("char") else pa.string() for name in NAMES})


def claim(field: str, value: str, quote: str, start: int = 10, **cells: Any) -> dict[str, Any]:
    """A claim on `table/record.field`, all in one passage."""
    record, _, name = field.rpartition(".")
    table, _, record_id = record.partition("/")
    return {
        **{"claim_id": f"c-{field}-{start}", "source_id": "courier", "passage_id": "p1", "stance": "asserts"},
        **{"record_table": table, "record_id": record_id, "field": name, "value": value, "basis": "stated"},
        **{"char_start": start, "char_end": start + len(quote), "quote": quote, "note": None, **cells},
    }


def mention(entity: str, start: int, end: int, source_id: str = "courier") -> dict[str, Any]:
    """A mention of an actor or place, written with its table."""
    table, _, record_id = entity.partition("/")
    return dict(zip(NAMES, (source_id, start, end, table, record_id), strict=True))


def lacking(claims: list[dict[str, Any]], *mentions: dict[str, Any]) -> list[support.Requirement]:
    """The requirements that the claims do not meet."""
    found = unsupported(pa.Table.from_pylist(claims), pa.Table.from_pylist(list(mentions), schema=MENTIONS))
    return [one.requirement for one in found]


def test_the_published_claims_pass() -> None:
    found = unsupported(karabakh_data.load("claims"), karabakh_data.load("mentions"))

    assert "\n".join(map(str, found)) == ""


READ = [
    ("casualties/dead.best", "7", "the death of seven people", None),
    ("casualties/dead.best", "7", "the death of seventeen people", support.NUMBER),
    ("clauses/force.quantity", "2000", "2,000 peacekeepers", None),
    ("clauses/force.quantity", "200", "2,000 peacekeepers", support.NUMBER),
    ("events/entry.date_edtf", "2020-11-15", "on 15 November 2020", None),
    ("events/entry.date_edtf", "2020-11-15", "on 15 November", support.DATE),
    ("events/entry.status", "occurred", "troops entered", None),
    ("events/entry.status", "occurred", "troops are to enter", support.TERM),
    ("events/entry.status", "planned", "troops are to enter", None),
    ("casualties/dead.measure", "killed", "fatalities", None),
    ("casualties/dead.measure", "killed", "the wounded", support.TERM),
    ("casualties/dead.victim_class", "unknown", "seven people", support.TERM),
    ("clauses/force.unit", "persons", "2000 peacekeepers", None),
    ("clauses/force.modality", "silence", "did not address this question", None),
    ("clauses/force.modality", "silence", "did address this question", support.TERM),
    ("actors/chief.office", "prime minister", "the Prime\nMinister", None),
    ("actors/chief.office", "prime minister", "the minister", support.WORDS),
    ("sources/courier.publisher", "The Courier", "By [The Courier](#)", None),
    ("sources/courier.publisher", "The Courier", "The Couriers", support.WORDS),
]


@pytest.mark.parametrize(("field", "value", "quote", "requirement"), READ, ids=lambda each: str(each)[:30])
def test_a_value_is_read_in_its_quotation(
    field: str, value: str, quote: str, requirement: support.Requirement | None
) -> None:
    assert lacking([claim(field, value, quote)]) == ([requirement] if requirement else [])


@pytest.mark.parametrize("stance", VOCABULARIES["stance"].terms)
def test_the_stance_makes_no_difference(stance: str) -> None:
    assert lacking([claim("casualties/dead.measure", "killed", "nobody was hurt", stance=stance)]) == [support.TERM]


@pytest.mark.parametrize("basis", ["derived", "judged"])
def test_what_is_not_stated_is_not_read(basis: str) -> None:
    assert lacking([claim("casualties/dead.best", "7", "some", basis=basis)]) == []


@pytest.mark.parametrize("field", ["events/entry.title", "nothing/entry.status"])
def test_what_no_model_has_is_left_to_other_rules(field: str) -> None:
    assert lacking([claim(field, "occurred", "some")]) == []


@pytest.mark.parametrize(
    ("spot", "requirement"),
    [
        (mention("places/zenda", 13, 18), None),
        (mention("places/zenda", 5, 40), None),
        (mention("places/zenda", 3, 14), support.NAMED),
        (mention("places/zenda", 40, 45), support.NAMED),
        (mention("actors/zenda", 13, 18), support.NAMED),
        (mention("places/strelsau", 13, 18), support.NAMED),
        (mention("places/zenda", 13, 18, "herald"), support.NAMED),
    ],
    ids=["inside", "around", "half", "elsewhere", "other table", "other place", "other article"],
)
def test_a_place_is_read_where_a_mention_names_it(
    spot: dict[str, Any], requirement: support.Requirement | None
) -> None:
    assert lacking([claim("events/entry.place_id", "zenda", "in Zenda")], spot) == (
        [requirement] if requirement else []
    )


@pytest.mark.parametrize(
    ("role", "quote", "requirements"),
    [
        ("actor", "by Ruritania", []),
        ("actor", "by Northland", [support.NAMED]),
        ("mediator", "brokered by Ruritania", []),
        ("mediator", "by Ruritania", [support.TERM]),
    ],
)
def test_a_part_in_an_event_needs_the_actor_and_a_wording_if_one_is_listed(
    role: str, quote: str, requirements: list[support.Requirement]
) -> None:
    told = claim("events/talks.status", "occurred", "were held", start=100)
    part = claim(f"event_actors/talks/ruritania/{role}.role", role, quote)
    at = 10 + quote.find("Ruritania")

    assert lacking([told, part], mention("actors/ruritania", at, at + 9)) == requirements


def test_a_part_in_an_event_needs_the_event_in_the_same_passage() -> None:
    told = claim("events/talks.status", "occurred", "were held", start=100, passage_id="p2")
    part = claim("event_actors/talks/ruritania/actor.role", "actor", "Ruritania")

    assert lacking([told, part], mention("actors/ruritania", 10, 19)) == [support.UNTOLD]


@pytest.mark.parametrize(
    ("start", "passage_id", "requirement"),
    [(15, "p1", None), (40, "p1", support.RECORD), (15, "p2", support.RECORD)],
    ids=["overlap", "apart", "other passage"],
)
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("events/entry.part_of", "war"),
        ("casualties/dead.event_id", "war"),
        ("event_topics/entry/events/war.record_id", "war"),
        ("clause_events/peace/war.outcome", "breached"),
        ("agreements/treaty.concluded_by", "war"),
    ],
)
def test_a_record_is_read_where_a_claim_on_it_rests_on_the_same_words(
    field: str, value: str, start: int, passage_id: str, requirement: support.Requirement | None
) -> None:
    told = claim("events/entry.status", "occurred", "began", start=70)
    other = claim("events/war.status", "occurred", "violated", start=start, passage_id=passage_id)

    found = lacking([told, other, claim(field, value, "in the war that violated it")])

    assert found == ([requirement] if requirement else [])


@pytest.mark.parametrize(("quote", "requirement"), [("under the deal", None), ("under it", support.RECORD)])
def test_an_agreement_is_read_in_a_word_for_it(quote: str, requirement: support.Requirement | None) -> None:
    assert lacking([claim("clauses/force.agreement_id", "treaty", quote)]) == ([requirement] if requirement else [])


def test_a_failure_says_what_where_and_what_to_do() -> None:
    claims = pa.Table.from_pylist([claim("casualties/dead.best", "17", "the death of seven", start=3704)])

    (found,) = unsupported(claims, MENTIONS.empty_table())

    assert str(found) == (
        "courier: casualties/dead.best = 17: 'the death of seven' does not show it (it gives 7; article.txt 3704-3722):"
        " use a longer quotation, or derived/judged with a note"
    )


def test_failures_are_gathered_by_requirement() -> None:
    claims = [claim("casualties/dead.best", "17", "seven", start=at) for at in range(12)]
    claims.append(claim("actors/chief.office", "king", "queen"))
    tables = {"claims": pa.Table.from_pylist(claims), "mentions": MENTIONS.empty_table()}

    found = support_failures(tables, max_examples=2)

    counted = [(failure.rule, failure.count, len(failure.examples)) for failure in found]
    assert counted == [(support.NUMBER, 12, 2), (support.WORDS, 1, 1)]
    assert found[1].examples[0] == {
        **{"claim_id": "c-actors/chief.office-10", "source_id": "courier", "char_start": 10, "char_end": 15},
        **{"record": "actors/chief", "field": "office", "value": "king", "quote": "queen", "lacks": "other words"},
    }


def test_shares_by_basis_add_up() -> None:
    bases = ["stated", "stated", "derived", "judged"]
    claims = pa.Table.from_pylist([claim("actors/chief.office", "king", "king", basis=basis) for basis in bases])

    assert shares_by_basis(claims) == {"stated": 0.5, "derived": 0.25, "judged": 0.25}


# Numbers.

ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ONES += ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelt(number: int) -> str:
    """The number in words, as an English hand writes it."""
    if number >= 1000:
        scale, name = (1_000_000, "million") if number >= 1_000_000 else (1000, "thousand")
        head, rest = divmod(number, scale)
        return f"{spelt(head)} {name}" + (f" {'and ' if rest < 100 else ''}{spelt(rest)}" if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{ONES[head]} hundred" + (f" and {spelt(rest)}" if rest else "")
    if number >= 20:
        head, rest = divmod(number, 10)
        return TENS[head] + (f"-{ONES[rest]}" if rest else "")
    return ONES[number] or "zero"


@given(st.integers(0, 2**31 - 1).filter(lambda number: number < 10**9))
def test_a_number_in_words_is_read_as_that_number_alone(number: int) -> None:
    assert numbers(f"About {spelt(number)} soldiers, reports say.") == {number}


@given(st.integers(0, 2**31 - 1), st.sampled_from(["{}", "{:,}"]))
def test_a_number_in_digits_is_read_as_that_number_alone(number: int, form: str) -> None:
    assert numbers(f"Some ({form.format(number)}) soldiers") == {number}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.5 million people", {1_500_000}),
        ("a hundred, then a dozen", {100, 12}),
        ("thirty, including seven", {30, 7}),
        ("between five and six", {5, 6}),
        ("2 000 men", {2000}),
        ("no casualties", {0}),
        ("several hundred, thousands, half a million", set()),
        ("a 20-year-old at 00:30 on 20/09/2023 in the 1990s, the 3rd", set()),
    ],
)
def test_numbers(text: str, found: set[int]) -> None:
    assert numbers(text) == found


# Dates.

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
FORMS = (
    *("{0:%B} {0.day}, {0.year}", "{0.day} {0:%B} {0.year}", "{0.day}th of {0:%b} {0.year}"),
    *("{0:%b}. {0.day} {0.year}", "{0:%Y-%m-%d}", "{0.day}.{0.month}.{0.year}"),
    "on {0:%B} {0.day} of that year, {0.year},",
)


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_a_date_is_read_with_all_its_parts(day: date, form: str, value: str) -> None:
    assert unread(day.strftime(value), f"It was {form.format(day)} or so.", wordings().dates) == []


@given(DAYS, DAYS, st.sampled_from(FORMS))
def test_another_date_is_not_read(day: date, other: date, form: str) -> None:
    assume(day != other)

    assert unread(other.isoformat(), form.format(day), wordings().dates)


@pytest.mark.parametrize(
    ("value", "quote", "lacks"),
    [
        ("2020-11", "in November", ["the year 2020"]),
        ("2020-11-15", "the 15th, in November 2020", ["November 15"]),
        ("2020-05", "it may rain in 2020", ["the month May"]),
        ("2023-09-20", "20/09/2023", []),
        ("2023-09-10", "10/09/2023", ["the month September", "September 10"]),
        ("199X", "in the 1990s", []),
        ("199X", "in 1990", ["the years 199X"]),
        ("19XX", "the 20th century", []),
        ("2020-11-10/2020-11-15", "from 10 to 15 November 2020", []),
        ("2020-11-10/2020-11-15", "until 15 November 2020", ["November 10"]),
        ("2020/..", "since 2020", []),
        ("2020/..", "in 2020", ["a word for open end"]),
        ("../2020", "until 2020", []),
        ("../2020", "in 2020", ["a word for open start"]),
        ("2020~", "around 2020", []),
        ("2020~", "in 2020", ["a word for approximate"]),
        ("2020?", "perhaps in 2020", []),
        ("2020?", "in 2020", ["a word for uncertain"]),
        ("[2019,2020]", "in 2019 or 2020", []),
        ("[2019,2020]", "in 2019 and 2020", ["a word for either"]),
    ],
)
def test_dates(value: str, quote: str, lacks: list[str]) -> None:
    assert unread(value, quote, wordings().dates) == lacks


def test_what_is_no_date_is_left_to_another_rule() -> None:
    assert lacking([claim("events/entry.date_edtf", "soon", "soon")]) == []


# Wordings.


def test_the_lexicon_has_every_term_that_needs_a_wording() -> None:
    coded = [
        each.definition
        for model in TABLES.values()
        for each in columns(model, "coded")
        if each.definition.vocabulary and each.definition.resolution != "key"
    ]
    listed = wordings().terms

    assert {(each.vocabulary, *listed[each.vocabulary]) for each in coded} == {
        (each.vocabulary, *VOCABULARIES[each.vocabulary].terms) for each in coded
    }


def test_the_lexicon_has_no_term_that_no_vocabulary_has() -> None:
    for vocabulary, terms in wordings().terms.items():
        assert terms.keys() <= VOCABULARIES[vocabulary].terms.keys()


@pytest.mark.parametrize("vocabulary", wordings().terms)
def test_every_wording_shows_its_term(vocabulary: str) -> None:
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))["vocabularies"][vocabulary]

    idle = [
        (term, wording)
        for term, each in listed.items()
        for wording in each
        if not wordings().shows(vocabulary, term, f"It, {wording.replace('*', 'x')}.")
    ]

    assert idle == []


SMALL = """
[vocabularies.event_status]
occurred = ["*ed", "took place"]
planned = ["is to be *", "schedul*"]
[apart.event_status]
occurred = ["united"]
[tables]
agreements = ["deal"]
[dates]
either = ["or"]
"""


@pytest.fixture(scope="module")
def small() -> Wordings:
    """A lexicon of a few words."""
    return read(SMALL)


@pytest.mark.parametrize(
    ("text", "occurred", "planned"),
    [
        ("It was Signed", True, False),
        ("It took\nplace", True, False),
        ("It is to be signed", False, True),
        ("It is to be signed, as was agreed", True, True),
        ("the United Nations", False, False),
        ("It is scheduled", True, True),
        ("the so-called talks, self-styled, redder", False, False),
    ],
)
def test_the_longest_wording_at_a_spot_decides(small: Wordings, text: str, occurred: bool, planned: bool) -> None:
    assert small.shows("event_status", "occurred", text) is occurred
    assert small.shows("event_status", "planned", text) is planned


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("[tables]", "[table]", "[table] is no section"),
        ("[tables]", "[table]", "[tables] is missing"),
        ("[vocabularies.event_status]", "[vocabularies.status]", "[vocabularies.status] is no vocabulary"),
        ("planned =", "intended =", "[vocabularies.event_status] has 'intended'"),
        ("agreements =", "actors =", "[tables] has 'actors'"),
        ("took place", "Took place", "'Took place' is no wording"),
        ('"deal"', '"*"', "'*' is no wording"),
        ('"deal"', "7", "7 is no wording"),
    ],
)
def test_a_wrong_lexicon_is_refused(wrong: str, right: str, message: str) -> None:
    with pytest.raises(WordingsError) as error:
        read(SMALL.replace(wrong, right, 1))

    assert any(message in failure for failure in error.value.failures)
