"""What each table can be asked for, and the way to each answer, as `karabakh_data.reader.filters` takes it.

Written from the models by `karabakh-data build`, not by hand.
"""

from __future__ import annotations

# The columns of each table's key.
KEYS: dict[str, tuple[str, ...]] = {
    "events": ("event_id",),
    "actors": ("actor_id",),
    "casualties": ("casualty_id",),
    "clauses": ("clause_id",),
    "sources": ("source_id",),
    "passages": ("passage_id",),
    "claims": ("claim_id",),
    "mentions": ("mention_id",),
    "places": ("place_id",),
    "agreements": ("agreement_id",),
    "event_actors": ("event_id", "actor_id", "role"),
    "event_topics": ("event_id", "record_table", "record_id"),
    "clause_actors": ("clause_id", "actor_id", "role"),
    "clause_events": ("clause_id", "event_id"),
    "vocabulary": ("vocabulary", "term"),
    "crosswalk": ("vocabulary", "term", "scheme", "code"),
    "id_history": ("old_id", "record_table"),
}

# By table and filter, the kind of way and its columns and tables.
FILTERS: dict[str, dict[str, tuple[str, ...]]] = {
    "events": {
        "actor": ("through", "event_id", "event_actors", "event_id"),
        "place": ("columns", "place_id"),
        "type": ("columns", "event_type"),
        "status": ("columns", "status"),
        "since": ("columns", "date_start", "date_end"),
        "until": ("columns", "date_start", "date_end"),
        "source": ("claims",),
    },
    "actors": {
        "type": ("columns", "actor_type"),
        "source": ("claims",),
    },
    "casualties": {
        "actor": ("columns", "side_id", "reported_by"),
        "place": ("through", "event_id", "events", "event_id"),
        "since": ("through", "event_id", "events", "event_id", "as_of_edtf"),
        "until": ("through", "event_id", "events", "event_id"),
        "source": ("claims",),
    },
    "clauses": {
        "actor": ("through", "clause_id", "clause_actors", "clause_id"),
        "place": ("columns", "place_id"),
        "since": ("columns", "due_date"),
        "until": ("columns", "due_date"),
        "source": ("claims",),
    },
    "sources": {
        "source": ("columns", "source_id"),
    },
    "passages": {
        "source": ("columns", "source_id"),
    },
    "claims": {
        "actor": ("columns", "attributed_to"),
        "source": ("columns", "source_id"),
    },
    "mentions": {
        "actor": ("entity", "entity_id", "entity_table"),
        "place": ("entity", "entity_id", "entity_table"),
        "source": ("columns", "source_id"),
    },
    "places": {
        "place": ("columns", "place_id"),
        "type": ("columns", "place_type"),
        "source": ("claims",),
    },
    "agreements": {
        "actor": ("through", "concluded_by", "events", "event_id"),
        "place": ("through", "concluded_by", "events", "event_id"),
        "type": ("columns", "agreement_type"),
        "since": ("through", "concluded_by", "events", "event_id"),
        "until": ("through", "concluded_by", "events", "event_id"),
        "source": ("claims",),
    },
    "event_actors": {
        "actor": ("columns", "actor_id"),
        "place": ("through", "event_id", "events", "event_id"),
        "since": ("through", "event_id", "events", "event_id"),
        "until": ("through", "event_id", "events", "event_id"),
        "source": ("claims",),
    },
    "event_topics": {
        "actor": ("through", "event_id", "events", "event_id"),
        "place": ("through", "event_id", "events", "event_id"),
        "since": ("through", "event_id", "events", "event_id"),
        "until": ("through", "event_id", "events", "event_id"),
        "source": ("claims",),
    },
    "clause_actors": {
        "actor": ("columns", "actor_id"),
        "place": ("through", "clause_id", "clauses", "clause_id"),
        "since": ("through", "clause_id", "clauses", "clause_id"),
        "until": ("through", "clause_id", "clauses", "clause_id"),
        "source": ("claims",),
    },
    "clause_events": {
        "actor": ("through", "clause_id", "clauses", "clause_id"),
        "place": ("through", "clause_id", "clauses", "clause_id"),
        "since": ("through", "clause_id", "clauses", "clause_id"),
        "until": ("through", "clause_id", "clauses", "clause_id"),
        "source": ("claims",),
    },
    "vocabulary": {},
    "crosswalk": {},
    "id_history": {
        "source": ("claims",),
    },
}

# The vocabulary whose terms a filter takes.
VOCABULARIES: dict[tuple[str, str], str] = {
    ("events", "type"): "event_type",
    ("events", "status"): "event_status",
    ("actors", "type"): "actor_type",
    ("places", "type"): "place_type",
    ("agreements", "type"): "agreement_type",
}
