"""Which facts of two codings of one article are the same fact: a written rule that no order and no hand can sway.

Two facts of the same table are candidates if both coders tell them in the same passage. Their similarity, 0 to 1, is
(2q + 2w + k) / 5:

- q, the words on which they rest: the characters that both quote in a passage, over those of the one who quotes fewer;
  of several passages the best counts;
- w, what the coders call it: twice the words (their first five letters) that both titles have, over the words of both;
- k, the kind: 1 for the same event type, provision, measure or type of agreement, 1/2 for two event types of the same
  class, else 0.

Of candidates that reach the threshold those are paired that together are most alike, each fact with one other at most.
Status, dates, figures, places, actors and speakers take no part, so that their agreement is not put there by the
pairing. The kind takes a small part: its agreement may be flattered by as little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from karabakh_data.coding.reliability.facts import Fact
from karabakh_data.coding.reliability.likeness import stems
from karabakh_data.model.vocabularies import event_class

# A kind and a word of the title in common, or most of the shorter quotation. In the first five articles any value up to
# 0.27 pairs the same facts, and 0.5 five events and a clause fewer.
THRESHOLD = 0.25


def pairs(first: Sequence[Fact], second: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """The facts that both codings of an article tell, in the article's order, in whatever order they are given."""
    ours, theirs = sorted(first, key=_order), sorted(second, key=_order)
    alike = [[similarity(one, other) for other in theirs] for one in ours]
    return [(ours[i], theirs[j]) for i, j in assign(alike, THRESHOLD)]


def _order(fact: Fact) -> tuple[int, str, str]:
    return min(fact.passages), fact.table, fact.what


def similarity(one: Fact, other: Fact) -> float:
    """How alike two facts are, 0 to 1, by the rule above; 0 if they share no table or no passage."""
    if one.table != other.table or one.passages.isdisjoint(other.passages):
        return 0.0
    quoted = max(
        len(one.quoted(passage) & other.quoted(passage)) / min(len(one.quoted(passage)), len(other.quoted(passage)))
        for passage in one.passages & other.passages
    )
    titles = stems(one.what), stems(other.what)
    called = 2 * len(titles[0] & titles[1]) / max(1, len(titles[0]) + len(titles[1]))
    return (2 * quoted + 2 * called + _kind(one, other)) / 5


def _kind(one: Fact, other: Fact) -> float:
    if one.kind == other.kind:
        return 1.0
    return 0.5 if one.table == "events" and event_class(one.kind) == event_class(other.kind) else 0.0


def assign(weights: Sequence[Sequence[float]], threshold: float) -> list[tuple[int, int]]:
    """The (row, column) pairs of greatest total weight, none below the threshold, no row or column twice, in order."""
    chosen = []
    for rows, columns in _apart(weights, threshold):
        part = [[weights[row][column] for column in columns] for row in rows]
        chosen += [(rows[i], columns[j]) for i, j in _assigned(part, threshold)]
    return sorted(chosen)


def _apart(weights: Sequence[Sequence[float]], threshold: float) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and columns that reach one another by pairs at or above the threshold, each group by itself."""
    near = [{j for j, weight in enumerate(row) if weight >= threshold} for row in weights]
    left = {row for row, columns in enumerate(near) if columns}
    while left:
        rows, columns = {left.pop()}, set[int]()
        reached = rows
        while reached:
            columns |= set[int]().union(*(near[row] for row in reached))
            reached = {row for row in left if not near[row].isdisjoint(columns)}
            rows |= reached
            left -= reached
        yield sorted(rows), sorted(columns)


def _assigned(weights: Sequence[Sequence[float]], threshold: float) -> list[tuple[int, int]]:
    """The same for one group, by Kuhn and Munkres's method with potentials.

    Each row in turn takes a column along the cheapest chain of exchanges.
    """
    rows, across = len(weights), len(weights[0]) if weights else 0
    size = max(rows, across)

    def cost(row: int, column: int) -> float:
        within = row < rows and column < across and weights[row][column] >= threshold
        return -weights[row][column] if within else 0.0

    # The column `size` stands for the row that is being placed; a column that no row has is owned by `size`.
    owner = [size] * (size + 1)
    of_row, of_column = [0.0] * size, [0.0] * (size + 1)
    for row in range(size):
        owner[size] = row
        column, seen, unseen = size, [size], set(range(size))
        slack, via = [float("inf")] * size, [size] * size
        while owner[column] != size:
            for other in unseen:
                reduced = cost(owner[column], other) - of_row[owner[column]] - of_column[other]
                if reduced < slack[other]:
                    slack[other], via[other] = reduced, column
            column = min(unseen, key=lambda other: (slack[other], other))
            step = slack[column]
            for other in seen:
                of_row[owner[other]] += step
                of_column[other] -= step
            for other in unseen:
                slack[other] -= step
            seen.append(column)
            unseen.discard(column)
        while column != size:
            owner[column] = owner[via[column]]
            column = via[column]
    chosen = sorted((owner[column], column) for column in range(across) if owner[column] < rows)
    return [(row, column) for row, column in chosen if weights[row][column] >= threshold]
