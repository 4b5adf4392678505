"""Many stories from a few: templates in which the story's number is left open, and filled in by whole columns.

The rows of a few stories (`articles.story`) have the number `MARK` in every id of their own, which opens the id: so the
rows of the next story follow in order of their keys, as far as digits go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from karabakh_data.testing.articles import MARK


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One story: its tables, and its texts by source."""

    tables: Mapping[str, pa.Table]
    texts: Mapping[str, str]


Stories = tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ColumnTemplate:
    """One column of a template: texts cut where the number goes, and for each cut, which rows have one."""

    pieces: tuple[pa.Array, ...]
    cuts: tuple[pa.Array, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """The rows of one table in a few stories, story after story: where each starts, and how many it has."""

    schema: pa.Schema
    columns: tuple[ColumnTemplate, ...]
    starts: np.ndarray
    lengths: np.ndarray

    def rows(self, first: int, last: int) -> pa.Table:
        """The rows of the stories numbered from `first` up to `last`, exclusive: the few stories over and over."""
        stories = np.arange(first, last)
        of_story = stories % len(self.starts)
        lengths = self.lengths[of_story]
        ends = np.cumsum(lengths)
        place = np.repeat(np.arange(len(stories)), lengths)
        index = pa.array(np.arange(ends[-1] if len(ends) else 0) + (self.starts[of_story] - ends + lengths)[place])
        numbers = _numbered(stories).take(pa.array(place))
        arrays = [_filled(column, index, numbers) for column in self.columns]
        return pa.Table.from_arrays(arrays, schema=self.schema)

    def count(self, first: int, last: int) -> int:
        """How many rows `rows` would give."""
        return int(self.lengths[np.arange(first, last) % len(self.lengths)].sum())


@cache
def template(stories: Stories, table: str) -> Template:
    """The template of one table, from stories whose number is `MARK`: the rows that have it in their key."""
    parts = [_own(story.tables[table]) for story in stories]
    rows = pa.concat_tables(parts).combine_chunks()
    lengths = np.array([part.num_rows for part in parts])
    return Template(rows.schema, tuple(map(_cut, rows.columns)), np.cumsum(lengths) - lengths, lengths)


def shared(stories: Stories, table: str) -> pa.Table:
    """The rows of one table, sorted by key, that the stories have in common because they are of the invented world."""
    rows = pa.concat_tables([story.tables[table].filter(pc.invert(_marked(story.tables[table]))) for story in stories])
    return rows.group_by(rows.column_names).aggregate([]).sort_by(rows.column_names[0]).cast(rows.schema)


def texts(stories: Stories, first: int, last: int) -> Iterator[tuple[str, str]]:
    """The source ids and texts of the stories numbered from `first` up to `last`, in order."""
    for number, digits in zip(range(first, last), _numbered(np.arange(first, last)).to_pylist(), strict=True):
        for source_id, text in stories[number % len(stories)].texts.items():
            yield source_id.replace(MARK, digits), text.replace(MARK, digits)


def hashed(sources: pa.Table, contents: Iterator[tuple[str, str]]) -> pa.Table:
    """The sources with the SHA-256 of their texts, which are given in the same order."""
    hashes = [hashlib.sha256(text.encode()).hexdigest() for _, text in contents]
    place = sources.schema.get_field_index("sha256")
    return sources.set_column(place, sources.schema.field(place), pa.array(hashes, pa.string()))


def _numbered(stories: np.ndarray) -> pa.Array:
    """The numbers as the digits that stand for `MARK`."""
    return pc.utf8_lpad(pa.array(stories).cast(pa.string()), len(MARK), "0")


def _own(rows: pa.Table) -> pa.Table:
    return rows.filter(_marked(rows))


def _marked(rows: pa.Table) -> pa.ChunkedArray:
    return pc.match_substring(rows.column(0), MARK)


def _cut(column: pa.ChunkedArray) -> ColumnTemplate:
    if not pa.types.is_string(column.type):
        return ColumnTemplate((column.combine_chunks(),), ())
    split = [None if text is None else text.split(MARK) for text in column.to_pylist()]
    most = max((len(parts) for parts in split if parts is not None), default=1)
    pieces = [
        pa.array([None if parts is None else "".join(parts[at : at + 1]) for parts in split], pa.string())
        for at in range(most)
    ]
    cuts = [pa.array([parts is not None and len(parts) > at + 1 for parts in split]) for at in range(most - 1)]
    return ColumnTemplate(tuple(pieces), tuple(cuts))


def _filled(column: ColumnTemplate, index: pa.Array, numbers: pa.Array) -> pa.Array:
    parts = [column.pieces[0].take(index)]
    for cut, piece in zip(column.cuts, column.pieces[1:], strict=True):
        everywhere = pc.all(cut).as_py()
        parts += [numbers if everywhere else pc.if_else(cut.take(index), numbers, ""), piece.take(index)]
    return parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, "")
