"""Views of the SQLite database that read well: rows with the names of what they refer to, and what hangs on them.

Each takes all columns of its table as they are, so that a new column appears there by itself.
"""

from __future__ import annotations

from collections.abc import Mapping


def _actors_by_role(links: str, key: str, record: str) -> str:
    """The actors of a record, such as "mediator: Russia; signatory: Armenia, Azerbaijan"."""
    # ORDER BY within group_concat would need SQLite 3.44; the order of a subquery is kept by every version.
    return f"""(
    SELECT group_concat(part, '; ') FROM (
      SELECT role || ': ' || group_concat(name, ', ') AS part FROM (
        SELECT role, name FROM {links} JOIN actors USING (actor_id) WHERE {key} = {record} ORDER BY role, name
      ) GROUP BY role ORDER BY role
    )
  )"""


VIEWS: Mapping[str, str] = {
    "events_with_names": f"""
SELECT
  events.*,
  places.name AS place_name,
  whole.title AS part_of_title,
  {_actors_by_role("event_actors", "event_id", "events.event_id")} AS actors
FROM events
LEFT JOIN places ON places.place_id = events.place_id
LEFT JOIN events AS whole ON whole.event_id = events.part_of
ORDER BY events.date_start, events.event_id""",
    "clauses_with_outcomes": f"""
SELECT
  clauses.*,
  agreements.title AS agreement_title,
  places.name AS place_name,
  {_actors_by_role("clause_actors", "clause_id", "clauses.clause_id")} AS actors,
  clause_events.outcome,
  clause_events.days_late,
  events.event_id,
  events.title AS event_title,
  events.date_edtf AS event_date_edtf
FROM clauses
JOIN agreements ON agreements.agreement_id = clauses.agreement_id
LEFT JOIN places ON places.place_id = clauses.place_id
LEFT JOIN clause_events ON clause_events.clause_id = clauses.clause_id
LEFT JOIN events ON events.event_id = clause_events.event_id
ORDER BY clauses.clause_id, events.date_start, events.event_id""",
    "casualties_with_names": """
SELECT
  casualties.*,
  events.title AS event_title,
  events.date_edtf AS event_date_edtf,
  side.name AS side_name,
  reporter.name AS reported_by_name
FROM casualties
JOIN events ON events.event_id = casualties.event_id
LEFT JOIN actors AS side ON side.actor_id = casualties.side_id
LEFT JOIN actors AS reporter ON reporter.actor_id = casualties.reported_by
ORDER BY casualties.casualty_id""",
    "claims_with_sources": """
SELECT
  claims.*,
  coalesce(speaker.name, 'the article itself') AS said_by,
  sources.title AS source_title,
  sources.publisher
FROM claims
JOIN sources ON sources.source_id = claims.source_id
LEFT JOIN actors AS speaker ON speaker.actor_id = claims.attributed_to
ORDER BY claims.record_table, claims.record_id, claims.field, claims.claim_id""",
}
