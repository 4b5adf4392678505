"""Vocabularies of actors and places."""

from __future__ import annotations

from karabakh_data.model.vocabularies.term_list import Vocabulary

ACTORS = (
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
        "point_of",
        "What the point of a place is of.",
        {
            "place": "The place itself: a town or village.",
            "seat": "The town that is the seat of the district; the district lies around it, and where_prec says so.",
        },
    ),
)
