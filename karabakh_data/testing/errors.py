"""Errors in a synthetic corpus: for each rule as many as are asked for, each in a story of its own, and where they are.

An error spoils a row so that the rule is broken there. Other rules may see the same row: a key that is null, for
instance, is no longer what others refer to. So what is seeded must be found; what is found beyond it is in the same
story, or follows from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa

from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.testing.invented import Record
from karabakh_data.testing.mould import numbered
from karabakh_data.testing.spoiling import Breaker, Rows, made_breakers
from karabakh_data.testing.spoiling_conflicts import CONFLICT_BREAKERS
from karabakh_data.testing.spoiling_records import RECORD_BREAKERS

WHOLE = ("vocabulary", "crosswalk")  # tables that belong to no story

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What errors change: the rows of some stories by table and number, whole tables, and the seeded keys by rule."""

    stories: Mapping[str, Mapping[int, pa.Table]]
    whole: Mapping[str, pa.Table]
    seeded: Mapping[str, list[Key]]


@cache
def breakers() -> Mapping[str, Breaker]:
    """How each rule of `karabakh_data.check` is broken, by the rule's id."""
    return {**dict(made_breakers()), **RECORD_BREAKERS, **CONFLICT_BREAKERS}


def loose(table: str) -> pa.Schema:
    """The table's Arrow schema with every column nullable, because an error may be a null."""
    return pa.schema([field.with_nullable(True) for field in arrow_schema(TABLES[table])])


def spoil(
    errors: Mapping[str, int],
    rows_of: Callable[[str, int], pa.Table],
    count: int,
    whole: Mapping[str, pa.Table],
    random: Random,
) -> Spoilt:
    """Spoil some of so many stories, of which `rows_of` gives a table's rows, and the whole tables.

    `errors` says how many of each, by rule id. Raises KeyError for a rule that does not exist, and ValueError if there
    are not more stories than errors, or if a story has no row in which a rule could be broken.
    """
    unknown = sorted(errors.keys() - breakers().keys())
    if unknown:
        raise KeyError(f"no rule has the id {', '.join(unknown)}; `karabakh-data rules` lists them")
    wanted = [rule_id for rule_id, times in sorted(errors.items()) for _ in range(times)]
    in_stories = [rule_id for rule_id in wanted if not rule_id.startswith(WHOLE)]
    if in_stories and len(in_stories) >= count:
        raise ValueError(
            f"{len(in_stories)} errors need more than as many stories, and the corpus has {count}: "
            f"ask for {2 * (len(in_stories) + 1)} articles or more"
        )
    places = random.sample(range(count), len(in_stories))
    spared = next(number for number in range(count) if number not in places) if places else 0
    spoilt: dict[str, dict[int, pa.Table]] = {table: {} for table in TABLES if table not in WHOLE}
    seeded: dict[str, list[Key]] = {rule_id: [] for rule_id in errors}
    for number, rule_id in zip(places, in_stories, strict=True):
        own, other = numbered(np.array([number, spared])).to_pylist()
        rows = Rows(partial(_listed, rows_of, number), own, other)
        seeded[rule_id].append(_broken(rule_id, rows, len(seeded[rule_id])))
        for table in rows:
            spoilt[table][number] = pa.Table.from_pylist(rows[table], schema=loose(table))
    tables = _spoilt_whole([rule_id for rule_id in wanted if rule_id.startswith(WHOLE)], whole, seeded)
    return Spoilt(spoilt, tables, seeded)


def _listed(rows_of: Callable[[str, int], pa.Table], number: int, table: str) -> list[Record]:
    rows: list[Record] = rows_of(table, number).to_pylist()
    return rows


def _spoilt_whole(
    rule_ids: Iterable[str], whole: Mapping[str, pa.Table], seeded: Mapping[str, list[Key]]
) -> dict[str, pa.Table]:
    rows = {table: whole[table].to_pylist() for table in WHOLE}
    done: dict[str, list[Record]] = {table: [] for table in WHOLE}
    for rule_id in rule_ids:
        table = rule_id.split(":")[0]
        if not rows[table]:
            raise ValueError(f"{rule_id}: the table {table} has fewer rows than there are to be errors in it")
        one = Rows(lambda table: [], "", "")
        one[table] = [rows[table].pop(0)]
        seeded[rule_id].append(_broken(rule_id, one, len(seeded[rule_id])))
        done[table] += one[table]
    return {table: pa.Table.from_pylist(done[table] + rows[table], schema=loose(table)) for table in WHOLE}


def _broken(rule_id: str, rows: Rows, before: int) -> Key:
    try:
        row = breakers()[rule_id](rows, before)
    except (StopIteration, IndexError) as error:
        raise ValueError(f"{rule_id}: a story has no row to break it in; give each article 5 events or more") from error
    return tuple(row[name] for name in TABLES[rule_id.split(":")[0]].key)
