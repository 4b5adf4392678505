"""How the mark of conflict is spoiled, on claims and on what rests on it, by the id of the rule that is broken."""

from __future__ import annotations

from collections.abc import Mapping

from karabakh_data.testing.invented import Record
from karabakh_data.testing.spoiling import Breaker, Rows
from karabakh_data.testing.spoiling_records import change


def _settled(rows: Rows, record_table: str, name: str) -> list[Record]:
    """The first claims on one field of one record that differ, with no more mark of their conflict."""
    found: dict[str, list[Record]] = {}
    for claim in rows["claims"]:
        if claim["in_conflict"] and (claim["record_table"], claim["field"]) == (record_table, name):
            found.setdefault(claim["record_id"], []).append(claim)
    claims = next(iter(found.values()))
    for claim in claims:
        claim["in_conflict"] = False
    return claims


def _denied_outright(rows: Rows, before: int) -> Record:
    yes, no = sorted(_settled(rows, "events", "status"), key=lambda claim: claim["stance"])
    no["value"] = yes["value"]
    return yes


def _not_marked(rows: Rows, before: int) -> Record:
    (claim, *_) = _settled(rows, "events", "status")
    return next(event for event in rows["events"] if event["event_id"] == claim["record_id"])


def _no_value(table: str, name: str) -> Breaker:
    return change(table, lambda row: {name: None}, lambda row: row[name])


CONFLICT_BREAKERS: Mapping[str, Breaker] = {
    "events: disputed is not whether claims on it are in conflict": change(
        "events", lambda row: {"disputed": not row["disputed"]}
    ),
    "events: claims cannot all be true, and none is in conflict": _not_marked,
    "claims: in_conflict is false, and other claims on the field are in conflict": change(
        "claims", lambda row: {"in_conflict": False}, lambda row: row["in_conflict"]
    ),
    "claims: in_conflict is false, and one claim asserts what another denies": _denied_outright,
    "claims: in_conflict is true, and no two claims on the field differ": change(
        "claims", lambda row: {"in_conflict": True}, lambda row: row["field"] == "concluded_by"
    ),
    **{
        f"{table}: {name} is null, and no claims on it are in conflict": _no_value(table, name)
        for table, name in (
            *(("casualties", "event_id"), ("casualties", "measure"), ("casualties", "victim_class")),
            *(("clauses", "agreement_id"), ("clauses", "modality")),
        )
    },
}
