"""Two codings compared: which facts are the same, how alike their values are, and what is wrong with a coding."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from karabakh_data.cli import app
from karabakh_data.coding.reliability import CodingError, Measures, measure
from karabakh_data.coding.reliability.facts import Fact, Statement
from karabakh_data.coding.reliability.likeness import dates, named, phrases
from karabakh_data.coding.reliability.measures import alpha
from karabakh_data.coding.reliability.pairing import assign, pairs, similarity
from karabakh_data.extract.article import Span

ROOT = Path(__file__).parents[2]

TEXT = "Zenda fell on Monday. Northland said that nine died. Share this article."
PASSAGES = "passages = [[0, 21], [22, 52], [53, 72]]"
NAMES = '[names.actors]\n"Northland" = ["the north"]\n"Ruritania" = ["Ruritania"]'

FELL = """\
[[event]]
quote = "Zenda fell"
what = "Northland takes Zenda"
event_type = "territorial_takeover"
status = "occurred"
date_edtf = "2020-11"
place = "Zenda"
actors = [ { role = "actor", who = "Northland" }, { role = "target", who = "Ruritania" } ]
"""
SAID = """\
[[event]]
quote = "Northland said"
what = "Northland states its losses"
event_type = "statement"
status = "occurred"
topic = "Dead of Zenda"
actors = [ { role = "speaker", who = "Northland" } ]
"""
DIED = """\
[[casualty]]
quote = "nine died"
what = "Dead of Zenda"
measure = "killed"
best = 9
victim_class = "unknown"
said_by = "Northland"
"""
SHARE = """\
[[no_fact]]
quote = "Share this article."
reason = "site furniture"
"""
WHOLE = "\n".join((FELL, SAID, DIED, SHARE))


def checkout(root: Path, first: str = WHOLE, second: str = WHOLE, head: str = PASSAGES) -> Path:
    """A checkout of one article in two codings."""
    raw = root / "raw" / "courier"
    raw.mkdir(parents=True)
    (raw / "article.txt").write_text(TEXT, encoding="utf-8")
    (raw / "source.toml").write_text(f'sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"', encoding="utf-8")
    for coder, text in (("first", f"{head}\n{NAMES}\n\n{first}"), ("second", second)):
        folder = root / "coding" / coder
        folder.mkdir(parents=True)
        (folder / "courier.toml").write_text(f'source = "courier"\n{text}', encoding="utf-8")
    return root


def found(measures: Measures) -> dict[str, tuple[int, int, int]]:
    return {one.table: (one.both, one.only_first, one.only_second) for one in measures.found}


def agreed(measures: Measures, field: str) -> dict[str, int]:
    (one,) = [one for one in measures.agreed if f"{one.table}.{one.field}" == field]
    counts = ("equal", "compatible", "different", "only_first", "only_second")
    return {name: getattr(one, name) for name in counts if getattr(one, name)}


def fact(what: str, *at: tuple[int, int, int], kind: str = "handover") -> Fact:
    """An event told at these passages, each with the offsets of its quotation."""
    statements = (Statement(passage, (Span(start, end),), {"event_type": kind}) for passage, start, end in at)
    return Fact("events", what, tuple(statements))


PAIRINGS = {
    "same words": ([fact("A", (0, 0, 9))], [fact("B", (0, 4, 9))], {("A", "B")}),
    "same title": (
        [fact("Zenda is taken", (0, 0, 5))],
        [fact("Taken: Zenda", (0, 6, 9))],
        {("Zenda is taken", "Taken: Zenda")},
    ),
    "another passage": ([fact("Zenda", (0, 0, 9))], [fact("Zenda", (1, 10, 19))], set()),
    "nothing alike but the passage": ([fact("A", (0, 0, 4))], [fact("B", (0, 5, 9), kind="meeting")], set()),
    "of two, the more alike": (
        [fact("Zenda falls", (0, 0, 9)), fact("Strelsau falls", (0, 0, 9))],
        [fact("Fall of Strelsau", (0, 0, 9))],
        {("Strelsau falls", "Fall of Strelsau")},
    ),
    "once, however often told": (
        [fact("Zenda falls", (0, 0, 9), (1, 10, 19))],
        [fact("Zenda falls", (0, 0, 9)), fact("Zenda burns", (1, 10, 19))],
        {("Zenda falls", "Zenda falls")},
    ),
    "most alike together": (
        [fact("Zenda and Strelsau", (0, 0, 9)), fact("Zenda", (0, 0, 9))],
        [fact("Zenda", (0, 0, 9)), fact("Zenda in snow", (0, 0, 9))],
        {("Zenda and Strelsau", "Zenda in snow"), ("Zenda", "Zenda")},
    ),
}


@pytest.mark.parametrize(("first", "second", "expected"), PAIRINGS.values(), ids=PAIRINGS)
def test_which_facts_are_the_same(first: list[Fact], second: list[Fact], expected: set[tuple[str, str]]) -> None:
    assert {(one.what, other.what) for one, other in pairs(first, second)} == expected


@given(st.data())
def test_the_order_of_facts_does_not_matter(data: st.DataObject) -> None:
    titles = ["Zenda falls", "Zenda burns", "Strelsau falls", "Strelsau burns", "Hentzau falls", "Hentzau burns"]
    first = [fact(what, (at % 2, at, at + 9)) for at, what in enumerate(titles)]
    second = [fact(what, (at % 2, at, at + 5), kind="destruction") for at, what in enumerate(reversed(titles))]
    shuffled = data.draw(st.permutations(first)), data.draw(st.permutations(second))
    assert pairs(*shuffled) == pairs(first, second)


def test_facts_of_two_tables_are_never_the_same() -> None:
    event = fact("Zenda", (0, 0, 9))
    clause = Fact("clauses", "Zenda", (Statement(0, (Span(0, 9),), {"provision": "ceasefire"}),))
    assert similarity(event, event) == 1
    assert similarity(event, clause) == 0


@given(
    st.integers(1, 8).flatmap(lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), max_size=8)),
    st.integers(1, 6),
)
def test_assignment_has_the_greatest_total(weights: list[list[int]], threshold: int) -> None:
    """As great as that of scipy, to which a pair below the threshold is worth nothing."""
    from scipy.optimize import linear_sum_assignment  # here, for it takes long to import; so do those below

    chosen = assign(weights, threshold)
    worth = [[weight if weight >= threshold else 0 for weight in row] for row in weights]
    best = zip(*linear_sum_assignment(worth, maximize=True), strict=True) if worth else ()
    assert sum(weights[row][column] for row, column in chosen) == sum(worth[row][column] for row, column in best)
    assert all(weights[row][column] >= threshold for row, column in chosen)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2020-11-25", "2020-11-25", "equal"),
        ("2020-11-25", "2020-11", "compatible"),
        ("2020-11~", "2020-11", "compatible"),
        ("2020-11/..", "2020-12-01", "compatible"),
        ("2020-11-25", "2020-11-26", "different"),
        ("2020-10/2020-11", "2020-11/2020-12", "different"),
    ],
)
def test_dates(first: str, second: str, expected: str) -> None:
    assert dates(first, second) == dates(second, first) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Several thousand victims", "the several thousand victims", "equal"),
        ("several thousand", "several thousand victims", "compatible"),
        ("several", "dozens", "different"),
    ],
)
def test_wordings(first: str, second: str, expected: str) -> None:
    assert phrases(first, second) == phrases(second, first) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Ruritania", "Strelsau", "equal"),
        ("Strelsau", "Rudolf's capital", "equal"),
        ("Duke Michael", "Michael, duke of Strelsau", "compatible"),
        ("Rupert", "Rupert, count of Hentzau", "equal"),
        ("Ruritania", "army of Ruritania", "compatible"),
        ("army of Ruritania", "Strelsau", "compatible"),
        ("Ruritania", "Ruritanians", "different"),
    ],
)
def test_names(first: str, second: str, expected: str) -> None:
    compare = named({"Ruritania": ["Strelsau", "Rudolf’s capital"], "Rupert of Hentzau": ["Rupert"]})
    assert compare(first, second) == compare(second, first) == expected


def test_a_coding_agrees_with_itself(tmp_path: Path) -> None:
    measures = measure(checkout(tmp_path))
    assert found(measures) == {
        "events": (2, 0, 0),
        "casualties": (1, 0, 0),
        "event_actors": (3, 0, 0),
        "event_topics": (1, 0, 0),
    }
    assert all(one.agreement == 1 for one in (*measures.found, *measures.agreed))
    assert {one.alpha for one in measures.agreed} == {None, 1.0}


def test_a_fact_that_one_coder_found(tmp_path: Path) -> None:
    measures = measure(checkout(tmp_path, second=f"{FELL}\n{DIED}\n{SHARE}"))
    assert found(measures)["events"] == (1, 1, 0)
    assert measures.found[0].agreement == pytest.approx(2 / 3)
    assert agreed(measures, "passages.disposition") == {"equal": 3}


@pytest.mark.parametrize(
    ("old", "new", "field", "expected"),
    [
        ('"occurred"\ndate', '"alleged"\ndate', "events.status", {"equal": 1, "different": 1}),
        ('"territorial_takeover"', '"offensive"', "events.event_type", {"equal": 1, "different": 1}),
        ('"territorial_takeover"', '"demand"', "events.event_class", {"equal": 1, "different": 1}),
        ('"2020-11"', '"2020-11-16"', "events.date_edtf", {"compatible": 1}),
        ('date_edtf = "2020-11"\n', "", "events.date_edtf", {"only_first": 1}),
        ('place = "Zenda"', 'place = "castle of Zenda"', "events.place", {"compatible": 1}),
        (
            'status = "occurred"\nd',
            'status = "occurred"\nsaid_by = "Strelsau"\nd',
            "events.voice",
            {"equal": 1, "different": 1},
        ),
        ('role = "target"', 'role = "affected"', "event_actors.role", {"equal": 2, "different": 1}),
        ("best = 9", "best = 19", "casualties.best", {"different": 1}),
        ('said_by = "Northland"', 'side = "Northland"', "casualties.side", {"only_second": 1}),
        (SHARE, "", "passages.disposition", {"equal": 2, "only_first": 1}),
        ("nine died", "this article.", "passages.disposition", {"equal": 2, "different": 1}),
    ],
)
def test_a_value_that_differs(tmp_path: Path, old: str, new: str, field: str, expected: dict[str, int]) -> None:
    assert WHOLE.count(old) == 1
    measures = measure(checkout(tmp_path, second=WHOLE.replace(old, new)))
    assert agreed(measures, field) == expected


def test_an_actor_that_one_coder_found(tmp_path: Path) -> None:
    measures = measure(checkout(tmp_path, second=WHOLE.replace('"Ruritania"', '"Hentzau"')))
    assert found(measures)["event_actors"] == (2, 1, 1)


def test_a_value_is_compared_where_both_give_it(tmp_path: Path) -> None:
    first = FELL + SAID.replace("Northland states its losses", "Northland takes Zenda").replace("occurred", "alleged")
    second = FELL.replace("Zenda fell", "nine died").replace('"occurred"', '"alleged"')
    assert agreed(measure(checkout(tmp_path, first, second)), "events.status") == {"equal": 1}


def test_alpha_is_krippendorffs(tmp_path: Path) -> None:
    """Of (a, a), (a, a), (b, b), (a, b): 1 - 7 · 2 / (5 · 3 + 3 · 5)."""
    statuses = [("occurred", "occurred"), ("occurred", "occurred"), ("planned", "planned"), ("occurred", "planned")]
    texts = [
        "\n".join(
            f'[[event]]\nquote = "Zenda fell"\nwhat = "number {number}"\nevent_type = "offensive"\nstatus = "{status}"'
            for number, status in enumerate(coder)
        )
        for coder in zip(*statuses, strict=True)
    ]
    (one,) = [one for one in measure(checkout(tmp_path, *texts)).agreed if one.field == "status"]
    assert one.alpha == pytest.approx(1 - 14 / 30)


# The worked examples of Krippendorff, Computing Krippendorff's alpha-reliability (2011), for two observers.
WORKED = {
    "A, binary data": ("0100000010", "1110010000", 0.095),
    "B, nominal data": ("aabbdcccedda", "babbbccceddd", 0.692),
}


@pytest.mark.parametrize(("first", "second", "expected"), WORKED.values(), ids=WORKED)
def test_alpha_of_the_worked_examples(first: str, second: str, expected: float) -> None:
    assert alpha(list(zip(first, second, strict=True))) == pytest.approx(expected, abs=0.0005)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=12))
def test_alpha_is_that_of_other_implementations(values: list[tuple[str, str]]) -> None:
    from iaa_kit import alpha_value
    from nltk.metrics.agreement import AnnotationTask

    if len({value for pair in values for value in pair}) < 2:
        assert alpha(values) is None
        return
    answers = [(coder, unit, value) for unit, pair in enumerate(values) for coder, value in enumerate(pair)]
    assert alpha(values) == pytest.approx(AnnotationTask(answers).alpha(), abs=1e-12)
    assert alpha(values) == pytest.approx(alpha_value(values), abs=1e-12)


def test_alpha_of_nothing() -> None:
    assert alpha([]) is None


WRONG = {
    "quotation not there": ('"Zenda fell"', '"Zenda rose"', "'Zenda rose' does not stand in"),
    "quotation twice": ('"Zenda fell"', '"on"', "stands 2 times in"),
    "quotation elsewhere": (
        'quote = "Zenda fell"',
        'quote = "Zenda fell"\nat = 3',
        "does not stand at article.txt line 1",
    ),
    "offsets too many": ('quote = "Zenda fell"', 'quote = "Zenda fell"\nat = [0, 3]', "1 quotations and 2 offsets"),
    "unknown term": (
        '"territorial_takeover"',
        '"conquest"',
        "'conquest', which is no term of the vocabulary 'event_type'",
    ),
    "unknown role": ('"target"', '"victim"', "'victim', which is no term of the vocabulary 'event_role'"),
    "no date": ('"2020-11"', '"November"', "'November', which is no date of the EDTF subset"),
    "unknown key": ("place =", "places =", "gives `places`, which is nothing to be said of events"),
    "wrong type": ("best = 9", 'best = "nine"', "gives `best` as 'nine', which is not of the type int"),
    "no text": ('place = "Zenda"', "place = 7", "gives `place` as 7, which is no text"),
    "topic is no text": ('topic = "Dead of Zenda"', "topic = [7]", "has 7 in `topic`, which is no text"),
    "link without term": ('role = "target", ', "", "where each gives `who` and `role`"),
    "no kind": ('measure = "killed"\n', "", "lacks `measure`"),
    "no title": ('what = "Dead of Zenda"\n', "", "lacks `what`"),
    "no quotation": ('quote = "Zenda fell"\n', "", "coding/second/courier.toml: event.0.quote: Field required"),
    "unknown entry": ("[[casualty]]", "[[victim]]", "coding/second/courier.toml: victim: Extra inputs"),
    "no TOML": ("best = 9", "best = nine", "coding/second/courier.toml cannot be read"),
}


@pytest.mark.parametrize(("old", "new", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_coding(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert WHOLE.count(old) == 1
    with pytest.raises(CodingError) as error:
        measure(checkout(tmp_path, second=WHOLE.replace(old, new)))
    (failure,) = error.value.failures
    assert failure.startswith("coding/second/courier")
    assert message in failure


def test_a_quotation_outside_all_passages(tmp_path: Path) -> None:
    with pytest.raises(CodingError, match=r"'Share this article.' stands in no passage") as error:
        measure(checkout(tmp_path, head="passages = [[0, 21], [22, 52]]"))
    assert len(error.value.failures) == 2


def test_a_file_named_for_another_article(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    path = root / "coding" / "second" / "courier.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('source = "courier"', 'source = "herald"'), encoding="utf-8"
    )
    with pytest.raises(CodingError, match="`source` is 'herald'"):
        measure(root)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    root = checkout(
        tmp_path, FELL.replace('"occurred"', '"done"'), FELL.replace("fell", "rose").replace("2020-11", "then")
    )
    (root / "coding" / "first" / "herald.toml").write_text('source = "herald"', encoding="utf-8")
    with pytest.raises(CodingError) as error:
        measure(root)
    told = str(error.value)
    for part in ("'done'", "'Zenda rose'", "'then'", "coding/second/herald.toml is missing", "herald: "):
        assert part in told


@pytest.mark.parametrize("folder", ["raw", "coding/first", "coding/second"])
def test_outside_a_checkout(tmp_path: Path, folder: str) -> None:
    root = checkout(tmp_path)
    (root / folder).rename(tmp_path / "elsewhere")
    with pytest.raises(FileNotFoundError, match="only in a checkout of the repository"):
        measure(root)


# Of the files in the order of their names. A difference is settled in a script; a coding changes only when a term of a
# vocabulary is renamed, and then its digest here with it.
FROZEN = {
    "first": "926f0f4c9c5ed92864e56d63a29d0c60a31afa6ba77bbf657edc856f85f855ba",
    "second": "a504dc2f451bd8fd1d4e60d95e7a7cc03144627e2d61161f515b22d98b56a435",
}


@pytest.mark.parametrize("coder", FROZEN)
def test_codings_stay_as_they_were_made(coder: str) -> None:
    files = sorted((ROOT / "coding" / coder).glob("*.toml"))
    assert hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest() == FROZEN[coder]


def test_the_figures_of_the_articles() -> None:
    measures = measure(ROOT)
    assert measures.articles == len(list((ROOT / "coding" / "first").glob("*.toml")))
    assert measures == measure(ROOT)
    assert {one.table for one in measures.found} >= {"events", "casualties", "clauses", "agreements"}
    assert all(0 <= one.agreement <= 1 for one in measures.found)


def run(*arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, ["reliability", *map(str, arguments)], catch_exceptions=False)


def test_the_command_prints_tables(tmp_path: Path) -> None:
    result = run(checkout(tmp_path, second=WHOLE.replace('"2020-11"', '"2020-11-16"')))
    lines = [line.split() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert ["events", "2", "0", "0", "100.0%"] in lines
    assert ["event_type", "2", "0", "0", "0", "0", "100.0%", "1.00"] in lines
    assert ["date_edtf", "0", "1", "0", "0", "0", "0.0%"] in lines


def test_the_command_writes_json(tmp_path: Path) -> None:
    root = checkout(tmp_path)
    result = run(root, "--format", "json")
    assert result.exit_code == 0
    assert result.stdout == f"{measure(root).as_json()}\n"
    assert json.loads(result.stdout)["found"][0] == {
        "table": "events",
        "both": 2,
        "only_first": 0,
        "only_second": 0,
        "agreement": 1.0,
    }


def test_the_command_on_a_wrong_coding(tmp_path: Path) -> None:
    result = run(checkout(tmp_path, second=FELL.replace("fell", "rose").replace('"occurred"', '"done"')))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["error"] * 2


def test_the_command_outside_a_checkout(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {tmp_path / 'raw'} is missing")
