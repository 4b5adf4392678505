"""The crosswalk: every term in every scheme, codes that exist there, and no grades that contradict each other."""

import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from karabakh_data.extract.article import ExtractionError
from karabakh_data.extract.registers import FOLDER, SCHEMES, read_crosswalk
from karabakh_data.model import Crosswalk
from karabakh_data.model.vocabularies import SPEECHES, VOCABULARIES

LISTS = tomllib.loads((Path(__file__).parent / "scheme_codes.toml").read_text(encoding="utf-8"))

# The codes of each scheme with their names there.
CODES = {
    "ACLED": {name: f"{kind}: {name}" for kind, names in LISTS["ACLED"].items() for name in names},
    "PLOVER": {kind: kind.capitalize() for kind in LISTS["PLOVER"]}
    | {f"{kind} {mode}": f"{kind.capitalize()}: {mode}" for kind, modes in LISTS["PLOVER"].items() for mode in modes},
    "CAMEO": LISTS["CAMEO"],
    "UCDP-GED": LISTS["UCDP-GED"],
    "PA-X": LISTS["PA-X"]["names"],
    "PAM": LISTS["PAM"]["names"],
}
NUMBERS = {"ACLED": 25, "PLOVER": 16 + 67, "CAMEO": 20, "UCDP-GED": 3, "PA-X": 40, "PAM": 14}

STEMS = LISTS["PAM"]["stems"].split()

# A code within another: whoever gives both says the same twice, or contradicts it.
WHOLES = {f"{kind} {mode}": kind for kind, modes in LISTS["PLOVER"].items() for mode in modes} | {
    part: whole for whole, parts in LISTS["PA-X"]["parts"].items() for part in parts
}

# Schemes that give an event one code: a term that lies within one lies within no other.
ONE_CODE_AN_EVENT = ("ACLED", "UCDP-GED")

# Codes that say by themselves who did wrong to whom, or whose the territory is. No term of ours says that.
BLAMING = {
    "ACLED": {
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Excessive force against protesters",
        *LISTS["ACLED"]["Violence against civilians"],
    },
    "PLOVER": {"SANCTION expel", "COERCE", "COERCE seize", "COERCE deport", "COERCE misinformation"},
    "CAMEO": {"17", "18", "20"},
    "UCDP-GED": {"3"},
    "PA-X": {"SsrPsf"},
    "PAM": {"pargrp"},
}

Rows = list[Crosswalk]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return read_crosswalk()


@pytest.fixture(scope="module")
def by_term(rows: Rows) -> dict[tuple[str, str, str], Rows]:
    groups: dict[tuple[str, str, str], Rows] = defaultdict(list)
    for row in rows:
        groups[row.vocabulary, row.term, row.scheme].append(row)
    return groups


@pytest.mark.parametrize("scheme", CODES)
def test_the_lists_are_whole(scheme: str) -> None:
    assert len(CODES[scheme]) == NUMBERS[scheme]


def test_names_of_pam_belong_to_stems() -> None:
    assert len(STEMS) == len(set(STEMS)) == 51
    assert set(CODES["PAM"]) <= set(STEMS)


@pytest.mark.parametrize("scheme", CODES)
def test_every_code_and_its_name_are_the_schemes(rows: Rows, scheme: str) -> None:
    known = CODES[scheme] | {"none": "nothing fits"}
    assert [row.id for row in rows if row.scheme == scheme and known.get(row.code) != row.label] == []


@pytest.mark.parametrize("vocabulary", SCHEMES)
def test_every_term_has_every_scheme(by_term: dict[tuple[str, str, str], Rows], vocabulary: str) -> None:
    expected = {(vocabulary, term, scheme) for term in VOCABULARIES[vocabulary].terms for scheme in SCHEMES[vocabulary]}
    assert {group for group in by_term if group[0] == vocabulary} == expected


def test_every_scheme_of_the_vocabulary_is_led_to() -> None:
    assert set(VOCABULARIES["scheme"].terms) == {scheme for schemes in SCHEMES.values() for scheme in schemes}


def test_nothing_fits_where_the_code_says_so_and_nowhere_else(rows: Rows) -> None:
    assert [row.id for row in rows if (row.code == "none") != (row.match == "none")] == []


