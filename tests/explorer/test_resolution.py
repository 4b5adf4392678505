"""The page resolves the claims of some sources by the same rules as the package: the same rows, record by record."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import in_node
import pyarrow.parquet as pq
import pytest
from altered_claims import write_altered
from served_page import serving

import karabakh_data as kd
from karabakh_data.model import TABLES
from karabakh_data.reader.tables import DATA, read_file
from karabakh_data.resolve import ResolutionError, subset

pytestmark = pytest.mark.browser

SOURCES = sorted(kd.sources().column("source_id").to_pylist())
SUBSETS = [some for size in range(1, len(SOURCES) + 1) for some in combinations(SOURCES, size)]
EPOCH = dt.date(1970, 1, 1).toordinal()

ALTERED = 12

Rows = list[dict[str, Any]]


def in_the_page(asked: Iterable[tuple[Path, Iterable[str]]]) -> list[dict[str, Any]]:
    """What the page makes of the tables in each folder from these sources: `tables`, or `failures`."""
    return in_node.answers("resolve_subsets", ({"folder": str(folder), "sources": [*some]} for folder, some in asked))


@pytest.fixture(scope="module")
def contradicting(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders of tables whose claims were altered until sources contradict each other in all sorts of ways."""
    return [write_altered(tmp_path_factory.mktemp("altered"), random.Random(seed)) for seed in range(ALTERED)]


def in_python(folder: Path, sources: Iterable[str]) -> Any:
    """What the package makes of them, days as numbers since 1970; or the error that says why it does not."""
    try:
        found = subset({name: read_file(folder / f"{name}.parquet") for name in TABLES}, [*sources])
    except ResolutionError as error:
        return error
    return {name: [_plain(row) for row in table.to_pylist()] for name, table in found.items()}


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.toordinal() - EPOCH if isinstance(value, dt.date) else value for name, value in row.items()}


@cache
def all_subsets_in_the_page() -> Mapping[tuple[str, ...], dict[str, Rows]]:
    answers = in_the_page((DATA, some) for some in SUBSETS)
    return {some: answer["tables"] for some, answer in zip(SUBSETS, answers, strict=True)}


@pytest.mark.parametrize("some", SUBSETS, ids=" + ".join)
def test_each_subset_of_the_sources_makes_the_same_tables(some: tuple[str, ...]) -> None:
    page, python = all_subsets_in_the_page()[some], in_python(DATA, some)

    assert page.keys() == python.keys()
    for table, rows in python.items():
        assert page[table] == rows, table


def test_all_sources_together_make_the_published_tables() -> None:
    page = all_subsets_in_the_page()[tuple(SOURCES)]

    for table in TABLES:
        assert page[table] == [_plain(row) for row in kd.load(table).to_pylist()], table


def test_the_same_where_sources_contradict_each_other_in_all_sorts_of_ways(contradicting: list[Path]) -> None:
    chance = random.Random(0)
    asked = [(folder, some) for folder in contradicting for some in [*chance.sample(SUBSETS[:-1], 6), tuple(SOURCES)]]
    whole, conflicts = 0, 0

    for (folder, some), page in zip(asked, in_the_page(asked), strict=True):
        python = in_python(folder, some)
        if isinstance(python, ResolutionError):
            assert {_record(one) for one in page["failures"]} == {_record(one) for one in python.failures}
            continue
        whole += 1
        conflicts += sum(row["in_conflict"] for row in python["claims"])
        for table, rows in python.items():
            assert page["tables"][table] == rows, (table, some)

    assert whole > len(asked) / 2
    assert conflicts > 100 * whole


def test_what_some_articles_alone_cannot_say_is_told_and_the_published_tables_are_shown(
    visit: Callable[..., Any], built: Path, tmp_path: Path
) -> None:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    events = read_file(DATA / "events.parquet")
    pq.write_table(events.slice(1), tmp_path / "events.parquet")  # claims on the first are left without their record
    failures = [in_python(tmp_path, [one]) for one in SOURCES]
    failing = next(at for at, one in enumerate(failures) if isinstance(one, ResolutionError))
    with serving(built, tmp_path) as address:
        page = visit(f"#/events?source={SOURCES[failing]}&alone=yes", at=address)
        assert "What these articles alone say makes no whole records" in page.inner_text(".unheeded")
        assert events["event_id"][0].as_py() in page.inner_text(".unheeded")
        assert page.inner_text("main h1") == "Events"


def _record(failure: str) -> str:
    return failure.split(" must have a value")[0].split(" has claims and")[0]
