"""What stands behind a record: its claims in their sentences, its links, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import corpus
import pytest

import karabakh_data as kd
from karabakh_data.errors import UnknownName
from karabakh_data.reader import tables
from karabakh_data.reader.explanation import Evidence


def test_the_record_and_its_fields() -> None:
    explanation = kd.explain("events/zenda-handover")
    assert (explanation.table, explanation.id, explanation.title) == ("events", "zenda-handover", "Handover of Zenda")
    assert explanation.row in kd.events().to_pylist()
    assert list(explanation.fields) == ["status", "date_edtf", "place_id", "where_prec", "part_of"]
    assert explanation.fields["place_id"].label == "Zenda"
    assert explanation.fields["part_of"].evidence == ()
    assert {name: field.disputed for name, field in explanation.fields.items() if field.disputed} == {"date_edtf": True}


def test_every_claim_on_a_field_in_the_order_of_the_articles() -> None:
    first, second = kd.explain("zenda-dead").fields["best"].evidence
    assert first == Evidence(
        claim_id=first.claim_id,
        value="7",
        quote="Seven",
        sentence="Seven soldiers died, Ruritania says.",
        start=0,
        source_id=corpus.FIRST,
        passage_id=f"{corpus.FIRST}-p003",
        attributed_to="ruritania",
        speaker="Ruritania",
        stance="asserts",
        basis="stated",
        note=None,
    )
    assert (second.value, second.source_id, second.attributed_to, second.speaker) == ("8", corpus.SECOND, None, None)


def test_all_claims_on_a_record_and_its_links_are_shown() -> None:
    explanation = kd.explain("events/zenda-handover")
    shown = {
        evidence.claim_id
        for one in (explanation, *explanation.links)
        for field in one.fields.values()
        for evidence in field.evidence
    }
    on_them = {(one.table, one.id) for one in (explanation, *explanation.links)}
    assert shown == {
        claim["claim_id"] for claim in kd.claims().to_pylist() if (claim["record_table"], claim["record_id"]) in on_them
    }


@pytest.mark.parametrize(
    ("record_id", "links"),
    [
        (
            "events/zenda-handover",
            [
                "casualties: 7 to 8 killed, military",
                "event_actors: Northland: actor",
                "event_actors: Ruritania: recipient",
                "clause_events: Northland hands over Zenda",
            ],
        ),
        ("clauses/zenda-handover", ["clause_actors: Northland: obligor", "clause_events: Handover of Zenda"]),
        ("truce-2020", ["clauses: Northland hands over Zenda"]),
        ("northland-denial", ["event_actors: Northland: speaker", "event_topics: 7 to 8 killed, military"]),
        (
            "zenda-dead",
            ["event_topics: Northland denies deaths", "event_topics: Ruritania gives a number of dead"],
        ),
        ("northland-denial/casualties/zenda-dead", []),
        (corpus.FIRST, []),
        ("event_type/handover", []),
    ],
)
def test_links(record_id: str, links: list[str]) -> None:
    assert [f"{link.table}: {link.title}" for link in kd.explain(record_id).links] == links


def test_a_passage_leads_to_its_claims() -> None:
    (link,) = kd.explain(f"{corpus.SECOND}-p004").links[:1]
    assert link.table == "claims"
    assert link.title.endswith(("= occurred", "= speaker", "= zenda-dead", "= killed"))


def test_each_record_of_each_table_can_be_explained() -> None:
    for name, model in kd.model.TABLES.items():
        for row in kd.load(name).to_pylist()[:3]:
            record_id = kd.model.id_of(model, row)
            assert kd.explain(f"{name}/{record_id}").row == row


def test_as_text() -> None:
    text = str(kd.explain("events/zenda-handover"))
    assert text.startswith("Handover of Zenda\nevents/zenda-handover\n  event_class: act\n")
    assert (
        "  date_edtf: [2020-11-15,2020-11-25]  DISPUTED\n"
        "    Ruritania says that Northland handed over Zenda «on November 15».\n"
        "      courier-2020-11-16 · Ruritania · 2020-11-15 · derived: year of publication\n"
        "    In Tsenda, as Northland calls the town, «troops of Ruritania arrived» on November 25.\n"
        "      herald-2020-12-02 · in its own voice · 2020-11-25 · derived: 2020\n"
    ) in text
    assert "    best: (no single value)  DISPUTED\n" in text


def test_a_denial_is_marked() -> None:
    text = str(kd.explain("zenda-dead"))
    assert "Northland denies that «anybody died».\n      herald-2020-12-02 · Northland · denies\n" in text


@pytest.mark.parametrize("change", ["missing", "altered"])
def test_without_the_article_there_is_the_quotation_alone(
    change: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(data.parents[1], tmp_path / "root")
    file = tmp_path / "root" / "raw" / corpus.FIRST / "article.txt"
    if change == "missing":
        file.unlink()
    else:
        file.write_text("Two words more. " + file.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path / "root" / "karabakh_data" / "data")
    first, second = kd.explain("zenda-dead").fields["best"].evidence
    assert (first.sentence, first.start) == (None, None)
    assert first.in_sentence() == ("", "Seven", "")
    assert second.in_sentence() == ("A paper counts ", "eight dead soldiers", ".")


def test_an_id_of_several_tables() -> None:
    with pytest.raises(UnknownName, match="say 'events/zenda-handover' or 'clauses/zenda-handover'"):
        kd.explain("zenda-handover")


@pytest.mark.parametrize(
    ("record_id", "message"),
    [
        ("zend", "there is no record 'zend'; did you mean zenda or zenda-dead or"),
        ("events/zenda-hand", "there is no record 'events/zenda-hand'; did you mean events/zenda-handover or"),
        ("event/zenda-handover", "did you mean events/zenda-handover or"),
        ("qqqqqqqq", "there is no record 'qqqqqqqq'. An id stands in the first column"),
        ("", "there is no record ''. An id"),
    ],
)
def test_an_id_that_does_not_exist(record_id: str, message: str) -> None:
    with pytest.raises(UnknownName) as failure:
        kd.explain(record_id)
    assert message in str(failure.value)


@pytest.mark.parametrize("one", ["\ud800", "events/\ud800", "clause_events/\ud800/zenda-handover"])
def test_half_a_letter_is_no_id(one: str) -> None:
    with pytest.raises(kd.UnknownName):
        kd.explain(one)


def test_what_a_link_joins_has_no_full_stop_within() -> None:
    assert kd.explain("clause_events/zenda-handover/zenda-handover").title.count(".:") == 0
