"""Rules of sources and of the passages that tile them."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.rule import Rule, counted
from karabakh_data.check.rules.spans import in_order, in_source

# Engines differ in where nulls stand unless they are told.
_BY_PLACE = "(PARTITION BY source_id ORDER BY char_start NULLS LAST, char_end NULLS LAST, passage_id NULLS LAST)"
_IN_ORDER = (
    f"(SELECT *, row_number() OVER {_BY_PLACE} AS place, lag(char_end) OVER {_BY_PLACE} AS end_before"
    " FROM passages) AS passages"
)
_STATED = counted("basis = 'stated'")
_WITH_CLAIMS = (
    "passages LEFT JOIN (SELECT passage_id, count(*) AS claims FROM claims GROUP BY passage_id) AS claimed"
    " ON claimed.passage_id = passages.passage_id"
)


def source_rules() -> Iterator[Rule]:
    """The rules across the columns of a source."""
    yield Rule(
        name="raw_path is not raw/, source_id, /article.txt",
        table="sources",
        columns=("raw_path",),
        predicate="sources.raw_path <> 'raw/' || sources.source_id || '/article.txt'",
    )
    yield Rule(
        name="published_basis is not that of the claims on published_edtf",
        table="sources",
        columns=("published_edtf", "published_basis"),
        relation=(
            f"sources LEFT JOIN (SELECT record_id, {_STATED} AS stated FROM claims"
            " WHERE record_table = 'sources' AND field = 'published_edtf' GROUP BY record_id)"
            " AS claimed ON claimed.record_id = sources.source_id"
        ),
        predicate=(
            "sources.published_basis IS DISTINCT FROM CASE WHEN claimed.stated > 0 THEN 'stated'"
            " WHEN claimed.stated = 0 THEN 'inferred' END"
        ),
    )
    yield Rule(
        name="the source has no passages",
        table="sources",
        columns=("source_id",),
        relation="sources ANTI JOIN passages ON passages.source_id = sources.source_id",
        predicate="sources.source_id IS NOT NULL",
    )


def passage_rules() -> Iterator[Rule]:
    """The rules by which the passages of a source tile it, and by which each is accounted for."""
    yield in_order("passages")
    yield in_source("passages")
    yield Rule(
        name="the passage overlaps the one before it",
        table="passages",
        columns=("char_start",),
        relation=_IN_ORDER,
        whole=True,
        predicate="passages.char_start < passages.end_before",
        details=("passages.end_before AS end_before",),
    )
    yield Rule(
        name="seq is not the passage's place in its source",
        table="passages",
        columns=("seq",),
        relation=_IN_ORDER,
        whole=True,
        predicate="passages.seq <> passages.place",
        details=("passages.place AS place",),
    )
    yield Rule(
        name="the passage is coded, and no claim rests on it",
        table="passages",
        columns=("disposition",),
        relation=_WITH_CLAIMS,
        predicate="passages.disposition = 'coded' AND claimed.claims IS NULL",
    )
    yield Rule(
        name="the passage states no fact, and claims rest on it",
        table="passages",
        columns=("disposition",),
        relation=_WITH_CLAIMS,
        predicate="passages.disposition = 'no_fact' AND claimed.claims > 0",
        details=("claimed.claims AS claims",),
    )
    yield Rule(
        name="the passage states no fact, and no reason is given",
        table="passages",
        columns=("disposition", "reason"),
        predicate="passages.disposition = 'no_fact' AND passages.reason IS NULL",
    )
