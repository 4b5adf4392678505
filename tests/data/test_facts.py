"""What the articles say, as a reader of the tables finds it: the facts for which this data set exists."""

from typing import Any

import pytest

import karabakh_data as kd

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
        ("districts-outside-azerbaijani-control", "occurred", "1990/2020-11-20", "three-districts"),
        ("november-2020-agreement", "occurred", "2020-11-01/2020-11-10", None),
        ("november-2020-ceasefire", "occurred", "2020-11-10", "nagorno-karabakh"),
        ("french-senate-resolution-2020", "occurred", "2020-11-25", None),
        ("armenian-offensive-2020-09-27", "occurred", "2020-09-27", "front-line-2020"),
        ("karabakh-president-resigns-2023", "occurred", "2023-09-01", None),
        ("icrc-aid-2023-09-17", "occurred", "2023-09-17", None),
        ("yevlakh-meeting-2023-09-21", "planned", "2023-09-21", "yevlakh"),
        ("mine-laying-2023", "alleged", None, None),
        ("armenian-intervention-2023", "denied", None, "nagorno-karabakh"),
        ("minsk-group-created", "occurred", "1992", None),
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
        "afp-2020-11-25": ("planned", "2020-12-01"),
        "globalresearch-2020-12-02": ("ongoing", "2020-11-30/.."),
    }
