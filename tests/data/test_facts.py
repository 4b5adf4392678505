"""What the articles say, as a reader of the tables finds it: the facts for which this data set exists."""

from typing import Any

import pytest

import karabakh_data as kd
from karabakh_data.resolve import subset

# Each is a fact of the articles that are here.
pytestmark = pytest.mark.facts

ALL = {name: kd.load(name) for name in kd.table_names()}


def row(table: str, **wanted: Any) -> dict[str, Any]:
    found = [one for one in ALL[table].to_pylist() if all(one[name] == value for name, value in wanted.items())]
    assert len(found) == 1, f"{len(found)} rows of {table} have {wanted}"
    return found[0]


def test_a_district_was_due_on_one_day_postponed_and_handed_over_on_another() -> None:
    clause = row("clauses", clause_id="kalbajar-handover")
    postponed = row("clause_events", clause_id="kalbajar-handover", event_id="kalbajar-postponement-2020")
    handed_over = row("clause_events", clause_id="kalbajar-handover", event_id="kalbajar-handover-2020")

    assert (clause["due_edtf"], str(clause["due_date"]), clause["place_id"]) == (
        "2020-11-15",
        "2020-11-15",
        "kalbajar-district",
    )
    assert postponed["outcome"] == "postponed"
    assert (handed_over["outcome"], handed_over["days_late"]) == ("late", 10)
    assert row("clause_actors", clause_id="kalbajar-handover", role="obligor")["actor_id"] == "armenia"


def test_that_a_corridor_is_open_and_who_controls_it_are_two_clauses() -> None:
    outcomes = {
        one["clause_id"]: one["outcome"]
        for one in ALL["clause_events"].to_pylist()
        if one["clause_id"].startswith("lachin-corridor")
    }

    assert outcomes == {"lachin-corridor": "breached", "lachin-corridor-control": "partly_fulfilled"}


def test_a_ceasefire_that_is_told_as_past_has_no_deadline() -> None:
    kept = row("clause_events", clause_id="ceasefire", event_id="november-2020-ceasefire")

    assert row("clauses", clause_id="ceasefire")["due_edtf"] is None
    assert (kept["outcome"], kept["days_late"]) == ("fulfilled", None)


@pytest.mark.parametrize(
    ("event_id", "status", "date_edtf", "place_id"),
    [
        ("aghdam-handover-2020", "occurred", "2020-11-20", "aghdam-district"),
        ("kalbajar-handover-2020", "occurred", "2020-11-25", "kalbajar-district"),
        ("lachin-handover-2020", "ongoing", "2020-11-30/..", "lachin-district"),
        ("lachin-entry-2020", "occurred", "2020-11-30", "lachin-district"),
        ("entry-into-a-district", "alleged", None, None),
        ("handover-of-a-district", "occurred", None, None),
        ("districts-outside-azerbaijani-control", "ongoing", "1990/..", "three-districts"),
        ("three-handovers-2020", "ongoing", "2020-11-20/2020-12-01", "three-districts"),
        ("november-2020-agreement", "occurred", "2020-11-01/2020-11-10", None),
        ("november-2020-ceasefire", "occurred", "2020-11-10", "nagorno-karabakh"),
        ("french-senate-resolution-2020", "occurred", "2020-11-25", None),
        ("french-senate-debate-2020", "occurred", "2020-11-25", None),
        ("french-senate-resolution-binding", "denied", None, None),
        ("armenian-offensive-2020-09-27", "occurred", "2020-09-27", "front-line-2020"),
        ("azerbaijani-offensive-2020", "occurred", "2020-09-27/2020-11-10", "front-line-2020"),
        ("takeover-of-karabakh-and-districts", "occurred", None, "twenty-percent-of-azerbaijan"),
        ("armenians-leave-kalbajar", "occurred", "2020-11-18~/2020-11-25", "kalbajar-district"),
        ("forests-burnt-kalbajar", "alleged", "../2020-11-25", "kalbajar-district"),
        ("houses-burnt-kalbajar", "occurred", "../2020-11-25", "kalbajar-district"),
        ("azerbaijanis-settle-in-left-houses", "conditional", None, "kalbajar-district"),
        ("karabakh-president-resigns-2023", "occurred", "2023-09-01", None),
        ("icrc-aid-2023-09-17", "occurred", "2023-09-17", "nagorno-karabakh"),
        ("karabakh-fighting-2023", "ongoing", "2023-09-19/..", "nagorno-karabakh"),
        ("armenian-departure-2023", "conditional", None, "nagorno-karabakh"),
        ("azerbaijani-sovereignty-acknowledged", "conditional", None, "nagorno-karabakh"),
        ("yevlakh-meeting-2023-09-21", "planned", "2023-09-21", "yevlakh"),
        ("mine-laying-2023", "alleged", None, None),
        ("armenian-intervention-2023", "denied", None, "nagorno-karabakh"),
        ("minsk-group-created", "occurred", "1992", None),
        ("minsk-group-mediation", "ongoing", "1992/..", None),
        ("minsk-group-results", "denied", None, None),
        ("negotiations-after-1994", "occurred", "1994/2020-11-26", None),
        ("french-recognition-of-karabakh", "denied", None, None),
        ("french-recognition-asked", "conditional", None, None),
    ],
)
def test_events_have_their_status_date_and_place(
    event_id: str, status: str, date_edtf: str | None, place_id: str | None
) -> None:
    event = row("events", event_id=event_id)

    assert (event["status"], event["date_edtf"], event["place_id"]) == (status, date_edtf, place_id)


