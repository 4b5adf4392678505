"""Vocabularies of agreements, their clauses and what became of these."""

from __future__ import annotations

from karabakh_data.model.vocabularies.term_list import Vocabulary

AGREEMENTS = (
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
)
