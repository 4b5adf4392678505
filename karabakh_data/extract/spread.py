"""Work on many things, spread over the processors of one machine; the results come in the order of the things."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T], Any], R]

MANY = 200  # from which on further processes save more time than their start costs
PORTION = 20  # handed to a process at a time


def spread(work: Work[T, R], things: Sequence[T], shared: Any) -> Iterator[tuple[Sequence[T], R]]:
    """Portions of the things, each with what `work(portion, shared)` gives for it, in order.

    Few things are worked on here, one by one. Of many, `work` must be a function of a module, and what it takes and
    gives must be picklable.
    """
    if len(things) < MANY:
        for thing in things:
            yield [thing], work([thing], shared)
        return
    portions = [things[at : at + PORTION] for at in range(0, len(things), PORTION)]
    # Started anew, not forked: what else runs in this process, such as a progress display, would come along half.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(mp_context=context, initializer=_begin, initargs=(work, shared)) as pool:
        yield from zip(portions, pool.map(_done, portions), strict=True)


_begun: list[tuple[Work[Any, Any], Any]] = []  # in a process of the pool: what it was started for


def _begin(work: Work[T, R], shared: Any) -> None:
    _begun.append((work, shared))


def _done(portion: Sequence[Any]) -> Any:
    work, shared = _begun[0]
    return work(portion, shared)
