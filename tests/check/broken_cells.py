"""For every rule the smallest change to a clean corpus that it must catch, and which other rules see it too."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from minimal_corpus import Tables, claim, count_claims, row_of

from karabakh_data.check.rules.catalogue import rules
from karabakh_data.check.rules.coverage import supporting
from karabakh_data.check.rules.generated import generated_rules
from karabakh_data.check.rules.relations import coded_columns, record_tables
from karabakh_data.check.rules.rule import Rule
from karabakh_data.model import TABLES, FieldColumn, columns, edtf, id_of

RULES = {rule.id: rule for rule in rules()}


@dataclass(frozen=True, slots=True)
class Case:
    """`spoil` breaks a corpus in place; `companions` are the ids of the other rules that then fail.

    Of a case that is made from the models, these are the rules that may fail, because they read the same cell.
    """

    spoil: Callable[[Tables], Any]
    companions: Collection[str] = ()
    made: bool = False


def cases() -> dict[str, Case]:
    """All cases, by the id of the rule."""
    return _single_columns() | _coverage() | _WRITTEN


def _cell(table: str, record: str, **cells: Any) -> Callable[[Tables], Any]:
    return lambda made: row_of(made, table, record).update(cells)


def _claimed(table: str, record: str, field: str, value: str, **cells: Any) -> Callable[[Tables], Any]:
    """Give a record's field a value, with a claim instead of those that it had."""

    def spoil(made: Tables) -> None:
        row = row_of(made, table, record)
        row.update({field: value} | cells)
        _drop_claims(made, table, record, (field,))
        _add_claim(made, claim(table, row, field))

    return spoil


def _claim(**cells: Any) -> Callable[[Tables], Any]:
    """Change the claim on the status of the clash."""
    return lambda made: next(
        row for row in made["claims"] if (row["record_id"], row["field"]) == ("clash", "status")
    ).update(cells)


def _more(table: str, record: str, field: str, value: str, **cells: Any) -> Callable[[Tables], Any]:
    """Add a claim on a record's field."""
    return lambda made: _add_claim(made, claim(table, row_of(made, table, record), field, value, **cells))


def _on_nobody(table: str) -> Callable[[Tables], Any]:
    """Add a claim on a record that there is not, which says what the claim on the first record says."""

    def spoil(made: Tables) -> None:
        like = next(row for row in made["claims"] if row["record_table"] == table)
        nobody = dict.fromkeys(TABLES[table].key, "nobody")
        if like["field"] in nobody:
            nobody[like["field"]] = like["value"]
        made["claims"].append(claim(table, nobody, like["field"], like["value"]))

    return spoil


def _disputed(event: str) -> Callable[[Tables], Any]:
    return _cell("events", event, disputed=True)


def _copy(table: str, record: str, **cells: Any) -> Callable[[Tables], Any]:
    """Add a copy of a row with some cells changed."""
    return lambda made: made[table].append(copy.deepcopy(row_of(made, table, record)) | cells)


def _moved(record: str, text: str, **cells: Any) -> Callable[[Tables], Any]:
    when = edtf.parse(text)
    days = {"date_start": when.earliest, "date_end": when.latest, "date_prec": edtf.precision(when)}
    return _cell("events", record, date_edtf=text, **days, **cells)


def _both(*spoils: Callable[[Tables], Any]) -> Callable[[Tables], Any]:
    return lambda made: [spoil(made) for spoil in spoils]


def _add_claim(made: Tables, row: dict[str, Any]) -> None:
    made["claims"].append(row)
    _recount(made, row["record_table"], row["record_id"])


def _drop_claims(made: Tables, table: str, record: str, fields: Collection[str]) -> None:
    def dropped(row: dict[str, Any]) -> bool:
        return (row["record_table"], row["record_id"]) == (table, record) and row["field"] in fields

    made["claims"] = [row for row in made["claims"] if not dropped(row)]
    _recount(made, table, record)


def _recount(made: Tables, table: str, record: str) -> None:
    for event in made["events"] if table == "events" else ():
        if event["event_id"] == record:
            count_claims(made, event)


