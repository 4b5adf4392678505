"""The kinds of events that a synthetic article tells of: what it says of each, and what is claimed from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from karabakh_data.model.vocabularies import ACTS, SPEECHES
from karabakh_data.testing.draft import Draft
from karabakh_data.testing.invented import Record, blank, day

MARK = "0000000"  # the digits of the story's number, in every id that is its own and in every sentence
SEEN = "the article tells of it as of a thing that happened"


@dataclass(slots=True)
class Cast:
    """What the articles of one story share: who and where, when, and the records told of so far."""

    random: Random
    year: int
    actors: Mapping[str, Record]
    places: Mapping[str, Record]
    registers: dict[str, dict[str, Record]]
    when: dict[str, tuple[str, str]] = field(default_factory=dict)

    def register(self, table: str, **given: object) -> str:
        """Enter a record of the story; its id, which is the first thing given."""
        record = blank(table, **given)
        record_id = str(next(iter(given.values())))
        self.registers[table][record_id] = record
        return record_id


def _event(draft: Draft, cast: Cast, number: int, event_type: str) -> str:
    event = f"e{MARK}-{number:03}"
    return cast.register(
        "events", event_id=event, event_type=event_type, title=f"{event_type.replace('_', ' ').capitalize()} {event}"
    )


def _who(draft: Draft, cast: Cast, event: str, role: str, actor: str) -> None:
    name = cast.actors[actor]["name"]
    draft.mention(name, f"actors/{actor}")
    draft.claim(
        f"event_actors/{event}/{actor}/{role}", name, judged=True, note="the subject of the sentence", role=role
    )


def _where(draft: Draft, event: str, place: str, name: str, precision: int) -> None:
    draft.mention(name, f"places/{place}")
    draft.claim(f"events/{event}", name, place_id=place)
    draft.claim(f"events/{event}", name, note=f"precision {precision}, from the kind of place", where_prec=precision)


def _when(draft: Draft, cast: Cast, event: str, month: int) -> tuple[str, str]:
    cast.when[event] = day(cast.year, month, cast.random.randint(1, 28))
    return cast.when[event]


def _campaign(draft: Draft, cast: Cast, number: int) -> None:
    event = _event(draft, cast, number, cast.random.choice(("war", "offensive", "negotiations")))
    actor, place = cast.random.choice(list(cast.actors)), cast.random.choice(list(cast.places))
    actor_name, place_name = cast.actors[actor]["name"], cast.places[place]["name"]
    span = f"from 1 September to 30 November {cast.year}"
    draft.passage(f"Report {MARK}: {actor_name} was at it {span} in {place_name}.")
    _who(draft, cast, event, "participant", actor)
    _where(draft, event, place, place_name, 6)
    draft.claim(f"events/{event}", "was at it", judged=True, note=SEEN, status="occurred")
    draft.claim(f"events/{event}", span, date_edtf=f"{cast.year}-09-01/{cast.year}-11-30")


def _agreement(draft: Draft, cast: Cast, number: int) -> None:
    event = _event(draft, cast, number, "agreement")
    agreement = cast.register(
        "agreements",
        agreement_id=f"g{MARK}-{number:03}",
        title=f"Agreement of the case {MARK}-{number}",
        agreement_type=cast.random.choice(("ceasefire", "arrangement")),
        description="An invented agreement.",
    )
    first, second = cast.random.sample(list(cast.actors), 2)
    (edtf, written), due = _when(draft, cast, event, 10), day(cast.year, 11, 14)
    count = cast.random.randint(2, 9000)
    draft.passage(
        f"By act {MARK}, {cast.actors[first]['name']} and {cast.actors[second]['name']} agreed on {written} that "
        f"{count} persons leave until {due[1]}; it does not say who pays."
    )
    for actor in (first, second):
        _who(draft, cast, event, "signatory", actor)
    draft.claim(f"events/{event}", "agreed", judged=True, note=SEEN, status="occurred")
    draft.claim(f"events/{event}", written, date_edtf=edtf)
    draft.claim(f"agreements/{agreement}", "agreed", note="the event of this sentence", concluded_by=event)
    for modality, provision, quote in (
        ("obligation", "force_withdrawal", f"{count} persons leave"),
        ("silence", "third_party_role", "does not say who pays"),
    ):
        clause = cast.register(
            "clauses",
            clause_id=f"k{MARK}-{number:03}-{modality}",
            provision=provision,
            summary=f"What the agreement {MARK}-{number} says, or leaves out.",
        )
        draft.claim(
            f"clauses/{clause}", quote, judged=True, note="its words", modality=modality, agreement_id=agreement
        )
        if modality == "obligation":
            draft.claim(f"clauses/{clause}", quote, quantity=count, unit="persons")
            draft.claim(f"clauses/{clause}", due[1], due_edtf=due[0])
            name = cast.actors[first]["name"]
            draft.claim(f"clause_actors/{clause}/{first}/obligor", name, judged=True, note="who leaves", role="obligor")


def _act(draft: Draft, cast: Cast, number: int) -> None:
    event = _event(draft, cast, number, cast.random.choice(sorted(ACTS)))
    actor = cast.random.choice(list(cast.actors))
    whole, whole_name = (value := cast.random.choice(list(cast.places))), cast.places[value]["name"]
    name = f"Upper {whole_name} {MARK}"
    place = cast.register(
        "places", place_id=f"p{MARK}-{number:03}", name=name, place_type="village", description="An invented village."
    )
    edtf, written = _when(draft, cast, event, 11)
    draft.passage(
        f"On {written} {cast.actors[actor]['name']} went through {name}, which belongs to {whole_name} itself."
    )
    _who(draft, cast, event, "actor", actor)
    _where(draft, event, place, name, 1)
    draft.mention(f"{whole_name} itself", f"places/{whole}")
    draft.claim(f"places/{place}", f"{whole_name} itself", part_of=whole)
    draft.claim(f"events/{event}", "went through", judged=True, note=SEEN, status="occurred")
    draft.claim(f"events/{event}", written, date_edtf=edtf)
    clause = f"k{MARK}-{number - 1:03}-obligation"
    if clause in cast.registers["clauses"]:
        outcome = "fulfilled" if edtf <= f"{cast.year}-11-14" else "late"
        draft.claim(f"clause_events/{clause}/{event}", written, note="the date beside the deadline", outcome=outcome)


def _speech(draft: Draft, cast: Cast, number: int) -> None:
    event = _event(draft, cast, number, cast.random.choice(sorted(SPEECHES)))
    body = cast.random.choice(list(cast.actors))
    office = f"spokesperson of case {MARK}"
    speaker = cast.register(
        "actors",
        actor_id=f"a{MARK}-{number:03}",
        name=f"Spokesperson {MARK}-{number}",
        actor_type="person",
        description="An invented person.",
    )
    topic = f"e{MARK}-{number - 1:03}"
    edtf, written = _when(draft, cast, event, 11)
    draft.passage(f"The {office}, speaking for {cast.actors[body]['name']} on {written}, said so.")
    draft.mention(office, f"actors/{speaker}")
    draft.mention(cast.actors[body]["name"], f"actors/{body}")
    draft.claim(f"actors/{speaker}", office, office=office)
    draft.claim(f"actors/{speaker}", cast.actors[body]["name"], part_of=body)
    draft.claim(f"event_actors/{event}/{speaker}/speaker", office, judged=True, note="who speaks", role="speaker")
    draft.claim(f"event_topics/{event}/events/{topic}", "said so", note="`so` is the event before", record_id=topic)
    draft.claim(f"events/{event}", "said", judged=True, note="somebody said it", status="occurred")
    draft.claim(f"events/{event}", written, date_edtf=edtf, by=speaker)


def _clash(draft: Draft, cast: Cast, number: int) -> None:
    event = _event(draft, cast, number, "armed_clash")
    whole = f"e{MARK}-{number - len(KINDS) + 1:03}"
    actor, place = cast.random.choice(list(cast.actors)), cast.random.choice(list(cast.places))
    name, count = cast.places[place]["name"], cast.random.randint(10, 500)
    edtf, written = _when(draft, cast, event, 10)
    draft.passage(
        f"As part of it, on {written}, {count} people were killed in {name}, {count // 3} of them civilians, and more "
        f"than {count + 5} were wounded, {cast.actors[actor]['name']} put it in note {MARK}; several villagers fled."
    )
    draft.mention(cast.actors[actor]["name"], f"actors/{actor}")
    _where(draft, event, place, name, 3)
    draft.claim(f"events/{event}", "were killed", judged=True, note=SEEN, status="alleged", by=actor)
    draft.claim(f"events/{event}", written, date_edtf=edtf, by=actor)
    draft.claim(f"events/{event}", "part of it", note="`it` is the campaign", part_of=whole)
    counts: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
        ("1", f"{count} people were killed", "killed", "total", {"best": count}),
        ("2", f"{count // 3} of them civilians", "killed", "civilian", {"best": count // 3}),
        ("3", f"more than {count + 5} were wounded", "wounded", "unknown", {"low": count + 6}),
        ("4", "several villagers fled", "displaced", "civilian", {"wording": "several villagers"}),
    )
    for place_in_list, quote, measure, victims, values in counts:
        casualty = cast.register("casualties", casualty_id=f"c{MARK}-{number:03}-{place_in_list}")
        draft.claim(
            f"casualties/{casualty}",
            quote,
            judged=True,
            note="the words of the figure",
            by=actor,
            event_id=event,
            measure=measure,
            victim_class=victims,
            reported_by=actor,
        )
        note = "more than is at least one more" if "low" in values else None
        draft.claim(f"casualties/{casualty}", quote, note=note, by=actor, **values)
        if place_in_list == "2":
            draft.claim(f"casualties/{casualty}", quote, note="of them", by=actor, subset_of=f"{casualty[:-1]}1")
        if place_in_list == "1":
            draft.claim(f"casualties/{casualty}", written, note="counted on the day", by=actor, as_of_edtf=edtf)
            side, side_name = actor, cast.actors[actor]["name"]
            draft.claim(f"casualties/{casualty}", side_name, judged=True, note="its own", by=actor, side_id=side)


KINDS: tuple[Callable[[Draft, Cast, int], None], ...] = (_campaign, _agreement, _act, _speech, _clash)
