"""Conflict data from news articles on Karabakh, each value traceable to the words behind it.

One function for each table gives it as a pyarrow.Table, which polars, DuckDB and pandas take as it is; `explain` shows
the words behind a record, `plot` draws. Nothing is imported before it is needed, nothing is fetched from a network.
"""

from __future__ import annotations

from karabakh_data.reader.each_table import (
    TABLE_NAMES,
    actors,
    agreements,
    casualties,
    claims,
    clause_actors,
    clause_events,
    clauses,
    crosswalk,
    disagreements,
    event_actors,
    event_topics,
    events,
    id_history,
    mentions,
    passages,
    places,
    sources,
    surface_forms,
    timeline,
    vocabulary,
)
from karabakh_data.version import __version__

TYPE_CHECKING = False  # `typing` itself would take a quarter of the time in which a bare interpreter starts
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any, TypeVar

    import duckdb

    from karabakh_data import model, plot
    from karabakh_data.errors import DataFileError, KarabakhDataError, MissingExtra, UnknownName, WrongCall
    from karabakh_data.reader.each_table import As
    from karabakh_data.reader.explanation import Explanation

    R = TypeVar("R", bound=model.Row)

__all__ = [
    "DataFileError",
    "KarabakhDataError",
    "MissingExtra",
    "UnknownName",
    "WrongCall",
    "__version__",
    "actors",
    "agreements",
    "casualties",
    "cite",
    "claims",
    "clause_actors",
    "clause_events",
    "clauses",
    "connect",
    "crosswalk",
    "disagreements",
    "event_actors",
    "event_topics",
    "events",
    "explain",
    "id_history",
    "load",
    "mentions",
    "model",
    "passages",
    "path",
    "places",
    "plot",
    "records",
    "search",
    "sources",
    "surface_forms",
    "table_names",
    "timeline",
    "vocabulary",
]


def table_names() -> list[str]:
    """The names of all tables, in the order in which they are published.

    >>> table_names()[:4]
    ['events', 'actors', 'casualties', 'clauses']
    """
    return list(TABLE_NAMES)


def load(name: str, sources: Iterable[str] | None = None, *, as_: As = "arrow") -> Any:
    """A table by its name; with `sources`, as these articles alone would have it.

    `sources` holds ids of articles: a list, tuple or set, an Arrow array, a column of a table, or what numpy and pandas
    make of them. The records are then resolved again from the claims of these articles, so that rows that nobody else
    claims are absent and values are those that these articles give.

    `as_` says what holds the rows: "arrow"; "pandas", whose days compare with texts and have `.dt`, and whose whole
    numbers, truth values and texts may be missing; "polars"; or "duckdb", a relation of its default connection.

    Returns a pyarrow.Table, or what `as_` names, with one row a record, sorted by primary key; each column's meaning is
    in the field's metadata. Raises UnknownName for a table or article that does not exist, DataFileError if a file is
    missing or is no Parquet file that can be read, MissingExtra where the library that `as_` names is not installed,
    and TypeError for a name that is no text and for sources that are no list of texts.

    >>> load("claims").column_names[:4]
    ['claim_id', 'record_table', 'record_id', 'field']
    """
    from karabakh_data.reader.tables import load

    return load(name, sources, as_)


def records(model: type[R], sources: Iterable[str] | None = None) -> list[R]:
    """The rows of a table as typed, validated objects of its row model.

    `sources` means what it means for `load`. Raises what `load` raises, TypeError if `model` is no row model, and
    pydantic.ValidationError for a row that its model rejects.

    >>> import karabakh_data as kd
    >>> kd.records(kd.model.Event)[0].event_class in ("act", "speech")
    True
    """
    from karabakh_data.reader.rows import records

    return records(model, sources)


def path(name: str) -> Path:
    """The Parquet file of a table, for tools that read files themselves, or a file that describes the tables.

    Besides the names of tables there are "datapackage.json" (the Data Package's descriptor, whose paths hold beside
    it), "schemas/events.json" and so on (a table's Table Schema), and "CODEBOOK.md". Raises UnknownName for what does
    not exist, TypeError for a name that is no text, and DataFileError if the file is missing.

    >>> path("events").name
    'events.parquet'
    >>> path("schemas/events.json").is_file()
    True
    """
    from karabakh_data.reader.tables import path

    return path(name)


def explain(record_id: str) -> Explanation:
    """A record and the words behind it: for each coded field every claim, with quotation, speaker, source and stance.

    An id that stands in several tables is written with its table, such as "actors/armenia" and "places/armenia". Print
    the result to read it; its `fields` hold the evidence as data, its `links` the rows that hang on the record, such as
    the actors of an event. In a checkout of the repository a quotation stands in its whole sentence.

    Raises UnknownName for an id that does not exist or is ambiguous, TypeError for an id that is no text (one cell of a
    column will do), and DataFileError if a table cannot be read.

    >>> list(explain(f"events/{events()['event_id'][0]}").fields)
    ['status', 'date_edtf', 'place_id', 'where_prec', 'part_of']
    """
    from karabakh_data.reader.evidence import explain

    return explain(record_id)


def search(words: str, *, as_: As = "arrow") -> Any:
    """Where all these words, or words that begin with them, are found: titles, names, names in articles, quotations.

    Accents, capitals, apostrophes and hyphens make no difference. Returns a table of table, id, title, found_in and
    words (the text that holds them), the closest first, or what `as_` names; of a record a row for each kind of text.
    Raises TypeError for what is no text, and MissingExtra where the library that `as_` names is not installed.

    >>> search("Lachin CORRIDOR").column_names
    ['table', 'id', 'title', 'found_in', 'words']
    """
    from karabakh_data.reader.search import search

    return search(words, as_)


def connect() -> duckdb.DuckDBPyConnection:
    """An in-memory DuckDB with every table as a view of the same name.

    Raises MissingExtra where the extra `duckdb` is not installed, and DataFileError if a table cannot be read.

    >>> con = connect()  # keep it: what it gives ends with it
    >>> con.sql("SELECT count(*) > 0 FROM events").fetchall()
    [(True,)]
    """
    from karabakh_data.reader.database import connect

    return connect()


def cite(style: str = "text") -> str:
    """How to cite the data set, as "text" or "bibtex". Raises UnknownName for others, TypeError for what is no text.

    >>> cite().startswith("karabakh-data contributors")
    True
    """
    from karabakh_data.reader.citation import cite

    return cite(style)


def __dir__() -> list[str]:
    return sorted(__all__)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module 'karabakh_data' has no attribute '{name}'")
        # The models cost ten times an interpreter's start, and figures more; errors are rare: imported when first used.
        module = import_module(f"karabakh_data.{name if name in ('model', 'plot') else 'errors'}")
        return module if name in ("model", "plot") else getattr(module, name)
