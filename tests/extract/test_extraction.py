"""What a script may say, and how it fails."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from karabakh_data.extract import ExtractionError, extract_article
from karabakh_data.extract.extraction import Extracted
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


def run(tmp_path: Path, code: Callable[[Text], None], facts: str = "") -> Extracted:
    folder = tmp_path / "invented-2020"
    folder.mkdir()
    (folder / "article.txt").write_text(TEXT)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    (folder / "source.toml").write_text(f'language = "en"\nsha256 = "{sha256}"\nrights = "r"\nframing = "f"\n{facts}')
    return extract_article(folder, code, REGISTERS)


def frame(text: Text, say: Callable[[Text], None] = lambda text: None) -> None:
    text.headline("Headline", no_fact="title of a test")
    say(text)
    text.sentence("Nobody spoke.", no_fact="nothing")


def met(text: Text) -> None:
    s = text.sentence("Alpha … 5 May.")
    s.event("meeting", "met", status="occurred")
    s.event("meeting", "in Gamma", where="gamma")
    s.event("meeting", "5 May", date_edtf="2020-05-05", derived="the year is that of the test")
    s.event_actor("meeting", "alpha", "participant", "Alpha", by="beta", denies=True)
    s.event_topic("speech", "events/meeting", "met", judged="for the test")


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


def test_claim_ids_do_not_depend_on_the_order_of_a_script(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    def backwards(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("meeting", "in Gamma", where="gamma")
        s.event("meeting", "met", status="occurred")

    first = {claim.claim_id for claim in run(tmp_path / "a", lambda text: frame(text, met)).claims}
    second = {claim.claim_id for claim in run(tmp_path / "b", lambda text: frame(text, backwards)).claims}

    assert second < first


def test_names_are_tied_longest_first_and_a_passage_goes_before(tmp_path: Path) -> None:
    def name(text: Text) -> None:
        text.names({"Alpha met Beta": "actors/alpha", "Alpha": "actors/beta", "Gamma": "places/gamma"})
        frame(text, met_and_named)

    def met_and_named(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("meeting", "met", status="occurred")
        s.mention("Beta in Gamma", "actors/beta")

    drawn = run(tmp_path, name)

    assert [(mention.surface, mention.entity_id) for mention in drawn.mentions] == [("Beta in Gamma", "beta")]


@pytest.mark.parametrize(
    ("say", "failure"),
    [
        (lambda s: s.event("meeting", "spoke", status="occurred"), "'spoke' does not stand in"),
        (lambda s: s.event("meeting", "e", status="occurred"), "'e' stands 2 times"),
        (lambda s: s.event("gathering", "met", status="occurred"), "'gathering' is not in registers/events.toml"),
        (lambda s: s.event("meeting", "in Gamma", where="delta"), "'delta' is not in registers/places.toml"),
        (lambda s: s.event("meeting", "met", status="happened"), "`status` is 'happened', which is no term"),
        (lambda s: s.event("meeting", "met", date_edtf="5 May"), "is '5 May', which is no date of the EDTF subset"),
        (lambda s: s.event("meeting", "met", title="Met"), "'title' is no coded field of events"),
        (lambda s: s.event("meeting", "met", colour="red"), "'colour' is no coded field of events"),
        (lambda s: s.casualty("killed", "met", best="5"), "`best` is '5', which is not of the type int"),
        (lambda s: s.casualty("killed", "met", best=-5), "`best` is -5, less than 0"),
        (lambda s: s.event("meeting", "met", status="occurred", by="delta"), "by 'delta', who is not in registers"),
        (lambda s: s.event("meeting", "met", status="occurred", derived="a", judged="b"), "one basis and one stance"),
        (lambda s: s.event_actor("meeting", "delta", "actor", "met"), "'delta' is not in registers/actors.toml"),
        (lambda s: s.event_topic("meeting", "weather/rain", "met"), "'weather/rain' names no register"),
        (lambda s: s.event_topic("meeting", "events/rain", "met"), "'rain' is not in registers/events.toml"),
        (lambda s: s.source("author", "Alpha"), "source.toml gives no 'author'"),
        (lambda s: s.mention("Beta", "actors/delta"), "'Beta' is tied to 'actors/delta', which is in no register"),
    ],
)
def test_what_a_script_gets_wrong_is_named(tmp_path: Path, say: Callable[..., None], failure: str) -> None:
    def wrong(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("meeting", "Alpha met", status="occurred")
        say(s)

    with pytest.raises(ExtractionError) as error:
        run(tmp_path, lambda text: frame(text, wrong))
    assert len(error.value.failures) == 1
    assert failure in error.value.failures[0]
    assert error.value.failures[0].startswith("invented-2020: ")


def test_all_failures_are_told_at_once(tmp_path: Path) -> None:
    def wrong(text: Text) -> None:
        s = text.sentence("Alpha … 5 May.")
        s.event("gathering", "met", status="happened")
        s.event("meeting", "spoke", status="occurred")

    with pytest.raises(ExtractionError) as error:
        run(tmp_path, lambda text: frame(text, wrong), facts="weather = 'fine'\n")
    told = str(error.value)
    assert all(word in told for word in ("gathering", "happened", "spoke", "weather", "has no claim"))


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (lambda text: text.headline("Headline", no_fact="x"), "no passage holds characters 8-58"),
        (
            lambda text: frame(text, lambda t: t.sentence("Headline\n\nAlpha … 5 May.", no_fact="x")),
            "the passages at 0-8 and 0-43 overlap",
        ),
        (
            lambda text: frame(
                text, lambda t: (t.sentence("on 5 May.", no_fact="x"), t.sentence("Alpha … Gamma", no_fact="x"))
            ),
            "is coded after one further on",
        ),
        (lambda text: frame(text, lambda t: t.sentence("Alpha … 5 May.")), "has no claim; code it or give `no_fact`"),
        (
            lambda text: frame(
                text, lambda t: t.sentence("Alpha … 5 May.", no_fact="x").event("meeting", "met", status="occurred")
            ),
            "has claims and yet a reason for having none",
        ),
        (
            lambda text: frame(text, lambda t: [met(t), t.passages.pop()] and met(t)),
            "is claimed 2 times from the same words",
        ),
        (lambda text: [text.names({"Delta": "actors/alpha"}), frame(text, met)], "the name 'Delta' does not stand"),
    ],
)
def test_passages_tile_and_account_for_themselves(tmp_path: Path, code: Callable[[Text], None], failure: str) -> None:
    with pytest.raises(ExtractionError, match=failure):
        run(tmp_path, code)


def test_a_passage_may_open_where_the_one_before_ended(tmp_path: Path) -> None:
    def code(text: Text) -> None:
        text.headline("Headline", no_fact="x")
        text.sentence("… 5 May.").event("meeting", "met", status="occurred")
        text.sentence("… spoke.", no_fact="x")

    drawn = run(tmp_path, code)

    assert [TEXT[p.char_start : p.char_end] for p in drawn.passages] == [
        "Headline",
        "Alpha met Beta in Gamma on 5 May.",
        "Nobody spoke.",
    ]
