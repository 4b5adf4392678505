"""One class for each kind of record that a script codes, with a method for each thing that it can claim.

Written from the models by `karabakh-data build`, not by hand.
"""

from __future__ import annotations

from typing import Literal, Unpack

from karabakh_data.extract.coding_sheet import Step
from karabakh_data.extract.record_claims import RecordClaims, Stretch

EventStatus = Literal["occurred", "ongoing", "alleged", "planned", "conditional", "denied"]
Measure = Literal["killed", "wounded", "missing", "captured", "displaced"]
VictimClass = Literal["civilian", "military", "total", "unknown"]
Modality = Literal["obligation", "silence", "ambiguity"]
Outcome = Literal["fulfilled", "partly_fulfilled", "postponed", "late", "pending", "breached", "disputed"]
Unit = Literal["persons", "districts", "routes"]
WherePrec = Literal[1, 2, 3, 4, 5, 6, 7]


class EventClaims(RecordClaims):
    """What a passage says, in one voice, of one of `events`: something that happened, is happening, was planned,
    alleged, threatened, demanded, promised or denied; acts and speech acts alike.
    """

    table = "events"

    def status(self, value: EventStatus, words: str, **step: Unpack[Step]) -> None:
        """How far the event has come, by what the sources say of it.

        - occurred: It happened; an article says so in its own voice, or a witness who is no party does.
        - ongoing: It has begun and was not over when the source wrote.
        - alleged: Only a party to the conflict, an unnamed voice or another who was no witness says that it happens or
          happened.
        - planned: Somebody who can do it has agreed, decided or announced to do it, and it has not begun.
        - conditional: It is demanded, offered, proposed, feared or possible, and nobody has undertaken it.
        - denied: The sources say that it has not happened, does not hold or will not happen.
        """
        self._claim("status", value, words, step)

    def date(self, value: str, words: str, **step: Unpack[Step]) -> None:
        """When the event happens, happened or is meant to happen, in EDTF (ISO 8601-2); null where no source says.

        Of a span, `A/B`, the date does not say whether the event lasted that long or fell somewhere between: the words
        that its claims quote do.
        """
        self._claim("date_edtf", value, words, step)

    def place(
        self, value: str | PlaceClaims, words: str, *, prec: WherePrec | None = None, **step: Unpack[Step]
    ) -> None:
        """Where it happens or happened."""
        self._locate(value, words, prec, step)

    def part_of(self, value: str | EventClaims, words: str, **step: Unpack[Step]) -> None:
        """The larger event that this one is part of."""
        self._claim("part_of", value, words, step)

    def actor(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Does the act, or does it jointly with others on the same side."""
        self._link("event_actors", words, step, actor_id=actor, role="actor")

    def target(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """The act is directed against it."""
        self._link("event_actors", words, step, actor_id=actor, role="target")

    def participant(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Takes part beside others: a side in a war or clash, a party to talks."""
        self._link("event_actors", words, step, actor_id=actor, role="participant")

    def signatory(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Signs or joins the agreement as a party."""
        self._link("event_actors", words, step, actor_id=actor, role="signatory")

    def mediator(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Brings parties together or brokers what they agree, and is none of them."""
        self._link("event_actors", words, step, actor_id=actor, role="mediator")

    def host(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """The event takes place in its seat, at its base or in its programme."""
        self._link("event_actors", words, step, actor_id=actor, role="host")

    def recipient(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Receives what is given, handed over or granted, such as support, recognition or an office; or is what is
        created.
        """
        self._link("event_actors", words, step, actor_id=actor, role="recipient")

    def affected(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Bears consequences of the act without being its target or recipient."""
        self._link("event_actors", words, step, actor_id=actor, role="affected")

    def supporter(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Backs or influences the one who acts."""
        self._link("event_actors", words, step, actor_id=actor, role="supporter")

    def speaker(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Says what the speech act says."""
        self._link("event_actors", words, step, actor_id=actor, role="speaker")

    def addressee(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """The speech act is directed to it."""
        self._link("event_actors", words, step, actor_id=actor, role="addressee")

    def about(self, record: str | RecordClaims, words: str, **step: Unpack[Step]) -> None:
        """The id of the record that it is about."""
        self._about(record, words, step)


class ActorClaims(RecordClaims):
    """What a passage says, in one voice, of one of `actors`: a state, de facto state, office, body, armed force,
    mission, IGO, NGO, outlet, population group or person named or described.
    """

    table = "actors"

    def office(self, value: str, words: str, **step: Unpack[Step]) -> None:
        """The office that the person holds, as the source gives it."""
        self._claim("office", value, words, step)

    def part_of(self, value: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """The actor to which this one belongs or which it serves, by the source's words."""
        self._claim("part_of", value, words, step)


class CasualtyClaims(RecordClaims):
    """What a passage says, in one voice, of one of `casualties`: one figure, or wording that stands for one, of one
    measure, victim class and side.
    """

    table = "casualties"

    def event(self, value: str | EventClaims, words: str, **step: Unpack[Step]) -> None:
        """The event in which they were harmed.

        Each row has claims on it; null only where they contradict each other.
        """
        self._claim("event_id", value, words, step)

    def measure(self, value: Measure, words: str, **step: Unpack[Step]) -> None:
        """What is counted.

        Each row has claims on it; null only where they contradict each other.

        - killed: Died of violence in the event.
        - wounded: Hurt by violence in the event, and alive.
        - missing: Not accounted for.
        - captured: Taken prisoner or held.
        - displaced: Had to leave home.
        """
        self._claim("measure", value, words, step)

    def low(self, value: int, words: str, **step: Unpack[Step]) -> None:
        """The least number: a lower bound that a source gives, or the least of figures that differ.

        Unit: persons.
        """
        self._claim("low", value, words, step)

    def best(self, value: int, words: str, **step: Unpack[Step]) -> None:
        """The single figure that the sources give; null where the words are vague or the figures differ.

        Unit: persons.
        """
        self._claim("best", value, words, step)

    def high(self, value: int, words: str, **step: Unpack[Step]) -> None:
        """The greatest number: an upper bound that a source gives, or the greatest of figures that differ.

        Unit: persons.
        """
        self._claim("high", value, words, step)

    def victim_class(self, value: VictimClass, words: str, **step: Unpack[Step]) -> None:
        """Who is counted.

        Each row has claims on it; null only where they contradict each other.

        - civilian: Civilians only, by the source's own word.
        - military: Members of armed forces only, by the source's own word.
        - total: All, civilians and military alike, where the source shows that it counts both.
        - unknown: The source does not say.
        """
        self._claim("victim_class", value, words, step)

    def side(self, value: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """The side to which those counted belong."""
        self._claim("side_id", value, words, step)

    def reported_by(self, value: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Who gives the figure, where the article does not give it in its own voice."""
        self._claim("reported_by", value, words, step)

    def as_of(self, value: str, words: str, **step: Unpack[Step]) -> None:
        """The day up to which the figure counts, in EDTF."""
        self._claim("as_of_edtf", value, words, step)

    def subset_of(self, value: str | CasualtyClaims, words: str, **step: Unpack[Step]) -> None:
        """The figure that includes this one."""
        self._claim("subset_of", value, words, step)

    def wording(self, value: str, words: str, **step: Unpack[Step]) -> None:
        """The words that stand for the number, where they are vague."""
        self._claim("wording", value, words, step)


class ClauseClaims(RecordClaims):
    """What a passage says, in one voice, of one of `clauses`: one term of one agreement: one obligation, or one
    silence or ambiguity that a source points out.
    """

    table = "clauses"

    def agreement(self, value: str | AgreementClaims, words: str, **step: Unpack[Step]) -> None:
        """The agreement of which it is a term.

        Each row has claims on it; null only where they contradict each other.
        """
        self._claim("agreement_id", value, words, step)

    def modality(self, value: Modality, words: str, **step: Unpack[Step]) -> None:
        """In which way it is part of the agreement.

        Each row has claims on it; null only where they contradict each other.

        - obligation: The agreement binds somebody to do, allow or refrain from something, or sets it up.
        - silence: A source points out that the agreement does not settle or mention the matter.
        - ambiguity: A source points out that what the agreement says on the matter is unclear.
        """
        self._claim("modality", value, words, step)

    def place(self, value: str | PlaceClaims, words: str, **step: Unpack[Step]) -> None:
        """The place that it concerns."""
        self._claim("place_id", value, words, step)

    def due(self, value: str, words: str, **step: Unpack[Step]) -> None:
        """When it is first due, in EDTF; a moved date is an outcome."""
        self._claim("due_edtf", value, words, step)

    def quantity(self, value: int, words: str, **step: Unpack[Step]) -> None:
        """How many it names.

        Unit: what `unit` says.
        """
        self._claim("quantity", value, words, step)

    def unit(self, value: Unit, words: str, **step: Unpack[Step]) -> None:
        """What quantity counts.

        - persons: People, soldiers among them.
        - districts: Administrative districts.
        - routes: Roads or routes.
        """
        self._claim("unit", value, words, step)

    def obligor(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Must do what the clause says."""
        self._link("clause_actors", words, step, actor_id=actor, role="obligor")

    def beneficiary(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Is to receive, or gain from, what the clause says."""
        self._link("clause_actors", words, step, actor_id=actor, role="beneficiary")

    def guarantor(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Stands behind the clause with its presence or word."""
        self._link("clause_actors", words, step, actor_id=actor, role="guarantor")

    def monitor(self, actor: str | ActorClaims, words: str, **step: Unpack[Step]) -> None:
        """Watches or controls that the clause is kept."""
        self._link("clause_actors", words, step, actor_id=actor, role="monitor")

    def outcome(self, outcome: Outcome, event: str | EventClaims, words: str, **step: Unpack[Step]) -> None:
        """What became of the clause.

        - fulfilled: What the clause demands was done, in time where it sets a time.
        - partly_fulfilled: Part of it was done, or it is being done.
        - postponed: Its date was moved before it was reached, or instead of being kept.
        - late: It was done after the date that the clause first set.
        - pending: It is still to be done, and the source speaks of it as to come.
        - breached: A source tells that what the clause demands was not kept, by whomever.
        - disputed: Sources differ on whether or how it is kept.
        """
        self._link("clause_events", words, step, event_id=event, outcome=outcome)


class SourceClaims(RecordClaims):
    """What a passage says, in one voice, of one of `sources`: an article."""

    table = "sources"

    def title(self, words: str, **step: Unpack[Step]) -> None:
        """The article's title as printed; null where the capture has none."""
        self._from_source("title", words, step)

    def publisher(self, words: str, **step: Unpack[Step]) -> None:
        """Who published the capture, where the text shows it."""
        self._from_source("publisher", words, step)

    def author(self, words: str, **step: Unpack[Step]) -> None:
        """The byline."""
        self._from_source("author", words, step)

    def origin(self, words: str, **step: Unpack[Step]) -> None:
        """The outlet whose text it reprints, where the text shows it."""
        self._from_source("origin", words, step)

    def dateline(self, words: str, **step: Unpack[Step]) -> None:
        """The dateline as printed."""
        self._from_source("dateline", words, step)

    def published(self, words: str, **step: Unpack[Step]) -> None:
        """When it was published, in EDTF."""
        self._from_source("published_edtf", words, step)


class PlaceClaims(RecordClaims):
    """What a passage says, in one voice, of one of `places`: a place that a source names."""

    table = "places"

    def part_of(self, value: str | PlaceClaims, words: str, **step: Unpack[Step]) -> None:
        """The larger place in which a source sets it; the frame may itself be contested."""
        self._claim("part_of", value, words, step)


class AgreementClaims(RecordClaims):
    """What a passage says, in one voice, of one of `agreements`: an agreement, ceasefire or arrangement."""

    table = "agreements"

    def concluded_by(self, value: str | EventClaims, words: str, **step: Unpack[Step]) -> None:
        """The event by which it was concluded."""
        self._claim("concluded_by", value, words, step)


class Voice(Stretch):
    """What a passage says of records, in the article's own voice or another's."""

    def event(self, event_id: str) -> EventClaims:
        """One of `events`, named once in a passage: something that happened, is happening, was planned, alleged,
        threatened, demanded, promised or denied; acts and speech acts alike.
        """
        return EventClaims(self, event_id)

    def actor(self, actor_id: str) -> ActorClaims:
        """One of `actors`, named once in a passage: a state, de facto state, office, body, armed force, mission,
        IGO, NGO, outlet, population group or person named or described.
        """
        return ActorClaims(self, actor_id)

    def casualty(self, casualty_id: str) -> CasualtyClaims:
        """One of `casualties`, named once in a passage: one figure, or wording that stands for one, of one measure,
        victim class and side.
        """
        return CasualtyClaims(self, casualty_id)

    def clause(self, clause_id: str) -> ClauseClaims:
        """One of `clauses`, named once in a passage: one term of one agreement: one obligation, or one silence or
        ambiguity that a source points out.
        """
        return ClauseClaims(self, clause_id)

    def place(self, place_id: str) -> PlaceClaims:
        """One of `places`, named once in a passage: a place that a source names."""
        return PlaceClaims(self, place_id)

    def agreement(self, agreement_id: str) -> AgreementClaims:
        """One of `agreements`, named once in a passage: an agreement, ceasefire or arrangement."""
        return AgreementClaims(self, agreement_id)