def _single_columns() -> dict[str, Case]:
    """The cases of the generated rules: the first row that can be broken, in one cell."""
    found = {}
    for rule in generated_rules():
        if rule.name.endswith("not unique"):
            spoil: Callable[[Tables], Any] = _twice(rule.table)
        else:
            (name,) = rule.columns
            column = next(column for column in columns(TABLES[rule.table]) if column.name == name)
            spoil = _first_cell(rule.table, name, _bad_value(rule, column))
        readers = {other.id for other in RULES.values() if _reads(other, rule)}
        if rule.table == "claims" and rule.name.endswith("not unique"):
            readers.add("events: claim_count is not the number of claims on it")
        found[rule.id] = Case(spoil, readers - {rule.id}, made=True)
    return found


def _reads(other: Rule, broken: Rule) -> bool:
    """Whether a rule sees a cell that breaks a generated one: it reads that column of that table."""
    return broken.table in other.tables and any(re.search(rf"\b{name}\b", other.sql) for name in broken.columns)


def _twice(table: str) -> Callable[[Tables], Any]:
    return lambda made: made[table].append(dict(made[table][0]))


def _first_cell(table: str, name: str, value: Any) -> Callable[[Tables], Any]:
    def spoil(made: Tables) -> None:
        row = next((row for row in made[table] if row[name] is not None), made[table][0])
        row[name] = value

    return spoil


def _bad_value(rule: Rule, column: FieldColumn) -> Any:
    definition = column.definition
    message = rule.name.removeprefix(f"{column.name} ")
    if message == "is null":
        return None
    if message.startswith("is less than"):
        return column.type((definition.minimum or 0) - 1)
    if message.startswith("is more than"):
        return column.type((definition.maximum or 0) + 1)
    if message.startswith("has more than"):
        return "x" * ((definition.max_length or 0) + 1)
    if message.startswith("is empty"):
        return "\u00a0text"
    return "2020-02-30" if message.startswith("is no date") else "No such thing"


def _coverage() -> dict[str, Case]:
    found = {}
    for table in record_tables():
        for column in coded_columns(table):
            fields = supporting(table, column)
            companions = {f"{table}: no claim supports {name}" for name in fields} - {
                f"{table}: no claim supports {column.name}"
            }
            if column.name == "published_edtf":
                companions.add("sources: published_basis is not that of the claims on published_edtf")
            found[f"{table}: no claim supports {column.name}"] = Case(_unclaimed(table, column, fields), companions)
    return found


def _unclaimed(table: str, column: FieldColumn, fields: list[str]) -> Callable[[Tables], Any]:
    def spoil(made: Tables) -> None:
        row = next((row for row in made[table] if row[column.name] is not None), made[table][0])
        row[column.name] = "Words" if row[column.name] is None else row[column.name]
        _drop_claims(made, table, id_of(TABLES[table], row), fields)

    return spoil


_DATES = "events: date_start, date_end and date_prec are not those of date_edtf"
_LENGTH = "claims: quote is not as long as char_end less char_start"
_OTHER_VICTIMS = "casualties: the figure counts other victims than the total that it is part of"
_CIRCLE = "leads round in a circle, or more than 32 levels up"

