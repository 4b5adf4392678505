"""The Excel workbook, read back by openpyxl: typed cells, texts that stay texts, links that lead to rows."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from openpyxl.workbook import Workbook

import karabakh_data as kd
from karabakh_data.errors import UnfitValues
from karabakh_data.model import TABLES, columns
from karabakh_data.model.row import id_of
from karabakh_data.publish.exports import xlsx_workbook
from karabakh_data.publish.exports.xlsx_workbook import write

Tables = Mapping[str, pa.Table]


@pytest.fixture(scope="module", params=["plain", "hostile"])
def given(request: pytest.FixtureRequest) -> Tables:
    """Tables of an invented corpus, once as they are and once with hostile texts."""
    found: Tables = request.getfixturevalue("tables" if request.param == "plain" else "hostile")
    return found


@pytest.fixture(scope="module")
def file(given: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of these tables."""
    path = tmp_path_factory.mktemp("xlsx") / "all.xlsx"
    write(given, path)
    return path


@pytest.fixture(scope="module")
def workbook(file: Path) -> Workbook:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(file)


def escaped(text: str) -> str:
    """The text as the file has it where XML cannot (ECMA-376, ST_Xstring); openpyxl leaves such escapes as they are."""
    return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", lambda match: f"_x{ord(match[0]):04X}_", text)


def in_a_cell(value: Any) -> Any:
    """What a sheet makes of a value: days are moments, and some characters are escaped."""
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return escaped(value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_ours(name: str, given: Tables, workbook: Workbook) -> None:
    head, *rows = workbook[name].iter_rows(values_only=True)
    assert list(head) == given[name].column_names
    expected = [tuple(map(in_a_cell, row.values())) for row in given[name].to_pylist()]
    assert rows == expected
    # A sheet has one kind of number, but truth values of their own, which to Python are numbers too.
    assert [[isinstance(cell, bool) for cell in row] for row in rows] == [
        [isinstance(cell, bool) for cell in row] for row in expected
    ]


def test_no_cell_is_run(file: Path, workbook: Workbook) -> None:
    kinds = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n", "d", "b"}
    with zipfile.ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "_rels/sheet" in name]


@pytest.mark.parametrize("name", TABLES)
def test_heads_stay_and_filter(name: str, given: Tables, workbook: Workbook) -> None:
    sheet = workbook[name]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(given[name].num_rows + 1, given[name].num_columns).coordinate}"
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert all(8 <= width <= 62 for width in widths)


@pytest.mark.parametrize("name", TABLES)
def test_ids_lead_to_the_rows_that_they_name(name: str, given: Tables, workbook: Workbook) -> None:
    rows = given[name].to_pylist()
    for position, column in enumerate(columns(TABLES[name]), start=1):
        rule = column.definition
        for number, row in enumerate(rows, start=2):
            cell, value = workbook[name].cell(number, position), row[column.name]
            refers = value is not None and (rule.references or rule.record_of)
            assert (cell.hyperlink is not None) == bool(refers)
            if refers:
                table = row[rule.record_of] if rule.record_of else str(rule.references).split(".")[0]
                sheet, _, place = cell.hyperlink.location.partition("!")
                target = given[table].slice(workbook[table][place].row - 2, 1).to_pylist()[0]
                assert (sheet, id_of(TABLES[table], target)) == (f"'{table}'", value)


def test_the_first_sheet_explains(given: Tables, workbook: Workbook) -> None:
    assert workbook.sheetnames == ["about", *TABLES]
    cells = {cell.value: cell for row in workbook["about"].iter_rows() for cell in row if cell.value is not None}
    assert {kd.cite(), kd.__version__} <= cells.keys()
    rows = list(workbook["about"].iter_rows(values_only=True))
    for name, model in TABLES.items():
        assert (name, given[name].num_rows, f"One row is {model.one_row_is}.") in [row[:3] for row in rows]
        for column in columns(model):
            assert (name, column.name, column.definition.description) in [row[:3] for row in rows]
    links = {cell.hyperlink.location for row in workbook["about"].iter_rows() for cell in row if cell.hyperlink}
    assert links == {f"'{name}'!A1" for name in TABLES}


def test_nothing_in_it_tells_when_it_was_made(file: Path, given: Tables, tmp_path: Path) -> None:
    write(given, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert set(re.findall(rb"\d{4}-\d{2}-\d{2}T[\d:]+Z", archive.read("docProps/core.xml"))) == {
            b"1980-01-01T00:00:00Z"
        }


def with_first(tables: Tables, name: str, column: str, value: Any) -> Tables:
    """The tables with another value in one cell."""
    table = tables[name]
    position, field = table.column_names.index(column), table.schema.field(column)
    cells = pa.array([value, *islice(table[column].to_pylist(), 1, None)], field.type)
    return {**tables, name: table.set_column(position, field, cells)}


@pytest.mark.parametrize(
    ("day", "cell"),
    [
        (date(1828, 2, 22), "1828-02-22"),
        (date(1900, 2, 28), "1900-02-28"),
        (date(1900, 3, 1), datetime(1900, 3, 1)),
        (date(9999, 12, 31), datetime(9999, 12, 31)),
    ],
)
def test_days_that_no_calendar_of_excel_has_are_texts(day: date, cell: Any, tables: Tables, tmp_path: Path) -> None:
    write(with_first(tables, "events", "date_start", day), tmp_path / "all.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx")["events"]
    (head,) = [one for one in sheet[1] if one.value == "date_start"]
    assert sheet.cell(2, head.column).value == cell


def test_what_does_not_fit_is_listed_and_nothing_written(tables: Tables, tmp_path: Path) -> None:
    damaged = with_first(tables, "events", "title", "x" * 1_000_000)
    damaged = with_first(damaged, "places", "name", "🏔" * 16_384)
    damaged = with_first(damaged, "places", "latitude", float("nan"))
    event, place = tables["events"]["event_id"][0].as_py(), tables["places"]["place_id"][0].as_py()
    with pytest.raises(UnfitValues) as raised:
        write(damaged, tmp_path / "all.xlsx")
    assert raised.value.failures == [
        f"events/{event}.title: 1,000,000 UTF-16 units of text, and a cell holds 32,767: export another format",
        f"places/{place}.name: 32,768 UTF-16 units of text, and a cell holds 32,767: export another format",
        f"places/{place}.latitude: nan, and a sheet holds numbers only: export another format",
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_longest_text_that_fits(tables: Tables, tmp_path: Path) -> None:
    write(with_first(tables, "sources", "framing", "x" * 32_767), tmp_path / "all.xlsx")
    cells = [cell.value for cell in openpyxl.load_workbook(tmp_path / "all.xlsx")["sources"][2]]
    assert "x" * 32_767 in cells


def test_too_many_rows_and_links(tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_workbook, "MAX_LINKS", 1)
    write(tables, tmp_path / "all.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx")["event_actors"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink] == ["A2"]
    assert sheet["A3"].value == tables["event_actors"]["event_id"][1].as_py()
    monkeypatch.setattr(xlsx_workbook, "MAX_ROWS", 0)
    with pytest.raises(UnfitValues, match=r"events: .* rows, and a sheet holds 0: export another format"):
        write(tables, tmp_path / "more.xlsx")
