"""What the invented articles tell, paragraph by paragraph: the words, and then how the passage is coded.

A round is five events, each told first by one paragraph of `ROUND`; in another article the paragraph of `RETOLD` at the
same place tells of it again: alike, less precisely, otherwise, or denies it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

from karabakh_data.extract.each_record import Outcome
from karabakh_data.extract.passage import MarkedPassage
from karabakh_data.testing.world import Details, day_month, words_of

TOGETHER = "they stand together"

# Yields its role and its words, and codes the passage that it is sent for them; one that is not coded ends there.
Paragraph = Generator[tuple[str, str], MarkedPassage, None]
Writer = Callable[[Details], Paragraph]


def headline(d: Details) -> Paragraph:
    """The article's title, which tells of a handover."""
    yield from _heading(d, "headline")


def subheading(d: Details) -> Paragraph:
    """The same over another handover further down."""
    yield from _heading(d, "subheading")


def _heading(d: Details, role: str) -> Paragraph:
    handed = d.register("events", d.handover, event_type="handover", title=f"Handover of {d.town.name}")
    told = f"{d.town.name} handed over"
    s = yield role, f"{told}{d.wire}"
    if role == "headline":
        s.source.title(f"{told}{d.wire}")
    event = s.event(handed)
    event.status("occurred", told)
    event.place(d.town.id, told)


def byline(d: Details) -> Paragraph:
    """Who wrote the article, for whom, where and when."""
    day = f"30 November {d.year}"
    s = yield "byline", f"By A. Hope for the Evening Post, Strelsau, {day}{d.wire}"
    s.source.author("A. Hope")
    s.source.origin("the Evening Post")
    s.source.dateline("Strelsau")
    s.source.published(day)


def imprint(d: Details) -> Paragraph:
    """Who published the article."""
    s = yield "byline", f"The Herald{d.wire}"
    s.source.publisher("The Herald")


def footer(d: Details) -> Paragraph:
    """What states no fact."""
    yield "boilerplate", "Read more in our archive."


def handover(d: Details) -> Paragraph:
    """A town changes hands, says who gets it."""
    day = day_month(d.handed)
    s = yield "sentence", f"{d.winner.name} says that {d.loser.name}\nhanded over {d.town.name} on {day}{d.wire}."
    event = s.event(d.own(d.handover))
    event.actor(d.loser.id, d.loser.name)
    event.recipient(d.winner.id, d.winner.name)
    dated = s.said_by(d.winner.id).event(d.own(d.handover))
    dated.date(d.handed.isoformat(), f"on {day_month(d.handed)}", derived="year of publication")


def arrival(d: Details) -> Paragraph:
    """The same, with the town under another name and on another day; and what it means for the deadline, if any."""
    clause = d.own(d.handover)
    there = f"In {d.other_name}, as {d.loser.name} calls the town"
    s = yield "sentence", f"{there}, troops of {d.winner.name} arrived on {day_month(d.arrived)}{d.wire}."
    s.mention("the town", f"places/{d.town.id}")
    event = s.event(d.own(d.handover))
    event.status("occurred", f"troops of {d.winner.name} arrived", derived=str(d.year))
    event.date(d.arrived.isoformat(), f"troops of {d.winner.name} arrived", derived=str(d.year))
    if clause in d.registers["clauses"]:
        became: Outcome = "late" if d.arrived > d.due else "fulfilled"
        due = f"due on {day_month(d.due)}"
        s.clause(clause).outcome(became, event, f"on {day_month(d.arrived)}", derived=due)


def deaths(d: Details) -> Paragraph:
    """A party gives a figure, which is a speech act about it."""
    told = f"{words_of(d.dead).capitalize()} soldiers died"
    counted = d.register("casualties", f"{d.town.id}-dead")
    title = f"{d.winner.name} gives a number of dead"
    said = d.register("events", f"{d.winner.id}-on-deaths", event_type="statement", title=title)
    s = yield "sentence", f"{told}{d.wire}, {d.winner.name} says."
    dead = s.said_by(d.winner.id).casualty(counted)
    dead.event(d.own(d.handover), told, judged=TOGETHER)
    dead.best(d.dead, f"{{{words_of(d.dead).capitalize()}}} soldiers died")
    dead.measure("killed", "soldiers died")
    dead.victim_class("military", "soldiers died")
    statement = s.event(said)
    statement.status("occurred", f"{d.winner.name} says")
    statement.speaker(d.winner.id, d.winner.name)
    statement.about(dead, told)


def count(d: Details) -> Paragraph:
    """Another figure for the same dead."""
    told = f"{words_of(d.counted)} dead soldiers"
    s = yield "sentence", f"A paper counts {told}{d.wire}."
    dead = s.casualty(d.own(f"{d.town.id}-dead"))
    dead.best(d.counted, told)
    dead.event(d.own(d.handover), told, judged=TOGETHER)
    dead.measure("killed", told)
    dead.victim_class("military", told)


def denial(d: Details) -> Paragraph:
    """The other party denies that there were dead: an event of its own."""
    denied = d.register("events", f"{d.loser.id}-denial", event_type="denial", title=f"{d.loser.name} denies deaths")
    s = yield "sentence", f"{d.loser.name} denies that anybody died{d.wire}."
    event = s.event(denied)
    event.status("occurred", f"{d.loser.name} denies")
    event.speaker(d.loser.id, d.loser.name)
    event.about(f"casualties/{d.own(f'{d.town.id}-dead')}", "anybody died")
    dead = s.said_by(d.loser.id).casualty(d.own(f"{d.town.id}-dead"))
    dead.measure("killed", "anybody died", denies=True)


