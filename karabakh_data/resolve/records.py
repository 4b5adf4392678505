"""From claims to records: each coded field settled by its rule, then the columns that are derived from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from karabakh_data.errors import FailuresError
from karabakh_data.model import TABLES, FieldColumn, Row, columns, edtf, id_of, key_of
from karabakh_data.model.vocabularies import event_class
from karabakh_data.resolve.values import COME_ABOUT, Settled, Wholes, settle

Record = dict[str, Any]
Identities = Mapping[str, Mapping[str, Mapping[str, Any]]]

RESOLVED = (
    "places",
    "actors",
    "sources",
    "events",
    "agreements",
    "clauses",
    "casualties",
    "event_actors",
    "event_topics",
    "clause_actors",
    "clause_events",
)


class ResolutionError(FailuresError):
    """Claims do not make whole records. `failures` lists all of them, a sentence each."""


@dataclass(slots=True)
class Resolved:
    """The records of each table, and each field in conflict as (table, record id, field)."""

    records: dict[str, list[Record]] = field(default_factory=lambda: {table: [] for table in RESOLVED})
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)


Groups = Callable[[str], Iterable[tuple[str, Sequence[Mapping[str, Any]]]]]


def resolve_records(identities: Identities, claims: Iterable[Mapping[str, Any]]) -> Resolved:
    """The records that the claims make.

    `identities` gives, by table and id, the authored and reference columns; of it only records that have a claim
    come back, and of actors and places all, because a mention is enough for these. Raises ResolutionError that lists
    each record whose claims leave a required field empty, and each claim on a record without identity.
    """
    grouped: dict[str, dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        grouped[claim["record_table"]][claim["record_id"]].append(claim)
    resolved = Resolved()
    failures: list[str] = []
    for table, record in records(
        identities, lambda table: sorted(grouped[table].items()), resolved.conflicts, failures
    ):
        resolved.records[table].append(record)
    if failures:
        raise ResolutionError(failures)
    return resolved


def records(
    identities: Identities, groups: Groups, conflicts: list[tuple[str, str, str]], failures: list[str]
) -> Iterator[tuple[str, Record]]:
    """The whole records that the claims make, each with its table, one after the other: tables in order, then ids.

    `groups` gives of a table each record's id and claims, sorted by id. Fields in conflict, and what is wrong, are
    appended to the lists.
    """
    wholes = _wholes(dict(groups("places")))
    dates = Dates()
    for table in RESOLVED:
        model = TABLES[table]
        known = identities.get(table)
        on_records = groups(table)
        if known and table in ("actors", "places"):
            on_records = sorted({**dict.fromkeys(known, ()), **dict(on_records)}.items())
        for record_id, claims in on_records:
            identity = known.get(record_id) if known is not None else key_of(model, record_id)
            if identity is None:
                failures.append(f"{table}/{record_id} has claims and no identity; add it to the register of {table}")
                continue
            record, in_conflict = _record(model, identity, claims, wholes)
            _derive_days_late(table, record, dates)
            conflicts += [(table, record_id, name) for name in in_conflict]
            missing = list(_incomplete(model, record, in_conflict))
            failures += missing
            if not missing:
                yield table, record


def _record(
    model: type[Row],
    identity: Mapping[str, Any],
    claims: Sequence[Mapping[str, Any]],
    wholes: Wholes,
) -> tuple[Record, list[str]]:
    record: Record = dict(identity)
    conflicts = []
    for column in columns(model, "coded"):
        on_field = [claim for claim in claims if claim["field"] == column.name]
        settled = _settle(column, on_field, claims, wholes)
        record[column.name] = _typed(column, settled.value)
        if settled.conflict:
            conflicts.append(column.name)
    if model.table in _DERIVE:
        _DERIVE[model.table](record, claims, conflicts)
    return {column.name: record.get(column.name) for column in columns(model)}, conflicts


def _settle(
    column: FieldColumn,
    claims: Sequence[Mapping[str, Any]],
    all_claims: Sequence[Mapping[str, Any]],
    wholes: Wholes,
) -> Settled:
    rule = column.definition.resolution
    if rule is None:
        raise TypeError(f"the coded column '{column.name}' names no rule of resolution")
    asserted = {claim["value"] for claim in _counting(rule, claims, all_claims) if claim["stance"] == "asserts"}
    denied = {claim["value"] for claim in claims if claim["stance"] == "denies"}
    settled = settle(rule, asserted, wholes)
    if rule == "status" and asserted and not denied.isdisjoint(COME_ABOUT):
        denied |= COME_ABOUT  # who denies an allegation denies that the event occurred
    return Settled(settled.value, settled.conflict or not asserted.isdisjoint(denied))


def _counting(
    rule: str, claims: Sequence[Mapping[str, Any]], all_claims: Sequence[Mapping[str, Any]]
) -> Sequence[Mapping[str, Any]]:
    """The claims that count: where some sources say that an event came about, not the dates of mere plans."""
    if rule != "date":
        return claims
    said: dict[str, set[str]] = defaultdict(set)
    for claim in all_claims:
        if claim["field"] == "status" and claim["stance"] == "asserts":
            said[claim["source_id"]].add(claim["value"])
    plans = {source_id for source_id, statuses in said.items() if statuses.isdisjoint(COME_ABOUT)}
    return [claim for claim in claims if claim["source_id"] not in plans] if plans != said.keys() else claims


def _wholes(claims: Mapping[str, Iterable[Mapping[str, Any]]]) -> Wholes:
    """What gives all places that any claim sets around a place, nearer and wider."""
    said: dict[str, set[str]] = {
        place: {claim["value"] for claim in on_place if (claim["field"], claim["stance"]) == ("part_of", "asserts")}
        for place, on_place in claims.items()
    }

    def around(place: str) -> Collection[str]:
        found: set[str] = set()
        next_out = [place]
        while next_out:
            wider = said.get(next_out.pop(), set()) - found
            found |= wider
            next_out += wider
        return found

    return around


def _typed(column: FieldColumn, value: str | None) -> Any:
    if value is None or column.type is str:
        return value
    if column.type is date:
        return date.fromisoformat(value)
    return column.type(value)


def _derive_event(record: Record, claims: Sequence[Mapping[str, Any]], conflicts: Sequence[str]) -> None:
    when = edtf.parse(record["date_edtf"]) if record["date_edtf"] else None
    record["event_class"] = event_class(record["event_type"])
    record["date_start"] = when.earliest if when else None
    record["date_end"] = when.latest if when else None
    record["date_prec"] = edtf.precision(when) if when else None
    record["claim_count"] = len(claims)
    record["source_count"] = len({claim["source_id"] for claim in claims})
    record["disputed"] = bool(conflicts)
    if record["place_id"] is None:
        record["where_prec"] = None


def _derive_casualty(record: Record, claims: Sequence[Mapping[str, Any]], conflicts: Sequence[str]) -> None:
    if "best" not in conflicts:
        return
    figures = [
        int(claim["value"])
        for claim in claims
        if claim["field"] in ("low", "best", "high") and claim["stance"] == "asserts"
    ]
    record["low"], record["high"] = min(figures), max(figures)


def _derive_clause(record: Record, claims: Sequence[Mapping[str, Any]], conflicts: Sequence[str]) -> None:
    record["due_date"] = edtf.parse(record["due_edtf"]).latest if record["due_edtf"] else None


def _derive_source(record: Record, claims: Sequence[Mapping[str, Any]], conflicts: Sequence[str]) -> None:
    record["raw_path"] = f"raw/{record['source_id']}/article.txt"
    bases = {claim["basis"] for claim in claims if claim["field"] == "published_edtf"}
    record["published_basis"] = ("stated" if "stated" in bases else "inferred") if bases else None


_DERIVE: Mapping[str, Callable[[Record, Sequence[Mapping[str, Any]], Sequence[str]], None]] = {
    "events": _derive_event,
    "casualties": _derive_casualty,
    "clauses": _derive_clause,
    "sources": _derive_source,
}


@dataclass(frozen=True, slots=True)
class Dates:
    """When each clause is due and each event was done, if that is known to the day."""

    due: dict[str, date] = field(default_factory=dict)
    done: dict[str, date] = field(default_factory=dict)


def _derive_days_late(table: str, record: Record, dates: Dates) -> None:
    if table == "clauses" and record["due_date"] is not None:
        dates.due[record["clause_id"]] = record["due_date"]
    elif table == "events" and record["date_prec"] == 1:
        dates.done[record["event_id"]] = record["date_start"]
    elif table == "clause_events" and record["outcome"] in ("fulfilled", "late"):
        due, done = dates.due.get(record["clause_id"]), dates.done.get(record["event_id"])
        if due is not None and done is not None:
            record["days_late"] = max(0, (done - due).days)


def _incomplete(model: type[Row], record: Record, in_conflict: Collection[str]) -> Iterator[str]:
    record_id = id_of(model, record)
    for column in columns(model):
        if record[column.name] is None and not column.nullable:
            why = (
                "claims differ on it: make two records of it"
                if column.name in in_conflict
                else f"no claim gives it; claim it where a source speaks of {record_id}"
            )
            yield f"{model.table}/{record_id}.{column.name} must have a value, and {why}"
