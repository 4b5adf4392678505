"""The closed vocabularies: every term with its label and the one sentence by which two coders choose alike.

A vocabulary is data. `vocabulary` is the table made from it; row models name a vocabulary by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of terms: `terms` maps each term to its definition."""

    name: str
    meaning: str
    terms: Mapping[str, str]


def label(term: str) -> str:
    """The term as words: `mine_blast` gives "mine blast", `igo` gives "IGO"."""
    return term.upper() if term in ("igo", "ngo") else term.replace("_", " ")


ACTS = {
    "access_restriction": "Movement of people or goods along a route or into an area is hindered or stopped.",
    "agreement": "Parties conclude, sign or jointly declare terms that bind them; the terms are clauses.",
    "aid_delivery": "Food, medicine, shelter or other relief goods are brought to people in need.",
    "appointment": "A person is chosen for or takes an office, by election, vote of a body or decree.",
    "armed_clash": "Two armed sides exchange fire, of any length, without a wider operation being named.",
    "ceasefire": "Fighting stops or is ordered to stop between named sides; the state of quiet that follows.",
    "celebration": "People mark an outcome with joy, in public or as a mood that a source reports.",
    "checkpoint": "Armed personnel set up or keep a control point or a road block.",
    "demining": "Mines or other explosives are searched for or cleared.",
    "deployment": "Troops, police or peacekeepers are stationed in an area by agreement or with its holder's consent.",
    "destruction": "Buildings, forests, infrastructure or other property is burnt, felled or broken.",
    "dispute": "Sides contest a territory or right over years, with fighting or without.",
    "diplomatic_support": "A state or body backs another with words, votes or diplomatic steps, without force.",
    "disarmament": "An armed force gives up its weapons or is disbanded.",
    "displacement": "People leave their homes because of the conflict, or are made to.",
    "establishment": "A body, centre, mechanism or mission is created.",
    "evacuation": "People are led or brought out of danger.",
    "handover": "Control of territory passes from one side to another by agreement, without a fight for it.",
    "implementation": "An agreement, a phase or a term of it is carried out, where no more particular type fits.",
    "independence_declaration": "An entity declares itself a state.",
    "instability": "Peace or order in a region breaks down in a way that the source leaves general.",
    "integration": "A population or territory is brought under a state's institutions.",
    "intervention": "A third party takes part in fighting or steps in to stop it.",
    "meeting": "People speak with each other about the conflict in one place, on one occasion.",
    "military_cooperation": "States or forces work together on defence, short of fighting side by side.",
    "military_support": "Fighters, officers or weapons are sent to a side in the fighting.",
    "mine_blast": "A mine or other explosive left in place goes off.",
    "mine_laying": "Mines or other explosives are placed.",
    "negotiations": "Parties seek an agreement over more than one occasion; a peace process or track.",
    "offensive": "A side attacks along a front or with a plan, more than a single exchange of fire.",
    "other_act": "Something done, or to be done, that none of the more particular types of act covers.",
    "phone_call": "Leaders or officials speak by telephone.",
    "postponement": "An agreed date is moved to a later one.",
    "property_removal": "Goods, materials or equipment are taken away.",
    "protest": "People demonstrate against something in public.",
    "recognition": "A state or body accepts, or is asked to accept, an entity as a state.",
    "resettlement": "People come to live in an area or in houses that others left.",
    "resignation": "A person gives up an office.",
    "return": "Displaced people go back to where they came from.",
    "sanctions": "A state or group of states restricts trade, money or travel of another to press it.",
    "territorial_control": "A side holds an area, or is without it, over a length of time.",
    "territorial_takeover": "A side gains control of an area by force or under the threat of it.",
    "transport_link": "A road, railway or other link is built, restored or opened.",
    "troop_buildup": "A side gathers troops or equipment near a line or border.",
    "troop_entry": "Troops move into an area that they did not hold, without a fight that the source tells of.",
    "vote": "A parliament or other assembly decides on a text or a person by vote.",
    "war": "Sustained armed conflict between named sides, as one whole.",
    "withdrawal": "Armed forces or fighters leave an area.",
}

SPEECHES = {
    "accusation": "The speaker says that somebody did wrong.",
    "admission": "The speaker grants a fact that is awkward for the speaker or that others had demanded be granted.",
    "announcement": "The speaker makes public what has been done, decided or is about to be done.",
    "appeal": "The speaker asks somebody to act, without claiming a right to it.",
    "concern": "The speaker fears or suspects something bad, to come or already so, without holding it against "
    "somebody.",
    "criticism": "The speaker finds fault with a text, policy or conduct, without alleging a wrong that was done.",
    "declaration": "Two or more speakers make one statement together.",
    "demand": "The speaker requires somebody to act, as of right or as a condition.",
    "denial": "The speaker says that an allegation is not true.",
    "draft_motion": "A text is put before an assembly for decision.",
    "offer": "The speaker is ready to do something, or accepts an offer, often on a condition.",
    "position": "The speaker holds, insists or claims how a contested question stands.",
    "praise": "The speaker calls something a success, or thanks somebody.",
    "promise": "The speaker undertakes to do or not to do something, or gives an assurance about it.",
    "refusal": "The speaker will not do or accept what is asked.",
    "statement": "The speaker says something that is none of the more particular kinds of speech.",
    "threat": "The speaker announces harm to somebody unless a condition is met.",
}

