"""What a script may say, and how it fails."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from karabakh_data.extract import ExtractionError, extract_article
from karabakh_data.extract.one_article import ArticleDraft, Extracted, draft_article
from karabakh_data.extract.passage import MarkedPassage
from karabakh_data.extract.text import Text
from karabakh_data.model import Claim

TEXT = "Headline\n\nAlpha met Beta in Gamma on 5 May. Nobody spoke.\n"
REGISTERS = {
    "actors": {"alpha": {}, "beta": {}},
    "places": {"gamma": {"place_type": "town"}},
    "events": {"meeting": {}, "speech": {}},
    "casualties": {"killed": {}},
    "clauses": {"term": {}},
    "agreements": {"deal": {}},
}


def run(tmp_path: Path, code: Callable[[Text], object], facts: str = "") -> Extracted:
    return extract_article(invented(tmp_path, facts), code, REGISTERS)


def draft(tmp_path: Path, code: Callable[[Text], object]) -> ArticleDraft:
    """The same where something is wrong, such as a name that ties nothing."""
    return draft_article(invented(tmp_path), code, REGISTERS)


def invented(tmp_path: Path, facts: str = "") -> Path:
    folder = tmp_path / "invented-2020"
    folder.mkdir()
    (folder / "article.txt").write_text(TEXT)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    (folder / "source.toml").write_text(f'language = "en"\nsha256 = "{sha256}"\nrights = "r"\nframing = "f"\n{facts}')
    return folder


def frame(text: Text, say: Callable[[Text], object] = lambda text: None) -> None:
    text.headline("Headline", no_fact="title of a test")
    say(text)
    text.sentence("Nobody spoke.", no_fact="nothing")


def met(text: Text) -> None:
    s = text.sentence("Alpha … 5 May.")
    meeting = s.event("meeting")
    meeting.status("occurred", "met")
    meeting.place("gamma", "in Gamma")
    meeting.date("2020-05-05", "5 May", derived="the year is that of the test")
    s.said_by("beta").event("meeting").participant("alpha", "Alpha", denies=True)
    s.event("speech").about(meeting, "met", judged="for the test")


def test_a_script_makes_claims(tmp_path: Path) -> None:
    drawn = run(tmp_path, lambda text: frame(text, met))

    claimed = {(claim.record_table, claim.record_id, claim.field, claim.value) for claim in drawn.claims}
    assert claimed == {
        ("events", "meeting", "status", "occurred"),
        ("events", "meeting", "place_id", "gamma"),
        ("events", "meeting", "where_prec", "1"),
        ("events", "meeting", "date_edtf", "2020-05-05"),
        ("event_actors", "meeting/alpha/participant", "role", "participant"),
        ("event_topics", "speech/events/meeting", "record_id", "meeting"),
    }
    assert all(TEXT[claim.char_start : claim.char_end] == claim.quote for claim in drawn.claims)
    assert [passage.disposition for passage in drawn.passages] == ["no_fact", "coded", "no_fact"]


def test_a_claim_keeps_speaker_stance_basis_and_note(tmp_path: Path) -> None:
    def one(field: str) -> Claim:
        return next(claim for claim in drawn.claims if claim.field == field)

    drawn = run(tmp_path, lambda text: frame(text, met))

    assert (one("role").attributed_to, one("role").stance, one("role").basis) == ("beta", "denies", "stated")
    assert (one("date_edtf").basis, one("date_edtf").note) == ("derived", "the year is that of the test")
    assert (one("record_id").basis, one("record_id").note) == ("judged", "for the test")
    assert one("where_prec").basis == "derived"


@pytest.mark.parametrize(
    ("say", "claimed"),
    [
        (lambda s: s.event("meeting").place("gamma", "in Gamma", prec=5), ("events/meeting.where_prec", "5")),
        (
            lambda s: s.event("meeting").about("clauses/term", "met"),
            ("event_topics/meeting/clauses/term.record_id", "term"),
        ),
        (lambda s: s.clause("term").obligor("beta", "Beta"), ("clause_actors/term/beta/obligor.role", "obligor")),
        (lambda s: s.clause("term").outcome("late", "meeting", "met"), ("clause_events/term/meeting.outcome", "late")),
        (
            lambda s: s.clause("term").outcome("late", s.event("meeting"), "met"),
            ("clause_events/term/meeting.outcome", "late"),
        ),
        (lambda s: s.clause("term").agreement("deal", "met"), ("clauses/term.agreement_id", "deal")),
        (lambda s: s.casualty("killed").best(5, "5"), ("casualties/killed.best", "5")),
        (lambda s: s.casualty("killed").as_of("2020-05", "May"), ("casualties/killed.as_of_edtf", "2020-05")),
        (lambda s: s.actor("alpha").part_of("beta", "Beta"), ("actors/alpha.part_of", "beta")),
        (lambda s: s.place("gamma").part_of("gamma", "Gamma"), ("places/gamma.part_of", "gamma")),
        (lambda s: s.agreement("deal").concluded_by("meeting", "met"), ("agreements/deal.concluded_by", "meeting")),
        (lambda s: s.source.author("Alpha"), ("sources/invented-2020.author", "Alpha")),
    ],
)
def test_a_line_is_one_claim(tmp_path: Path, say: Callable[[MarkedPassage], None], claimed: tuple[str, str]) -> None:
    facts = 'author = "Alpha"\n' if claimed[0].startswith("sources/") else ""
    drawn = run(tmp_path, lambda text: frame(text, lambda t: say(t.sentence("Alpha … 5 May."))), facts)

    assert claimed in [(f"{one.record_table}/{one.record_id}.{one.field}", one.value) for one in drawn.claims]


def test_claim_ids_do_not_depend_on_the_order_of_a_script(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    def backwards(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("meeting").place("gamma", "in Gamma")
        s.event("meeting").status("occurred", "met")

    first = {claim.claim_id for claim in run(tmp_path / "a", lambda text: frame(text, met)).claims}
    second = {claim.claim_id for claim in run(tmp_path / "b", lambda text: frame(text, backwards)).claims}

    assert second < first


def tie(text: Text) -> None:
    text.names("actors/beta", "Alpha met Beta", "Beta")
    text.names("actors/alpha", "Alpha", "Nobody")
    text.names("places/gamma", "Beta in Gamma", "Gamma")


@pytest.mark.parametrize(
    ("words", "entity", "mentions"),
    [
        # "Beta" names whom the longer name names, and "Beta in Gamma" crosses its end.
        pytest.param(None, None, ["Alpha: alpha", "Alpha met Beta: beta", "Gamma: gamma"], id="names"),
        pytest.param("Alpha", "actors/beta", ["Alpha: beta", "Alpha met Beta: beta", "Gamma: gamma"], id="in a name"),
        pytest.param("Alpha", None, ["Alpha met Beta: beta", "Gamma: gamma"], id="none in a name"),
        pytest.param("Alpha met Beta", None, ["Gamma: gamma"], id="none for a name and all within"),
        pytest.param(
            "met Beta in Gamma",
            "places/gamma",
            ["Alpha: alpha", "met Beta in Gamma: gamma", "Beta: beta"],
            id="around and across names",
        ),
    ],
)
def test_what_is_said_of_a_spot_goes_before_names_and_a_name_within_another_counts_for_somebody_else(
    tmp_path: Path, words: str | None, entity: str | None, mentions: list[str]
) -> None:
    def met(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("meeting").status("occurred", "met")
        if words is not None:
            s.mention(words, entity)

    found = draft(tmp_path, lambda text: (tie(text), frame(text, met))).extracted.mentions

    assert [f"{mention.surface}: {mention.entity_id}" for mention in found] == [*mentions, "Nobody: alpha"]


def test_of_spots_within_one_another_each_is_said(tmp_path: Path) -> None:
    def met(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("meeting").status("occurred", "met")
        s.mention("met Beta in", "actors/beta")
        s.mention("met {Beta}", "places/gamma")

    found = run(tmp_path, lambda text: frame(text, met)).mentions

    assert [mention.surface for mention in found] == ["met Beta in", "Beta"]


def say_of(s: MarkedPassage) -> None:
    s.event("meeting").status("occurred", "met")


@pytest.mark.parametrize(
    ("say", "failure"),
    [
        (lambda s: s.event("meeting").status("occurred", "spoke"), "'spoke' does not stand in"),
        (lambda s: s.event("meeting").status("occurred", "e"), "'e' stands 2 times"),
        (
            lambda s: s.event("meting").status("occurred", "met"),
            "'meting' is not in registers/events.toml; did you mean meeting?",
        ),
        (lambda s: s.event("party").status("occurred", "met"), "'party' is not in registers/events.toml; add it there"),
        (lambda s: s.event("meeting").place("delta", "in Gamma"), "'delta' is not in registers/places.toml"),
        (
            lambda s: s.event("meeting").status("occured", "met"),
            "`status` is 'occured', which is no term of the vocabulary 'event_status'; did you mean occurred?",
        ),
        (lambda s: s.event("meeting").date("5 May", "met"), "is '5 May', which is no date of the EDTF subset"),
        (lambda s: s.casualty("killed").best("5", "met"), "`best` is '5', which is not of the type int"),
        (lambda s: s.casualty("killed").best(-5, "met"), "`best` is -5, less than 0"),
        (lambda s: s.said_by("delta").event("meeting").status("occurred", "met"), "'delta' is not in registers/actors"),
        (
            lambda s: s.event("meeting").status("occurred", "met", derived="a", judged="b"),
            "one basis with one note, and one stance",
        ),
        (
            lambda s: s.event("meeting").status("occurred", "met", denies=True, questions=True),
            "one basis with one note, and one stance",
        ),
        (
            lambda s: s.event("meeting").status("occurred", "met", derivd="a"),
            "`derivd=` is nothing that a claim can say; did you mean derived?",
        ),
        (
            lambda s: s.event("meeting").status("occurred", "met", denies="yes"),
            "`denies=` is 'yes', which is not of the",
        ),
        (lambda s: s.event("meeting").status("occurred", "met", derived=" "), "`note` is empty or has white space"),
        (lambda s: s.event("meeting").actor("delta", "met"), "'delta' is not in registers/actors.toml"),
        (lambda s: s.event("meeting").about("weather/rain", "met"), "'weather/rain' names no register"),
        (lambda s: s.event("meeting").about("events/rain", "met"), "'rain' is not in registers/events.toml"),
        (
            lambda s: s.event("meeting").part_of(s.clause("term"), "met"),
            "clauses/term stands where one of events belongs",
        ),
        (lambda s: s.source.author("Alpha"), "source.toml gives no 'author'"),
        (lambda s: s.mention("Beta", "actors/bet"), "'Beta' is tied to 'actors/bet', which is in no register; did you"),
        (lambda s: [say_of(s), say_of(s)], "status = occurred is claimed from the same words before, in script line"),
    ],
)
def test_what_a_script_gets_wrong_is_named(tmp_path: Path, say: Callable[[MarkedPassage], None], failure: str) -> None:
    def wrong(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("meeting").status("occurred", "Alpha met")
        say(s)

    with pytest.raises(ExtractionError) as error:
        run(tmp_path, lambda text: frame(text, wrong))
    assert len(error.value.failures) == 1
    assert failure in error.value.failures[0]
    assert error.value.failures[0].startswith("invented-2020: script line ")


def test_a_record_named_in_another_passage_is_not_claimed_from_this_one(tmp_path: Path) -> None:
    def code(text: Text) -> None:
        meeting = text.headline("Headline").event("meeting")
        meeting.status("occurred", "Headline")
        text.sentence("Alpha … 5 May.", no_fact="x")
        meeting.date("2020-05-05", "5 May")
        text.sentence("Nobody spoke.", no_fact="x")

    with pytest.raises(ExtractionError) as error:
        run(tmp_path, code)
    assert len(error.value.failures) == 1
    assert "events/meeting was named in another passage; name it in this one" in error.value.failures[0]


def test_all_failures_are_told_at_once(tmp_path: Path) -> None:
    def wrong(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("gathering").status("occurred", "met")
        s.event("meeting").status("happened", "spoke")

    with pytest.raises(ExtractionError) as error:
        run(tmp_path, lambda text: frame(text, wrong), facts="weather = 'fine'\n")
    told = str(error.value)
    assert all(word in told for word in ("gathering", "happened", "spoke", "weather"))


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (
            lambda text: text.headline("Headline", no_fact="x"),
            r"line \d+: after this passage, no passage holds characters 8-58",
        ),
        (lambda text: None, "invented-2020: no passage holds characters 0-58"),
        (
            lambda text: frame(text, lambda t: t.sentence("Headline\n\nAlpha … 5 May.", no_fact="x")),
            r"script line \d+: the passages at 0-8 and 0-43 overlap",
        ),
        (
            lambda text: frame(
                text, lambda t: (t.sentence("on 5 May.", no_fact="x"), t.sentence("Alpha … Gamma", no_fact="x"))
            ),
            r"script line \d+: the passage at .* is coded after one further on",
        ),
        (
            lambda text: frame(text, lambda t: t.sentence("Alpha … 5 May.")),
            r"script line \d+: the passage at .* has no claim; code it or give `no_fact`",
        ),
        (
            lambda text: frame(text, lambda t: say_of(t.sentence("Alpha … 5 May.", no_fact="x"))),
            r"script line \d+: .* has claims and yet a reason for having none",
        ),
        (
            lambda text: frame(text, lambda t: t.sentence("Alpha … 5 May.", no_fact="x" * 201)),
            r"script line \d+: .*`reason` has 201 characters, more than 200",
        ),
        (
            lambda text: [text.names("actors/alpha", "Delta"), frame(text, met)],
            r"script line \d+: the name 'Delta' does not stand",
        ),
        (
            lambda text: [text.names("actors/alpha", "Beta"), text.names("actors/beta", "Beta"), frame(text, met)],
            r"script line \d+: the name 'Beta' is tied before, in script line",
        ),
    ],
)
def test_passages_tile_and_account_for_themselves(tmp_path: Path, code: Callable[[Text], object], failure: str) -> None:
    with pytest.raises(ExtractionError, match=failure):
        run(tmp_path, code)


def test_a_passage_may_open_where_the_one_before_ended(tmp_path: Path) -> None:
    def code(text: Text) -> None:
        text.headline("Headline", no_fact="x")
        text.sentence("… 5 May.").event("meeting").status("occurred", "met")
        text.sentence("… spoke.", no_fact="x")

    drawn = run(tmp_path, code)

    assert [TEXT[p.char_start : p.char_end] for p in drawn.passages] == [
        "Headline",
        "Alpha met Beta in Gamma on 5 May.",
        "Nobody spoke.",
    ]
