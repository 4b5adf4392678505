"""Rules by which every record and every coded cell rests on claims."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.relations import naming, record_tables, records
from karabakh_data.check.rules.rule import Rule, counted
from karabakh_data.model import TABLES, FieldColumn, columns
from karabakh_data.model.sql import listed, portable, record_id
from karabakh_data.resolve.values import COME_ABOUT, STATUSES

_STATUS = "field = 'status' AND stance = 'asserts'"
_DENIED = "field = 'status' AND stance = 'denies' AND value <> 'denied'"
# The tables whose rows say whether what is claimed of them cannot all be true.
DISPUTED = tuple(
    table for table in record_tables() if any(column.name == "disputed" for column in columns(TABLES[table]))
)


def support_rules() -> Iterator[Rule]:
    """The rules that each coded cell has a claim behind it, one for each coded column."""
    for table in record_tables():
        for column in columns(TABLES[table], "coded"):
            yield Rule(
                name=f"no claim supports {column.name}",
                table=table,
                columns=(column.name,),
                relation=claimed(table),
                predicate=f"{table}.{column.name} IS NOT NULL AND coalesce(claimed.for_{column.name}, 0) = 0",
            )


def coverage_rules() -> Iterator[Rule]:
    """The rules that each claim is on a record, and that each actor, place and agreement is named."""
    for table in record_tables():
        yield no_record(table)
    yield Rule(
        name="record_id names no record of record_table",
        table="event_topics",
        columns=("record_table", "record_id"),
        relation=(
            f"event_topics ANTI JOIN {records(record_tables())} AS records"
            " ON records.record_table = event_topics.record_table AND records.record_id = event_topics.record_id"
        ),
        predicate="true",
    )
    for table, key in (("actors", "actor_id"), ("places", "place_id"), ("agreements", "agreement_id")):
        yield Rule(
            name="no claim, mention or other row names it",
            table=table,
            columns=(key,),
            relation=f"{table} ANTI JOIN {naming(f'{table}.{key}')} AS naming ON naming.named = {table}.{key}",
            predicate="true",
        )


def no_record(table: str) -> Rule:
    """The rule that a claim on a table's record is on one that there is."""
    return Rule(
        name=f"record_id names no row of {table}",
        table="claims",
        columns=("record_table", "record_id"),
        relation=(
            f"(SELECT * FROM claims WHERE record_table = {portable(table)}) AS claims"
            f" ANTI JOIN {table} ON {record_id(TABLES[table])} = claims.record_id"
        ),
        predicate="true",
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
            details=(f"coalesce(claimed.{found}, 0) AS {found}",),
        )
    yield Rule(
        name="status is not the furthest that a claim asserts",
        table="events",
        columns=("status",),
        relation=claimed("events"),
        predicate=f"{_rank('events.status')} <> claimed.furthest",
    )
    for table in DISPUTED:
        yield Rule(
            name="disputed is not whether claims on it are in conflict",
            table=table,
            columns=("disputed",),
            relation=claimed(table),
            predicate=f"{table}.disputed <> (coalesce(claimed.in_conflict, 0) > 0)",
            details=("claimed.in_conflict AS in_conflict",),
        )
    yield Rule(
        name="claims cannot all be true, and none is in conflict",
        table="events",
        columns=("disputed",),
        relation=claimed("events"),
        predicate="claimed.contradictory AND claimed.in_conflict = 0",
    )


def claimed(table: str) -> str:
    """The table's rows beside what claims say on each, and the claims that are on no row: how many support each column.

    Of `DISPUTED` tables also how many claims are in conflict; of events how many claims and sources there are, the
    `furthest` status as a rank, and whether the claims are `contradictory` as far as one reading in SQL can see.
    """
    said = [f"{_supported(table, column)} AS for_{column.name}" for column in columns(TABLES[table], "coded")]
    if table in DISPUTED:
        said.append(f"{counted('in_conflict')} AS in_conflict")
    if table == "events":
        said += [
            "count(*) AS claims",
            "count(DISTINCT source_id) AS sources",
            # What is only denied is denied.
            f"coalesce(min(CASE WHEN {_STATUS} THEN {_rank('value')} END),"
            f" min(CASE WHEN {_DENIED} THEN {_rank(portable('denied'))} END)) AS furthest",
            f"{_contradictory()} AS contradictory",
        ]
    return (
        f"{table} FULL JOIN (SELECT record_id, {', '.join(said)} FROM claims"
        f" WHERE record_table = {portable(table)} GROUP BY record_id) AS claimed"
        f" ON claimed.record_id = {record_id(TABLES[table])}"
    )


def supporting(table: str, column: FieldColumn) -> list[str]:
    """The fields whose claims can give a column its value: its own, and for a bound all figures of its table."""
    figures = ("least", "greatest", "figure")
    if column.definition.resolution not in ("least", "greatest"):
        return [column.name]
    return [other.name for other in columns(TABLES[table], "coded") if other.definition.resolution in figures]


def _supported(table: str, column: FieldColumn) -> str:
    supports = "(stance = 'asserts' OR stance = 'denies')" if column.name == "status" else "stance = 'asserts'"
    return counted(f"field IN {listed(supporting(table, column))} AND {supports}")


def _rank(status: str) -> str:
    ranks = " ".join(f"WHEN {portable(term)} THEN {rank}" for rank, term in enumerate(STATUSES))
    return f"CASE {status} {ranks} END"


def _unlike(condition: str, name: str) -> str:
    """The SQL aggregate whether a column has two values among the rows of which the condition is true."""
    among = f"CASE WHEN {condition} THEN {name} END"
    return f"coalesce(min({among}) <> max({among}), false)"


def _contradictory() -> str:
    """Two values where sources ought to agree; or one claim that an event came about, and another that it did not."""
    agree = [column.name for column in columns(TABLES["events"], "coded") if column.definition.resolution == "agree"]
    came_about = f"value IN {listed(sorted(COME_ABOUT))}"
    asserted = f"bool_or({_STATUS} AND {came_about})"
    denied = f"bool_or({_STATUS} AND value = 'denied')"
    return " OR ".join(
        [
            *(_unlike(f"field = {portable(name)} AND stance = 'asserts'", "value") for name in agree),
            f"{asserted} AND ({denied} OR bool_or(field = 'status' AND stance = 'denies' AND {came_about}))",
            f"bool_or({_STATUS} AND value = 'planned') AND {denied}",
        ]
    )
