"""The closed vocabularies: every term with its label and the one sentence by which two coders choose alike.

A vocabulary is data, in the module named like that of the row models that name it. `vocabulary` is the table made from
all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from karabakh_data.model.vocabularies.actors import ACTORS
from karabakh_data.model.vocabularies.agreements import AGREEMENTS
from karabakh_data.model.vocabularies.events import ACTS, EVENTS, SPEECHES
from karabakh_data.model.vocabularies.sources import SOURCES
from karabakh_data.model.vocabularies.term_list import Vocabulary, label
from karabakh_data.model.vocabularies.terms import TERMS

__all__ = ["ACTS", "SPEECHES", "VOCABULARIES", "Vocabulary", "event_class", "label"]

VOCABULARIES: Mapping[str, Vocabulary] = {
    vocabulary.name: vocabulary for vocabulary in (*EVENTS, *ACTORS, *AGREEMENTS, *SOURCES, *TERMS)
}


def event_class(event_type: str) -> str:
    """The class of an event type: `act` or `speech`. Raises KeyError for a type that does not exist."""
    if event_type not in VOCABULARIES["event_type"].terms:
        raise KeyError(event_type)
    return "speech" if event_type in SPEECHES else "act"
