"""How tools in programs of their own read the published tables: node, R, a browser, LibreOffice, and other Pythons."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cells
import flat_calc
import installed
from comparison import Rows
from in_chromium import browsing
from installed import OFFLINE
from readers import Read, without_marks

from karabakh_data.model import TABLES
from karabakh_data.publish.exports.csv_package import BYTE_ORDER_MARK

HERE = Path(__file__).parent


def calc_workbook(file: Path) -> Mapping[str, Rows]:
    return dict(flat_calc.opened([file]))


@without_marks
def calc_csv(folder: Path) -> Mapping[str, Rows]:
    return dict(flat_calc.opened(list(folder.glob("*.csv")), ["--infilter=" + flat_calc.CSV]))


def hyparquet(folder: Path) -> Mapping[str, Rows]:
    found: Mapping[str, Rows] = cells.unpacked(installed.node(HERE / "hyparquet.mjs", "hyparquet", folder))
    return found


def hyparquet_in_chromium(folder: Path) -> Mapping[str, Rows]:
    with browsing(folder) as page:
        found: Mapping[str, Rows] = cells.unpacked(page.evaluate("names => tables(names)", list(TABLES)))
    return found


@without_marks
def datapackage(folder: Path) -> Mapping[str, Rows]:
    return {name: table["rows"] for name, table in datapackage_js(folder)["tables"].items()}


def datapackage_js(folder: Path) -> dict[str, Any]:
    """What the npm package `datapackage` says of a package of CSV files. It does not know the byte-order mark."""
    with tempfile.TemporaryDirectory() as made:
        for file in folder.iterdir():
            (Path(made) / file.name).write_bytes(file.read_bytes().removeprefix(BYTE_ORDER_MARK))
        printed = installed.node(HERE / "datapackage.mjs", "datapackage", Path(made) / "datapackage.json")
    said: dict[str, Any] = cells.unpacked(printed)
    return said


def isolated(name: str) -> Read:
    """Reads with the script that is called `read_` and the name, in the environment of that name."""

    def tables(folder: Path) -> Mapping[str, Rows]:
        read = cells.unpacked(installed.isolated_script(name, HERE / f"read_{name}.py", folder))
        found: Mapping[str, Rows] = read["rows"]
        return found

    return tables


def spark(folder: Path) -> Mapping[str, Rows]:
    return _printed("read_spark.py", folder)


def datasets(folder: Path) -> Mapping[str, Rows]:
    rows: Mapping[str, Rows] = datasets_says(folder)["rows"]
    return rows


def datasets_says(folder: Path) -> dict[str, Any]:
    """What Hugging Face's `datasets` says of a folder, off every network: the rows, and the columns by default."""
    with tempfile.TemporaryDirectory() as home:
        offline = {"HF_HOME": home, "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "PYTHONPATH": str(OFFLINE)}
        return _printed("read_datasets.py", folder, offline)


def _printed(script: str, folder: Path, settings: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """What a script prints, which has a process of this Python to itself; a warning is an error."""
    command = [sys.executable, "-W", "error", HERE / script, folder]
    run = subprocess.run(command, stdout=subprocess.PIPE, env={**os.environ, **settings}, check=True)
    said: dict[str, Any] = cells.unpacked(run.stdout)
    return said


def in_r(tool: str) -> Read:
    """Reads with one of R's tools."""

    def tables(path: Path) -> Mapping[str, Rows]:
        command = [installed.program("Rscript"), "--vanilla", HERE / "read_in_r.R", tool, path]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        run = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=True)
        return {name: _data_frame(columns) for name, columns in cells.unpacked(run.stdout).items()}

    return tables


PLAIN_IN_R = ("character", "integer", "numeric", "logical")


def _data_frame(columns: Mapping[str, Any]) -> Rows:
    values = {name: _vector(column["class"][0], column["values"]) for name, column in columns.items()}
    return [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]


def _vector(kind: str, values: list[Any]) -> list[Any]:
    if kind in PLAIN_IN_R:
        return values
    if kind == "Date":
        return [None if value is None else dt.date.fromisoformat(value) for value in values]
    raise TypeError(f"what becomes of a column of R's class {kind} is not known here")