def test_figures_keep_their_classes_and_totals() -> None:
    figures = {
        one["casualty_id"]: (one["measure"], one["best"], one["victim_class"], one["subset_of"], one["reported_by"])
        for one in ALL["casualties"].to_pylist()
        if one["casualty_id"].startswith("karabakh-")
    }

    side = "karabakh-armenian-side"
    assert figures == {
        "karabakh-killed-2023": ("killed", 30, "total", None, side),
        "karabakh-civilians-killed-2023": ("killed", 7, "civilian", "karabakh-killed-2023", side),
        "karabakh-wounded-2023": ("wounded", 138, "total", None, side),
        "karabakh-civilians-wounded-2023": ("wounded", 29, "civilian", "karabakh-wounded-2023", side),
    }


def test_a_vague_number_keeps_its_words_and_gets_no_bounds() -> None:
    vague = row("casualties", casualty_id="second-karabakh-war-victims")

    assert (vague["wording"], vague["low"], vague["best"], vague["high"]) == ("several thousand", None, None, None)


def test_who_announces_and_who_rules_out_the_same_deployment() -> None:
    rival = {
        (one["attributed_to"], one["value"])
        for one in kd.disagreements().to_pylist()
        if one["record_id"] == "turkish-soldiers-deployed"
    }

    assert rival == {("turkey", "planned"), ("russia", "denied")}
    assert row("events", event_id="turkish-soldiers-deployed")["disputed"] is True


def test_the_sources_alone_have_other_tables() -> None:
    lachin = {
        source_id: {
            one["event_id"]: (one["status"], one["date_edtf"]) for one in kd.events(sources=[source_id]).to_pylist()
        }["lachin-handover-2020"]
        for source_id in ("afp-2020-11-25", "globalresearch-2020-12-02")
    }

    assert lachin == {
        "afp-2020-11-25": ("planned", None),  # it prints no year
        "globalresearch-2020-12-02": ("ongoing", "2020-11-30/.."),
    }


@pytest.mark.parametrize(
    ("sources", "due"),
    [
        (["afp-2020-11-25"], None),
        (["afp-2020-11-25", "france-demands-2020-11"], None),
        (["afp-2020-11-25", "trend-2020-11-26"], "2020-11-15"),
        (["afp-2020-11-25", "obct-2023-09-20"], "2020-11-15"),
    ],
    ids=[
        "alone",
        "beside another without a year",
        "beside one that prints 2020",
        "beside one of 2023 that prints 2020",
    ],
)
def test_a_year_that_only_other_articles_print_is_not_known_without_them(sources: list[str], due: str | None) -> None:
    (clause,) = [one for one in subset(ALL, sources)["clauses"].to_pylist() if one["clause_id"] == "kalbajar-handover"]

    assert clause["due_edtf"] == due


