"""The first sheet of the Excel workbook: what the data are, and what each table and column means."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from karabakh_data.model import TABLES, FieldColumn, columns
from karabakh_data.model.table_schema import FIELD_TYPES
from karabakh_data.publish.about import described
from karabakh_data.publish.exports.relational import meaning, referred
from karabakh_data.publish.exports.xlsx_formats import Formats

HOW_TO_READ = (
    "An underlined id leads to the row that it names. An empty cell is null: nothing is said, or nothing applies. "
    "A day before March 1900 is a text."
)

WIDTHS = (18, 20, 90, 12, 12, 24)


def write_about(sheet: Worksheet, formats: Formats, row_counts: Mapping[str, int]) -> None:
    """Writes the sheet, given how many rows each table has."""
    for position, width in enumerate(WIDTHS):
        sheet.set_column(position, position, width, formats.plain)
    about = described()
    sheet.write_string(0, 0, about.pop("title"), formats.title)
    line = 1
    for name, text in {**about, "how to read": HOW_TO_READ}.items():
        sheet.write_string(line, 0, name.capitalize(), formats.label)
        sheet.merge_range(line, 1, line, 2, "", formats.wrapped)
        sheet.write_string(line, 1, text, formats.wrapped)
        # A row of merged cells does not grow with its text by itself.
        sheet.set_row(line, 15 * (1 + len(text) // (WIDTHS[1] + WIDTHS[2])))
        line += 1
    line = _write_head(sheet, formats, line + 1, "Table", "Rows", "One row is")
    for table, model in TABLES.items():
        _write_link(sheet, formats, line, 0, table)
        sheet.write_number(line, 1, row_counts[table], formats.plain)
        sheet.write_string(line, 2, meaning(model), formats.wrapped)
        line += 1
    line = _write_head(sheet, formats, line + 1, "Table", "Column", "Meaning", "Type", "Origin", "Refers to")
    for table, model in TABLES.items():
        for column in columns(model):
            _write_link(sheet, formats, line, 0, table)
            sheet.write_string(line, 1, column.name, formats.plain)
            sheet.write_string(line, 2, column.definition.description, formats.wrapped)
            sheet.write_string(line, 3, FIELD_TYPES[column.type], formats.plain)
            sheet.write_string(line, 4, column.definition.origin, formats.plain)
            _write_target(sheet, formats, line, column)
            line += 1


def _write_head(sheet: Worksheet, formats: Formats, line: int, *names: str) -> int:
    for position, name in enumerate(names):
        sheet.write_string(line, position, name, formats.head)
    return line + 1


def _write_target(sheet: Worksheet, formats: Formats, line: int, column: FieldColumn) -> None:
    """What the values of the column name: rows of a table, or terms of a vocabulary."""
    rule = column.definition
    if target := referred(column):
        _write_link(sheet, formats, line, 5, target[0])
    elif rule.record_of is not None:
        sheet.write_string(line, 5, f"the table in {rule.record_of}", formats.plain)
    elif rule.vocabulary is not None:
        _write_link(sheet, formats, line, 5, "vocabulary", f"vocabulary: {rule.vocabulary}")


def _write_link(sheet: Worksheet, formats: Formats, line: int, position: int, table: str, text: str = "") -> None:
    sheet.write_url(line, position, f"internal:'{table}'!A1", formats.link, string=text or table)