_VOCABULARIES = (
    Vocabulary(
        "event_class",
        "Whether an event is something done or something said.",
        {
            "act": "Something done, being done, or meant to be done in the world.",
            "speech": "Somebody says, asks, demands, alleges, promises or denies something.",
        },
    ),
    Vocabulary("event_type", "The kind of an event; the particular kind goes before the general one.", ACTS | SPEECHES),
    Vocabulary(
        "event_status",
        "How far an event has come, by what the sources say of it.",
        {
            "occurred": "It happened; an article says so in its own voice, or a witness who is no party does.",
            "ongoing": "It has begun and was not over when the source wrote.",
            "alleged": "Only a party to the conflict, an unnamed voice or another who was no witness says that it "
            "happens or happened.",
            "planned": "Somebody who can do it has agreed, decided or announced to do it, and it has not begun.",
            "conditional": "It is demanded, offered, proposed, feared or possible, and nobody has undertaken it.",
            "denied": "The sources say that it has not happened, does not hold or will not happen.",
        },
    ),
    Vocabulary(
        "actor_type",
        "What an actor is.",
        {
            "state": "A state with wide recognition, its government or its people at large.",
            "de_facto_state": "An entity that governs a territory and calls itself a state without wide recognition.",
            "office": "The holder of an office, where the source gives the office and no name.",
            "body": "A ministry, parliament, agency, group of officials or other organ, but not a government as a "
            "whole.",
            "armed_force": "An army, unit, militia or group of fighters.",
            "mission": "A force or mission sent by a state or organisation with a task.",
            "igo": "An organisation of states.",
            "ngo": "An organisation without a government, the Red Cross among them.",
            "outlet": "A news agency, paper, broadcaster or site.",
            "population_group": "A people, community, diaspora or other group of persons, or of states that a "
            "source sums up; unnamed voices.",
            "person": "One person, named where the person holds public office, command or a byline, else described.",
        },
    ),
    Vocabulary(
        "event_role",
        "What an actor has to do with an event.",
        {
            "actor": "Does the act, or does it jointly with others on the same side.",
            "target": "The act is directed against it.",
            "participant": "Takes part beside others: a side in a war or clash, a party to talks.",
            "signatory": "Signs or joins the agreement as a party.",
            "mediator": "Brings parties together or brokers what they agree, and is none of them.",
            "host": "The event takes place in its seat, at its base or in its programme.",
            "recipient": "Receives what is given, handed over or granted, such as support, recognition or an "
            "office; or is what is created.",
            "affected": "Bears consequences of the act without being its target or recipient.",
            "supporter": "Backs or influences the one who acts.",
            "speaker": "Says what the speech act says.",
            "addressee": "The speech act is directed to it.",
        },
    ),
    Vocabulary(
        "clause_role",
        "What an actor has to do with a clause.",
        {
            "obligor": "Must do what the clause says.",
            "beneficiary": "Is to receive, or gain from, what the clause says.",
            "guarantor": "Stands behind the clause with its presence or word.",
            "monitor": "Watches or controls that the clause is kept.",
        },
    ),
    Vocabulary(
        "measure",
        "What a casualty figure counts, in persons.",
        {
            "killed": "Died of violence in the event.",
            "wounded": "Hurt by violence in the event, and alive.",
            "missing": "Not accounted for.",
            "captured": "Taken prisoner or held.",
            "displaced": "Had to leave home.",
        },
    ),
    Vocabulary(
        "victim_class",
        "Whom a casualty figure counts.",
        {
            "civilian": "Civilians only, by the source's own word.",
            "military": "Members of armed forces only, by the source's own word.",
            "total": "All, civilians and military alike, where the source shows that it counts both.",
            "unknown": "The source does not say.",
        },
    ),
    Vocabulary(
        "modality",
        "In which way a clause is part of its agreement.",
        {
            "obligation": "The agreement binds somebody to do, allow or refrain from something, or sets it up.",
            "silence": "A source points out that the agreement does not settle or mention the matter.",
            "ambiguity": "A source points out that what the agreement says on the matter is unclear.",
        },
    ),
    Vocabulary(
        "provision",
        "What a clause is about.",
        {
            "ceasefire": "Fighting stops.",
            "ceasefire_line": "Where each side's forces stand when fighting stops.",
            "ceasefire_monitoring": "Who watches that fighting has stopped.",
            "territorial_handover": "Control of an area passes by agreement.",
            "peacekeeping": "A force is stationed to keep the peace.",
            "corridor": "A route through another's territory is kept open or under a third party's control.",
            "transport_link": "A road, railway or other link is built, restored or opened.",
            "humanitarian_access": "Relief goods may pass.",
            "refugee_return": "Displaced people go back, or their status is settled.",
            "prisoner_exchange": "Prisoners are exchanged or released.",
            "force_withdrawal": "Armed units or fighters leave an area.",
            "disarmament": "An armed force gives up its weapons.",
            "force_dissolution": "An armed force is disbanded.",
            "territorial_status": "To whom a territory belongs, or how it is governed.",
            "negotiations": "Talks are to be held.",
            "third_party_role": "What a state that is no party is to do.",
        },
    ),
    Vocabulary(
        "outcome",
        "What became of a clause, as one event shows.",
        {
            "fulfilled": "What the clause demands was done, in time where it sets a time.",
            "partly_fulfilled": "Part of it was done, or it is being done.",
            "postponed": "Its date was moved before it was reached, or instead of being kept.",
            "late": "It was done after the date that the clause first set.",
            "pending": "It is still to be done, and the source speaks of it as to come.",
            "breached": "A source tells that what the clause demands was not kept, by whomever.",
            "disputed": "Sources differ on whether or how it is kept.",
        },
    ),
    Vocabulary(
        "unit",
        "What a clause's quantity counts.",
        {
            "persons": "People, soldiers among them.",
            "districts": "Administrative districts.",
            "routes": "Roads or routes.",
        },
    ),
    Vocabulary(
        "agreement_type",
        "What kind of agreement it is.",
        {
            "ceasefire": "Its core is that fighting stops; other terms may stand beside it.",
            "arrangement": "It settles a practical matter, such as access, without a wider settlement.",
        },
    ),
    Vocabulary(
        "place_type",
        "What a place is.",
        {
            "country": "The territory of a state.",
            "region": "A region with its own name: an autonomous or a contested one, or one wider than a state.",
            "district": "A second-level administrative unit.",
            "town": "A city or town.",
            "village": "A village.",
            "line": "A front, border, road or corridor.",
            "area": "A stretch of land that is described; it has no administrative limits of its own, as several "
            "districts together.",
            "facility": "A building, base or hall.",
        },
    ),
    Vocabulary(
        "passage_role",
        "What a passage is in the make-up of the article.",
        {
            "headline": "The title of the article.",
            "byline": "Who wrote or took it.",
            "dateline": "Where and when it was written or published.",
            "caption": "Words that go with a picture or video.",
            "standfirst": "The lead between headline and text.",
            "sentence": "A sentence of the text.",
            "subheading": "A heading within the text.",
            "related_link": "The headline of another article, as a link.",
            "boilerplate": "Site furniture: navigation, sharing, donations, copyright, disclaimers.",
            "comment_footer": "Words about readers' comments.",
        },
    ),
    Vocabulary(
        "disposition",
        "What was done with a passage.",
        {
            "coded": "At least one claim rests on it.",
            "no_fact": "It was read, and states nothing that the tables hold, or only repeats what is coded elsewhere.",
        },
    ),
    Vocabulary(
        "stance",
        "How the one who speaks stands to the value.",
        {
            "asserts": "Says that it is so.",
            "denies": "Says that it is not so.",
            "questions": "Doubts it, or says that it is not clear.",
        },
    ),
    Vocabulary(
        "basis",
        "How the value comes from the words.",
        {
            "stated": "It can be read in the quotation.",
            "derived": "It follows from the words by a step that the note shows.",
            "judged": "A coder decided; the note says why.",
        },
    ),
    Vocabulary(
        "published_basis",
        "How the date of publication is known.",
        {
            "stated": "The article, as captured, prints day, month and year.",
            "inferred": "It follows from what the article says, by the steps that the claim's note shows.",
        },
    ),
    Vocabulary(
        "scheme",
        "Whose codes a crosswalk leads to.",
        {
            "ACLED": "Sub-event types of the Armed Conflict Location and Event Data project (names only).",
            "PLOVER": "Types and modes of the Political Language Ontology for Verifiable Event Records (2024).",
            "CAMEO": "Root codes of Conflict and Mediation Event Observations.",
            "UCDP-GED": "Types of violence of the UCDP Georeferenced Event Dataset.",
            "PA-X": "Provision variables of the PA-X peace agreements database.",
            "PAM": "Provision stems of the Peace Accords Matrix.",
        },
    ),
    Vocabulary(
        "match",
        "How well a term and a code of another scheme agree (after SKOS).",
        {
            "exact": "Each covers what the other covers.",
            "close": "They cover nearly the same.",
            "broad": "The other scheme's code is broader.",
            "narrow": "The other scheme's code is narrower.",
            "none": "Nothing in the other scheme fits.",
        },
    ),
)

VOCABULARIES: Mapping[str, Vocabulary] = {vocabulary.name: vocabulary for vocabulary in _VOCABULARIES}


def event_class(event_type: str) -> str:
    """The class of an event type: `act` or `speech`. Raises KeyError for a type that does not exist."""
    if event_type not in VOCABULARIES["event_type"].terms:
        raise KeyError(event_type)
    return "speech" if event_type in SPEECHES else "act"