_WRITTEN = {
    "events: event_class is not the class of event_type": Case(_cell("events", "clash", event_class="speech")),
    "events: date_start is after date_end": Case(_cell("events", "clash", date_end=date(2020, 10, 16)), {_DATES}),
    _DATES: Case(_cell("events", "clash", date_prec=2)),
    "events: where_prec is given, and place_id is not": Case(_cell("events", "clash", place_id=None)),
    "events: the event has no day in common with the whole that it is part of": Case(_moved("clash", "2021-01")),
    "event_topics: the event is not a speech act, and has a topic": Case(
        _cell("events", "complaint", event_type="protest", event_class="act")
    ),
    "event_topics: the speech act is its own topic": Case(
        lambda made: (
            made["event_topics"].append({"event_id": "complaint", "record_table": "events", "record_id": "complaint"}),
            made["claims"].append(claim("event_topics", made["event_topics"][-1], "record_id")),
        )
    ),
    f"events: part_of {_CIRCLE}": Case(_claimed("events", "war", "part_of", "clash")),
    f"actors: part_of {_CIRCLE}": Case(_claimed("actors", "state", "part_of", "state")),
    f"places: part_of {_CIRCLE}": Case(_claimed("places", "land", "part_of", "town")),
    f"casualties: subset_of {_CIRCLE}": Case(_claimed("casualties", "killed", "subset_of", "killed")),
    "casualties: low is greater than best": Case(_cell("casualties", "killed-civilians", low=8)),
    "casualties: best is greater than high": Case(_cell("casualties", "killed-civilians", high=6)),
    "casualties: low is greater than high": Case(_cell("casualties", "killed-civilians", low=9, best=None, high=8)),
    "casualties: neither a figure nor a wording is given": Case(_cell("casualties", "killed", best=None)),
    "casualties: the figure counts another measure than the total that it is part of": Case(
        _cell("casualties", "killed", measure="wounded")
    ),
    _OTHER_VICTIMS: Case(_cell("casualties", "killed", victim_class="military")),
    "casualties: the figure is greater than the total that it is part of": Case(_cell("casualties", "killed", best=6)),
    "clauses: quantity and unit do not go together": Case(_cell("clauses", "land-by-15", unit=None)),
    "clauses: due_date is not the latest day of due_edtf": Case(
        _both(
            _cell("clauses", "land-by-15", due_date=date(2020, 11, 16)),
            _cell("clause_events", "land-by-15/handover", days_late=9),
        )
    ),
    "clause_events: days_late is not what due_date and the event's date give": Case(
        _cell("clause_events", "land-by-15/handover", days_late=9)
    ),
    "clause_events: the outcome is late, and the event is not after the due date": Case(
        _both(_moved("handover", "2020-11-15"), _cell("clause_events", "land-by-15/handover", days_late=0))
    ),
    "clause_events: the outcome is fulfilled, and the event is after the due date": Case(
        _cell("clause_events", "land-by-15/handover", outcome="fulfilled")
    ),
    "clause_events: the clause was carried out by an event that has not happened": Case(
        _claimed("events", "handover", "status", "planned")
    ),
    "sources: raw_path is not raw/, source_id, /article.txt": Case(_cell("sources", "first", raw_path="raw/first.txt")),
    "sources: published_basis is not that of the claims on published_edtf": Case(
        _cell("sources", "first", published_basis="inferred")
    ),
    "sources: the source has no passages": Case(
        _copy(
            *("sources", "first"),
            **{"source_id": "third", "raw_path": "raw/third/article.txt", "title": None},
            **{"published_edtf": None, "published_basis": None},
        )
    ),
    "passages: char_end is not after char_start": Case(_cell("passages", "first-1", char_start=20)),
    "passages: the passage ends after its source": Case(_cell("passages", "first-2", char_end=101)),
    "passages: the passage overlaps the one before it": Case(_cell("passages", "first-2", char_start=19)),
    "passages: seq is not the passage's place in its source": Case(_cell("passages", "first-2", seq=3)),
    "passages: the passage is coded, and no claim rests on it": Case(
        _copy("passages", "first-2", passage_id="second-3", source_id="second", seq=3, char_start=100, char_end=101),
        {"passages: the passage ends after its source"},
    ),
    "passages: the passage states no fact, and claims rest on it": Case(
        _cell("passages", "first-2", disposition="no_fact", reason="None.")
    ),
    "passages: the passage states no fact, and no reason is given": Case(_cell("passages", "first-1", reason=None)),
    "claims: char_end is not after char_start": Case(_claim(char_end=40), {_LENGTH}),
    _LENGTH: Case(_claim(quote="seven")),
    "claims: the claim does not lie in its passage": Case(_claim(char_start=10, char_end=25)),
    "claims: the value is not stated, and no note shows the step": Case(_claim(basis="judged")),
    "claims: field is no coded column of record_table": Case(_more("events", "clash", "title", "Clash")),
    **{f"claims: record_id names no row of {table}": Case(_on_nobody(table)) for table in record_tables()},
    "event_topics: record_id names no record of record_table": Case(
        lambda made: (
            made["event_topics"].append({"event_id": "complaint", "record_table": "events", "record_id": "nobody"}),
            made["claims"].append(claim("event_topics", made["event_topics"][-1], "record_id")),
        )
    ),
    "claims: value is no term of the field's vocabulary": Case(
        _more("events", "clash", "status", "over", stance="denies")
    ),
    "claims: value is no whole number in the field's range": Case(
        _more("events", "clash", "where_prec", "8", stance="denies")
    ),
    "claims: value is no date of the EDTF subset": Case(
        _more("events", "clash", "date_edtf", "2020-13", stance="denies")
    ),
    **{
        f"claims: value names no row of {table}": Case(_more(*record, "nobody", stance="denies"))
        for table, record in (
            ("actors", ("actors", "force", "part_of")),
            ("agreements", ("clauses", "land-by-15", "agreement_id")),
            ("casualties", ("casualties", "killed-civilians", "subset_of")),
            ("events", ("events", "clash", "part_of")),
            ("places", ("events", "clash", "place_id")),
        )
    },
    "claims: value is not the end of the record's id": Case(
        _more("event_topics", "complaint/events/clash", "record_id", "war", stance="denies")
    ),
    "mentions: char_end is not after char_start": Case(
        _cell("mentions", "m-0", char_start=35), {"mentions: surface is not as long as char_end less char_start"}
    ),
    "mentions: surface is not as long as char_end less char_start": Case(_cell("mentions", "m-0", surface="Things")),
    "mentions: the mention ends after its source": Case(_cell("mentions", "m-0", char_start=96, char_end=101)),
    "mentions: the same words name the same actor or place twice": Case(_copy("mentions", "m-0", mention_id="m-2")),
    "mentions: entity_id names no row of entity_table": Case(_cell("mentions", "m-0", entity_id="town")),
    "actors: no claim, mention or other row names it": Case(_copy("actors", "state", actor_id="stranger")),
    "places: no claim, mention or other row names it": Case(_copy("places", "land", place_id="nowhere")),
    "agreements: no claim, mention or other row names it": Case(
        _copy("agreements", "pact", agreement_id="other-pact", concluded_by=None)
    ),
    "events: claim_count is not the number of claims on it": Case(_cell("events", "clash", claim_count=99)),
    "events: source_count is not the number of sources with claims on it": Case(
        _cell("events", "clash", source_count=99)
    ),
    "events: status is not the furthest that a claim asserts": Case(_cell("events", "clash", status="planned")),
    "events: disputed is not whether claims on it are in conflict": Case(_cell("events", "clash", disputed=True)),
    "events: claims cannot all be true, and none is in conflict": Case(_more("events", "clash", "part_of", "truce")),
    "claims: in_conflict is false, and other claims on the field are in conflict": Case(
        _both(_disputed("clash"), _more("events", "clash", "part_of", "truce", in_conflict=True))
    ),
    "claims: in_conflict is false, and one claim asserts what another denies": Case(
        _more("casualties", "killed", "measure", "killed", stance="denies")
    ),
    "claims: in_conflict is true, and no two claims on the field differ": Case(
        _both(_disputed("clash"), _claim(in_conflict=True))
    ),
    **{
        f"{table}: {name} is null, and no claims on it are in conflict": Case(_cell(table, record, **{name: None}))
        for table, record, names in (
            ("casualties", "killed-civilians", ("event_id", "measure", "victim_class")),
            ("clauses", "land-by-15", ("agreement_id", "modality")),
        )
        for name in names
    },
    "vocabulary: the model has no such term": Case(_copy("vocabulary", "measure/killed", term="hurt", label="hurt")),
    "vocabulary: the term is missing": Case(
        lambda made: made["vocabulary"].remove(row_of(made, "vocabulary", "measure/killed"))
    ),
    "vocabulary: label is not the model's": Case(_cell("vocabulary", "measure/killed", label="dead")),
    "vocabulary: definition is not the model's": Case(_cell("vocabulary", "measure/killed", definition="Dead.")),
    "crosswalk: vocabulary and term name no row of vocabulary": Case(
        _copy("crosswalk", "event_type/war/ACLED/none", term="peace")
    ),
    "crosswalk: code and match do not both say that nothing fits": Case(
        _cell("crosswalk", "event_type/war/ACLED/none", match="exact")
    ),
}
