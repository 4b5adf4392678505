"""Chooses the rows of a table by what they are about, when it was, and who says so.

What a table can be asked for, and the way to the answer, follows from the models and stands in `each_filter`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.errors import UnknownName, WrongCall, unknown
from karabakh_data.reader.days import first_day, last_day
from karabakh_data.reader.each_filter import FILTERS, KEYS, VOCABULARIES
from karabakh_data.reader.identifiers import one_or_several
from karabakh_data.reader.texts import text, texts

Read = Callable[[str], pa.Table]

# Filters by ids: the table that holds them, the column, and what one of them is called.
BY_ID = {
    "actor": ("actors", "actor_id", "actor"),
    "place": ("places", "place_id", "place"),
    "source": ("sources", "source_id", "article"),
}


def chosen(name: str, read: Read, published: Read, filters: Mapping[str, Any]) -> pa.Table:
    """The rows of a table that pass all the filters, in their order.

    `read` gives each table as it is asked for, `published` as it is published: what is in no table that is published
    does not exist. Raises UnknownName that lists everything that does not exist, WrongCall where `since` is after
    `until`, and TypeError for what is no text, day or list of ids.
    """
    failures: list[str] = []
    wanted = {asked: _wanted(name, asked, value, published, failures) for asked, value in filters.items()}
    since, until = wanted.get("since"), wanted.get("until")
    turned = since is not None and until is not None and since.as_py() > until.as_py()
    if turned:
        failures.append(f"since={since} is after until={until}: nothing was then; exchange the two, or leave one out")
    if failures:
        raise (WrongCall if turned and len(failures) == 1 else UnknownName)("\n".join(failures))
    table = read(name)
    for asked, value in wanted.items():
        # One after the other: what is already out need not be looked at.
        table = table.filter(_passes(name, table, asked, value, read))
    return table


def _wanted(name: str, asked: str, value: Any, published: Read, failures: list[str]) -> Any:
    """What a filter asks for, as `_passes` takes it: the ids or terms as an array, or a day as a scalar."""
    if asked not in FILTERS[name]:
        takes = f"it takes {', '.join(FILTERS[name])}" if FILTERS[name] else "it takes none"
        failures.append(f"the table '{name}' has no filter '{asked}'; {takes}")
        return None
    if asked in ("since", "until"):
        try:
            day = (first_day if asked == "since" else last_day)(asked, value)
        except UnknownName as error:
            failures.append(str(error))
            return None
        return text(day).cast(pa.date32())
    ids = one_or_several(asked, value)
    if asked in BY_ID:
        table, column, kind = BY_ID[asked]
        known = published(table).column(column).to_pylist()
        step = f"{table}() lists them all."
    else:
        vocabulary = VOCABULARIES[name, asked]
        terms = published("vocabulary")
        known = terms.filter(pc.equal(terms.column("vocabulary"), text(vocabulary))).column("term").to_pylist()
        kind, step = f"term of {vocabulary}", "vocabulary() defines them all."
    existing = set(known)
    missing = [str(unknown(kind, each, known, step)) for each in ids if each not in existing]
    failures += missing
    if missing:
        return None  # not even a text that Arrow can hold, perhaps
    return _with_parts(ids, published("places")) if asked == "place" else texts(ids)


def record_ids(name: str, table: pa.Table) -> Any:
    """Of each row, the record's id as claims have it: its key columns joined by a slash."""
    ids = table.column(KEYS[name][0])
    for column in KEYS[name][1:]:
        ids = pc.binary_join_element_wise(ids, table.column(column), text("/"))
    return ids


def _with_parts(ids: Iterable[str], places: pa.Table) -> pa.Array:
    """The places and all that lies in them, however deep."""
    parts: dict[str, list[str]] = {}
    for place, whole in zip(places.column("place_id").to_pylist(), places.column("part_of").to_pylist(), strict=True):
        parts.setdefault(whole, []).append(place)
    found = dict.fromkeys(ids)
    waiting = list(found)
    while waiting:
        new = [part for part in parts.get(waiting.pop(), []) if part not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return texts(found)


def _passes(name: str, table: pa.Table, asked: str, wanted: Any, read: Read) -> Any:
    """Of each row, whether it passes one filter."""
    way, *columns = FILTERS[name][asked]
    if way == "through":
        here, other, there, *up_to = columns
        rows = read(other)
        ids = rows.column(there).filter(_passes(other, rows, asked, wanted, read))
        passes = _among(table.column(here), ids.combine_chunks())
        for column in up_to:
            passes = pc.and_(passes, _not_over(table.column(column), wanted))
        return passes
    if way == "claims":
        return _claimed(name, table, wanted, read)
    if way == "entity":
        ids, tables = (table.column(column) for column in columns)
        return pc.and_(_among(ids, wanted), pc.equal(tables, text(BY_ID[asked][0])))
    if asked in ("since", "until"):
        return _in_time(table.column(columns[0]), table.column(columns[-1]), asked, wanted)
    passes = _among(table.column(columns[0]), wanted)
    for column in columns[1:]:
        passes = pc.or_(passes, _among(table.column(column), wanted))
    return passes


def _in_time(earliest: Any, latest: Any, asked: str, day: pa.Scalar) -> Any:
    # Where one end is open, nothing says that it was over, or had not begun. Where both are, nothing is known.
    if asked == "since":
        return pc.if_else(pc.is_valid(latest), pc.greater_equal(latest, day), pc.is_valid(earliest))
    return pc.if_else(pc.is_valid(earliest), pc.less_equal(earliest, day), pc.is_valid(latest))


def _not_over(dates: Any, day: pa.Scalar) -> pa.Array:
    """Of each date as EDTF, whether it ends on the day or later, or not at all, or is not known."""
    from karabakh_data.model.edtf import parse  # with the models, which other filters do without

    first = day.as_py().toordinal()
    over = [text for text in dates.unique().to_pylist() if text is not None and parse(text).last < first]
    return pc.invert(_among(dates, texts(over)))


def _claimed(name: str, table: pa.Table, wanted: pa.Array, read: Read) -> Any:
    """Of each row, whether one of the articles makes a claim on it, or names it."""
    claims = read("claims")
    on_table = pc.and_(pc.equal(claims.column("record_table"), text(name)), _among(claims.column("source_id"), wanted))
    ids = record_ids(name, table)
    passes = _among(ids, claims.column("record_id").filter(on_table).combine_chunks())
    if name in (BY_ID["actor"][0], BY_ID["place"][0]):
        mentions = read("mentions")
        named = pc.and_(
            pc.equal(mentions.column("entity_table"), text(name)), _among(mentions.column("source_id"), wanted)
        )
        passes = pc.or_(passes, _among(ids, mentions.column("entity_id").filter(named).combine_chunks()))
    return passes


def _among(column: Any, values: pa.Array) -> Any:
    return pc.is_in(column, value_set=values, skip_nulls=True)