def test_where_nothing_fits_nothing_stands_beside_it(by_term: dict[tuple[str, str, str], Rows]) -> None:
    assert [group for group, rows in by_term.items() if len(rows) > 1 and "none" in {row.code for row in rows}] == []


def test_no_term_leads_twice_to_the_same_code(rows: Rows) -> None:
    assert [key for key, times in Counter(row.id for row in rows).items() if times > 1] == []


def test_a_term_is_exactly_one_code_and_a_code_exactly_one_term(rows: Rows) -> None:
    exact = [row for row in rows if row.match == "exact"]
    terms = Counter((row.vocabulary, row.term, row.scheme) for row in exact)
    codes = Counter((row.vocabulary, row.scheme, row.code) for row in exact)
    assert [key for key, times in (terms | codes).items() if times > 1] == []


@pytest.mark.parametrize("scheme", ONE_CODE_AN_EVENT)
def test_a_term_within_one_code_is_within_no_other(by_term: dict[tuple[str, str, str], Rows], scheme: str) -> None:
    whole = {"exact", "broad"}
    assert [
        group
        for group, rows in by_term.items()
        if group[2] == scheme and len(rows) > 1 and whole & {row.match for row in rows}
    ] == []


def test_no_term_leads_to_a_code_and_to_a_part_of_it(by_term: dict[tuple[str, str, str], Rows]) -> None:
    assert [
        row.id for rows in by_term.values() for row in rows if WHOLES.get(row.code) in {other.code for other in rows}
    ] == []


@pytest.mark.parametrize("scheme", BLAMING)
def test_no_code_assigns_blame(rows: Rows, scheme: str) -> None:
    assert {*CODES[scheme], *STEMS} >= BLAMING[scheme]
    assert [row.id for row in rows if row.scheme == scheme and row.code in BLAMING[scheme]] == []


@pytest.mark.parametrize(
    ("term", "scheme"),
    [
        ("displacement", "PLOVER"),
        ("displacement", "CAMEO"),
        ("property_removal", "ACLED"),
        ("property_removal", "PLOVER"),
        ("property_removal", "CAMEO"),
        ("territorial_takeover", "ACLED"),
    ],
)
def test_what_has_no_name_without_blame_has_none(
    by_term: dict[tuple[str, str, str], Rows], term: str, scheme: str
) -> None:
    assert [row.code for row in by_term["event_type", term, scheme]] == ["none"]


@pytest.mark.parametrize("scheme", ["ACLED", "UCDP-GED"])
def test_what_is_only_said_is_no_event_there(rows: Rows, scheme: str) -> None:
    assert {row.code for row in rows if row.scheme == scheme and row.term in SPEECHES} == {"none"}


def test_ged_has_fighting_alone_and_is_wider(rows: Rows) -> None:
    ged = {row.term: (row.code, row.match) for row in rows if row.scheme == "UCDP-GED" and row.match != "none"}
    assert ged == dict.fromkeys(("armed_clash", "offensive", "war"), ("1", "broad"))


@pytest.mark.parametrize(
    ("old", "new", "failures"),
    [
        pytest.param("[event_type.war]", "[event_type.peace]", ["has `peace`", "lacks `war`"], id="term"),
        pytest.param("CAMEO = []", "CAMEL = []", ["has `CAMEL`", "lacks `CAMEO`"], id="scheme"),
        pytest.param("[provision.", "[provisions.", ["has `provisions`", "lacks `provision`"], id="vocabulary"),
        pytest.param('"Agreement", "Strat', '"Strat', ["`ACLED` has ['Strat", "no code, label and match"], id="entry"),
        pytest.param('"close"', '"near"', ["is 'near', which is no term"], id="match"),
        pytest.param("= []", "= [3]", ["has 3, no code, label and match"], id="number"),
        pytest.param("[event_type.war]", "[event_type.war", ["cannot be read"], id="no TOML"),
    ],
)
def test_a_broken_crosswalk_is_refused(tmp_path: Path, old: str, new: str, failures: list[str]) -> None:
    text = (FOLDER / "crosswalk.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "crosswalk.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ExtractionError) as caught:
        read_crosswalk(tmp_path)
    told = str(caught.value)
    assert [failure for failure in failures if failure not in told] == []


def test_a_missing_crosswalk_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match=r"registers/crosswalk\.toml cannot be read"):
        read_crosswalk(tmp_path)
