"""Row models of what happened and was said: events, their actors and topics, and casualty figures."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from karabakh_data.model.column import PATH, SLUG, authored, coded, derived
from karabakh_data.model.row import Row


class Event(Row):
    """Something that happened, is happening, was planned, alleged, threatened, demanded, promised or denied."""

    table: ClassVar[str] = "events"
    one_row_is: ClassVar[str] = (
        "something that happened, is happening, was planned, alleged, threatened, demanded, promised or denied; "
        "acts and speech acts alike"
    )
    key: ClassVar[tuple[str, ...]] = ("event_id",)

    event_id: Annotated[str, authored("The event's id, a name for people that is never parsed.", pattern=SLUG)]
    event_class: Annotated[
        str,
        derived(
            "Whether something was done or said.", vocabulary="event_class", rule="the class that event_type belongs to"
        ),
    ]
    event_type: Annotated[str, authored("The kind of event.", vocabulary="event_type")]
    title: Annotated[str, authored("What the event is, in our own neutral words.", max_length=120)]
    status: Annotated[
        str,
        coded(
            "How far the event has come, by what the sources say of it.",
            vocabulary="event_status",
            resolution="status",
        ),
    ]
    date_edtf: Annotated[
        str | None,
        coded(
            "When the event happens, happened or is meant to happen, in EDTF (ISO 8601-2); null where no source says. "
            "Of a span, `A/B`, the date does not say whether the event lasted that long or fell somewhere between: the "
            "words that its claims quote do.",
            form="edtf",
            resolution="date",
        ),
    ]
    date_start: Annotated[
        date | None, derived("The earliest day of date_edtf; null where open or unknown.", rule="from date_edtf")
    ]
    date_end: Annotated[
        date | None, derived("The latest day of date_edtf; null where open or unknown.", rule="from date_edtf")
    ]
    date_prec: Annotated[
        int | None,
        derived(
            "How precise the date is, as in UCDP GED: 1 day, 2 two to six days, 3 week, 4 month, 5 longer than a "
            "month, or open. GED's 5 ends at a year, and ours goes on.",
            minimum=1,
            maximum=5,
            rule="the number of days that date_edtf spans",
        ),
    ]
    place_id: Annotated[
        str | None,
        coded("Where it happens or happened.", references="places.place_id", pattern=SLUG, resolution="place"),
    ]
    where_prec: Annotated[
        int | None,
        coded(
            "How precise the place is, as in UCDP GED: 1 exact, 2 within about 25 km of a known point, 3 second-level "
            "unit, 4 first-level unit, 5 a line or a larger vague area, 6 country, 7 international. GED's 7 is "
            "international waters or airspace; ours is also given to a region wider than one country.",
            minimum=1,
            maximum=7,
            resolution="least",
        ),
    ]
    part_of: Annotated[
        str | None,
        coded(
            "The larger event that this one is part of.",
            references="events.event_id",
            pattern=SLUG,
            resolution="agree",
        ),
    ]
    claim_count: Annotated[
        int, derived("How many claims there are on this row.", unit="claims", minimum=1, rule="count over claims")
    ]
    source_count: Annotated[
        int,
        derived("How many articles make claims on this row.", unit="articles", minimum=1, rule="distinct over claims"),
    ]
    disputed: Annotated[
        bool,
        derived(
            "Whether what is claimed of a field of this row cannot all be true. A difference in precision is no "
            "dispute, nor is planned against occurred.",
            rule="some claim on it is in_conflict",
        ),
    ]


class EventActor(Row):
    """What one actor has to do with one event."""

    table: ClassVar[str] = "event_actors"
    one_row_is: ClassVar[str] = "the part that one actor has in one event"
    key: ClassVar[tuple[str, ...]] = ("event_id", "actor_id", "role")

    event_id: Annotated[str, authored("The event.", references="events.event_id", pattern=SLUG)]
    actor_id: Annotated[str, authored("The actor.", references="actors.actor_id", pattern=SLUG)]
    role: Annotated[str, coded("The actor's part in the event.", vocabulary="event_role", resolution="key")]


class EventTopic(Row):
    """A record that a speech act is about."""

    table: ClassVar[str] = "event_topics"
    one_row_is: ClassVar[str] = "one record that one speech act is about"
    key: ClassVar[tuple[str, ...]] = ("event_id", "record_table", "record_id")

    event_id: Annotated[str, authored("The speech act.", references="events.event_id", pattern=SLUG)]
    record_table: Annotated[str, authored("The table of the record that it is about.", pattern="^[a-z_]+$")]
    record_id: Annotated[
        str,
        coded("The id of the record that it is about.", record_of="record_table", pattern=PATH, resolution="key"),
    ]


class Casualty(Row):
    """One figure, or wording that stands for one, of one measure, victim class and side."""

    table: ClassVar[str] = "casualties"
    one_row_is: ClassVar[str] = "one figure, or wording that stands for one, of one measure, victim class and side"
    key: ClassVar[tuple[str, ...]] = ("casualty_id",)

    casualty_id: Annotated[str, authored("The figure's id.", pattern=SLUG)]
    event_id: Annotated[
        str | None,
        coded(
            "The event in which they were harmed.",
            references="events.event_id",
            pattern=SLUG,
            resolution="agree",
            always_claimed=True,
        ),
    ]
    measure: Annotated[
        str | None, coded("What is counted.", vocabulary="measure", resolution="agree", always_claimed=True)
    ]
    low: Annotated[
        int | None,
        coded(
            "The least number: a lower bound that a source gives, or the least of figures that differ.",
            unit="persons",
            minimum=0,
            resolution="least",
        ),
    ]
    best: Annotated[
        int | None,
        coded(
            "The single figure that the sources give; null where the words are vague or the figures differ.",
            unit="persons",
            minimum=0,
            resolution="figure",
        ),
    ]
    high: Annotated[
        int | None,
        coded(
            "The greatest number: an upper bound that a source gives, or the greatest of figures that differ.",
            unit="persons",
            minimum=0,
            resolution="greatest",
        ),
    ]
    victim_class: Annotated[
        str | None, coded("Who is counted.", vocabulary="victim_class", resolution="agree", always_claimed=True)
    ]
    side_id: Annotated[
        str | None,
        coded(
            "The side to which those counted belong.", references="actors.actor_id", pattern=SLUG, resolution="agree"
        ),
    ]
    reported_by: Annotated[
        str | None,
        coded(
            "Who gives the figure, where the article does not give it in its own voice.",
            references="actors.actor_id",
            pattern=SLUG,
            resolution="agree",
        ),
    ]
    as_of_edtf: Annotated[
        str | None, coded("The day up to which the figure counts, in EDTF.", form="edtf", resolution="date")
    ]
    subset_of: Annotated[
        str | None,
        coded(
            "The figure that includes this one.",
            references="casualties.casualty_id",
            pattern=SLUG,
            resolution="agree",
        ),
    ]
    wording: Annotated[
        str | None,
        coded("The words that stand for the number, where they are vague.", max_length=160, resolution="wording"),
    ]
