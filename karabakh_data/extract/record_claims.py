"""What is said of one record in one passage and in one voice: what the methods of each kind of record have in common.

The methods themselves, one for each coded column and each role of a link, are in `each_record`, which is made from the
models.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from karabakh_data.extract.article import Span
from karabakh_data.extract.coding_sheet import CodingSheet, Value
from karabakh_data.model import TABLES, columns, id_of


class Stretch:
    """A passage under coding as one voice: the article's own (`by` is None), or an actor's whom it has speak.

    Of a passage that was not found (`span` is None) nothing more is checked.
    """

    def __init__(self, sheet: CodingSheet, passage_id: str, span: Span | None, by: str | None = None) -> None:
        self._sheet = sheet
        self._passage_id = passage_id
        self._span = span
        self._by = by


class RecordClaims:
    """One record under coding; each subclass is for one `table`."""

    table: ClassVar[str]

    def __init__(self, stretch: Stretch, record_id: str) -> None:
        self._stretch = stretch
        self._sheet = stretch._sheet
        self._id = record_id
        self._known = self.table == "sources" or self._sheet.is_registered(self.table, record_id)

    def __repr__(self) -> str:
        return f"{self.table}/{self._id}"

    def _claim(self, field: str, value: Any, words: str, step: Mapping[str, Any]) -> bool:
        """Claim a value of one of the record's own columns; whether it was claimed. A record stands for its id."""
        (column,) = [column for column in columns(TABLES[self.table]) if column.name == field]
        known = self._reference(column.definition.references, value) if column.definition.references else value
        if known is None:
            self._sheet.miss((self.table, self._id), field)
        return known is not None and self._enter(self.table, self._id, field, known, words, step)

    def _locate(self, place: str | RecordClaims, words: str, prec: int | None, step: Mapping[str, Any]) -> None:
        """Claim an event's place, and with it the precision: `prec`, or what follows from the place's type."""
        if self._claim("place_id", place, words, step):
            place_id = place._id if isinstance(place, RecordClaims) else place
            precision = (
                prec if prec is not None else WHERE_PREC[self._sheet.registers["places"][place_id]["place_type"]]
            )
            note = f"precision {precision}: {UCDP_WHERE_PREC.get(precision)}"
            stance = {name: step[name] for name in step.keys() & {"denies", "questions"}}
            self._claim("where_prec", precision, words, {**stance, "derived": note})

    def _from_source(self, field: str, words: str, step: Mapping[str, Any]) -> None:
        """Claim that the words show what source.toml gives for the field.

        Of an inferred date of publication the note is source.toml's `published_reasoning`.
        """
        facts = self._sheet.article.facts
        reasoned = field == "published_edtf" and "published_reasoning" in facts
        if field not in facts:
            self._sheet.article.fail(f"source.toml gives no '{field}'")
        elif reasoned and step.keys() & {"derived", "judged", "note"}:
            self._sheet.article.fail(
                "the note of this claim is source.toml's `published_reasoning`: delete one of them"
            )
        else:
            step = {**step, "derived": facts["published_reasoning"]} if reasoned else step
            self._claim(field, facts[field], words, step)
            return
        self._sheet.miss((self.table, self._id), field)

    def _link(self, table: str, words: str, step: Mapping[str, Any], **cells: str | RecordClaims) -> None:
        """Claim a row of a table of links that begins at this record; `cells` are its other columns."""
        model = TABLES[table]
        for column in columns(model):
            if column.name in cells and column.definition.references:
                known = self._reference(column.definition.references, cells[column.name])
                if known is None:
                    self._sheet.miss()
                    return
                cells[column.name] = known
        (field,) = [column.name for column in columns(model, "coded")]
        record_id = id_of(model, {model.key[0]: self._id, **cells})
        self._enter(table, record_id, field, str(cells[field]), words, step)

    def _about(self, record: str | RecordClaims, words: str, step: Mapping[str, Any]) -> None:
        """Claim what a speech act is about: a record, or the id of one with its table."""
        table, _, record_id = str(record).partition("/")
        if table not in self._sheet.registers:
            self._sheet.article.fail(f"'{record}' names no register; write table/id, as 'events/...'")
            self._sheet.miss()
        elif self._reference(f"{table}.id", record_id) is None:
            self._sheet.miss()
        else:
            self._link("event_topics", words, step, record_table=table, record_id=record_id)

    def _reference(self, references: str, value: Any) -> str | None:
        """The id of a record that the value names, which belongs to the table of `references`; None if it is none."""
        table = references.split(".")[0]
        if isinstance(value, RecordClaims):
            if value.table != table:
                self._sheet.article.fail(f"{value.table}/{value._id} stands where one of {table} belongs")
                return None
            return value._id if value._known else None
        return value if self._sheet.is_registered(table, value) else None

    def _enter(self, table: str, record_id: str, field: str, value: Value, words: str, step: Mapping[str, Any]) -> bool:
        stretch, made = self._stretch, False
        if stretch._passage_id != self._sheet.passage:
            self._sheet.article.fail(
                f"{self.table}/{self._id} was named in another passage; name it in this one, from which it is claimed"
            )
        elif stretch._span is not None and self._known:
            here = stretch._passage_id, stretch._span
            made = self._sheet.add_claim(here, (table, record_id), (field, value), words, stretch._by, step)
        if not made:
            self._sheet.miss((table, record_id), field)
        return made


# UCDP GED codebook, "where_prec".
UCDP_WHERE_PREC = {
    1: "an exact place",
    2: "within about 25 km of a known point",
    3: "a second-level unit",
    4: "a first-level unit",
    5: "a line or a larger vague area",
    6: "a country",
    7: "wider than one country",
}

WHERE_PREC = {
    "facility": 1,
    "town": 1,
    "village": 1,
    "district": 3,
    "region": 4,
    "line": 5,
    "area": 5,
    "country": 6,
}
