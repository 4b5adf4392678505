"""An Excel workbook: a first sheet that explains, and a sheet for each table with typed cells and links between rows.

What a sheet cannot hold as it is: a day before March 1900, before which Excel's calendar is wrong, is a text in ISO
8601; null and nothing are both the empty cell, as no text of ours is empty; a control character is written as Excel
does, `_x0007_`. What it cannot hold at all is an error: a text of more than 32,767 UTF-16 units, a table of more than
1,048,575 rows, a number that is none ("Excel specifications and limits").

The bytes are the same each time under one version of XlsxWriter and zlib: no clock, no order that may vary.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from karabakh_data.errors import UnfitValues
from karabakh_data.model import TABLES, FieldColumn, Row, columns
from karabakh_data.model.row import id_of
from karabakh_data.publish.about import AUTHORS, TITLE, described
from karabakh_data.publish.exports.relational import referred
from karabakh_data.publish.exports.xlsx_about import write_about
from karabakh_data.publish.exports.xlsx_formats import Formats

MAX_TEXT = 32_767  # UTF-16 units in a cell
MAX_ROWS = 1_048_576 - 1  # below the head
MAX_LINKS = 65_530  # in a sheet

# In a wider column than this, text is wrapped.
WIDEST = 60
NARROWEST = 8
FILTER_BUTTON = 3

FIRST_SURE_DAY = date(1900, 3, 1)
# Every file in the archive bears this time as well: it is the earliest that a ZIP file can.
CREATED = datetime(1980, 1, 1)

# Texts are texts: none becomes a formula, a link or a number because of how it looks.
AS_GIVEN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Places = Mapping[str, Mapping[str, int]]


def write(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Writes the workbook. Raises UnfitValues that lists each value and table that is too much for it."""
    rows = {name: table.to_pylist() for name, table in tables.items()}
    if failures := list(_unfit(rows)):
        raise UnfitValues(failures)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, AS_GIVEN) as workbook:
        workbook.set_properties(
            {"title": TITLE, "author": AUTHORS, "comments": described()["citation"], "created": CREATED}
        )
        formats = Formats(workbook)
        write_about(workbook.add_worksheet("about"), formats, {name: len(rows[name]) for name in TABLES})
        # The head is row 1 of a sheet.
        places = {
            name: {id_of(model, row): number for number, row in enumerate(rows[name], start=2)}
            for name, model in TABLES.items()
        }
        for name, model in TABLES.items():
            _write_table(workbook.add_worksheet(name), formats, model, rows[name], places)
    target.write_bytes(buffer.getvalue())


def _write_table(
    sheet: Worksheet, formats: Formats, model: type[Row], rows: list[dict[str, Any]], places: Places
) -> None:
    links = 0
    for position, column in enumerate(columns(model)):
        sheet.write_string(0, position, column.name, formats.head)
        style = _style(sheet, formats, position, column, [row[column.name] for row in rows])
        for number, row in enumerate(rows, start=1):
            value, place = row[column.name], _place(column, row, places)
            if place is not None and links < MAX_LINKS:
                sheet.write_url(number, position, f"internal:{place}", formats.link, string=value)
                links += 1
            elif value is not None:
                _write_cell(sheet, formats, number, position, value, style)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(columns(model)) - 1)


def _write_cell(sheet: Worksheet, formats: Formats, row: int, column: int, value: Any, style: Format) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif isinstance(value, date) and value >= FIRST_SURE_DAY:
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats.day)
    else:
        sheet.write_string(row, column, str(value), style)


def _style(sheet: Worksheet, formats: Formats, position: int, column: FieldColumn, values: list[Any]) -> Format:
    """The format of a column's cells, once its width is set to what they hold."""
    lines = [line for value in values if value is not None for line in str(value).splitlines()]
    longest = max((len(line) for line in lines), default=0)
    style = formats.wrapped if longest > WIDEST else formats.plain
    sheet.set_column(
        position, position, min(max(longest + 1, len(column.name) + FILTER_BUTTON, NARROWEST), WIDEST), style
    )
    return style


def _place(column: FieldColumn, row: Mapping[str, Any], places: Places) -> str | None:
    """The cell where the row stands that this one names in this column; None if it names none."""
    if column.definition.record_of is not None:
        table = row[column.definition.record_of]
    elif target := referred(column):
        table, _ = target
    else:
        return None
    number = places.get(table, {}).get(row[column.name])
    return None if number is None else f"'{table}'!A{number}"


def _unfit(rows: Mapping[str, list[dict[str, Any]]]) -> Iterator[str]:
    for name, table in rows.items():
        if len(table) > MAX_ROWS:
            yield f"{name}: {len(table):,} rows, and a sheet holds {MAX_ROWS:,}: export another format"
        for row in table:
            for column, value in row.items():
                where = f"{name}/{id_of(TABLES[name], row)}.{column}"
                if isinstance(value, float) and not math.isfinite(value):
                    yield f"{where}: {value}, and a sheet holds numbers only: export another format"
                elif isinstance(value, str) and len(value) > MAX_TEXT // 2 and _utf16_units(value) > MAX_TEXT:
                    yield (
                        f"{where}: {_utf16_units(value):,} UTF-16 units of text, and a cell holds {MAX_TEXT:,}: "
                        "export another format"
                    )


def _utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
