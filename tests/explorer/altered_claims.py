"""Published tables with claims that chance has altered, until sources contradict each other in all sorts of ways."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from karabakh_data.model import TABLES
from karabakh_data.reader.tables import DATA, read_file

FIGURES = ("low", "best", "high")
DATES = ("date_edtf", "due_edtf", "as_of_edtf")
# Of a link's key: another value would be another link.
KEYS = ("role", "record_id")


def write_altered(folder: Path, chance: Random) -> Path:
    """Writes the tables into the folder, and returns it. The claims only are altered, and no record fits them."""
    tables = {name: read_file(DATA / f"{name}.parquet") for name in TABLES}
    claims = _Altered(tables["claims"].to_pylist(), chance).claims()
    tables["claims"] = pa.Table.from_pylist(claims, schema=tables["claims"].schema)
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


class _Altered:
    def __init__(self, claims: list[dict[str, Any]], chance: Random) -> None:
        self.given, self.chance = claims, chance
        self.sources = sorted({claim["source_id"] for claim in claims})
        self.speakers = [None, None, None, *sorted({claim["attributed_to"] or "" for claim in claims} - {""})[:5]]
        self.values: dict[tuple[str, str], list[str]] = {}
        for claim in claims:
            self.values.setdefault(_kind(claim), []).append(claim["value"])

    def claims(self) -> list[dict[str, Any]]:
        kept = [self._altered(claim) for claim in self.given if self._happens(0.97)]
        seconds = [self._second(claim) for claim in kept if claim["field"] not in KEYS and self._happens(0.5)]
        return sorted(kept + seconds, key=lambda claim: str(claim["claim_id"]))

    def _altered(self, claim: dict[str, Any]) -> dict[str, Any]:
        changed = dict(claim)
        if self._happens(0.5):
            changed["source_id"] = self.chance.choice(self.sources)
        if self._happens(0.2):
            changed["stance"] = self.chance.choice(["asserts", "denies", "questions"])
        if self._happens(0.3):
            changed["attributed_to"] = self.chance.choice(self.speakers)
        if changed["field"] in FIGURES and self._happens(0.7):
            changed["field"] = self.chance.choice(FIGURES)
        if changed["field"] not in KEYS and self._happens(0.4):
            changed["value"] = self._value(changed)
        return changed

    def _second(self, claim: dict[str, Any]) -> dict[str, Any]:
        """Another voice on the same field of the same record."""
        other = {"claim_id": f"{claim['claim_id']}-2", "source_id": self.chance.choice(self.sources)}
        return {**claim, **other, "value": self._value(claim)}

    def _value(self, claim: dict[str, Any]) -> str:
        return self._date() if claim["field"] in DATES else self.chance.choice(self.values[_kind(claim)])

    def _happens(self, share: float) -> bool:
        return self.chance.random() < share

    def _date(self) -> str:
        year, month, day = (
            self.chance.choice([2019, 2020, 2020, 2021]),
            self.chance.randint(10, 12),
            self.chance.randint(1, 30),
        )
        start = self.chance.choice([f"{year}", f"{year}-{month}", f"{year}-{month}-{day:02}", "201X", "19XX"])
        if "X" not in start and self._happens(0.3):
            start += self.chance.choice("?~%")
        end = self.chance.choice(["2022", "2022-03", "2022-01-31", "2022-02~"])
        shapes = [start, start, f"{start}/{end}", f"[{start},{end}]"]
        return self.chance.choice(shapes if "X" in start else [*shapes, f"{start}/..", f"../{start}"])


def _kind(claim: dict[str, Any]) -> tuple[str, str]:
    """Claims of one kind can have each other's values."""
    return claim["record_table"], "figure" if claim["field"] in FIGURES else claim["field"]
