"""The reader's functions that give no table as it is published: their parameters, and what is written of them."""

from __future__ import annotations

from collections.abc import Mapping

from karabakh_data.model import Event
from karabakh_data.publish.filters import filters

DAYS = ("since", "until")

TIMELINE = '''

def timeline(
{parameters}) -> Any:
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
{passed}    )
'''

DISAGREEMENTS = '''

def disagreements(
{parameters}) -> Any:
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
{passed}    )
'''

SURFACE_FORMS = '''

def surface_forms(
{parameters}) -> Any:
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
{passed}    )
'''

# What each takes first, which template it is written by, and its filters.
SOURCES = "sources: Iterable[str] | None = None"
TABLE = "table: str"
JOINED: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "timeline": (SOURCES, TIMELINE, tuple(filters(Event))),
    "disagreements": (SOURCES, DISAGREEMENTS, ("actor", "place", *DAYS, "source")),
    "surface_forms": (TABLE, SURFACE_FORMS, ("actor", "place", "source")),
}


def asked_by(first: str, names: tuple[str, ...], as_: str) -> list[str]:
    """Parameters as they are written: the first, filters by keyword, and `as_` with its annotation."""
    given = [f"{name}: {'Day' if name in DAYS else 'Ids'} | None = None" for name in names]
    return [first, "*", *given, f"as_: {as_}"]


def in_lines(parts: list[str], indent: str = "    ") -> str:
    """The parts of a call as the formatter writes them where they are many: one a line."""
    return "".join(f"{indent}{part},\n" for part in parts)


def joined_functions() -> str:
    """The functions, as they stand in the reader's module."""
    return "".join(
        template.format(
            parameters=in_lines(asked_by(first, names, 'As = "arrow"')),
            passed=in_lines([first.partition(":")[0], "as_", *(f"{name}={name}" for name in names)], "        "),
        )
        for first, template, names in JOINED.values()
    )
