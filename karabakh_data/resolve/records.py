"""From claims to records: each coded field settled by its rule, then the columns that are derived from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from karabakh_data.errors import FailuresError
from karabakh_data.model import NAMED_TABLES, TABLES, FieldColumn, Row, columns, key_of
from karabakh_data.resolve.claims import ClaimRow, Claims, Mark
from karabakh_data.resolve.contradictions import WHOLE, Told, settle_parts, several_in_one_voice
from karabakh_data.resolve.derived import Outcomes, derive
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


# Of these every record that is known comes, because it is enough that something names it.
BY_NAME = (*NAMED_TABLES, "sources", "agreements")


class Shortcoming(NamedTuple):
    """What keeps claims from making a whole record, of one of its fields or of all of it."""

    table: str
    record_id: str
    field: str | None
    what: str

    def __str__(self) -> str:
        return f"{self.table}/{self.record_id}{f'.{self.field}' if self.field else ''}{self.what}"


class ResolutionError(FailuresError):
    """Claims do not make whole records. `failures` lists all of them, a sentence each, as do the `shortcomings`."""

    def __init__(self, shortcomings: Sequence[Shortcoming]) -> None:
        super().__init__(shortcomings)
        self.shortcomings = list(shortcomings)


def records(
    identities: Identities, claims: Claims, marks: list[Mark], failures: list[Shortcoming], *, partial: bool = False
) -> Iterator[tuple[str, Record]]:
    """The whole records that the claims make, each with its table: what outcomes join last, the others table by table.

    `identities` gives, by table and id, the authored and reference columns; of it only records that have a claim
    come back, and of the tables `BY_NAME` all. Fields whose claims cannot all be true are appended to `marks`; to
    `failures`, each claim on a record without identity, and each required field that no claim gives, or to which one
    voice gives several values. Where the claims are `partial`, those of some sources alone, a field that can be null
    is.
    """
    around = _around(claims.asserted("places", "part_of"))
    outcomes = Outcomes.of(claims.records("clause_events"))
    for table in RESOLVED:
        parts: dict[str, Told] = {}
        related = _related(table, claims)
        for told in chain(_told(table, identities, claims, around, failures, partial), _settled(table, parts)):
            if told.record_id in related and told.record_id not in parts:
                told.forget()
                parts[told.record_id] = told  # comes again when all parts and wholes are known
                continue
            if not outcomes.keep(table, told):
                marks += [(table, told.record_id, name) for name in told.in_conflict]
                yield table, told.record
    for table, told in outcomes.settled():
        marks += [(table, told.record_id, name) for name in told.in_conflict]
        yield table, told.record


def _settled(table: str, parts: Mapping[str, Told]) -> Iterator[Told]:
    if parts:
        settle_parts(table, parts)
        yield from parts.values()


def _related(table: str, claims: Claims) -> set[str]:
    """The records of a table that are part of others of it, and those of which others are part."""
    return set(chain.from_iterable(claims.asserted(table, WHOLE[table]))) if table in WHOLE else set()


def _told(
    table: str, identities: Identities, claims: Claims, around: Wholes, failures: list[Shortcoming], partial: bool
) -> Iterator[Told]:
    model = TABLES[table]
    known = identities.get(table)
    on_records: Iterable[tuple[str, Sequence[ClaimRow]]] = claims.on(table)
    if known and table in BY_NAME:
        on_records = sorted({**dict.fromkeys(known, ()), **dict(on_records)}.items())
    for record_id, on_record in on_records:
        identity = known.get(record_id) if known is not None else key_of(model, record_id)
        if identity is None:
            what = f" has claims and no identity; add it to the register of {table}"
            failures.append(Shortcoming(table, record_id, None, what))
            continue
        told = Told(record_id, dict(identity), on_record, [])
        _fill(model, told, around)
        missing = list(_incomplete(model, told, partial))
        failures += missing
        if not missing:
            yield told


def _fill(model: type[Row], told: Told, around: Wholes) -> None:
    """Settle the coded fields of a record, and fill in what follows from them."""
    on_fields: dict[str, list[ClaimRow]] = defaultdict(list)
    for claim in told.claims:
        on_fields[claim["field"]].append(claim)
    for column in columns(model, "coded"):
        told.record[column.name] = None
        if column.name in on_fields:
            settled = _settle(column, on_fields[column.name], told.claims, around)
            told.record[column.name] = _typed(column, settled.value)
            if settled.conflict:
                told.in_conflict.append(column.name)
    derive(model.table, told)
    told.record = {column.name: told.record.get(column.name) for column in columns(model)}


def _settle(
    column: FieldColumn,
    claims: Sequence[ClaimRow],
    all_claims: Sequence[ClaimRow],
    around: Wholes,
) -> Settled:
    rule = column.definition.resolution
    if rule is None:
        raise TypeError(f"the coded column '{column.name}' names no rule of resolution")
    asserted = {claim["value"] for claim in _counting(rule, claims, all_claims) if claim["stance"] == "asserts"}
    denied = {claim["value"] for claim in claims if claim["stance"] == "denies"}
    settled = settle(rule, asserted, around)
    if rule == "status":
        if not denied.isdisjoint(COME_ABOUT):
            denied |= COME_ABOUT  # who denies an allegation denies that the event occurred
        if not asserted and denied - {"denied"}:
            return Settled("denied", conflict=False)
    return Settled(settled.value, settled.conflict or not asserted.isdisjoint(denied))


def _counting(rule: str, claims: Sequence[ClaimRow], all_claims: Sequence[ClaimRow]) -> Sequence[ClaimRow]:
    """The claims that count: where some sources say that an event came about, not the dates of mere plans."""
    if rule != "date":
        return claims
    said: dict[str, set[str]] = defaultdict(set)
    for claim in all_claims:
        if claim["field"] == "status" and claim["stance"] == "asserts":
            said[claim["source_id"]].add(claim["value"])
    plans = {source_id for source_id, statuses in said.items() if statuses.isdisjoint(COME_ABOUT)}
    return [claim for claim in claims if claim["source_id"] not in plans] if plans != said.keys() else claims


def _around(claims: Iterable[tuple[str, str]]) -> Wholes:
    """What gives all places that any claim sets around a place, nearer and wider; of places beside their wholes."""
    said: dict[str, set[str]] = defaultdict(set)
    for place, whole in claims:
        said[place].add(whole)

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


def _incomplete(model: type[Row], told: Told, partial: bool) -> Iterator[Shortcoming]:
    for column in columns(model):
        needed = not column.nullable or (column.definition.always_claimed and not partial)
        if told.record[column.name] is not None or not needed:
            continue
        if column.name not in told.in_conflict:
            why = f"no claim gives it; claim it where a source speaks of {told.record_id}"
        elif not column.nullable or several_in_one_voice(told.on(column.name)):
            why = "claims differ on it: make two records of it"
        else:
            continue
        yield Shortcoming(model.table, told.record_id, column.name, f" must have a value, and {why}")