@pytest.mark.parametrize(
    ("event_id", "actors"),
    [
        ("november-2020-ceasefire", {"armenia": "participant", "azerbaijan": "participant", "russia": "mediator"}),
        ("first-karabakh-war", {"armenia": "participant", "azerbaijan": "participant"}),
        ("karabakh-fighting-2023", {"azerbaijan": "participant", "karabakh-armed-forces": "participant"}),
        ("karabakh-ceasefire-2023", {"azerbaijan": "participant", "karabakh-armed-forces": "participant"}),
        ("three-handovers-2020", {"armenia": "actor", "azerbaijan": "recipient"}),
        ("aghdam-handover-2020", {"armenia": "actor", "azerbaijan": "recipient"}),
        ("refugees-return", {"karabakh-refugees": "actor"}),
        (
            "co-chairs-support-dialogue",
            dict.fromkeys(["france", "minsk-group-co-chairs", "russia", "united-states"], "actor")
            | {"conflict-sides": "recipient"},
        ),
    ],
)
def test_events_have_the_actors_whom_the_articles_give_them(event_id: str, actors: dict[str, str]) -> None:
    found = [one for one in ALL["event_actors"].to_pylist() if one["event_id"] == event_id]

    assert sorted((one["actor_id"], one["role"]) for one in found) == sorted(actors.items())


def test_who_signed_is_counted_once_and_members_of_parliament_who_listen_are_not_asked() -> None:
    roles = {(one["event_id"], one["actor_id"], one["role"]) for one in ALL["event_actors"].to_pylist()}

    signed = {actor for event, actor, role in roles if (event, role) == ("november-2020-agreement", "signatory")}
    assert signed == {"armenia", "azerbaijan", "russia"}
    assert not [event for event, actor, _ in roles if actor == "french-mps"]


@pytest.mark.parametrize(
    ("event_id", "speakers"),
    [
        ("international-intervention-2023", {"armenia"}),
        ("azerbaijan-ends-military-action", {"international-community"}),
        ("azerbaijan-karabakh-talks-asked", {"international-community", "united-states", "european-union"}),
        ("ambiguities-removed", {"france"}),
        ("minsk-talks-resumed", {"united-states"}),
        ("karabakh-recognition-asked", {"armenia"}),
        ("french-recognition-asked", {"french-senate", "french-senators", "jean-baptiste-lemoyne"}),
        ("karabakh-rights-and-security", {"karabakh-information-agency"}),
        ("lemoyne-dialogue-settles", {"russian-media"}),
        ("trees-cut-kalbajar", {"afp", "mason"}),
    ],
)
def test_what_somebody_asks_for_or_reports_is_said_by_nobody_else(event_id: str, speakers: set[str]) -> None:
    claims = [one for one in ALL["claims"].to_pylist() if one["record_id"].split("/")[0] == event_id]

    assert {one["attributed_to"] for one in claims} == speakers


def test_the_meeting_of_yevlakh_is_a_term_and_what_it_is_to_discuss_is_linked_to_it() -> None:
    said = {
        one["record_id"]
        for one in ALL["event_topics"].to_pylist()
        if one["event_id"] == "karabakh-agency-releases-terms"
    }

    assert row("clauses", clause_id="yevlakh-meeting")["due_edtf"] == "2023-09-21"
    assert row("clause_events", clause_id="yevlakh-meeting")["event_id"] == "yevlakh-meeting-2023-09-21"
    assert said == {
        *("karabakh-ceasefire-2023", "yevlakh-meeting-2023-09-21", "karabakh-integration"),
        *("karabakh-rights-and-security", "karabakh-quality-of-life"),
    }


def test_a_place_whose_belonging_sources_contradict_is_marked() -> None:
    assert {one["place_id"] for one in ALL["places"].to_pylist() if one["disputed"]} == {"lachin-district"}


@pytest.mark.parametrize(
    ("source_id", "words", "within"),
    [
        ("obct-2023-09-20", ("Karabakh", "nagorno-karabakh"), ("Karabakh Armenians", "karabakh-armenians")),
        ("trend-2020-11-26", ("Armenian", "armenia"), ("Armenian Armed Forces", "armenian-armed-forces")),
        ("afp-2020-11-25", ("Russian", "russia"), ("Russian peacekeepers", "russian-peacekeepers")),
    ],
)
def test_a_name_within_a_longer_one_is_a_mention_too(
    source_id: str, words: tuple[str, str], within: tuple[str, str]
) -> None:
    mentions = [one for one in ALL["mentions"].to_pylist() if one["source_id"] == source_id]
    inner = [one for one in mentions if (one["surface"], one["entity_id"]) == words]
    outer = [one for one in mentions if (one["surface"], one["entity_id"]) == within]

    assert outer
    assert all(any(a["char_start"] <= b["char_start"] and b["char_end"] <= a["char_end"] for b in inner) for a in outer)
