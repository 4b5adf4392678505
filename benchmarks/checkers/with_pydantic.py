"""Row by row with pydantic: one model whose constraints pydantic itself knows, and plain Python across columns."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Any, Literal

from pyarrow.parquet import ParquetFile
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model

from benchmarks.checkers import requirements
from benchmarks.checkers.requirements import COLUMNS, Found, constraints
from karabakh_data.check.rules.events import follow_from_edtf
from karabakh_data.model import FieldColumn
from karabakh_data.model.column import is_edtf

BATCH = 10_000
CLASS_OF = {kind: name for name, kinds in requirements.CLASSES.items() for kind in kinds}


def _trimmed(text: str) -> str:
    if text == "" or text != text.strip():
        raise ValueError(requirements.WHITE_SPACE)
    return text


def _edtf(text: str) -> str:
    if not is_edtf(text):
        raise ValueError(requirements.NO_EDTF)
    return text


FURTHER = {"title": AfterValidator(_trimmed), "date_edtf": AfterValidator(_edtf)}


def _field(column: FieldColumn) -> Any:
    of_kind = {kind: bound for kind, bound, _ in constraints(column)}
    kind: Any = Literal[tuple(of_kind["terms"])] if "terms" in of_kind else column.type
    known = Field(
        pattern=of_kind.get("pattern"),
        max_length=of_kind.get("length"),
        ge=of_kind.get("minimum"),
        le=of_kind.get("maximum"),
    )
    annotated: Any = Annotated[kind, known]
    if column.name in FURTHER:
        annotated = Annotated[annotated, FURTHER[column.name]]
    return (annotated | None if column.nullable else annotated, ...)


Event: type[BaseModel] = create_model(
    "Event",
    __config__=ConfigDict(strict=True, extra="forbid"),
    **{column.name: _field(column) for column in COLUMNS},
)

RULES = requirements.rule_of()
KINDS = {
    "literal_error": "terms",
    "string_pattern_mismatch": "pattern",
    "string_too_long": "length",
    "greater_than_equal": "minimum",
    "less_than_equal": "maximum",
}


def find(folder: Path) -> Found:
    """All rules but those that follow a chain of events."""
    found = requirements.none_found()
    known = {"place_id": set(ParquetFile(folder / "places.parquet").read(["place_id"])["place_id"].to_pylist())}
    ids: list[str] = []
    wholes: list[tuple[str, str]] = []
    for batch in ParquetFile(folder / "events.parquet").iter_batches(batch_size=BATCH):
        for row in batch.to_pylist():
            try:
                Event.model_validate(row)
            except ValidationError as error:
                for one in error.errors(include_url=False):
                    found[_rule(one, row)].add(row["event_id"])
            for rule in _broken(row, known["place_id"]):
                found[rule].add(row["event_id"])
            ids.append(row["event_id"])
            if row["part_of"] is not None:
                wholes.append((row["event_id"], row["part_of"]))
    known["part_of"] = set(ids)
    found[requirements.REFERENCES["part_of"]] = {part for part, whole in wholes if whole not in known["part_of"]}
    found[requirements.NOT_UNIQUE] = {one for one, times in Counter(ids).items() if times > 1 and one is not None}
    return found


def _rule(error: Any, row: dict[str, Any]) -> str:
    column = error["loc"][0]
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return RULES[column, "required" if row[column] is None else KINDS[error["type"]]]


def _broken(row: dict[str, Any], places: set[str]) -> list[str]:
    broken = []
    if row["event_class"] not in (None, CLASS_OF.get(row["event_type"], row["event_class"])):
        broken.append(requirements.CLASS)
    if row["date_start"] and row["date_end"] and row["date_start"] > row["date_end"]:
        broken.append(requirements.DATE_ORDER)
    if not follow_from_edtf(row["date_edtf"], row["date_start"], row["date_end"], row["date_prec"]):
        broken.append(requirements.DERIVED_DATES)
    if row["where_prec"] is not None and row["place_id"] is None:
        broken.append(requirements.NO_PLACE)
    if row["place_id"] is not None and row["place_id"] not in places:
        broken.append(requirements.REFERENCES["place_id"])
    return broken
