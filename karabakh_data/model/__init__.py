"""The model: vocabularies, dates, and one row model for each table.

`TABLES` holds the row models by the name of their table, in the order in which the tables are published.
"""

from collections.abc import Mapping

from karabakh_data.model.actors import NAMED_TABLES, Actor, Mention, Place
from karabakh_data.model.agreements import Agreement, Clause, ClauseActor, ClauseEvent
from karabakh_data.model.column import Column
from karabakh_data.model.events import Casualty, Event, EventActor, EventTopic
from karabakh_data.model.history import FormerId
from karabakh_data.model.row import FieldColumn, Row, columns, id_of, key_of
from karabakh_data.model.sources import Claim, Passage, Source
from karabakh_data.model.terms import Crosswalk, Term

__all__ = [
    "NAMED_TABLES",
    "TABLES",
    "Actor",
    "Agreement",
    "Casualty",
    "Claim",
    "Clause",
    "ClauseActor",
    "ClauseEvent",
    "Column",
    "Crosswalk",
    "Event",
    "EventActor",
    "EventTopic",
    "FieldColumn",
    "FormerId",
    "Mention",
    "Passage",
    "Place",
    "Row",
    "Source",
    "Term",
    "columns",
    "id_of",
    "key_of",
]

TABLES: Mapping[str, type[Row]] = {
    model.table: model
    for model in (
        Event,
        Actor,
        Casualty,
        Clause,
        Source,
        Passage,
        Claim,
        Mention,
        Place,
        Agreement,
        EventActor,
        EventTopic,
        ClauseActor,
        ClauseEvent,
        Term,
        Crosswalk,
        FormerId,
    )
}
