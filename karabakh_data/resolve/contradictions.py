"""What sources say of several fields or records that cannot all be true: bounds, parts and wholes, outcomes.

Each field may be settled by its rule, and yet one source's figure may lie outside another's bounds, or a source may
date a part after the whole that another puts it in. Then the claims on both sides are marked, and nothing is lost.
What one voice says against itself is a coder's error rather than a dispute: it is not marked, and stays for
`karabakh_data.check` to find. A voice is an article's own, or a speaker's in one article.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from karabakh_data.model import edtf
from karabakh_data.resolve.claims import ClaimRow

Record = dict[str, Any]
D = TypeVar("D", int, date)

FIGURES = ("low", "best", "high")
# The column by which a record names the record of the same table that includes it.
WHOLE = {"places": "part_of", "actors": "part_of", "events": "part_of", "casualties": "subset_of"}
NOT_DONE = frozenset({"planned", "conditional", "denied"})
# The fields that are held against those of another record.
_COMPARED = {*WHOLE.values(), *FIGURES, "measure", "victim_class", "date_edtf", "due_edtf", "status", "outcome"}
CARRIED_OUT = frozenset({"fulfilled", "partly_fulfilled", "late"})


@dataclass(slots=True)
class Told:
    """A record, what is claimed of it, and the fields of which the claims cannot all be true."""

    record_id: str
    record: Record
    claims: Sequence[ClaimRow]
    in_conflict: list[str]

    def forget(self) -> None:
        """Keep of the claims only those that may contradict what is claimed of another record."""
        self.claims = [claim for claim in self.claims if claim["field"] in _COMPARED]

    def on(self, *fields: str) -> list[ClaimRow]:
        """The claims that assert a value of one of these fields."""
        return asserting(self.claims, *fields)

    def mark(self, *fields: str) -> None:
        """Note that the claims on these fields, where there are any, cannot all be true."""
        # An event that is only denied has its status from the denials.
        giving = (claim for claim in self.claims if claim["stance"] == "asserts" or claim["field"] == "status")
        claimed = {claim["field"] for claim in giving}
        self.in_conflict += [name for name in fields if name in claimed and name not in self.in_conflict]
        if "disputed" in self.record:
            self.record["disputed"] = bool(self.in_conflict)


def asserting(claims: Iterable[ClaimRow], *fields: str) -> list[ClaimRow]:
    """The claims that assert a value of one of these fields."""
    return [claim for claim in claims if claim["stance"] == "asserts" and claim["field"] in fields]


def in_one_voice(
    these: Iterable[ClaimRow], those: Iterable[ClaimRow], contradicts: Callable[[ClaimRow, ClaimRow], bool]
) -> bool:
    """Whether some voice says one of these and one of those that contradict each other."""
    those = list(those)
    return any(_voice(a) == _voice(b) and contradicts(a, b) for a in these for b in those)


def settle_bounds(told: Told) -> None:
    """Make of figures that contradict each other the least and the greatest of them, and no best."""
    low, best, high = (told.record[name] for name in FIGURES)
    if not (_above(low, best) or _above(best, high) or _above(low, high)):
        return
    figures = told.on(*FIGURES)
    if in_one_voice(figures, figures, _out_of_order):
        return
    told.mark(*FIGURES)
    told.record["best"] = None
    told.record["low"], told.record["high"] = least_and_greatest(figures)


def least_and_greatest(figures: Iterable[ClaimRow]) -> tuple[int, int]:
    """The least and the greatest of the figures that are claimed."""
    numbers = [int(claim["value"]) for claim in figures]
    return min(numbers), max(numbers)


def _above(a: D | None, b: D | None) -> bool:
    return a is not None and b is not None and a > b


def _out_of_order(a: ClaimRow, b: ClaimRow) -> bool:
    return FIGURES.index(a["field"]) < FIGURES.index(b["field"]) and int(a["value"]) > int(b["value"])


def settle_parts(table: str, told: Mapping[str, Told]) -> None:
    """Mark what sources say between them of parts and wholes that cannot be; wholes that lead round become null."""
    name = WHOLE[table]
    for circle in _circles({part: one.record[name] for part, one in told.items()}):
        edges = [told[part].on(name) for part in circle]
        values = [told[part].record[name] for part in circle]
        sources = (
            {claim["source_id"] for claim in edge if claim["value"] == value}
            for edge, value in zip(edges, values, strict=True)
        )
        if not set.intersection(*sources):
            for part in circle:
                told[part].mark(name)
                told[part].record[name] = None
    for one in told.values():
        whole = told.get(one.record[name])
        if whole is not None:
            linking = {claim["source_id"] for claim in one.on(name) if claim["value"] == one.record[name]}
            for limit in _LIMITS.get(table, ()):
                if limit.broken(one.record, whole.record) and not limit.broken_in_one_voice(one, whole, linking):
                    one.mark(name, *limit.fields)
                    whole.mark(*limit.of_whole)


def _circles(up: Mapping[str, str | None]) -> Iterator[list[str]]:
    seen: set[str] = set()
    for start in up:
        path: list[str] = []
        at: str | None = start
        while at is not None and at in up and at not in seen:
            seen.add(at)
            path.append(at)
            at = up[at]
        if at in path:
            yield path[path.index(at) :]


def _apart(part: Record, whole: Record) -> bool:
    days = (record[name] for record in (part, whole) for name in ("date_start", "date_end"))
    return _no_day_in_common(*days) and not _vague(part["date_edtf"], whole["date_edtf"])


def _no_day_in_common(start: date | None, end: date | None, other_start: date | None, other_end: date | None) -> bool:
    return _above(start, other_end) or _above(other_start, end)


def _vague(*texts: str) -> bool:
    """Whether a date is called uncertain or approximate, so that nobody can say."""
    return any(mark in text for text in texts for mark in "?~%")


def _dates_apart(a: ClaimRow, b: ClaimRow) -> bool:
    days = (day for claim in (a, b) for day in _days(claim["value"]))
    return _no_day_in_common(*days) and not _vague(a["value"], b["value"])


def _days(text: str) -> tuple[date | None, date | None]:
    read = edtf.parse(text)
    return read.earliest, read.latest


def _other_victims(part: str | None, whole: str | None) -> bool:
    return part in ("civilian", "military", "total") and whole in ("civilian", "military") and part != whole


def _greater(part: Record, whole: Record) -> bool:
    least = part["best"] if part["low"] is None else part["low"]
    most = whole["best"] if whole["high"] is None else whole["high"]
    return _above(part["best"], whole["best"]) or _above(least, most)


def _differ(part: Record, whole: Record) -> bool:
    return None not in (part["measure"], whole["measure"]) and part["measure"] != whole["measure"]


@dataclass(frozen=True, slots=True)
class Limit:
    """What its whole sets to a part: the fields that say so of each, and when two records break it, or two claims."""

    fields: tuple[str, ...]
    of_whole: tuple[str, ...]
    broken: Callable[[Record, Record], bool]
    contradicts: Callable[[ClaimRow, ClaimRow], bool]

    def broken_in_one_voice(self, part: Told, whole: Told, sources: Collection[str]) -> bool:
        """Whether a voice in one of these sources, which say what the whole is, breaks it by itself."""
        these = [claim for claim in part.on(*self.fields) if claim["source_id"] in sources]
        return in_one_voice(these, whole.on(*self.of_whole), self.contradicts)


_LIMITS: Mapping[str, tuple[Limit, ...]] = {
    "events": (Limit(("date_edtf",), ("date_edtf",), _apart, _dates_apart),),
    "casualties": (
        Limit(("measure",), ("measure",), _differ, lambda a, b: bool(a["value"] != b["value"])),
        Limit(
            ("victim_class",),
            ("victim_class",),
            lambda part, whole: _other_victims(part["victim_class"], whole["victim_class"]),
            lambda a, b: _other_victims(a["value"], b["value"]),
        ),
        Limit(
            FIGURES,
            ("best", "high"),
            _greater,
            lambda a, b: a["field"] != "high" and int(a["value"]) > int(b["value"]),
        ),
    ),
}


def settle_outcome(outcome: Told, clause: Told, event: Told) -> None:
    """Mark an outcome, and the due date or the event with which, as others give them, it cannot be reconciled."""
    became = outcome.record["outcome"]
    said = {claim["source_id"] for claim in outcome.on("outcome") if claim["value"] == became}
    if _untimely(became, clause.record["due_date"], event.record["date_start"], event.record["date_end"]):
        dues = [claim for claim in clause.on("due_edtf") if claim["source_id"] in said]
        if not in_one_voice(
            dues,
            event.on("date_edtf"),
            lambda due, when: _untimely(became, _days(due["value"])[1], *_days(when["value"])),
        ):
            outcome.mark("outcome")
            clause.mark("due_edtf")
            event.mark("date_edtf")
    not_done = {claim["source_id"] for claim in event.claims if _says_not_done(claim)}
    if became in CARRIED_OUT and event.record["status"] in NOT_DONE and said.isdisjoint(not_done):
        outcome.mark("outcome")
        event.mark("status")


def _says_not_done(claim: ClaimRow) -> bool:
    if claim["field"] != "status":
        return False
    if claim["stance"] == "denies":
        return bool(claim["value"] != "denied")
    return claim["stance"] == "asserts" and claim["value"] in NOT_DONE


def _untimely(outcome: str, due: date | None, start: date | None, end: date | None) -> bool:
    """Whether what was done late was in time, or what was kept was late."""
    if outcome == "late":
        return end is not None and due is not None and end <= due
    return outcome == "fulfilled" and _above(start, due)


def several_in_one_voice(claims: Collection[ClaimRow]) -> bool:
    """Whether some voice gives the field of these claims two values of its own."""
    known = [claim for claim in claims if claim["value"] != "unknown"]
    return in_one_voice(known, known, lambda a, b: bool(a["value"] != b["value"]))


def _voice(claim: ClaimRow) -> tuple[str, str | None]:
    return claim["source_id"], claim["attributed_to"]
