"""Spreadsheets as LibreOffice Calc has them once it has opened them: what each cell is, not how it is shown."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import installed

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

# Comma, double quotes, UTF-8, from line 1, no column set apart, in US English, and with "detect special numbers": what
# a text can be turned into, it is.
CSV = "CSV:44,34,76,1,,1033,false,true"

# What Calc makes of the truth values in a workbook, and shows as TRUE and FALSE.
TRUTH = {"of:=TRUE()": True, "of:=FALSE()": False}

FILLING = 500  # more equal cells or rows than any table has

Rows = list[dict[str, Any]]


def opened(files: Sequence[Path], options: Sequence[str] = ()) -> Iterator[tuple[str, Rows]]:
    """The name of each sheet of these files and its rows, below a row of names; "about" is no table.

    A cell with a formula is the pair "formula" and the formula.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        command = [
            installed.program("soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "fods",
            *options,
            "--outdir",
            folder / "flat",
            *sorted(files),
        ]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        for file in sorted((folder / "flat").iterdir()):
            for sheet in ElementTree.parse(file).iter(f"{TABLE}table"):
                name = sheet.attrib[f"{TABLE}name"]
                if name != "about":
                    yield name, _rows(sheet)


def _rows(sheet: Element) -> Rows:
    names, *rows = _without_end([_cells(row) for row in _repeated(sheet, "row")])
    return [dict(zip(names, [*cells, *[None] * (len(names) - len(cells))], strict=True)) for cells in rows]


def _cells(row: Element) -> list[Any]:
    return _without_end([_value(cell) for cell in _repeated(row, "cell", "column")])


def _repeated(parent: Element, child: str, counted: str | None = None) -> Iterator[Element]:
    """The rows or cells, each as often as it is repeated, but for what fills the sheet up to its end."""
    for one in parent.iter(f"{TABLE}table-{child}"):
        times = int(one.get(f"{TABLE}number-{counted or child}s-repeated", 1))
        yield from [one] * (times if times < FILLING else 1)


def _without_end(cells: list[Any]) -> list[Any]:
    """The list without what is empty at its end."""
    while cells and cells[-1] in (None, []):
        cells.pop()
    return cells


def _value(cell: Element) -> Any:
    formula = cell.get(f"{TABLE}formula")
    if formula is not None:
        return TRUTH.get(formula, ("formula", formula))
    match cell.get(f"{OFFICE}value-type"):
        case None:
            return None
        case "boolean":
            return cell.attrib[f"{OFFICE}boolean-value"] == "true"
        case "date":
            text = cell.attrib[f"{OFFICE}date-value"]
            return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
        case "string":
            return "\n".join("".join(_text(paragraph)) for paragraph in cell.findall(f"{TEXT}p"))
    return json.loads(cell.attrib[f"{OFFICE}value"])  # a number, and in a spreadsheet there is one type of these


def _text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * int(child.get(f"{TEXT}c", 1))
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        else:
            yield from _text(child)
        yield child.tail or ""
