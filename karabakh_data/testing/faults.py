"""Fault injection: one fault for each rule of `karabakh_data.check`, into one story or all through a corpus.

A fault changes rows so that the rule is broken there. Other rules may see the same rows: a key that is null, for
instance, is no longer what others refer to. So what is seeded must be found; what is found beyond it is in the same
story, or follows from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from random import Random
from typing import Any

import pyarrow as pa

from karabakh_data.model import TABLES
from karabakh_data.model.arrow import arrow_schema
from karabakh_data.testing.fault import Fault, Record, Rows
from karabakh_data.testing.generated_faults import generated_faults
from karabakh_data.testing.record_faults import COMPANIONS, RECORD_FAULTS

WHOLE = ("vocabulary", "crosswalk")  # tables that belong to no story

Key = tuple[Any, ...]


@cache
def faults() -> Mapping[str, Fault]:
    """The fault of each rule, by the rule's id."""
    written = {f"{table}: {name}": change for table, of_it in RECORD_FAULTS.items() for name, change in of_it.items()}
    found = {rule_id: Fault(change, COMPANIONS.get(rule_id, ())) for rule_id, change in written.items()}
    return {**dict(generated_faults()), **found}


def inject(rule_id: str, rows: Rows, before: int = 0) -> Key:
    """Break a rule in the rows of a story; the key of the row that the rule must then find.

    `before` is how often the rule was broken elsewhere. Raises ValueError where no row fits.
    """
    table = rule_id.split(":")[0]
    try:
        row = faults()[rule_id].change(rows, table, before)
    except LookupError as error:
        raise ValueError(f"{rule_id}: a story has no row to break it in; give each article 5 events or more") from error
    return tuple(row[name] for name in TABLES[table].key)


def nullable(table: str) -> pa.Schema:
    """The table's Arrow schema with every column nullable, because a fault may be a null."""
    return pa.schema([field.with_nullable(True) for field in arrow_schema(TABLES[table])])


@dataclass(frozen=True, slots=True)
class Seeded:
    """What faults change: the rows of some stories by table and number, and whole tables.

    By rule, `keys` are those of the rows to be found, and `numbers` those of the stories that have them.
    """

    stories: Mapping[str, Mapping[int, pa.Table]]
    whole: Mapping[str, pa.Table]
    keys: Mapping[str, list[Key]]
    numbers: Mapping[str, list[int]]


def seed(
    errors: Mapping[str, int],
    rows_of: Callable[[str, int], pa.Table],
    count: int,
    whole: Mapping[str, pa.Table],
    random: Random,
) -> Seeded:
    """Break each rule as often as `errors` says, each time in another of so many stories, or in the whole tables.

    `rows_of` gives a table's rows in one story. Raises KeyError for a rule that does not exist, and ValueError if there
    are not more stories than errors, or if a story has no row in which a rule could be broken.
    """
    unknown = sorted(errors.keys() - faults().keys())
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
    changed: dict[str, dict[int, pa.Table]] = {table: {} for table in TABLES if table not in WHOLE}
    keys: dict[str, list[Key]] = {rule_id: [] for rule_id in errors}
    numbers: dict[str, list[int]] = {rule_id: [] for rule_id in errors}
    for number, rule_id in zip(places, in_stories, strict=True):
        rows = Rows(partial(_listed, rows_of, number), partial(_listed, rows_of, spared))
        keys[rule_id].append(inject(rule_id, rows, len(keys[rule_id])))
        numbers[rule_id].append(number)
        for table in rows:
            changed[table][number] = pa.Table.from_pylist(rows[table], schema=nullable(table))
    return Seeded(changed, _seed_whole([one for one in wanted if one.startswith(WHOLE)], whole, keys), keys, numbers)


def _listed(rows_of: Callable[[str, int], pa.Table], number: int, table: str) -> list[Record]:
    rows: list[Record] = rows_of(table, number).to_pylist()
    return rows


def _seed_whole(
    rule_ids: Iterable[str], whole: Mapping[str, pa.Table], keys: Mapping[str, list[Key]]
) -> dict[str, pa.Table]:
    """The whole tables with each of these rules broken in another row, which comes first."""
    rows = {table: whole[table].to_pylist() for table in WHOLE}
    done: dict[str, list[Record]] = {table: [] for table in WHOLE}
    for rule_id in rule_ids:
        table = rule_id.split(":")[0]
        if not rows[table]:
            raise ValueError(f"{rule_id}: the table {table} has fewer rows than there are to be errors in it")
        one = Rows(lambda table: [])
        one[table] = [rows[table].pop(0)]
        keys[rule_id].append(inject(rule_id, one, len(keys[rule_id])))
        done[table] += one[table]
    return {table: pa.Table.from_pylist(done[table] + rows[table], schema=nullable(table)) for table in WHOLE}
