"""Vocabularies of the crosswalk from terms to the codes of other schemes."""

from __future__ import annotations

from karabakh_data.model.vocabularies.term_list import Vocabulary

TERMS = (
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
