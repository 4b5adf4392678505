"""Rules by which every record and every coded cell rests on claims."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.records import coded_columns, naming, record_tables
from karabakh_data.check.rule import Rule, counted, listed, quoted, record_id
from karabakh_data.model import FieldColumn
from karabakh_data.resolve.values import COME_ABOUT, STATUSES


def coverage_rules() -> Iterator[Rule]:
    """The rules that each coded cell has a claim behind it, and that each actor, place and agreement is named."""
    for table in record_tables():
        for column in coded_columns(table):
            yield Rule(
                name=f"no claim supports {column.name}",
                table=table,
                columns=(column.name,),
                relation=claimed(table),
                predicate=f"{table}.{column.name} IS NOT NULL AND coalesce(claimed.for_{column.name}, 0) = 0",
            )
    for table, key in (("actors", "actor_id"), ("places", "place_id"), ("agreements", "agreement_id")):
        yield Rule(
            name="no claim, mention or other row names it",
            table=table,
            columns=(key,),
            relation=f"{table} ANTI JOIN {naming(f'{table}.{key}')} AS naming ON naming.named = {table}.{key}",
            predicate=f"{table}.{key} IS NOT NULL",
        )


def count_rules() -> Iterator[Rule]:
    """The rules that what an event says of its claims is what its claims say."""
    for column, found, what in (
        ("claim_count", "claims", "the number of claims on it"),
        ("source_count", "sources", "the number of sources with claims on it"),
    ):
        yield Rule(
            name=f"{column} is not {what}",
            table="events",
            columns=(column,),
            relation=claimed("events"),
            predicate=f"events.{column} <> coalesce(claimed.{found}, 0)",
            shows=(f"coalesce(claimed.{found}, 0) AS {found}",),
        )
    yield Rule(
        name="status is not the furthest that a claim asserts",
        table="events",
        columns=("status",),
        relation=claimed("events"),
        predicate=f"{_rank('events.status')} <> claimed.furthest",
    )
    yield Rule(
        name="disputed is false, and claims contradict each other",
        table="events",
        columns=("disputed",),
        relation=_voices(),
        predicate="events.disputed = false AND voices.must",
    )
    yield Rule(
        name="disputed is true, and no two claims differ",
        table="events",
        columns=("disputed",),
        relation=_voices(),
        predicate="events.disputed = true AND NOT coalesce(voices.may, false)",
    )


def claimed(table: str) -> str:
    """The table's rows beside the claims on each: `claims`, `sources`, and how many support each coded column."""
    counts = [
        "count(*) AS claims",
        "count(DISTINCT source_id) AS sources",
        *(f"{_supported(table, column)} AS for_{column.name}" for column in coded_columns(table)),
    ]
    if table == "events":
        counts.append(f"min(CASE WHEN field = 'status' AND stance = 'asserts' THEN {_rank('value')} END) AS furthest")
    return (
        f"{table} LEFT JOIN (SELECT record_id, {', '.join(counts)} FROM claims"
        f" WHERE record_table = {quoted(table)} GROUP BY record_id) AS claimed"
        f" ON claimed.record_id = {record_id(table)}"
    )


def supporting(table: str, column: FieldColumn) -> list[str]:
    """The fields whose claims can give a column its value: its own, and for a bound all figures of its table."""
    figures = ("least", "greatest", "figure")
    if column.definition.resolution not in ("least", "greatest"):
        return [column.name]
    return [other.name for other in coded_columns(table) if other.definition.resolution in figures]


def _supported(table: str, column: FieldColumn) -> str:
    return counted(f"field IN {listed(supporting(table, column))} AND stance = 'asserts'")


def _rank(status: str) -> str:
    ranks = " ".join(f"WHEN {quoted(term)} THEN {rank}" for rank, term in enumerate(STATUSES))
    return f"CASE {status} {ranks} END"


def _voices() -> str:
    """The events beside what their claims say of a dispute: `must`, that there is one; `may`, that there can be.

    It is narrower than resolution, which also asks what dates and places have in common: `must` holds where one claim
    asserts what another denies, where sources ought to agree and do not, and where one says that an event came about
    that another denies; `may` where a field has two claims that differ.
    """
    agree = [column.name for column in coded_columns("events") if column.definition.resolution == "agree"]
    # The dates of mere plans do not count where an event came about, so that not every denied date is a dispute.
    apart = [column.name for column in coded_columns("events") if column.definition.resolution == "date"]
    came_about = listed(sorted(COME_ABOUT))
    by_value = (
        "SELECT record_id, field, value, bool_or(stance = 'asserts') AS asserted,"
        " bool_or(stance = 'denies') AS denied, count(DISTINCT stance) AS stances"
        " FROM claims WHERE record_table = 'events' GROUP BY record_id, field, value"
    )
    must = (
        f"(field NOT IN {listed(apart)} AND bool_or(asserted AND denied)"
        f" OR field IN {listed(agree)} AND {counted('asserted')} > 1"
        f" OR field = 'status' AND bool_or(asserted AND value IN {came_about})"
        f" AND bool_or(denied AND value IN {came_about} OR asserted AND value = 'denied')"
        " OR field = 'status' AND bool_or(asserted AND value = 'planned')"
        " AND bool_or(asserted AND value = 'denied'))"
    )
    by_field = (
        f"SELECT record_id, {must} AS must, count(*) > 1 OR bool_or(stances > 1) AS may"
        f" FROM ({by_value}) AS by_value GROUP BY record_id, field"
    )
    return (
        "events LEFT JOIN (SELECT record_id, bool_or(must) AS must, bool_or(may) AS may"
        f" FROM ({by_field}) AS by_field GROUP BY record_id) AS voices ON voices.record_id = events.event_id"
    )
