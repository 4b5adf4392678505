"""The quickstarts do in each language, on the archive of a release, what they print."""

from __future__ import annotations

import csv
import io
import os
import sqlite3
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import documents
import installed
import openpyxl
import pytest

from karabakh_data.publish.release.archive import archive

pytestmark = pytest.mark.importers

# UTF-8, comma, US English, the first sheet alone; as it is shown.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,1"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive, with the npm packages where node looks for them."""
    folder = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(io.BytesIO(archive(installed.ROOT))) as packed:
        packed.extractall(folder)
    (folder / "node_modules").symlink_to(installed.node_package("hyparquet").parent)
    return folder


def steps(document: str) -> list[tuple[documents.Found, str]]:
    """Each block of code of a document, with the block of text after it, which shows what it prints."""
    blocks = [block for block in documents.blocks("r", "sql", "sqlite", "js", "text") if block.document == document]
    code, shown = blocks[::2], blocks[1::2]
    assert {block.kind for block in shown} == {"text"}
    assert "text" not in {block.kind for block in code}
    return [(block, text.text) for block, text in zip(code, shown, strict=True)]


def in_r(code: str, folder: Path) -> str:
    settings = "options(width = 110, warn = 2)"
    return printed([installed.program("Rscript"), "--vanilla", "-e", settings, "-e", code], folder)


def in_duckdb(code: str, folder: Path) -> str:
    before = Path.cwd()
    os.chdir(folder)
    try:
        with installed.module("duckdb").connect() as database:
            return f"{database.sql(code)}"
    finally:
        os.chdir(before)


def in_sqlite(code: str, folder: Path) -> str:
    with closing(sqlite3.connect(folder / "exports/karabakh-data.sqlite")) as database:
        return "".join("|".join(map(str, row)) + "\n" for row in database.execute(code))


def in_node(code: str, folder: Path) -> str:
    return printed([installed.program("node"), "--input-type=module", "--eval", code], folder)


def printed(command: list[str], folder: Path) -> str:
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


RUN: dict[str, Callable[[str, Path], str]] = {"r": in_r, "sql": in_duckdb, "sqlite": in_sqlite, "js": in_node}
# A page's blocks of R are one session.
QUIETLY = "invisible(capture.output({{\n{}}}))\n"
STEPS = [step for name in ("r", "sql", "javascript") for step in steps(f"docs/quickstart/{name}.md")]


@pytest.mark.parametrize(("code", "shown"), [pytest.param(*step, id=str(step[0])) for step in STEPS])
def test_code_prints_what_is_shown(code: documents.Found, shown: str, unpacked: Path) -> None:
    earlier = "\n".join(one.text for one, _ in STEPS if one.document == code.document and one.line < code.line)
    told = RUN[code.kind](f"{QUIETLY.format(earlier)}{code.text}" if code.kind == "r" else code.text, unpacked)
    assert lines(told) == lines(shown), told


def lines(text: str) -> list[str]:
    """Without blanks at the ends, which an editor takes away."""
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def test_formulas_give_what_is_shown(unpacked: Path, tmp_path: Path) -> None:
    rows = [cells for _, cells in documents.rows("question", "formula", "result")]
    assert rows
    workbook = openpyxl.load_workbook(unpacked / "exports/karabakh-data.xlsx")
    sheet = workbook.create_sheet("questions", 0)
    for number, (_, formula, _) in enumerate(rows, start=1):
        sheet.cell(number, 1, formula.strip("`"))
    workbook.save(tmp_path / "asked.xlsx")
    command = [installed.program("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", CSV, "--outdir", tmp_path, tmp_path / "asked.xlsx"], check=True)
    (file,) = tmp_path.glob("*.csv")
    with file.open(encoding="utf-8", newline="") as opened:
        given = [row[0] for row in csv.reader(opened)]
    assert given == [result.strip("`“”") for _, _, result in rows]