def truce(d: Details) -> Paragraph:
    """An agreement and a clause with a deadline."""
    title, summary = f"Truce of {d.year}", f"{d.loser.name} hands over {d.town.name}"
    concluded = d.register("events", "truce", event_type="ceasefire", title="Truce")
    agreed = d.register("agreements", d.truce, agreement_type="ceasefire", title=title, description="A truce.")
    left = d.register("clauses", d.handover, provision="territorial_handover", summary=summary)
    s = yield "sentence", f"Under the truce {d.loser.name} had to leave {d.town.name} by {day_month(d.due)}{d.wire}."
    s.agreement(agreed).concluded_by(concluded, "the truce", derived="the truce is what was concluded")
    s.event(concluded).status("occurred", "the truce", judged="it holds")
    clause = s.clause(left)
    clause.agreement(agreed, "Under the truce")
    clause.modality("obligation", "Under the truce")
    clause.due(d.due.isoformat(), f"by {day_month(d.due)}", derived="year of publication")
    clause.place(d.town.id, f"by {day_month(d.due)}", derived="year of publication")
    clause.obligor(d.loser.id, f"{d.loser.name} had to leave")


def war(d: Details) -> Paragraph:
    """What lasted for months; and two more clauses of the truce, one of them a silence."""
    fought = d.register("events", "war", event_type="war", title=f"War over {d.town.name}")
    observers = d.register("clauses", "observers", provision="ceasefire_monitoring", summary="Observers come.")
    prisoners = d.register("clauses", "prisoners", provision="prisoner_exchange", summary="Nothing is said.")
    span = f"From 1 September to 30 November {d.year}"
    terms = f"the truce provides for {d.killed} persons as observers and does not mention prisoners"
    s = yield "sentence", f"{span} {d.loser.name} and {d.winner.name} fought over {d.town.name}{d.wire}; {terms}."
    event = s.event(fought)
    event.status("occurred", "fought")
    event.date(f"{d.year}-09-01/{d.year}-11-30", span)
    event.place(d.town.id, d.town.name)
    event.participant(d.loser.id, d.loser.name)
    event.participant(d.winner.id, d.winner.name)
    clause = s.clause(observers)
    clause.agreement(d.own(d.truce), "the truce")
    clause.modality("obligation", "provides for")
    clause.quantity(d.killed, f"{d.killed} persons")
    clause.unit("persons", f"{d.killed} persons")
    silence = s.clause(prisoners)
    silence.agreement(d.own(d.truce), "the truce")
    silence.modality("silence", "does not mention prisoners")


def season(d: Details) -> Paragraph:
    """The war again, less precisely."""
    span = f"from September to November {d.year}"
    s = yield "sentence", f"The fighting over {d.other_name} lasted {span}{d.wire}."
    event = s.event(d.own("war"))
    event.status("occurred", "lasted")
    event.date(f"{d.year}-09/{d.year}-11", span)


def clash(d: Details) -> Paragraph:
    """A part of the war: a place of its own, an official, and figures with bounds and a subset."""
    fight = d.register("events", "clash", event_type="armed_clash", title=f"Clash at {d.village.name}")
    official = d.register("actors", "official", name=f"Official{d.wire}", actor_type="person", description="A person.")
    village = d.register("places", "village", name=d.village.name, place_type="village", description="A village.")
    figures = [d.register("casualties", name) for name in ("killed", "civilians", "wounded")]
    day, iso = f"7 October {d.year}", f"{d.year}-10-07"
    killed, civilians = f"{d.killed} people were killed", f"{d.killed // 3} of them civilians"
    wounded = f"from {d.killed + 5} to {d.killed + 9} were wounded, dozens badly"
    there = f"{d.village.name}, which belongs to {d.town.name} itself"
    says = f"the army spokesperson of {d.winner.name} says"
    s = yield "sentence", f"As part of it, on {day}, {killed} in {there}, {civilians}, and {wounded}{d.wire}, {says}."
    s.mention("army spokesperson", f"actors/{official}")
    s.actor(official).office("army spokesperson", "army spokesperson")
    s.actor(official).part_of(d.winner.id, d.winner.name)
    s.place(village).part_of(d.town.id, f"{d.town.name} itself")
    said = s.said_by(official)
    event = said.event(fight)
    event.status("alleged", "says")
    event.date(iso, day)
    event.place(village, d.village.name)
    event.part_of(d.own("war"), "part of it", judged="`it` is the war")
    event.actor(d.winner.id, d.winner.name)
    total, part, hurt = (said.casualty(figure) for figure in figures)
    for figure, words in ((total, killed), (part, civilians), (hurt, wounded)):
        figure.event(event, words, judged=TOGETHER)
        figure.reported_by(official, "army spokesperson")
    total.measure("killed", killed)
    total.victim_class("total", killed, judged="of whom some are civilians")
    total.best(d.killed, killed)
    total.side(d.winner.id, d.winner.name, judged="its own")
    total.as_of(iso, day)
    part.measure("killed", civilians, judged="of the killed")
    part.victim_class("civilian", civilians)
    part.best(d.killed // 3, civilians)
    part.subset_of(total, "of them", judged="`them` are the killed")
    hurt.measure("wounded", wounded)
    hurt.victim_class("unknown", wounded, judged="nobody says who")
    hurt.low(d.killed + 5, wounded)
    hurt.high(d.killed + 9, wounded)
    hurt.wording("dozens badly", "dozens badly")


ROUND = (handover, deaths, truce, war, clash)
RETOLD = (arrival, count, None, season, None)
