"""The errors of the package: one base, failures listed, and whole after they were copied or crossed processes."""

from __future__ import annotations

import copy
import inspect
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

import pytest

import karabakh_data
from karabakh_data.errors import FailuresError, KarabakhDataError, MissingExtra, UnwritableTarget

# Libraries that `make test` does without.
ABSENT = ("pyspark", "py4j")


def defined() -> Iterator[type[BaseException]]:
    """Every class of errors that a module of the package defines."""
    for found in pkgutil.walk_packages(karabakh_data.__path__, "karabakh_data."):
        if found.name.endswith("__main__"):
            continue
        try:
            module = import_module(found.name)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in ABSENT:
                raise
            continue
        for _, one in inspect.getmembers(module, inspect.isclass):
            if issubclass(one, BaseException) and one.__module__ == found.name:
                yield one


KINDS = sorted(set(defined()), key=lambda kind: kind.__qualname__)
EACH = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def an_error(kind: type[BaseException]) -> BaseException:
    """An error of that kind, as the package makes it."""
    if kind is MissingExtra:
        return kind("duckdb", "connect()")
    if kind is UnwritableTarget:
        return kind(Path("tables.duckdb"), PermissionError(13, "Permission denied", "tables.duckdb"))
    if issubclass(kind, FailuresError):
        return kind(["events/one: no date", "events/two: no status"])
    return kind("events/one: no date")


@EACH
def test_each_error_has_the_one_base(kind: type[BaseException]) -> None:
    assert issubclass(kind, KarabakhDataError)


@EACH
@pytest.mark.parametrize(
    "again",
    [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy],
    ids=["pickled", "copied", "deeply copied"],
)
def test_an_error_is_whole_after(kind: type[BaseException], again: Callable[[BaseException], BaseException]) -> None:
    error = an_error(kind)
    error.add_note("while reading herald")
    rebuilt = again(error)
    assert type(rebuilt) is kind
    assert str(rebuilt) == str(error) != ""
    assert rebuilt.args == error.args
    assert vars(rebuilt) == vars(error)


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if issubclass(kind, FailuresError)], ids=lambda kind: kind.__name__
)
def test_failures_are_listed_and_joined(kind: type[FailuresError]) -> None:
    error = kind(line for line in ["events/one: no date", "events/two: no status"])
    assert error.failures == ["events/one: no date", "events/two: no status"]
    assert str(error) == "events/one: no date\nevents/two: no status"


def lacks_an_extra() -> None:
    """What another process is asked to do."""
    raise MissingExtra("duckdb", "connect()")


def test_an_error_comes_back_from_another_process() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        answer = pool.submit(lacks_an_extra)
        with pytest.raises(MissingExtra, match=r"pip install 'karabakh-data\[duckdb\]'"):
            answer.result(timeout=60)
