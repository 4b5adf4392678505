"""The registers: who is who and what is what. Identity and our own words; no facts.

A register is a TOML file named for its table. Each entry is headed by the record's id and gives the authored and
reference columns of the table's row model; what an entry leaves out is null.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from karabakh_data.extract.article import ExtractionError
from karabakh_data.model import TABLES, Crosswalk, FormerId, columns
from karabakh_data.model.vocabularies import VOCABULARIES

Registers = Mapping[str, Mapping[str, Mapping[str, Any]]]

REGISTERED = ("events", "actors", "casualties", "clauses", "places", "agreements")
FOLDER = Path(__file__).parent

# Which schemes each term of a vocabulary is led to, and what stands where nothing fits.
SCHEMES = {"event_type": ("ACLED", "PLOVER", "CAMEO", "UCDP-GED"), "provision": ("PA-X", "PAM")}
NOTHING_FITS = ("none", "nothing fits", "none")


def read_registers(folder: Path = FOLDER) -> Registers:
    """The registered records: table, id, then column and value.

    Raises ExtractionError that lists each entry with a column that is not the register's to give, or with a value
    that the column does not take.
    """
    registers, failures = drafted_registers(folder)
    if failures:
        raise ExtractionError(failures)
    return registers


def drafted_registers(folder: Path = FOLDER) -> tuple[Registers, list[str]]:
    """The same, with what is wrong with single entries. Raises ExtractionError that lists each file that is no TOML."""
    unreadable: list[str] = []
    contents = {table: _load(folder / f"{table}.toml", unreadable) for table in REGISTERED}
    if unreadable:
        raise ExtractionError(unreadable)
    failures: list[str] = []
    return {table: _entries(table, content, failures) for table, content in contents.items()}, failures


def _entries(table: str, content: Mapping[str, Any], failures: list[str]) -> dict[str, dict[str, Any]]:
    model = TABLES[table]
    (key,) = model.key
    given = {column.name: column for column in columns(model, "authored", "reference")}
    to_give = [name for name in given if name != key]  # the heading gives the id
    entries: dict[str, dict[str, Any]] = {}
    for record_id, entry in content.items():
        where = f"registers/{table}.toml: [{record_id}]"
        if not isinstance(entry, dict):
            failures.append(f"{where} is {entry!r}, and no table; give its columns in braces")
            continue
        record = {name: entry.get(name) for name in given} | {key: record_id}
        failures += [
            f"{where} gives `{name}`, which is no column for a register to give; these are: {', '.join(to_give)}"
            for name in entry
            if name not in to_give
        ]
        for name, column in given.items():
            value = record[name]
            if value is None:
                if not column.nullable:
                    failures.append(f"{where} lacks `{name}`")
            elif type(value) is not column.type:
                failures.append(f"{where}: `{name}` is {value!r}, which is not of the type {column.type.__name__}")
            elif problem := column.definition.failure(value):
                failures.append(f"{where}: `{name}` {problem}")
        entries[record_id] = record
    return entries


def _load(path: Path, failures: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        failures.append(f"registers/{path.name} cannot be read: {error}")
        return {}


def read_crosswalk(folder: Path = FOLDER) -> list[Crosswalk]:
    """The crosswalk's rows, from crosswalk.toml: vocabulary, term, scheme, then a list of code, label and match.

    An empty list gives one row, which says that nothing fits. Raises ExtractionError that lists each vocabulary, term
    or scheme that is missing or unknown, and each entry that is no code, label and match.
    """
    failures: list[str] = []
    content = _load(folder / "crosswalk.toml", failures)
    if failures:
        raise ExtractionError(failures)
    rows = []
    _compare("registers/crosswalk.toml:", content, SCHEMES, failures)
    for vocabulary, schemes in SCHEMES.items():
        terms = content.get(vocabulary, {})
        _compare(f"registers/crosswalk.toml: [{vocabulary}]", terms, VOCABULARIES[vocabulary].terms, failures)
        for term, codes in terms.items():
            where = f"registers/crosswalk.toml: [{vocabulary}.{term}]"
            _compare(where, codes, schemes, failures)
            for scheme, entries in codes.items():
                lead = {"vocabulary": vocabulary, "term": term, "scheme": scheme}
                for entry in entries or [NOTHING_FITS]:
                    try:
                        code, label, match = entry
                        rows.append(Crosswalk(**lead, code=code, label=label, match=match))
                    except (TypeError, ValueError) as error:
                        failures.append(f"{where}: `{scheme}` has {entry!r}, no code, label and match: {error}")
    if failures:
        raise ExtractionError(failures)
    return rows


def read_history(folder: Path = FOLDER) -> list[FormerId]:
    """The ids that records had in earlier releases, from id_history.toml: table, old id, then the other columns.

    Raises ExtractionError that lists each entry with a column that is missing, unknown or not what its model says.
    """
    failures: list[str] = []
    rows = []
    for table, entries in _load(folder / "id_history.toml", failures).items():
        for old_id, entry in entries.items():
            where = f"registers/id_history.toml: [{table}.{old_id}]"
            given = {"new_id": None, "note": None} | (entry if isinstance(entry, dict) else {"entry": entry})
            try:
                rows.append(FormerId.model_validate({"old_id": old_id, "record_table": table} | given))
            except ValidationError as error:
                failures += [f"{where}: `{one['loc'][0]}`: {one['msg']}" for one in error.errors()]
    if failures:
        raise ExtractionError(failures)
    return rows


def _compare(where: str, given: Collection[str], expected: Collection[str], failures: list[str]) -> None:
    failures += [f"{where} has `{name}`, which is unknown there" for name in given if name not in expected]
    failures += [f"{where} lacks `{name}`" for name in expected if name not in given]
